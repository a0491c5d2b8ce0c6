"""What happens to absences (请假外出): noted with their days, cancelled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceNoted(Fact):
    """Somebody is away, both days included."""

    absence: str
    person: str
    person_name: str
    kind: str
    kind_title: str
    starts_on: date
    ends_on: date
    note: str | None
    noted_at: datetime
    noted_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the row of the absence."""
        names = ("person", "person_name", "kind", "starts_on", "ends_on", "note", "noted_at", "noted_name")
        yield Change("absence", self.absence, {name: getattr(self, name) for name in names}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}{self.kind_title}，{self.starts_on.isoformat()}至{self.ends_on.isoformat()}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceCancelled(Fact):
    """Somebody came back earlier, or did not go."""

    absence: str
    person_name: str
    by_name: str
    cancelled_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the end."""
        yield Change("absence", self.absence, {"cancelled_at": self.cancelled_at})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.by_name}销去{self.person_name}的请假外出"
