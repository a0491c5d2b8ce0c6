"""What is shown to the public (公示): published, withheld, put on paper, withdrawn, and ended with its term."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPublished(Fact):
    """The masked decision was published, or again after a withdrawal that was wrong: then `first_on` is the day of the first time.

    Source: 行政处罚法 Art. 48; 国办发〔2018〕118号.
    """

    case: str
    publication: str
    number: str
    district: str
    published_on: date
    until: date | None
    content: Mapping[str, Any]
    cause: str | None = None
    procedure: str | None = None
    kinds: str | None = None
    severity: str | None = None
    decided_on: date | None = None
    words: str | None = None
    again_of: str | None = None
    again_reason: str | None = None
    first_on: date | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the row of the publication."""
        told = ("number", "district", "published_on", "until", "content")
        sought = ("cause", "procedure", "kinds", "severity", "decided_on", "words")
        again = ("again_of", "again_reason", "first_on")
        values: dict[str, Any] = {name: getattr(self, name) for name in told + sought + again}
        yield Change("publication", self.publication, values | {"case_id": self.case, "state": "published"}, new=True)
        yield Change("case", self.case, {"published_on": self.first_on or self.published_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{'重新' if self.again_of else ''}公示{self.number}" + (f"，至{self.until.isoformat()}" if self.until else "")


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationWithheld(Fact):
    """The decision is not published, with the reason."""

    case: str
    reason: str
    basis: str | None

    def changes(self) -> Iterator[Change]:
        """Yield the reason on the case."""
        yield Change("case", self.case, {"withheld": self.reason})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"不予公示：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCopyMade(Fact):
    """The public copy (公示文本) was made of the masked content, and nothing personal was found in its text or its metadata."""

    case: str
    publication: str
    number: str
    sha256: str
    size: int

    def changes(self) -> Iterator[Change]:
        """Yield the digest of the copy."""
        yield Change("publication", self.publication, {"copy_sha256": self.sha256, "copy_size": self.size})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.number}的公示文本成文，经检查没有个人信息，SHA-256 {self.sha256[:12]}…"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalProposed(Fact):
    """Somebody proposed to withdraw a publication; `reason` is what the public will read. Source: 行政处罚法 Art. 48(2)."""

    case: str
    withdrawal: str
    publication: str
    number: str
    ground: str
    changed_on: date
    reason: str
    person: str
    person_name: str
    proposed_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the row of the proposal."""
        names = ("ground", "changed_on", "reason", "person", "person_name", "proposed_at")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change(
            "withdrawal", self.withdrawal, values | {"case_id": self.case, "publication_id": self.publication, "state": "proposed"}, new=True
        )

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}提出撤回{self.number}的公示：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalReturned(Fact):
    """The second person did not agree with the proposal."""

    case: str
    withdrawal: str
    number: str
    person_name: str
    reviewed_at: datetime
    opinion: str

    def changes(self) -> Iterator[Change]:
        """Yield the proposal as returned."""
        values = {"state": "returned", "reviewer_name": self.person_name, "reviewed_at": self.reviewed_at, "opinion": self.opinion}
        yield Change("withdrawal", self.withdrawal, values)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}退回撤回{self.number}公示的建议：{self.opinion}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationWithdrawn(Fact):
    """The publication was withdrawn, and the reason is public. Source: 行政处罚法 Art. 48(2)."""

    case: str
    publication: str
    withdrawal: str
    number: str
    ground: str
    reason: str
    person_name: str
    reviewed_at: datetime
    opinion: str
    withdrawn_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the publication as withdrawn and the proposal as approved."""
        gone = {"state": "withdrawn", "ended_on": self.withdrawn_on, "ground": self.ground, "reason": self.reason}
        agreed = {"state": "approved", "reviewer_name": self.person_name, "reviewed_at": self.reviewed_at, "opinion": self.opinion}
        yield Change("publication", self.publication, gone)
        yield Change("withdrawal", self.withdrawal, agreed)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}复核同意，撤回{self.number}的公示：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationEnded(Fact):
    """The term of the publication is over; the decision itself stands. Source: parameters `publish.retention.*`."""

    case: str
    publication: str
    number: str
    until: date

    def changes(self) -> Iterator[Change]:
        """Yield the publication as ended."""
        yield Change("publication", self.publication, {"state": "ended", "ended_on": self.until})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.number}公示期满（{self.until.isoformat()}），停止公示"
