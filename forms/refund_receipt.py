"""Booked refunds (退款入账): the treasury has paid."""

from forms.field.day import Day
from forms.field.text import Code
from forms.form import Form


class RefundReceiptForm(Form):
    """When the money went back, and under which voucher. Source: 行政处罚法 Art. 74."""

    title = "退款入账"
    intro = "国库已经把款项退还当事人的，登记日期和凭证；账目随即更新。"
    submit = "登记退款"

    paid_on = Day("退款日期")
    receipt_no = Code("退库凭证号", basis="行政处罚法第七十四条第一款")
