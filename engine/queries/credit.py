"""Credit reporting (双公示报送) as the publisher sees it: what is due, what is out, what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select, true

from engine.actor import Actor
from engine.errors import NotFoundError
from engine.model import CreditRow, Publication
from engine.queries.query import Query, Reading, answers
from engine.queries.reach import BUREAU
from engine.rules.publication import goes_to_credit

READERS = frozenset({"publisher", "legal_reviewer", "head", "auditor"})
"""Who may look at the register of publications and at what is reported."""

AGAIN = frozenset({"corrected", "recalled"})
"""States of rows that go out once more."""

PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """A publication whose row goes into the next file."""

    case_id: str
    publication_id: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditPage:
    """One page of rows, those last exported first.

    Attributes:
        due: what goes into the next file.
        states: how many rows there are by state.
    """

    rows: tuple[CreditRow, ...]
    total: int
    page: int
    pages: int
    due: tuple[DueRow, ...]
    states: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRows(Query[CreditPage]):
    """The rows of the actor's district by state."""

    state: str | None = None
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditBatch(Query[tuple[CreditRow, ...]]):
    """The rows that went out in a file and have not gone out in a later one; NotFoundError where there is none within reach."""

    batch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OneCreditRow(Query[CreditRow]):
    """One row within reach."""

    row_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRowOfNumber(Query[CreditRow]):
    """The row of a decision by its number, for receipts that come as a file; NotFoundError where there is none within reach.

    Of a decision that was recalled and reported anew it is the row that waits for an answer, in the order of the file.
    """

    number: str


@answers(CreditRows, roles=READERS)
def credit_rows(query: CreditRows, actor: Actor, reading: Reading) -> CreditPage:
    """Return the page."""
    mine = _reach(actor, CreditRow.district)
    counted = select(CreditRow.state, func.count()).where(mine).group_by(CreditRow.state)
    states = {row[0]: int(row[1]) for row in reading.connection.execute(counted)}
    statement = select(CreditRow.__table__).where(mine)
    if query.state is not None:
        statement = statement.where(CreditRow.state == query.state)
    total = sum(states.values()) if query.state is None else states.get(query.state, 0)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, query.page), pages)
    newest = statement.order_by(CreditRow.exported_on.desc(), CreditRow.number.desc()).limit(PAGE).offset((page - 1) * PAGE)
    return CreditPage(
        rows=tuple(reading.rows(CreditRow, newest)), total=total, page=page, pages=pages, due=tuple(_due(actor, reading)), states=states
    )


@answers(CreditBatch, roles=READERS)
def credit_batch(query: CreditBatch, actor: Actor, reading: Reading) -> tuple[CreditRow, ...]:
    """Return the rows in the order of their numbers."""
    found = _rows(actor, reading, CreditRow.batch == query.batch)
    if not found:
        raise NotFoundError("没有这个报送文件。")
    return found


@answers(OneCreditRow, roles=READERS)
def one_credit_row(query: OneCreditRow, actor: Actor, reading: Reading) -> CreditRow:
    """Return the row."""
    found = _rows(actor, reading, CreditRow.id == query.row_id)
    if not found:
        raise NotFoundError("没有这一条双公示数据。")
    return found[0]


@answers(CreditRowOfNumber, roles=READERS)
def credit_row_of_number(query: CreditRowOfNumber, actor: Actor, reading: Reading) -> CreditRow:
    """Return the row."""
    found = _rows(actor, reading, CreditRow.number == query.number)
    if not found:
        raise NotFoundError(f"没有报送过{query.number}。")
    return next((row for row in found if row.state == "exported"), found[0])


def _due(actor: Actor, reading: Reading) -> list[DueRow]:
    """Return what goes out again, and then what was published and not yet reported, the oldest first: a recall comes before what replaces it."""
    fresh = (
        select(Publication.__table__)
        .outerjoin(CreditRow, CreditRow.publication_id == Publication.id)
        .where(CreditRow.id.is_(None), Publication.state == "published", _reach(actor, Publication.district))
        .order_by(Publication.published_on, Publication.number)
    )
    parameters = reading.law.parameters
    found = [
        DueRow(case_id=row.case_id, publication_id=row.id, number=row.number)
        for row in reading.rows(Publication, fresh)
        if goes_to_credit(row.procedure or "", [kind for kind in (row.kinds or "").split("|") if kind], parameters)
    ]
    again = _rows(actor, reading, CreditRow.state.in_(AGAIN))
    return [DueRow(case_id=row.case_id, publication_id=row.publication_id, number=row.number) for row in again] + found


def _rows(actor: Actor, reading: Reading, condition: ColumnElement[bool]) -> tuple[CreditRow, ...]:
    mine = select(CreditRow.__table__).where(condition, _reach(actor, CreditRow.district))
    return tuple(reading.rows(CreditRow, mine.order_by(CreditRow.number, CreditRow.times.desc(), CreditRow.id)))


def _reach(actor: Actor, district: object) -> ColumnElement[bool]:
    """Return the reach of the register as a condition: one's own district, for auditors the bureau."""
    return true() if actor.roles & BUREAU else district == actor.district  # type: ignore[return-value]  # A comparison of a column.
