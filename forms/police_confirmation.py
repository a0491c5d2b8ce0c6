"""Confirmations of the team (专案组确认): another member stands by the report."""

from forms.field.choice import YesNo
from forms.field.entry import When
from forms.field.text import Paragraph
from forms.form import Form


class PoliceConfirmationForm(Form):
    """Confirmed in person, or returned with the reason."""

    title = "专案组确认"
    submit = "提交确认"

    confirmed = YesNo("报告与您核实的情况一致吗", "一致", "不一致，退回", routing=True, basis="移送涉嫌犯罪案件规定第五条第一款")
    reason = Paragraph("退回理由", longest=1000, when=When("confirmed", (False,), "退回的，必须写明理由。"))
