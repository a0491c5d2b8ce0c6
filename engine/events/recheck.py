"""What a re-check of a fined case found (按日连续处罚的复查). Source: 生态环境法典 Art. 1060."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from engine.events.fact import Change, Fact, fact

RESULTS: Mapping[str, str] = {
    "corrected": "已改正",
    "continuing": "仍在违法排放、倾倒污染物，拒不改正",
    "obstructed": "拒绝、阻挠复查，视为拒不改正",
}
"""What a re-check can show. Source: 环境保护主管部门实施按日连续处罚办法 (原环境保护部令第28号) for the refusal to be looked at again."""

CORRECTED = "corrected"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class RecheckRecorded(Fact):
    """Two officers looked again after the fine: corrected, or not, for the days since the order was served or since the last re-check."""

    case: str
    recheck: str
    decision: str
    order: str
    checked_on: date
    result: str
    first_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the row of the re-check."""
        values = {"decision_id": self.decision, "order_id": self.order}
        names = ("checked_on", "result", "first_on")
        yield Change("recheck", self.recheck, {name: getattr(self, name) for name in names} | values | {"case_id": self.case}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.checked_on.isoformat()}按日连续处罚的复查：{RESULTS[self.result]}"
