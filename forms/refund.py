"""Refund orders (退还多缴款): what was paid too much goes back to the party."""

from forms.field.number import Money
from forms.field.text import Paragraph, Text
from forms.form import Form


class RefundForm(Form):
    """How much goes back, and to whom. Source: 行政处罚法 Art. 74(1), 75(2)."""

    title = "退还多缴款"
    intro = "决定被变更、撤销以后，已经缴入国库的多缴部分，报负责人批准后按国库退库手续退还当事人。"
    submit = "报负责人批准"

    amount = Money("退还数额", positive=True, hint="不超过案件页账目上的“应退”。", basis="行政处罚法第七十五条第二款")
    payee = Text("收款人", hint="应当是当事人本人或者其承受人。")
    account = Text("开户银行和账号")
    note = Paragraph("说明", optional=True)
