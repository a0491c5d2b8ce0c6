"""Statements of cost (核定代履行费用): what the party is asked to pay, and what it consists of."""

from forms.field.choice import YesNo
from forms.field.entry import When
from forms.field.number import Money
from forms.field.text import Paragraph
from forms.form import Form

_CHARGED = (True,)


class CostStatementForm(Form):
    """The cost by its parts, or why none is asked for. Source: 行政强制法 Art. 51(2)."""

    title = "核定代履行费用"
    intro = "费用按照成本合理确定，由当事人承担；不加处罚款。法律另有规定不由当事人承担的，不收取。"
    submit = "提交核定结果"

    charged = YesNo("是否收取", "向当事人收取", "不收取", routing=True, basis="行政强制法第五十一条第二款")
    amount = Money("应缴费用", positive=True, when=When("charged", _CHARGED, "请填写应缴的费用。"), hint="不高于代履行记录的实际费用。")
    detail = Paragraph("费用构成", longest=500, when=When("charged", _CHARGED, "请写明费用构成。"), hint="如：人工、机械、运输、处置各多少元。")
    reason = Paragraph("不收取的理由", longest=500, when=When("charged", (False,), "不收取的，请写明理由。"))
