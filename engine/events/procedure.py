"""What happens to the procedures beside the main one (程序): started, ended."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.events.fact import Change, Fact, fact, personal


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureStarted(Fact):
    """Somebody started a procedure beside the main one; `subject` is what it is about, `data` the form as it was filled in."""

    case: str
    instance: str
    procedure: str
    form: str
    title: str
    subject: str | None = personal()
    bundle: str
    person: str
    person_name: str
    started_at: datetime
    data: Mapping[str, Any] = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the row of the procedure."""
        names = ("procedure", "form", "title", "subject", "bundle", "started_at", "data")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        who = {"started_by": self.person, "started_name": self.person_name}
        yield Change("process", self.instance, values | who | {"case_id": self.case}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}启动{self.title}{f'：{self.subject}' if self.subject else ''}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureEnded(Fact):
    """A procedure beside the main one came to its end; `ended_as` is what its diagram calls the end."""

    case: str
    instance: str
    title: str
    ended_at: datetime
    ended_as: str

    def changes(self) -> Iterator[Change]:
        """Yield when and how the procedure ended."""
        yield Change("process", self.instance, {"ended_at": self.ended_at, "ended_as": self.ended_as})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.title}结束：{self.ended_as}" if self.ended_as else f"{self.title}结束"
