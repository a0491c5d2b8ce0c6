"""A deadline (期限) on its own page: how its last day came about, line by line and day by day."""

from dataclasses import dataclass

from engine.actor import Actor
from engine.errors import NotFoundError
from engine.model import Case, Deadline
from engine.queries.clock import ClockReading, read_clock
from engine.queries.query import Query, Reading, answers
from engine.rules.daybook import Span, day_book
from engine.rules.deadlines import DEADLINES
from engine.rules.reckoning import Suspension


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineView:
    """A deadline of a case; `days` is empty for terms in months and hours, and while the clock stands still."""

    case: Case
    clock: ClockReading
    days: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneDeadline(Query[DeadlineView]):
    """A deadline by its name within a case; NotFoundError out of reach, or where there is none."""

    case_id: str
    name: str


@answers(OneDeadline)
def one_deadline(query: OneDeadline, actor: Actor, reading: Reading) -> DeadlineView:
    """Return the deadline, its days counted under the holiday tables as they are now."""
    case = reading.case(query.case_id, actor)
    deadline = reading.find(Deadline, f"{case.id}:{query.name}")
    if deadline is None or deadline.key not in DEADLINES:
        raise NotFoundError("本案没有这个期限。")
    days: tuple[Span, ...] = ()
    if deadline.due is not None:
        length = deadline.length + sum(item["length"] for item in deadline.extensions or ())
        periods = [Suspension.read(item) for item in deadline.suspensions]
        days = day_book(DEADLINES[deadline.key], deadline.start_on, length, deadline.due, reading.law.calendar, periods)
    return DeadlineView(case=case, clock=read_clock(deadline, reading.today), days=days)
