"""What happens when a document is served (送达)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.events.fact import Change, Fact, fact, personal


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentServed(Fact):
    """A document reached its recipient. Source: 行政处罚法 Art. 61; 民事诉讼法 Art. 87-95."""

    case: str
    service: str
    document: str
    document_title: str
    way: str
    served_on: date
    recipient: str = personal()
    relation: str | None = None
    place: str | None = personal()
    witness: str | None = personal()
    receipt_no: str | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the row of the service and the day on the document."""
        names = ("way", "served_on", "recipient", "relation", "place", "witness", "receipt_no")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("service", self.service, values | {"case_id": self.case, "document_id": self.document}, new=True)
        yield Change("document", self.document, {"state": "served", "served_on": self.served_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        whom = "公告期满，视为送达" if self.way == "announcement" else f"送达{self.recipient or '受送达人'}"
        return f"{self.document_title}于{self.served_on.isoformat()}{whom}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFailed(Fact):
    """An attempt to serve a document failed; the reason goes into the file."""

    case: str
    document: str
    document_title: str
    way: str
    tried_on: date
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the attempt lives in the task's form and in the journal."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.document_title}于{self.tried_on.isoformat()}未能送达：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDateCorrected(Fact):
    """The day on which a document was served was recorded wrongly and is corrected; the first record stays in the journal."""

    case: str
    service: str
    document: str
    document_title: str
    before: date
    served_on: date
    reason: str
    person: str
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the right day on the service and on the document."""
        yield Change("service", self.service, {"served_on": self.served_on})
        yield Change("document", self.document, {"served_on": self.served_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}将{self.document_title}送达日期由{self.before.isoformat()}更正为{self.served_on.isoformat()}：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAnnounced(Fact):
    """A document is served by announcement, because nothing else reached the party; the reason goes into the file. Source: 民事诉讼法 Art. 95."""

    case: str
    document: str
    document_title: str
    announced_on: date
    medium: str
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the announcement lives in the task's form, in its paper and in the journal."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.document_title}于{self.announced_on.isoformat()}在{self.medium}公告送达：{self.reason}"
