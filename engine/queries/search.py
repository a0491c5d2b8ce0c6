"""Searching (查找): the cases within reach that say the words and meet the conditions, with counts of what else could be chosen."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, or_, select

from engine.actor import Actor
from engine.model import Case, SavedSearch, SearchEntry
from engine.queries.case_file import CaseRow, case_rows
from engine.queries.content import Labelled, contents
from engine.queries.query import Query, Reading, answers
from engine.queries.reach import scope
from engine.rules.search import excerpt, pieces, words
from engine.store import fulltext

PAGE = 20
SOON = timedelta(days=3)
FEW = 500
"""Rows that say the words are named one by one up to so many; beyond, the index is asked in each statement."""

LARGEST_EXPORT = 10_000
"""Cases that one list may take out of the system."""

SYSTEM_ONLY = frozenset({"SYSTEM"})
CHOICES = ("state", "procedure", "cause", "district", "squad", "lead", "outcome")
"""What is chosen from a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What a case must be; None asks for nothing.

    Attributes:
        text: words, all of which the case says somewhere.
        term: overdue, soon (due within three days) or provisional (a date that rests on holidays not published yet).
        fine_from, fine_to: yuan, both included; so are all days.
    """

    text: str = ""
    state: str | None = None
    procedure: str | None = None
    cause: str | None = None
    district: str | None = None
    squad: str | None = None
    lead: str | None = None
    outcome: str | None = None
    term: str | None = None
    fine_from: Decimal | None = None
    fine_to: Decimal | None = None
    filed_from: date | None = None
    filed_to: date | None = None
    decided_from: date | None = None
    decided_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value that can be chosen, with its name where the case carries one, and how many cases would be left."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Where a case says what was looked for: the label of the text, and its pieces, each with whether it is what was looked for."""

    label: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A case that was found."""

    row: CaseRow
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """One page of what was found.

    Attributes:
        choices: by condition, what could be chosen under all the other conditions, the most frequent first.
        terms: how many are overdue, due soon or provisional, under all other conditions.
        behind: cases that changed and are not in the index yet.
    """

    found: tuple[Found, ...]
    total: int
    page: int
    pages: int
    choices: Mapping[str, tuple[Choice, ...]]
    terms: Mapping[str, int]
    behind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(Query[SearchPage]):
    """One page of the cases that meet the conditions, in the order `order`: opened, due, filed, decided or fine."""

    conditions: Conditions
    order: str = "opened"
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CountCases(Query[int]):
    """How many cases within reach meet the conditions."""

    conditions: Conditions


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCases(Query[tuple[CaseRow, ...]]):
    """A stretch of the cases that meet the conditions, for lists that leave the system."""

    conditions: Conditions
    order: str = "opened"
    start: int = 0
    count: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesAfter(Query[tuple[CaseRow, ...]]):
    """So many of the cases that meet the conditions, the newest first, from behind a case on: by the instant of its opening and its id."""

    conditions: Conditions
    after: tuple[datetime, str] | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleCases(Query[int]):
    """How many cases changed since they were indexed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearches(Query[tuple[SavedSearch, ...]]):
    """The actor's own searches, by name."""


def stale() -> Select[Any]:
    """Return the ids of cases whose version is not the one in the index, as a statement."""
    same = and_(SearchEntry.case_id == Case.id, SearchEntry.version == Case.version)
    return select(Case.id).outerjoin(SearchEntry, same).where(SearchEntry.id.is_(None)).order_by(Case.id)


@answers(Search)
def search(query: Search, actor: Actor, reading: Reading) -> SearchPage:
    """Return the page, with what else could be chosen."""
    said = _said(query.conditions, reading)
    groups = reading.connection.execute(_grouped(query.conditions, actor, reading, said)).all()
    missed = [(group, _missed(group, query.conditions)) for group in groups]
    but = {name: [group for group, these in missed if these <= {name}] for name in (*CHOICES, "term")}
    total = sum(group.number for group, these in missed if not these)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, query.page), pages)
    chosen = _all(query.conditions, actor, reading, said)
    cases = _stretch(chosen, query.order, reading, (page - 1) * PAGE, PAGE) if total else []
    wanted = words(query.conditions.text)
    texts = contents(reading.connection, cases) if wanted else {}
    rows = case_rows(reading, cases)
    return SearchPage(
        found=tuple(Found(row=row, hits=_hits(texts.get(row.case.id, ()), wanted)) for row in rows),
        total=total,
        page=page,
        pages=pages,
        choices={name: _choices(name, but[name]) for name in CHOICES},
        terms={name: sum(group.number for group in but["term"] if getattr(group, name)) for name in _TERMS},
        behind=_behind(reading),
    )


