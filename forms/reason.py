"""Reasons (理由): what a step that needs nothing else rests on."""

from forms.field.text import Paragraph
from forms.form import Form


class ReasonForm(Form):
    """Why."""

    title = "理由"
    submit = "确定"

    reason = Paragraph("理由", longest=500)
