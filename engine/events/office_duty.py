"""What happens to duties of the office (机关期限): they arise, are announced, are met or run out; facts of the office's stream."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDutyArose(Fact):
    """A year ended, and what the office owes for it began to run; `lines` explain the last day to people."""

    duty: str
    key: str
    year: int
    title: str
    basis: str
    start_on: date
    due: date
    ends_at: datetime
    lines: tuple[Mapping[str, Any], ...]
    warn_at: datetime | None

    def changes(self) -> Iterator[Change]:
        """Yield the row of the duty."""
        names = ("key", "year", "title", "basis", "start_on", "due", "ends_at", "warn_at")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        empty = {"lines": list(self.lines), "state": "running", "ended_on": None, "warned": None}
        yield Change("office_duty", self.duty, values | empty, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.title}（{self.year}年度）自{self.start_on.isoformat()}起算，至{self.due.isoformat()}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDutyWarned(Fact):
    """The system told somebody that a duty of the office falls due or was missed; each rung of the ladder, counted from 1, is told once."""

    duty: str
    title: str
    due: date
    rung: int
    superior: str
    words: str
    warn_at: datetime | None

    def changes(self) -> Iterator[Change]:
        """Yield how far the duty was announced."""
        yield Change("office_duty", self.duty, {"warned": self.rung, "warn_at": self.warn_at})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.title}（{self.due.isoformat()}届满）{self.words}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDutyExpired(Fact):
    """The last day of a duty of the office passed; it is still owed."""

    duty: str
    title: str
    due: date

    def changes(self) -> Iterator[Change]:
        """Yield the duty as expired."""
        yield Change("office_duty", self.duty, {"state": "expired", "ended_on": self.due})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.title}于{self.due.isoformat()}届满"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDutyMet(Fact):
    """What a duty of the office asked for was done, in time or late."""

    duty: str
    title: str
    due: date
    met_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the duty as met."""
        yield Change("office_duty", self.duty, {"state": "met", "ended_on": self.met_on, "warn_at": None})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        late = self.met_on > self.due
        return f"{self.title}：逾期，于{self.met_on.isoformat()}完成" if late else f"{self.title}：已在期限内完成"
