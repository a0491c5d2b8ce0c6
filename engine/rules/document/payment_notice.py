"""The notice to pay what a penalty became heavier by (罚没款缴款通知书, D23-2): it starts the term in which that is paid without surcharge."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.decision import Payment
from engine.rules.document.facts import Day, Money, Stated
from engine.rules.document.part import Document
from engine.rules.document.service_receipt import Served

_TERM = "行政处罚法第六十七条第三款"
_CHANGED = "行政复议法第六十三条第二款、行政诉讼法第七十七条第二款"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentNotice(Document):
    """By what the penalty became heavier, what was paid of it, what is left and until when; sums in yuan, those of gains "0" where there are none."""

    decision: Annotated[Served, Stated("处罚决定", _TERM)]
    organ: Annotated[str, Stated("作出变更的机关", _CHANGED)]
    document_no: Annotated[str, Stated("变更文书的文号", _CHANGED)]
    effective_on: Annotated[Day, Stated("变更生效的日期", _CHANGED)]
    fine_before: Annotated[Money, Stated("原罚款", _CHANGED)]
    fine: Annotated[Money, Stated("变更后的罚款", _CHANGED)]
    paid: Annotated[Money, Stated("已经缴纳的数额", _TERM)]
    owing: Annotated[Money, Stated("尚应缴纳的数额", _TERM)]
    payment: Annotated[Payment, Stated("缴款方式和期限", _TERM)]
    gains_before: Money = "0"
    gains: Money = "0"
