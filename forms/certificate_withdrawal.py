"""Withdrawing a certificate (收回执法证): from which day, why."""

from forms.field.day import Day
from forms.field.text import Paragraph
from forms.form import Form


class CertificateWithdrawalForm(Form):
    """The day from which there is no certificate."""

    title = "收回执法证"
    intro = "自这一天起不得执法；再次发证的，另行登记。"
    submit = "收回"

    withdrawn_on = Day("收回日期", future=True)
    reason = Paragraph("理由", longest=500)
