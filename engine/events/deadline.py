"""What happens to statutory clocks (期限): started, suspended, resumed, lengthened, announced, met, expired; due dates are facts, never edits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineReckoned(Fact):
    """A deadline was started, or reckoned anew because an event that it depends on was recorded.

    `due` is None while the clock stands still; `lines` explain the date to people. `origin` names the event from which the clock
    runs, `warn_at` is the instant of the next warning, `renewed` says that the clock runs anew from another event.
    """

    case: str
    deadline: str
    key: str
    title: str
    start_on: date
    length: int
    unit: str
    owner: str
    basis: str
    due: date | None
    ends_at: datetime | None
    provisional: bool
    suspensions: tuple[Mapping[str, Any], ...]
    lines: tuple[Mapping[str, Any], ...]
    cause: str
    subject: str | None = None
    origin: str | None = None
    start_at: datetime | None = None
    extensions: tuple[Mapping[str, Any], ...] = ()
    warn_at: datetime | None = None
    renewed: bool = False

    def changes(self) -> Iterator[Change]:
        """Yield the row of the deadline."""
        names = ("key", "title", "start_on", "length", "unit", "owner", "basis", "due", "ends_at", "provisional")
        later = ("subject", "origin", "start_at", "warn_at")
        values: dict[str, Any] = {name: getattr(self, name) for name in names + later}
        state = "suspended" if self.due is None else "running"
        lists = {"suspensions": list(self.suspensions), "lines": list(self.lines), "extensions": list(self.extensions) or None}
        anew = {"ended_on": None, "escalated": None, "warned": None} if self.renewed else {}
        yield Change("deadline", self.deadline, values | lists | anew | {"case_id": self.case, "state": state})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        due = f"至{self.due.isoformat()}" if self.due else "暂停计算"
        return f"{self.title}{due}（{self.cause}）{'，暂定' if self.provisional else ''}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineMoved(Fact):
    """A deadline was counted anew because the holidays changed; what it runs from, its length and its suspensions stay as they are."""

    case: str
    deadline: str
    title: str
    due: date | None
    ends_at: datetime | None
    provisional: bool
    lines: tuple[Mapping[str, Any], ...]
    warn_at: datetime | None
    cause: str

    def changes(self) -> Iterator[Change]:
        """Yield the new last day of the deadline and how it was counted."""
        names = ("due", "ends_at", "provisional", "warn_at")
        yield Change("deadline", self.deadline, {name: getattr(self, name) for name in names} | {"lines": list(self.lines)})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        due = f"至{self.due.isoformat()}" if self.due else "暂停计算"
        return f"{self.title}{due}（{self.cause}）{'，暂定' if self.provisional else ''}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineMet(Fact):
    """What the deadline asked for was done, in time or late; where it `opens` a way, what it is for may come any day after it."""

    case: str
    deadline: str
    title: str
    due: date | None
    met_on: date
    opens: bool = False

    def changes(self) -> Iterator[Change]:
        """Yield the deadline as met."""
        yield Change("deadline", self.deadline, {"state": "met", "ended_on": self.met_on, "warn_at": None})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        if self.opens:
            return f"{self.title}：于{self.met_on.isoformat()}办理"
        late = self.due is not None and self.met_on > self.due
        return f"{self.title}：逾期，于{self.met_on.isoformat()}履行" if late else f"{self.title}：已在期限内履行"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineExpired(Fact):
    """The last day of a deadline passed."""

    case: str
    deadline: str
    title: str
    due: date

    def changes(self) -> Iterator[Change]:
        """Yield the deadline as expired."""
        yield Change("deadline", self.deadline, {"state": "expired", "ended_on": self.due})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.title}于{self.due.isoformat()}届满"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineVoided(Fact):
    """A deadline no longer means anything, because what it was about fell away (作废)."""

    case: str
    deadline: str
    title: str
    reason: str
    voided_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the deadline as void."""
        yield Change("deadline", self.deadline, {"state": "void", "ended_on": self.voided_on, "warn_at": None})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.title}期限作废：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineWarned(Fact):
    """The system told somebody that a duty falls due or was missed (超期预警); each rung of the ladder is told once.

    `rung` counts from 1; `superior` is the role that was told; `warn_at` the instant of the next rung.
    """

    case: str
    deadline: str
    title: str
    due: date
    rung: int
    superior: str
    words: str
    warn_at: datetime | None

    def changes(self) -> Iterator[Change]:
        """Yield how far the deadline was announced."""
        yield Change("deadline", self.deadline, {"warned": self.rung, "warn_at": self.warn_at})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.title}（{self.due.isoformat()}届满）{self.words}"
