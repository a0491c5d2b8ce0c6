"""Resumptions (恢复办理): what a suspended case waited for is there."""

from forms.field.text import Paragraph
from forms.form import Form


class ResumptionForm(Form):
    """Why the case can go on."""

    title = "恢复办理"
    submit = "申请恢复"

    facts = Paragraph("中止原因消除的情况", hint="写明等到了什么，附在证据中的写明编号。")
