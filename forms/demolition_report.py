"""Reports on a demolition (报请责成拆除): the county government is asked to have it done."""

from forms.demolition_inspection import GONE
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.text import Paragraph, Text
from forms.form import Form

_STANDING = When("building", ("standing",), "报请责成的，必须填写。")


class DemolitionReportForm(Form):
    """What the party said to the demand, and which government is asked. Source: 行政强制法 Art. 36; 城乡规划法 Art. 68."""

    title = "报请责成拆除"
    intro = "催告期满仍不拆除的，报请县级以上地方人民政府责成有关部门强制拆除，不申请人民法院强制执行。负责人签发后自动制作函件并编号。"
    submit = "报负责人签发"

    building = Choice("现状", ("standing", "仍未拆除，报请责成"), GONE, routing=True, basis="城乡规划法第六十八条")
    plea = Paragraph("当事人对催告的陈述、申辩", optional=True, longest=1000, basis="行政强制法第三十六条", hint="没有提出的不填。")
    finding = Paragraph("复核意见", when=_STANDING, longest=1000, hint="写明有无正当理由；没有陈述、申辩的，也写明。")
    government = Text("报请的人民政府", longest=100, when=_STANDING, basis="城乡规划法第六十八条")
    departments = Text("建议责成的部门", longest=200, when=_STANDING, basis="城乡规划法第六十八条", hint="如：本机关、东湖街道办事处。")
    reported_on = Day("日期", today=True, hint="自行拆除之日，不填为今天。")