@answers(CountCases)
def count_cases(query: CountCases, actor: Actor, reading: Reading) -> int:
    """Return the number of cases."""
    return int(reading.connection.execute(select(func.count()).select_from(_chosen(query.conditions, actor, reading).subquery())).scalar_one())


@answers(ListCases)
def list_cases(query: ListCases, actor: Actor, reading: Reading) -> tuple[CaseRow, ...]:
    """Return the cases as rows."""
    return case_rows(reading, _stretch(_chosen(query.conditions, actor, reading), query.order, reading, query.start, query.count))


@answers(CasesAfter)
def cases_after(query: CasesAfter, actor: Actor, reading: Reading) -> tuple[CaseRow, ...]:
    """Return the cases as rows; neither column ever changes, so that no case is skipped or told twice while others come and go."""
    statement = _chosen(query.conditions, actor, reading).with_only_columns(SearchEntry.case_id)
    if query.after is not None:
        opened, key = query.after
        statement = statement.where(or_(SearchEntry.opened_at < opened, and_(SearchEntry.opened_at == opened, SearchEntry.case_id < key)))
    ids = reading.connection.execute(statement.order_by(SearchEntry.opened_at.desc(), SearchEntry.case_id.desc()).limit(query.count)).scalars().all()
    found = {item.id: item for item in reading.rows(Case, select(Case.__table__).where(Case.id.in_(ids)))}
    return case_rows(reading, [found[key] for key in ids])


@answers(StaleCases, roles=SYSTEM_ONLY)
def stale_cases(query: StaleCases, actor: Actor, reading: Reading) -> int:
    """Return the number of cases that are not in the index as they are now."""
    del query, actor
    return _behind(reading)


@answers(SavedSearches)
def saved_searches(query: SavedSearches, actor: Actor, reading: Reading) -> tuple[SavedSearch, ...]:
    """Return what the actor saved."""
    del query
    return tuple(reading.rows(SavedSearch, select(SavedSearch.__table__).where(SavedSearch.user_id == actor.id).order_by(SavedSearch.name)))


Said = ColumnElement[bool] | None
"""That a case says the words that are looked for."""

_TERMS = ("overdue", "soon", "provisional")

_ORDERS: Mapping[str, Callable[[], Sequence[Any]]] = {
    "opened": lambda: (SearchEntry.opened_at.desc(),),
    "due": lambda: (SearchEntry.due.is_(None), SearchEntry.due),
    "filed": lambda: (SearchEntry.filed_on.is_(None), SearchEntry.filed_on.desc()),
    "decided": lambda: (SearchEntry.decided_on.is_(None), SearchEntry.decided_on.desc()),
    "fine": lambda: (SearchEntry.fine.is_(None), SearchEntry.fine.desc()),
}


def _grouped(conditions: Conditions, actor: Actor, reading: Reading, said: Said) -> Select[Any]:
    """Return how many cases there are of each kind, by everything that can be chosen, whatever is chosen."""
    late, near = _late(reading.today), _near(reading.today)
    columns = [getattr(SearchEntry, name) for name in (*CHOICES, "cause_title", "lead_name", "provisional")]
    terms = [case((late, 1), else_=0).label("overdue"), case((near, 1), else_=0).label("soon")]
    chosen = select(*columns, *terms, func.count().label("number")).join(Case, Case.id == SearchEntry.case_id)
    return chosen.where(*_wide(conditions, actor, said)).group_by(*columns, *terms)


def _chosen(conditions: Conditions, actor: Actor, reading: Reading) -> Select[Any]:
    return _all(conditions, actor, reading, _said(conditions, reading))


