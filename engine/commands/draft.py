"""Drafts (草稿): working state that is kept for its author and never enters the journal."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.command import Command, handles
from engine.errors import InvalidInputError
from engine.events.codec import plain
from engine.journal.canonical import canonical
from engine.model import Draft
from engine.store import tables
from engine.work import Work

LIMIT = 200_000
"""Bytes of one draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveDraft(Command[None]):
    """Keep what was typed into a form, so that nothing typed is ever lost."""

    place: str
    data: Mapping[str, object]


@handles(SaveDraft)
def save_draft(command: SaveDraft, work: Work) -> None:
    """Replace the actor's draft at a place."""
    data = plain(command.data)
    if len(command.place) > 100 or len(canonical(data)) > LIMIT:
        raise InvalidInputError({"draft": ["草稿过大，未能保存。"]})
    table = tables.TABLES["draft"]
    work.connection.execute(table.delete().where(table.c.user_id == work.actor.id, table.c.place == command.place))
    tables.put(work.connection, Draft, {"user_id": work.actor.id, "place": command.place, "data": data, "saved_at": work.now})
