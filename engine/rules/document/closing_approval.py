"""The approval to close a case (结案审批表, D28)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Money, Stated
from engine.rules.document.inner import InnerPaper, Signature

_ARTICLE = "行政处罚法第六十六条、第六十七条"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingApproval(InnerPaper):
    """What was decided, how it was carried out, and who agreed that nothing is left to do; sums in yuan, None where nothing was to be paid."""

    number: Annotated[str, Stated("文号")]
    filed_on: Annotated[Day, Stated("立案日期", "行政处罚法第五十四条第二款")]
    decided_on: Annotated[Day, Stated("决定日期", "行政处罚法第五十七条")]
    decisions: tuple[str, ...]
    outcome: Annotated[str, Stated("处理结果", "行政处罚法第五十七条")]
    fine: Money | None
    paid: Money | None
    result: Annotated[str, Stated("执行情况", _ARTICLE)]
    correction: str
    goods: str
    signatures: Annotated[tuple[Signature, ...], Stated("审批意见")]
    closed_on: Annotated[Day, Stated("结案日期")]
    gains: Money | None = None

    def spared(self) -> frozenset[str]:
        """Spare nothing: the approval bears a number."""
        return frozenset()
