"""The letter by which a clue goes to the body that has the power (线索移送函, D26-3)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.inner import KnownParty
from engine.rules.document.part import Document

_COMPETENCE = "行政处罚法第二十二条、第二十三条"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClueTransfer(Document):
    """To whom the clue goes, what was found and why it is not ours; it has no case number, `place` may be unknown.

    It says nothing of who complained.
    """

    recipient: Annotated[str, Stated("有管辖权的机关", _COMPETENCE)]
    party: Annotated[KnownParty, Stated("涉嫌违法的当事人")]
    source_number: Annotated[str, Stated("线索登记号")]
    discovered_on: Annotated[Day, Stated("发现线索的日期")]
    place: str
    cause: Annotated[str, Stated("涉嫌的违法行为")]
    found: Annotated[str, Stated("核查查明的情况", "行政处罚法第五十四条第一款")]
    reason: Annotated[str, Stated("不属于本机关管辖的理由", _COMPETENCE)]

    def spared(self) -> frozenset[str]:
        """Spare the number of a case: there is none."""
        return frozenset({"case_number"})
