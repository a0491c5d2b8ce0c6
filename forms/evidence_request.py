"""Records asked for (调取证据通知书): who holds them, which ones, until when."""

from forms.field.choice import Tick
from forms.field.day import Day
from forms.field.text import Paragraph, Text
from forms.form import Form


class EvidenceRequestForm(Form):
    """The notice to a third party. Source: 行政处罚法 Art. 46, 54, 55."""

    title = "调取证据通知书"
    intro = "通知书编号后打印两份，被调取的单位或者个人签收一份；交来的证据另行上传。"
    submit = "制作通知书"

    shown = Tick("已出示执法证件", must="必须先出示执法证件。", basis="行政处罚法第五十五条第一款")
    holder = Text("向谁调取", longest=100, hint="单位写全称，个人写姓名。当事人本人的材料用询问笔录、现场检查笔录。")
    purpose = Text("为查明什么", longest=200, hint="如：净化设施停用的时间。", basis="行政处罚法第五十四条第一款")
    items = Paragraph("调取的证据", hint="每行一项，写明名称、起止时间、份数。", basis="行政处罚法第四十六条第一款")
    until = Day("提供的期限", future=True, hint="提供的最后一日。")
