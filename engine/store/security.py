"""Noting security events (安全事件): a row each; what comes again within a minute is counted, so that nobody floods the table."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from engine.model import SecurityEvent
from engine.store import tables

TOGETHER = timedelta(minutes=1)

_TABLE = tables.TABLES["security_event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened, who did it, and from where."""

    kind: str
    person: str | None
    person_name: str
    address: str = ""
    detail: str = ""


def note(connection: Connection, event: Event, now: datetime) -> None:
    """Write an event, or count it with the same one of the last minute."""
    same = (_TABLE.c.kind == event.kind) & (_TABLE.c.person.is_not_distinct_from(event.person)) & (_TABLE.c.detail == event.detail[:200])
    recent = same & (_TABLE.c.address == event.address[:64]) & (_TABLE.c.at > now - TOGETHER)
    if connection.execute(_TABLE.update().where(recent).values(count=_TABLE.c.count + 1)).rowcount:
        return
    row = {"at": now, "kind": event.kind, "person": event.person, "person_name": event.person_name[:50], "address": event.address[:64]}
    tables.put(connection, SecurityEvent, row | {"detail": event.detail[:200], "count": 1})
