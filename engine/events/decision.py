"""What is decided (处理决定)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMade(Fact):
    """The head decided: penalty, no penalty, not established, or transfer. Source: 行政处罚法 Art. 57."""

    case: str
    outcome: str
    fine: Decimal | None
    decided_on: date
    person: str
    person_name: str
    opinion: str

    def changes(self) -> Iterator[Change]:
        """Yield the decision on the case."""
        yield Change("case", self.case, {"outcome": self.outcome, "fine": self.fine, "decided_on": self.decided_on, "decider": self.person})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        words = {"penalty": f"处罚，罚款{self.fine}元", "no_penalty": "不予行政处罚", "not_established": "违法事实不成立", "transfer": "移送"}
        return f"{self.person_name}决定：{words.get(self.outcome, self.outcome)}"
