"""What is frozen of an exercise of discretion (裁量): inputs, tables, rows that fired, range and amount."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from engine.events.decision import OUTCOMES
from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DiscretionAssessed(Fact):
    """The tables were asked and their whole answer was frozen. Source: 行政处罚法 Art. 34; 国办发〔2022〕27号."""

    case: str
    assessment: str
    occasion: str
    outcome: str
    tier: str | None
    low: Decimal | None
    high: Decimal | None
    recommended: Decimal | None
    fine: Decimal | None
    reason: str | None
    facts: Mapping[str, Any]
    explanation: Mapping[str, Any]
    at: datetime | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the row of the assessment and the proposal on the case."""
        names = ("occasion", "outcome", "tier", "low", "high", "recommended", "fine", "reason", "facts", "explanation", "at")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("assessment", self.assessment, values | {"case_id": self.case}, new=True)
        yield Change("case", self.case, {"proposed_outcome": self.outcome, "proposed_fine": self.fine, "assessment_id": self.assessment})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        if self.fine is None:
            return f"裁量评定：{OUTCOMES.get(self.outcome, self.outcome)}"
        if self.tier is None:
            return f"裁量评定：没有适用的阶次，拟{self.fine}元，提请集体讨论"
        return f"裁量评定：{self.tier}，{self.low}元至{self.high}元，建议{self.recommended}元，拟{self.fine}元"
