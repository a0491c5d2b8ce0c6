"""Remission (减免加处罚款): the surcharge is waived because the party put things right."""

from forms.field.number import Money
from forms.field.text import Paragraph
from forms.form import Form


class RemissionForm(Form):
    """How much of the surcharge is waived, and what the party did. Source: 行政强制法 Art. 42(1)."""

    title = "减免加处罚款"
    intro = "当事人采取补救措施的，可以减免加处的罚款；罚款本身不能减免。"
    submit = "报负责人批准"

    amount = Money("减免数额", positive=True, hint="不超过尚欠的加处罚款。", basis="行政强制法第四十二条第一款")
    measures = Paragraph("当事人采取的补救措施", longest=500, basis="行政强制法第四十二条第一款")
