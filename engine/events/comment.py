"""What is said of a case by those who handle it (批注)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.events.fact import Change, Fact, fact, personal


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CommentWritten(Fact):
    """Somebody who handles the case commented on it."""

    case: str
    comment: str
    person: str
    person_name: str
    written_at: datetime
    text: str = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the row of the comment."""
        values: dict[str, Any] = {name: getattr(self, name) for name in ("person", "person_name", "text", "written_at")}
        yield Change("comment", self.comment, values | {"case_id": self.case}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}写批注"
