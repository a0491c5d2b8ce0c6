"""The decision by which the agency changes or revokes its own penalty (变更、撤销行政处罚决定书, D31)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.decision import Payment
from engine.rules.document.facts import Day, Money, Stated
from engine.rules.document.part import Document, Remedies


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedDecision(Document):
    """What was decided before, why it is changed, and what is decided now; `refund` is empty where nothing is given back.

    `owed` is what is left to pay of fine and confiscated gains in yuan, None where nothing is; `due` the last day, which the change does not move.
    """

    changed_title: Annotated[str, Stated("原决定书", "行政处罚法第七十五条第二款")]
    changed_number: Annotated[str, Stated("原决定书文号", "行政处罚法第七十五条第二款")]
    changed_date: Annotated[Day, Stated("原决定日期", "行政处罚法第七十五条第二款")]
    cause: Annotated[str, Stated("案由", "行政处罚法第五十九条")]
    ground: Annotated[str, Stated("应当改正的情形", "行政处罚法第七十五条第二款")]
    reason: Annotated[str, Stated("理由", "行政处罚法第四十四条")]
    decision: Annotated[str, Stated("决定内容", "行政处罚法第七十五条第二款")]
    refund: str
    publication: str
    remedies: Annotated[Remedies, Stated("救济途径和期限", "行政复议法第十一条、行政诉讼法第十二条")]
    payment: Annotated[Payment | None, Stated("缴纳方式和期限", "行政处罚法第五十九条第一款第四项、第六十七条第三款")] = None
    fine: Money | None = None
    owed: Money | None = None
    paid: Money = "0"
    due: Day | None = None
    gains_word: str = ""

    def spared(self) -> frozenset[str]:
        """Spare the payment where nothing is left to pay."""
        return frozenset({"payment"}) if self.owed is None else frozenset()
