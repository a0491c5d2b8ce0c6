"""The outbox (发件箱): what the world hears after commit, at least once; each item is claimed by lease and marked by itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from engine.store import tables

LEASE = timedelta(seconds=30)
ATTEMPTS = 8

_TABLE = tables.TABLES["outbox"]
_FREE = select(_TABLE.c.id).where(
    _TABLE.c.state == "ready", (_TABLE.c.lease_until.is_(None)) | (_TABLE.c.lease_until < bindparam("now", type_=_TABLE.c.lease_until.type))
)
_MARK = update(_TABLE).where(_TABLE.c.id == bindparam("item"))


@dataclass(frozen=True, slots=True)
class Item:
    """Something to do outside the transaction."""

    id: int
    kind: str
    payload: dict[str, Any]


def claim(connection: Connection, now: datetime, limit: int = 20) -> list[Item]:
    """Take items for the time of a lease, the oldest first; whoever dies with them lets them go when it ends."""
    chosen = _FREE.order_by(_TABLE.c.id).limit(limit).with_for_update(skip_locked=True)
    ids = list(connection.execute(chosen, {"now": now}).scalars())
    taken = update(_TABLE).where(_TABLE.c.id.in_(ids)).values(lease_until=now + LEASE, attempts=_TABLE.c.attempts + 1)
    if not ids:
        return []
    rows = connection.execute(taken.returning(_TABLE.c.id, _TABLE.c.kind, _TABLE.c.payload))
    return sorted((Item(row.id, row.kind, row.payload) for row in rows), key=lambda item: item.id)


def done(connection: Connection, item: Item) -> None:
    """Mark an item as done."""
    connection.execute(_MARK.values(state="done", error=None), {"item": item.id})


def failed(connection: Connection, item: Item, error: str, now: datetime) -> None:
    """Put an item back with a growing pause; after eight attempts it is dead and waits for an operator."""
    attempts = connection.execute(select(_TABLE.c.attempts).where(_TABLE.c.id == item.id)).scalar_one()
    state = "dead" if attempts >= ATTEMPTS else "ready"
    connection.execute(_MARK.values(state=state, error=error[:500], lease_until=now + timedelta(seconds=2**attempts)), {"item": item.id})


def leave(connection: Connection, kind: str) -> int:
    """Mark all items of a kind as done that whoever needs them makes by himself; return how many waited."""
    return connection.execute(update(_TABLE).where(_TABLE.c.kind == kind, _TABLE.c.state == "ready").values(state="done")).rowcount
