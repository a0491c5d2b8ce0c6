"""Operation (运行): what waits in the queue and how much there is, without a word of any case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from engine.actor import Actor
from engine.model import Case, Deadline, Entry, OutboxItem, SearchEntry, User
from engine.queries.query import Query, Reading, answers


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadItem:
    """Something that could not be done outside, however often it was tried; `error` says what another department's machine answered."""

    number: int
    kind: str
    at: datetime
    attempts: int
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    """How the installation is doing.

    Attributes:
        queue: items of the outbox by state: ready, done, dead.
        oldest: when the item that waits longest was put in, None where none waits.
        late: clocks that should have rung more than a tick ago.
        unindexed: cases that are not in the index of the search.
    """

    now: datetime
    queue: Mapping[str, int]
    oldest: datetime | None
    dead: tuple[DeadItem, ...]
    late: int
    cases: int
    unindexed: int
    entries: int
    last: datetime | None
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Query[OperationView]):
    """How the installation is doing."""


@answers(Operation, roles=frozenset({"system_admin", "SYSTEM"}))
def operation(query: Operation, actor: Actor, reading: Reading) -> OperationView:
    """Return the figures."""
    del query, actor
    connection, outbox = reading.connection, OutboxItem.__table__
    states = {row[0]: row[1] for row in connection.execute(select(OutboxItem.state, func.count()).group_by(OutboxItem.state))}
    dead = connection.execute(select(outbox).where(OutboxItem.state == "dead").order_by(OutboxItem.id.desc()).limit(20))
    cases = connection.execute(select(func.count()).select_from(Case)).scalar_one()
    return OperationView(
        now=reading.now,
        queue=states,
        oldest=connection.execute(select(func.min(OutboxItem.at)).where(OutboxItem.state == "ready")).scalar(),
        dead=tuple(
            DeadItem(number=row.id, kind=row.kind, at=row.at, attempts=row.attempts, error=row.error if row.kind == "request" and row.error else "")
            for row in dead
        ),
        late=connection.execute(select(func.count()).where(Deadline.state == "running", Deadline.ends_at <= reading.now)).scalar_one(),
        cases=cases,
        unindexed=cases - connection.execute(select(func.count()).select_from(SearchEntry)).scalar_one(),
        entries=connection.execute(select(func.count()).select_from(Entry)).scalar_one(),
        last=connection.execute(select(func.max(Entry.at))).scalar(),
        people=connection.execute(select(func.count()).where(User.active)).scalar_one(),
    )
