"""What happens to documents (文书): issued with number and frozen facts, rendered, served."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.events.fact import Change, Fact, fact, personal


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentIssued(Fact):
    """A document was issued: complete, numbered without gap, its facts frozen."""

    case: str
    document: str
    code: str
    title: str
    number: str | None
    series: str | None
    sequence: int | None
    issued_on: date
    token: str
    facts_digest: str
    facts: Mapping[str, Any] = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the row of the document, and with a new notice the plea as not yet made."""
        names = ("code", "title", "number", "series", "sequence", "issued_on", "token", "facts_digest", "facts")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("document", self.document, values | {"case_id": self.case, "state": "issued"}, new=True)
        if self.code == "D15":
            # Every notice opens a plea of its own; what was said to an earlier one answers nothing in this one (行政处罚法 Art. 44, 45).
            yield Change("case", self.case, dict.fromkeys(("plea", "plea_on", "plea_accepted", "plea_finding")))

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"制作{self.title}{'，文号' + self.number if self.number else ''}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRendered(Fact):
    """The document was put on paper; every reprint serves these bytes."""

    case: str
    document: str
    title: str
    sha256: str
    size: int

    def changes(self) -> Iterator[Change]:
        """Yield the digest of the paper."""
        yield Change("document", self.document, {"pdf_sha256": self.sha256, "pdf_size": self.size})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.title}成文，SHA-256 {self.sha256[:12]}…"
