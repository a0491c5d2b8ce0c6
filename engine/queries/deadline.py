"""A deadline (期限) on its own page: how its last day came about, line by line and day by day."""

from dataclasses import dataclass

from sqlalchemy import select

from engine.actor import Actor
from engine.errors import NotFoundError
from engine.model import Case, Deadline, Service
from engine.queries.clock import ClockReading, read_clock
from engine.queries.query import Query, Reading, answers
from engine.rules.daybook import Span, day_book
from engine.rules.deadlines import DEADLINES
from engine.rules.reckoning import Suspension

SUPERIORS = frozenset({"squad_leader", "head"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineView:
    """A deadline of a case.

    Attributes:
        days: empty for terms in months and hours, and while the clock stands still.
        service: the service from which the clock runs, where the actor may correct its date.
    """

    case: Case
    clock: ClockReading
    days: tuple[Span, ...]
    service: Service | None


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
    return DeadlineView(case=case, clock=read_clock(deadline, reading.today), days=days, service=_correctable(reading, case, deadline, actor))


def _correctable(reading: Reading, case: Case, deadline: Deadline, actor: Actor) -> Service | None:
    kind, _, document = (deadline.origin or "").partition(":")
    if kind != "served" or not actor.roles & SUPERIORS or actor.id in {case.lead, case.second}:
        return None
    found = reading.rows(Service, select(Service.__table__).where(Service.case_id == case.id, Service.document_id == document))
    return found[-1] if found else None
