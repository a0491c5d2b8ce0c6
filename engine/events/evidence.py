"""What happens to evidence (证据)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.events.fact import Change, Fact, fact

COLUMNS = (
    *("number", "kind", "name", "purpose", "file_name", "media_type", "size", "sha256"),
    *("person", "person_name", "received_at", "source", "place", "obtained_on", "secrecy"),
)
"""What the table holds of a piece of evidence, in the order in which it is told."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceReceived(Fact):
    """A piece of evidence came in and was sealed by its SHA-256 at receipt. Source: 行政处罚法 Art. 46."""

    case: str
    evidence: str
    number: int
    kind: str
    name: str
    purpose: str
    file_name: str
    media_type: str
    size: int
    sha256: str
    person: str
    person_name: str
    received_at: datetime
    source: str | None = None
    place: str | None = None
    obtained_on: date | None = None
    secrecy: str | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the row of the evidence."""
        values: dict[str, Any] = {name: getattr(self, name) for name in COLUMNS}
        yield Change("evidence", self.evidence, values | {"case_id": self.case}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}提交证据{self.number}“{self.name}”，SHA-256 {self.sha256[:12]}…"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRechecked(Fact):
    """What a recused officer had collected was looked at again: it stands, or is not used. Source: 行政处罚法 Art. 43, 46."""

    case: str
    evidence: str
    number: int
    kept: bool
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the result of the recheck."""
        yield Change("evidence", self.evidence, {"recheck": "kept" if self.kept else "excluded"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}复核证据{self.number}：{'予以采用' if self.kept else '不予采用'}"
