"""Records of a demolition (强制拆除记录): done under supervision, or stopped because the party did it."""

from forms.demolition_inspection import GONE
from forms.field.choice import Choice, Tick, YesNo
from forms.field.day import Acted, Day, TimeOfDay
from forms.field.entry import When
from forms.field.text import Paragraph, Text
from forms.form import Form

_DONE = When("building", ("pulled",), "强制拆除的，必须填写。")


class DemolitionRecordForm(Form):
    """What happened on the spot. Source: 行政强制法 Art. 18, 43, 44; 行政处罚法 Art. 47."""

    title = "强制拆除记录"
    intro = "全程音像记录，清点并妥善保管屋内物品；当事人已经自行拆除的，停止强制拆除。"
    submit = "提交记录"

    building = Choice("结果", ("pulled", "强制拆除完毕"), GONE, ("annulled", "执行决定被撤销，没有实施"), routing=True, basis="行政强制法第四十四条")
    done_on = Day("日期", acted=Acted())
    done_at = TimeOfDay("开始时间", when=_DONE, basis="行政强制法第四十三条第一款")
    urgent = Tick("情况紧急", hint="夜间、法定节假日只有情况紧急才可以实施。")
    performers = Text("实施的部门和人员", longest=200, when=_DONE)
    present = YesNo("当事人到场", "到场", "不到场，由见证人见证", when=_DONE)
    witness = Text("见证人", when=When("present", (False,), "当事人不到场的，必须填写见证人。"))
    belongings = Paragraph("屋内物品", longest=1000, when=_DONE, hint="清点、登记和交付的情况；没有物品的写明。")
    media = Text("音像记录", longest=200, when=_DONE, basis="行政处罚法第四十七条", hint="记录编号。")
    facts = Paragraph("经过", longest=1000)