def _all(conditions: Conditions, actor: Actor, reading: Reading, said: Said) -> Select[Any]:
    chosen = [getattr(SearchEntry, name) == value for name in CHOICES if (value := getattr(conditions, name)) is not None]
    term = {"overdue": _late(reading.today), "soon": _near(reading.today), "provisional": SearchEntry.provisional}.get(conditions.term or "")
    narrow = chosen if term is None else [*chosen, term]
    return select(SearchEntry.id).join(Case, Case.id == SearchEntry.case_id).where(*_wide(conditions, actor, said), *narrow)


def _stretch(chosen: Select[Any], order: str, reading: Reading, start: int, count: int) -> list[Case]:
    """Return so many cases from a place on; only the numbers of the rows are sorted, not the rows."""
    placed = chosen.order_by(*_ORDERS.get(order, _ORDERS["opened"])(), SearchEntry.id.desc())
    ids = reading.connection.execute(placed.with_only_columns(SearchEntry.case_id).limit(count).offset(start)).scalars().all()
    found = {item.id: item for item in reading.rows(Case, select(Case.__table__).where(Case.id.in_(ids)))}
    return [found[key] for key in ids]


def _said(conditions: Conditions, reading: Reading) -> Said:
    """Return the condition that a case says the words, or None where none are asked for; few rows are looked up once and named."""
    wanted = words(conditions.text)
    if not wanted:
        return None
    saying = fulltext.rows(reading.connection, wanted)
    few = reading.connection.execute(saying.limit(FEW + 1)).scalars().all()
    return SearchEntry.id.in_(few if len(few) <= FEW else saying)


def _wide(conditions: Conditions, actor: Actor, said: Said) -> list[ColumnElement[bool]]:
    """Return the conditions that are no choice from a list. Reach is asked of the case itself, never of the index."""
    entry, found = SearchEntry, [scope(actor)] if said is None else [scope(actor), said]
    bounds = (
        (conditions.fine_from, lambda value: entry.fine >= int(value * 100)),
        (conditions.fine_to, lambda value: entry.fine <= int(value * 100)),
        (conditions.filed_from, lambda value: entry.filed_on >= value),
        (conditions.filed_to, lambda value: entry.filed_on <= value),
        (conditions.decided_from, lambda value: entry.decided_on >= value),
        (conditions.decided_to, lambda value: entry.decided_on <= value),
    )
    return found + [bound(value) for value, bound in bounds if value is not None]


def _late(today: date) -> ColumnElement[bool]:
    return SearchEntry.due < today


def _near(today: date) -> ColumnElement[bool]:
    return SearchEntry.due.between(today, today + SOON)


def _missed(group: Row[Any], conditions: Conditions) -> frozenset[str]:
    """Return the choices that a group of cases does not meet."""
    missed = {name for name in CHOICES if (value := getattr(conditions, name)) is not None and getattr(group, name) != value}
    if conditions.term in _TERMS and not getattr(group, conditions.term):
        missed.add("term")
    return frozenset(missed)


def _choices(name: str, groups: Iterable[Row[Any]]) -> tuple[Choice, ...]:
    """Return what could be chosen of these groups, which meet all other conditions."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    named = {"cause": "cause_title", "lead": "lead_name"}.get(name)
    for group in groups:
        value = getattr(group, name)
        if value is not None:
            counts[value] += group.number
            names[value] = "" if named is None else getattr(group, named)
    return tuple(Choice(value=value, name=names[value], count=count) for value, count in counts.most_common())


def _hits(said: Sequence[Labelled], wanted: Sequence[str]) -> tuple[Hit, ...]:
    """Return where the words stand, the first place of each word, no text twice."""
    places: dict[Labelled, None] = {}
    for word in wanted:
        found = next(((label, text) for label, text in said if excerpt(text, [word])), None)
        if found is not None:
            places[found] = None
    return tuple(Hit(label=label, pieces=pieces(excerpt(text, wanted), wanted)) for label, text in places)


def _behind(reading: Reading) -> int:
    return int(reading.connection.execute(select(func.count()).select_from(stale().subquery())).scalar_one())
