"""Receipt of 双公示 (双公示回执): what the credit site answered."""

from forms.field.choice import YesNo
from forms.field.day import Day
from forms.field.entry import When
from forms.field.text import Paragraph
from forms.form import Form


class CreditReceiptForm(Form):
    """Accepted, or refused with the reason."""

    title = "双公示回执"
    submit = "记入回执"

    accepted = YesNo("信用网站的回执", "已接收", "退回")
    answered_on = Day("回执日期", today=True)
    answer = Paragraph("退回的原因", longest=500, when=When("accepted", (False,), "退回的，必须写明原因。"))
