"""What is decided (处理决定)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.events.fact import Change, Fact, fact

OUTCOMES: Mapping[str, str] = {"penalty": "行政处罚", "no_penalty": "不予处罚（轻微）", "not_established": "违法事实不成立", "transfer": "移送"}
"""The four outcomes of a case, by their key. Source: 行政处罚法 Art. 57(1)."""

CHOICES: Mapping[str, str] = {**OUTCOMES, "transfer": "涉嫌犯罪，移送公安机关"}
"""The outcomes as they are chosen today: what is for another department goes there by a transfer of jurisdiction (行政处罚法 Art. 22, 25)."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMade(Fact):
    """The head decided: penalty, no penalty, not established, or transfer. Source: 行政处罚法 Art. 57.

    `gains` are the unlawful gains that are confiscated, in yuan; None where there are none. Source: 行政处罚法 Art. 28(2).
    """

    case: str
    outcome: str
    fine: Decimal | None
    decided_on: date
    person: str
    person_name: str
    opinion: str
    gains: Decimal | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the decision on the case."""
        values = {"outcome": self.outcome, "fine": self.fine, "gains": self.gains, "decided_on": self.decided_on, "decider": self.person}
        yield Change("case", self.case, values)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        penalty = (f"处罚，罚款{self.fine}元" if self.fine else "处罚") + (f"，没收违法所得{self.gains}元" if self.gains else "")
        words = {"penalty": penalty, "no_penalty": "不予行政处罚", "not_established": "违法事实不成立", "transfer": "移送"}
        return f"{self.person_name}决定：{words.get(self.outcome, self.outcome)}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionChanged(Fact):
    """The agency changed its own penalty, or revoked it (`fine` None). Source: 行政处罚法 Art. 75(2).

    `before`, `fine`, `gains` and `refund` are yuan; `gains` is what is left of the confiscated gains, None where they stay, and `refund` what was
    paid too much.
    """

    case: str
    document: str
    ground: str
    before: Decimal | None
    fine: Decimal | None
    refund: Decimal
    settled: bool
    changed_on: date
    person: str
    person_name: str
    gains_before: Decimal | None = None
    gains: Decimal | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the penalty as it is now; a revoked one is no decision any more that a paper could state."""
        yield Change("case", self.case, {"fine": self.fine, "settled": self.settled})
        if self.gains is not None:
            yield Change("case", self.case, {"gains": self.gains})
        if self.fine is None:
            yield Change("case", self.case, {"outcome": "revoked", "gains": None})
            yield Change("document", self.document, {"state": "withdrawn"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        fine = f"罚款由{self.before}元变更为{self.fine}元" if self.fine != (self.before or 0) else ""
        gains = f"没收违法所得由{self.gains_before or 0}元变更为{self.gains}元" if self.gains is not None else ""
        what = "撤销处罚决定" if self.fine is None else "，".join(filter(None, (fine, gains))) or "变更没收的物品"
        back = f"，应退还{self.refund}元" if self.refund else ""
        return f"{self.person_name}决定{what}（{self.ground}）{back}"
