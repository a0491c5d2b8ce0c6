"""The register of publications (公示台账) as the office sees it: what is public, what is to be withdrawn, what ends today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select, true

from engine.actor import Actor
from engine.model import CreditRow, Deadline, Publication, Withdrawal
from engine.queries.clock import ClockReading, read_clock
from engine.queries.credit import READERS
from engine.queries.due import SYSTEM_ONLY
from engine.queries.query import Query, Reading, answers
from engine.queries.reach import BUREAU
from engine.rules.search import words

PAGE = 20
KEY = "publication.withdrawal"
CHANGED = "publication.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """A publication in the register, with the proposal that waits and the clock of its withdrawal."""

    publication: Publication
    proposal: Withdrawal | None
    clock: ClockReading | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """One page of the register; `waiting` are the publications whose withdrawal waits for review, `states` the counts by state."""

    rows: tuple[RegisterRow, ...]
    total: int
    page: int
    pages: int
    states: Mapping[str, int]
    waiting: tuple[RegisterRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Query[RegisterPage]):
    """The publications of the actor's district by state and words."""

    state: str | None = None
    text: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicLife:
    """Everything that became of a case's publication: the publications, the proposals to withdraw, the rows of 双公示.

    `clock` is that of the withdrawal, `changed` that of the publication of a changed decision; None where they never started.
    """

    publications: tuple[Publication, ...]
    withdrawals: tuple[Withdrawal, ...]
    rows: tuple[CreditRow, ...]
    clock: ClockReading | None
    changed: ClockReading | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicLifeOf(Query[PublicLife]):
    """What became of the publication of a case within reach."""

    case_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A publication whose last day is over."""

    case_id: str
    publication_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePublications(Query[tuple[Ending, ...]]):
    """The publications whose last day lies before a day, the earliest first."""

    before: date
    limit: int = 100


@answers(Register, roles=READERS)
def register(query: Register, actor: Actor, reading: Reading) -> RegisterPage:
    """Return the page."""
    mine: ColumnElement[bool] = true() if actor.roles & BUREAU else Publication.district == actor.district
    counted = select(Publication.state, func.count()).where(mine).group_by(Publication.state)
    states = {row[0]: int(row[1]) for row in reading.connection.execute(counted)}
    told = func.coalesce(Publication.words, "")
    statement = select(Publication.__table__).where(mine, *(told.contains(word, autoescape=True) for word in words(query.text)))
    if query.state is not None:
        statement = statement.where(Publication.state == query.state)
    total = int(reading.connection.execute(select(func.count()).select_from(statement.subquery())).scalar_one())
    pages = max(1, -(-total // PAGE))
    page = min(max(1, query.page), pages)
    newest = statement.order_by(Publication.published_on.desc(), Publication.number.desc()).limit(PAGE).offset((page - 1) * PAGE)
    proposed = select(Withdrawal.publication_id).where(Withdrawal.state == "proposed")
    waiting = select(Publication.__table__).where(mine, Publication.id.in_(proposed)).order_by(Publication.number)
    return RegisterPage(
        rows=_told(reading, reading.rows(Publication, newest)),
        total=total,
        page=page,
        pages=pages,
        states=states,
        waiting=_told(reading, reading.rows(Publication, waiting)),
    )


@answers(PublicLifeOf)
def public_life_of(query: PublicLifeOf, actor: Actor, reading: Reading) -> PublicLife:
    """Return what became of it, the newest last."""
    case = reading.case(query.case_id, actor)
    started = select(Deadline.__table__).where(Deadline.case_id == case.id, Deadline.key.in_((KEY, CHANGED)))
    clocks = {row.key: read_clock(row, reading.today) for row in reading.rows(Deadline, started)}
    withdrawals = select(Withdrawal.__table__).where(Withdrawal.case_id == case.id).order_by(Withdrawal.proposed_at, Withdrawal.id)
    publications = (
        select(Publication.__table__)
        .where(Publication.case_id == case.id)
        .order_by(Publication.published_on, Publication.again_of.is_not(None), Publication.id)
    )
    return PublicLife(
        publications=tuple(reading.rows(Publication, publications)),
        withdrawals=tuple(reading.rows(Withdrawal, withdrawals)),
        rows=tuple(reading.rows(CreditRow, select(CreditRow.__table__).where(CreditRow.case_id == case.id))),
        clock=clocks.get(KEY),
        changed=clocks.get(CHANGED),
    )


@answers(DuePublications, roles=SYSTEM_ONLY)
def due_publications(query: DuePublications, actor: Actor, reading: Reading) -> tuple[Ending, ...]:
    """Return the publications that are to end."""
    del actor
    over = select(Publication.__table__).where(Publication.state == "published", Publication.until < query.before)
    rows = reading.rows(Publication, over.order_by(Publication.until, Publication.id).limit(query.limit))
    return tuple(Ending(case_id=row.case_id, publication_id=row.id) for row in rows)


def _told(reading: Reading, found: list[Publication]) -> tuple[RegisterRow, ...]:
    """Return publications with what is under way; the tables are asked once for all of them."""
    cases = [row.case_id for row in found]
    proposed = select(Withdrawal.__table__).where(Withdrawal.case_id.in_(cases), Withdrawal.state == "proposed")
    proposals = {row.publication_id: row for row in reading.rows(Withdrawal, proposed)}
    running = select(Deadline.__table__).where(Deadline.case_id.in_(cases), Deadline.key == KEY, Deadline.state.in_(("running", "expired")))
    clocks = {row.case_id: read_clock(row, reading.today) for row in reading.rows(Deadline, running)}
    return tuple(RegisterRow(publication=row, proposal=proposals.get(row.id), clock=clocks.get(row.case_id)) for row in found)
