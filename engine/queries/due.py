"""What is due (到期): the clocks whose last day is over, in the order in which they ran out."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, exists, func, or_, select

from engine.actor import Actor
from engine.model import Case, Deadline, LawVersion, Recount
from engine.queries.query import Query, Reading, answers
from engine.store.statement import Statement

SYSTEM_ONLY = frozenset({"SYSTEM"})

_DUE = Statement(
    select(Deadline.case_id, Deadline.id, Deadline.ends_at)
    .where(Deadline.state == "running", Deadline.ends_at <= bindparam("until"))
    .order_by(Deadline.ends_at, Deadline.id)
    .limit(bindparam("limit"))
)
_TABLES = Statement(select(func.count(LawVersion.kind)).where(or_(LawVersion.kind == "holiday", LawVersion.kind == "decree")))
"""How many holiday tables and decrees were published: none is ever changed, so the number says which there are."""

_COUNTING = Statement(
    select(Case.id)
    .where(Case.id > bindparam("after"))
    .where(exists(select(Deadline.id).where(Deadline.case_id == Case.id, or_(Deadline.state == "running", Deadline.state == "suspended"))))
    .order_by(Case.id)
    .limit(bindparam("limit"))
)
"""Asked of the cases in their order, not of the clocks by their state: each round would read all that are open."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWarnings(Query[tuple[Due, ...]]):
    """The clocks whose superiors are to be told up to an instant (超期预警), the earliest first; `ends_at` is the instant of the warning."""

    until: datetime
    limit: int = 100


_UNTIL: BindParameter[datetime] = bindparam("until")
_RINGS = Statement(select(Deadline.id).where(Deadline.state == "running", Deadline.ends_at <= _UNTIL).limit(1))
_WARNS = Statement(select(Deadline.id).where(Deadline.warn_at <= _UNTIL).limit(1))
"""A clock that stands still, was met or is void has no warning to come, so that the instant alone decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What the clocks ask for: to be counted anew, to ring, to be announced."""

    recount: bool
    rings: bool
    warns: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingClocks(Query[Waiting]):
    """Whether there is anything to do up to an instant; asked at every tick, so that one with nothing to do costs next to nothing."""

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RecountRound:
    """The next cases whose open clocks are to be counted under the holiday tables as they are now; `tables` is how many were published."""

    tables: int
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRecount(Query[RecountRound | None]):
    """What is left to recount after a holiday table or a decree was published, or None."""

    limit: int = 100


@answers(DueDeadlines, roles=SYSTEM_ONLY)
def due_deadlines(query: DueDeadlines, actor: Actor, reading: Reading) -> tuple[Due, ...]:
    """Return the clocks that are to ring."""
    del actor
    found = _DUE.rows(reading.connection, {"until": query.until, "limit": query.limit})
    return tuple(Due(case_id=case, deadline_id=deadline, ends_at=ends_at) for case, deadline, ends_at in found)


@answers(WaitingClocks, roles=SYSTEM_ONLY)
def waiting_clocks(query: WaitingClocks, actor: Actor, reading: Reading) -> Waiting:
    """Return what there is to do."""
    del actor
    known = reading.find(Recount, str(_published(reading)))
    until = {"until": query.until}
    return Waiting(
        recount=known is None or not known.finished,
        rings=bool(_RINGS.rows(reading.connection, until)),
        warns=bool(_WARNS.rows(reading.connection, until)),
    )


def _published(reading: Reading) -> int:
    return int(_TABLES.rows(reading.connection, {})[0][0])


@answers(DueWarnings, roles=SYSTEM_ONLY)
def due_warnings(query: DueWarnings, actor: Actor, reading: Reading) -> tuple[Due, ...]:
    """Return the clocks of which somebody is to be told."""
    del actor
    statement = (
        select(Deadline.case_id, Deadline.id, Deadline.warn_at)
        .where(Deadline.warn_at <= query.until)
        .order_by(Deadline.warn_at, Deadline.id)
        .limit(query.limit)
    )
    return tuple(Due(case_id=row.case_id, deadline_id=row.id, ends_at=row.warn_at) for row in reading.connection.execute(statement))


@answers(NextRecount, roles=SYSTEM_ONLY)
def next_recount(query: NextRecount, actor: Actor, reading: Reading) -> RecountRound | None:
    """Return the next cases with open clocks, in the order of their ids, after the last one that was recounted."""
    del actor
    tables = _published(reading)
    known = reading.find(Recount, str(tables))
    if known is not None and known.finished:
        return None
    after = "" if known is None else known.after
    cases = _COUNTING.rows(reading.connection, {"after": after, "limit": query.limit})
    return RecountRound(tables=tables, cases=tuple(case for (case,) in cases))
