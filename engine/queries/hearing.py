"""Hearings the public may come to (听证公告): what, when, where, and whose. Source: 行政处罚法 Art. 64(3)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from engine.actor import Actor
from engine.model import Document, Hearing
from engine.queries.query import Query, Reading, answers

ANNOUNCEMENT = "D17A"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicHearing:
    """A public hearing that is to come; `party` is a person's family name alone, as the announcement has it."""

    cause: str
    party: str
    meets_on: date
    meets_at: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingHearings(Query[tuple[PublicHearing, ...]]):
    """The public hearings from today on, the next first; once held, put off or given up a hearing is announced no more."""


@answers(ComingHearings)
def coming_hearings(query: ComingHearings, actor: Actor, reading: Reading) -> tuple[PublicHearing, ...]:
    """Return what was announced and not held yet, in the words of the announcement."""
    del query, actor
    table = Hearing.__table__.c
    coming = table.closed.is_(None) & table.state.in_(("set", "notified")) & (table.meets_on >= reading.today)
    rows = reading.rows(Hearing, select(Hearing.__table__).where(coming).order_by(table.meets_on, table.meets_at, table.id))
    return tuple(shown for row in rows if (shown := _announced(row, reading)) is not None)


def _announced(hearing: Hearing, reading: Reading) -> PublicHearing | None:
    paper = Document.__table__.c
    papers = reading.rows(Document, select(Document.__table__).where(paper.case_id == hearing.case_id, paper.code == ANNOUNCEMENT))
    instant = f"{hearing.meets_on}T{hearing.meets_at}"
    facts = next((item.facts for item in papers if item.facts and item.facts.get("meets_at") == instant), None)
    if facts is None or hearing.meets_on is None:
        return None
    return PublicHearing(
        cause=str(facts["cause"]), party=str(facts["named"]), meets_on=hearing.meets_on, meets_at=hearing.meets_at or "", place=str(facts["place"])
    )
