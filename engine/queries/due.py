"""What is due (到期): the clocks whose last day is over, in the order in which they ran out."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from engine.actor import Actor
from engine.model import Deadline
from engine.queries.query import Query, Reading, answers
from engine.store.statement import Statement

SYSTEM_ONLY = frozenset({"SYSTEM"})

_DUE = Statement(
    select(Deadline.case_id, Deadline.id, Deadline.ends_at)
    .where(Deadline.state == "running", Deadline.ends_at <= bindparam("until"))
    .order_by(Deadline.ends_at, Deadline.id)
    .limit(bindparam("limit"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A running clock: its case, its id and the instant at which it runs out."""

    case_id: str
    deadline_id: str
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDeadlines(Query[tuple[Due, ...]]):
    """The running clocks that run out up to an instant, the earliest first."""

    until: datetime
    limit: int = 100


@answers(DueDeadlines, roles=SYSTEM_ONLY)
def due_deadlines(query: DueDeadlines, actor: Actor, reading: Reading) -> tuple[Due, ...]:
    """Return the clocks that are to ring."""
    del actor
    found = _DUE.rows(reading.connection, {"until": query.until, "limit": query.limit})
    return tuple(Due(case_id=case, deadline_id=deadline, ends_at=ends_at) for case, deadline, ends_at in found)
