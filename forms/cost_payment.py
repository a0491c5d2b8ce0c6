"""Payments of a cost (登记代履行费用): money for what was done in the party's stead."""

from forms.field.day import Day
from forms.field.number import Money
from forms.field.text import Code
from forms.form import Form


class CostPaymentForm(Form):
    """One payment with its receipt. Source: 行政强制法 Art. 51(2)."""

    title = "登记代履行费用"
    intro = "代履行费用和罚款分别记账，不加处罚款；部分缴纳的，逐笔登记。"
    submit = "登记缴款"

    amount = Money("缴款金额", positive=True, basis="行政强制法第五十一条第二款")
    paid_on = Day("缴款日期")
    receipt_no = Code("票据号码")
