"""Coordination (提请协调): another department does not answer in time, and the superiors are asked to step in."""

from forms.field.choice import Choice
from forms.field.entry import When
from forms.field.text import Paragraph, Text
from forms.form import Form


class CoordinationForm(Form):
    """To whom the matter goes, or why it need not."""

    title = "提请协调"
    intro = "协作部门逾期未答复。提请本级政府或者上级机关协调的，记录在案；对方已经答复的，注明不再提请。"
    submit = "记录"

    way = Choice(
        "处理",
        ("government", "提请本级人民政府协调"),
        ("superior", "提请上级机关协调"),
        ("answered", "对方已答复，不再提请"),
        basis="行政处罚法第二十六条",
    )
    body = Text("提请的机关", when=When("way", ("government", "superior"), "写明提请哪个机关协调。"))
    facts = Paragraph("情况", longest=1000, hint="催办经过、对案件的影响和请求协调的事项。")
