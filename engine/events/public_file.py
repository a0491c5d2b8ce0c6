"""What happens to the files beside a publication (公示附件): attached after the check, removed before publication."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFileAttached(Fact):
    """A file was attached; nothing personal was found in its text, its metadata, its picture's data or its name."""

    case: str
    file: str
    title: str
    file_name: str
    media_type: str
    sha256: str
    size: int
    person_name: str
    attached_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the row of the file."""
        names = ("title", "file_name", "media_type", "sha256", "size", "person_name", "attached_at")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("public_file", self.file, values | {"case_id": self.case, "state": "attached"}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}附上公示附件“{self.title}”，SHA-256 {self.sha256[:12]}…"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFileRemoved(Fact):
    """A file was taken away again before publication."""

    case: str
    file: str
    title: str
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the file as removed."""
        yield Change("public_file", self.file, {"state": "removed"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}撤去公示附件“{self.title}”"
