"""What is heard of the party (陈述申辩)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.events.fact import Change, Fact, fact, personal


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PleaReceived(Fact):
    """The party stated its case. Source: 行政处罚法 Art. 45."""

    case: str
    received_on: date
    way: str
    content: str = personal()

    def changes(self) -> Iterator[Change]:
        """Yield how the party was heard."""
        yield Change("case", self.case, {"plea": "submitted", "plea_on": self.received_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"当事人于{self.received_on.isoformat()}提出陈述申辩"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PleaWaived(Fact):
    """The party declared that it waives the plea, or kept silent until its term ended. Source: 行政处罚法 Art. 44, 45."""

    case: str
    by_silence: bool
    waived_on: date

    def changes(self) -> Iterator[Change]:
        """Yield how the party was heard."""
        yield Change("case", self.case, {"plea": "lapsed" if self.by_silence else "waived", "plea_on": self.waived_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return "当事人逾期未提出陈述申辩，视为放弃" if self.by_silence else "当事人明确放弃陈述申辩"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PleaReviewed(Fact):
    """The plea was examined; its facts, reasons and evidence were taken or not. Source: 行政处罚法 Art. 45(1)."""

    case: str
    accepted: str
    finding: str
    facts_changed: bool

    def changes(self) -> Iterator[Change]:
        """Yield the result of the review."""
        yield Change("case", self.case, {"plea_accepted": self.accepted, "plea_finding": self.finding})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        word = {"all": "全部采纳", "part": "部分采纳", "none": "不予采纳"}.get(self.accepted, self.accepted)
        return f"复核陈述申辩：{word}。{self.finding}"
