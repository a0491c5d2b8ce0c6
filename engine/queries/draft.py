"""Drafts (草稿): what somebody typed and did not submit yet."""

from dataclasses import dataclass

from sqlalchemy import select

from engine.actor import Actor
from engine.model import Draft
from engine.queries.query import Query, Reading, answers


@dataclass(frozen=True, slots=True, kw_only=True)
class FindDraft(Query[Draft | None]):
    """The actor's own draft at a place, such as `new-case` or `task:<id>`."""

    place: str


@answers(FindDraft)
def answer_draft(query: FindDraft, actor: Actor, reading: Reading) -> Draft | None:
    """Return the actor's draft, or None."""
    return find_draft(reading, actor, query.place)


def find_draft(reading: Reading, actor: Actor, place: str) -> Draft | None:
    """Return the actor's draft at a place, or None."""
    found = reading.rows(Draft, select(Draft.__table__).where(Draft.user_id == actor.id, Draft.place == place))
    return found[0] if found else None
