"""Booked refunds (退款入账): the treasury has paid, or was told in time not to."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.text import Code
from forms.form import Form

_PAID = ("paid",)
_NOT_PAID = "停止退库的，不填写{}。"


class RefundReceiptForm(Form):
    """When the money went back, and under which voucher. Source: 行政处罚法 Art. 74."""

    title = "退款入账"
    intro = "国库已经把款项退还当事人的，登记日期和凭证；账目随即更新。批准以后决定再次变更、应退的减少，国库还没有退还的，停止退库。"
    submit = "登记"

    result = Choice("退库结果", ("paid", "国库已经退还"), ("stopped", "国库还没有退还，停止退库"), routing=True, default="paid")
    paid_on = Day("退款日期", when=When("result", _PAID, "请填写退款日期。", _NOT_PAID.format("退款日期")))
    receipt_no = Code(
        "退库凭证号", basis="行政处罚法第七十四条第一款", when=When("result", _PAID, "请填写退库凭证号。", _NOT_PAID.format("退库凭证号"))
    )
