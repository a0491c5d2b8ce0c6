"""Orders to stop at once (责令停止违法行为通知书): what was found on the spot, and what is to be stopped."""

from forms.field.choice import Tick
from forms.field.day import Acted, Day, TimeOfDay
from forms.field.text import Code, Paragraph, Text
from forms.form import Form


class StopOrderForm(Form):
    """The order, as two officers give it on the spot. Source: 行政处罚法 Art. 28(1), 42, 55."""

    title = "责令停止违法行为"
    intro = "案由的处罚条款写明“责令停止”的才能用；只写“责令改正”的，请启动责令改正。通知书编号后自动启动送达。"
    submit = "制作通知书"

    shown = Tick("已出示执法证件", must="必须先出示执法证件。", basis="行政处罚法第五十五条第一款")
    held_on = Day("发现日期", acted=Acted(), today=True)
    held_time = TimeOfDay("发现时间")
    place = Text("发现地点", longest=200)
    facts = Paragraph("违法事实", hint="写明正在做什么，一段写一件事。", basis="行政处罚法第二十八条第一款")
    limb = Code("违法情形", says="不能含有空格。", optional=True, hint="案由有几种情形的，选择本案的一种；不选的，按第一种情形。")
    demand = Text("停止的行为", longest=300, hint="写明停止做什么，如：停止建设二层加建部分。")
