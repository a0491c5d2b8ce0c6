"""What happens to an order to correct (责令改正): given, and looked at again. Source: 行政处罚法 Art. 28(1)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from engine.events.fact import Change, Fact, fact, personal

RESULTS: Mapping[str, str] = {"corrected": "已改正", "partial": "部分改正", "none": "未改正"}
"""What a re-inspection (复查) can show."""

ANNULLED = "annulled"
"""Stands in the place of what a re-inspection showed, where the order fell."""

OUTCOMES: Mapping[str, str] = {**RESULTS, ANNULLED: "责令改正没有效力（已被撤销，或者送达时改正期限已过）"}
"""How an order can end."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionOrdered(Fact):
    """The party was ordered to correct by a day: by a notice of its own (`document`), or, where there is none, in the decision."""

    case: str
    order: str
    document: str | None
    demand: str = personal()
    until: date
    ordered_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the row of the order."""
        values = {"document_id": self.document, "demand": self.demand, "until": self.until, "ordered_on": self.ordered_on}
        yield Change("correction_order", self.order, values | {"case_id": self.case}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"责令当事人在{self.until.isoformat()}前改正" + ("" if self.document else "（处罚决定已责令）")


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionReinspected(Fact):
    """Two officers looked again: corrected on a day, in part, or not; `refused` where there was no good reason (拒不改正)."""

    case: str
    order: str
    inspected_on: date
    result: str
    corrected_on: date | None
    refused: bool

    def changes(self) -> Iterator[Change]:
        """Yield what the re-inspection showed."""
        names = ("inspected_on", "result", "corrected_on", "refused")
        yield Change("correction_order", self.order, {name: getattr(self, name) for name in names})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.inspected_on.isoformat()}复查：{RESULTS[self.result]}" + ("，拒不改正" if self.refused else "")


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionAnnulled(Fact):
    """The order fell by a reconsideration or a lawsuit, or came after its last day: nobody refused by not following it.

    Source: 行政复议法 Art. 64; 行政诉讼法 Art. 70.
    """

    case: str
    order: str
    annulled_on: date
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield that the order ended so, whatever a re-inspection showed."""
        yield Change("correction_order", self.order, {"result": ANNULLED, "refused": False})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.annulled_on.isoformat()}责令改正失效：{self.reason}"
