"""What people say on a case (意见): approvals, reviews, returns with their reasons."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGiven(Fact):
    """Somebody approved, reviewed or returned a step; `result` is the form's own word for it, `stead` in whose stead it was."""

    case: str
    opinion: str
    step: str
    title: str
    person: str
    person_name: str
    result: str
    result_title: str
    text: str
    at: datetime
    stead: str | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the row of the opinion."""
        names = ("step", "title", "person", "person_name", "result", "result_title", "text", "at", "stead")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("opinion", self.opinion, values | {"case_id": self.case}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}（{self.title}）{self.result_title}：{self.text}"
