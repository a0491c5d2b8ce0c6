"""Payments (确认缴款): money that reached the treasury."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.number import Money
from forms.field.text import Code
from forms.form import Form


class PaymentForm(Form):
    """One payment, as the bank or the payment system reports it."""

    title = "确认缴款"
    intro = "作出决定的机关与收缴罚款的机构分离；部分缴纳的，逐笔确认；先计入罚款，再计入没收的违法所得，最后计入加处罚款。"
    submit = "确认缴款"

    amount = Money("缴款金额", positive=True, basis="行政处罚法第六十七条")
    paid_on = Day("缴款日期", basis="行政处罚法第六十七条第三款：自收到决定书之日起十五日内")
    channel = Choice("缴款渠道", ("bank", "银行"), ("epay", "电子支付"), basis="行政处罚法第六十七条第三款")
    receipt_no = Code("票据号码", basis="行政处罚法第七十条")
