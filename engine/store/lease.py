"""Leases (租约): a round of background work is done by one process at a time; whoever dies with one lets it go when it ends."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, or_, update

from engine.model import Lease
from engine.store import tables

TERM = timedelta(seconds=60)
"""How long a lease is good unless it is renewed."""

_TABLE = tables.TABLES["lease"]


def take(connection: Connection, name: str, holder: str, now: datetime) -> bool:
    """Take or renew the lease; tell whether it is the holder's now."""
    free = or_(_TABLE.c.holder == holder, _TABLE.c.until <= now)
    if connection.execute(update(_TABLE).where(_TABLE.c.id == name, free).values(holder=holder, until=now + TERM)).rowcount:
        return True
    if connection.execute(_TABLE.select().where(_TABLE.c.id == name)).first() is not None:
        return False
    tables.put(connection, Lease, {"id": name, "holder": holder, "until": now + TERM})
    return True
