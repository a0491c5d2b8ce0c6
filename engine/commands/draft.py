"""Drafts (草稿): working state that is kept for its author and never enters the journal."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam, delete

from engine.commands.command import Command, handles
from engine.errors import InvalidInputError
from engine.events.codec import plain
from engine.journal.canonical import canonical
from engine.model import Draft
from engine.store import tables
from engine.store.statement import Statement
from engine.work import Work

LIMIT = 200_000
"""Bytes of one draft."""

NEW_CASE = "new-case"
"""The place of the draft of a clue."""

_FORGET = Statement(delete(Draft).where(Draft.user_id == bindparam("person"), Draft.place == bindparam("typed_at")))


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


def forget_draft(work: Work, place: str) -> None:
    """Drop what the actor typed at a place once it was submitted, so that it does not come back in the next form."""
    _FORGET.change(work.connection, {"person": work.actor.id, "typed_at": place})
