"""Reporting back (备案): the agency takes note of a decision made on the spot."""

from forms.field.choice import Tick
from forms.field.text import Paragraph
from forms.form import Form


class SpotReportForm(Form):
    """The squad leader looks through the decision and files it for record. Source: 行政处罚法 Art. 52(3)."""

    title = "备案"
    intro = "当场作出的行政处罚决定，应当报所属行政机关备案。"
    submit = "备案"

    checked = Tick("已核对决定书和现场记录", must="备案前须核对决定书和现场记录。", basis="行政处罚法第五十二条第三款")
    opinion = Paragraph("备案意见", optional=True)
