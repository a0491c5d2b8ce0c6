"""The outbox (发件箱) in the operator's hands: what was given up after eight attempts is tried again."""

from dataclasses import dataclass

from sqlalchemy import select, update

from engine.commands.command import Command, handles
from engine.errors import NotFoundError
from engine.events.outbox import OutboxResent
from engine.model import OutboxItem
from engine.store import tables
from engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class ResendItem(Command[None]):
    """Try something again that had been given up."""

    item: int


@handles(ResendItem)
def resend_item(command: ResendItem, work: Work) -> None:
    """Put the item back with all its attempts before it; NotFoundError for one that was not given up."""
    table = tables.TABLES[OutboxItem.__tablename__]
    kind = work.connection.execute(select(table.c.kind).where(table.c.id == command.item, table.c.state == "dead")).scalar()
    if kind is None:
        raise NotFoundError("队列中没有这项失败的事项。")
    ready = {"state": "ready", "attempts": 0, "lease_until": None}
    work.connection.execute(update(table).where(table.c.id == command.item).values(ready))
    work.record(OutboxResent(item=command.item, kind=str(kind), person_name=work.actor.name))
