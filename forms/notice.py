"""Notices (事先告知): the officers let the party know what is proposed, and of its rights."""

from forms.field.choice import Tick
from forms.field.text import Paragraph, Text
from forms.form import Form


class NoticeForm(Form):
    """Where and with whom the party may state its case; the contents of the notice come from the case."""

    title = "事先告知"
    intro = "确认后制发告知书并送达；告知书写明拟作出的处罚内容、事实、理由、依据和权利。"
    submit = "制发告知书"

    confirm = Tick("已核对告知内容", must="须核对告知内容并勾选。", basis="行政处罚法第四十四条：未告知的，不得作出决定")
    contact = Text("联系人和电话", basis="行政处罚法第四十五条")
    address = Text("提出陈述申辩的地址", longest=200, basis="行政处罚法第四十五条")
    note = Paragraph("其他说明", optional=True, longest=500)
