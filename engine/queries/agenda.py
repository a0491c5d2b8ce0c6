"""The agenda (日历): open deadlines as a list or by the days of a month, one's own or those of everything in reach."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select

from engine.actor import SYSTEM, Actor
from engine.law.calendar import DAY
from engine.model import CalendarFeed, Case, Deadline, User
from engine.queries.clock import PAYMENTS, ClockReading, read_clock
from engine.queries.office_duty import READERS, DutyItem, open_duties, told
from engine.queries.person import actor_of
from engine.queries.query import Query, Reading, answers
from engine.queries.reach import scope
from engine.rules.deadlines import DEADLINES, KEEPING, OPENING
from engine.rules.term import Owner
from engine.rules.warning import KEEPERS, LADDER

PAGE = 50
"""Deadlines on one page of the list."""

SOON = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A deadline with the case that it belongs to."""

    case_id: str
    number: str | None
    case_title: str
    lead_name: str
    clock: ClockReading


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPage:
    """One page of deadlines, the earliest first.

    Attributes:
        total: how many meet all conditions.
        counts: how many there are by view (all, overdue, soon, told, provisional), whatever the view.
        keys: the kinds of deadlines that occur: key, title, count.
        duties: what the office owes by itself, under the same conditions, for whoever sees to it; counted in, and never divided into pages.
    """

    items: tuple[AgendaItem, ...]
    total: int
    page: int
    pages: int
    counts: dict[str, int]
    keys: tuple[tuple[str, str, int], ...]
    duties: tuple[DutyItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda(Query[AgendaPage]):
    """Open deadlines: `whose` is mine or all in reach; `view` is all, overdue, soon (three days), told (announced to the actor) or provisional."""

    whose: str = "mine"
    view: str = "all"
    key: str | None = None
    day: date | None = None
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaDay:
    """A day of a month with what is due on it, in cases and by the office; `rest` says why nobody works, or is empty."""

    day: date
    inside: bool
    rest: str
    items: tuple[AgendaItem, ...]
    duties: tuple[DutyItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaMonth(Query[tuple[tuple[AgendaDay, ...], ...]]):
    """The weeks of a month, Monday first, with the deadlines due on each day under the same conditions as the list."""

    first: date
    whose: str = "mine"
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaAfter(Query[tuple[tuple[str, AgendaItem], ...]]):
    """A stretch of the open deadlines with their ids, the earliest first, from behind one on: by its last day, None where it is open, and its id."""

    whose: str = "mine"
    view: str = "all"
    key: str | None = None
    after: tuple[date | None, str] | None = None
    count: int = PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCount(Query[int]):
    """How many open deadlines the system announced to the actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MyFeed(Query[CalendarFeed | None]):
    """The actor's living address for calendars, or None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItems(Query[tuple[tuple[AgendaItem, ...], tuple[DutyItem, ...]] | None]):
    """The deadlines of the person whose address has this digest, and what the office owes where the person sees to it.

    None where no living address of an active person has it.
    """

    digest: str


@answers(Agenda)
def agenda(query: Agenda, actor: Actor, reading: Reading) -> AgendaPage:
    """Return one page of the list with its counts."""
    today = reading.today
    views = _views(actor, today)
    base = _open(actor, query.whose)
    owed = _duties(actor, reading)
    counts = {name: _count(reading, base.where(condition)) + len(owed[name]) for name, condition in views.items()}
    duties = () if query.key else tuple(item for item in owed.get(query.view, owed["all"]) if query.day in {None, item.clock.due})
    chosen = base.where(views.get(query.view, views["all"]))
    grouped = chosen.with_only_columns(Deadline.key, func.count()).group_by(Deadline.key)
    keys = tuple((key, DEADLINES[key].title, count) for key, count in reading.connection.execute(grouped) if key in DEADLINES)
    if query.key is not None:
        chosen = chosen.where(Deadline.key == query.key)
    if query.day is not None:
        chosen = chosen.where(Deadline.due == query.day)
    total = _count(reading, chosen)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, query.page), pages)
    ordered = chosen.order_by(Deadline.due.is_(None), Deadline.due, Deadline.id).limit(PAGE).offset((page - 1) * PAGE)
    by_count = tuple(sorted(keys, key=lambda item: (-item[2], item[1])))
    items = _items(reading, ordered)
    return AgendaPage(items=items, total=total + len(duties), page=page, pages=pages, counts=counts, keys=by_count, duties=duties)


@answers(AgendaMonth)
def agenda_month(query: AgendaMonth, actor: Actor, reading: Reading) -> tuple[tuple[AgendaDay, ...], ...]:
    """Return the weeks that hold the month."""
    first = query.first.replace(day=1)
    last = (first + 31 * DAY).replace(day=1) - DAY
    start = first - first.weekday() * DAY
    end = last + (6 - last.weekday()) * DAY
    chosen = _open(actor, query.whose).where(Deadline.due >= start, Deadline.due <= end)
    if query.key is not None:
        chosen = chosen.where(Deadline.key == query.key)
    found: dict[date, list[AgendaItem]] = {}
    for item in _items(reading, chosen.order_by(Deadline.due, Deadline.id)):
        found.setdefault(item.clock.due or first, []).append(item)
    calendar, owed = reading.law.calendar, () if query.key else _duties(actor, reading)["all"]
    days = [start + n * DAY for n in range((end - start).days + 1)]
    cells = [
        AgendaDay(
            day=day,
            inside=day.month == first.month,
            rest="" if calendar.is_working_day(day) else calendar.describe(day).removesuffix("，休息"),
            items=tuple(found.get(day, ())),
            duties=tuple(item for item in owed if item.clock.due == day),
        )
        for day in days
    ]
    return tuple(tuple(cells[n : n + 7]) for n in range(0, len(cells), 7))


@answers(AgendaAfter)
def agenda_after(query: AgendaAfter, actor: Actor, reading: Reading) -> tuple[tuple[str, AgendaItem], ...]:
    """Return the stretch."""
    views = _views(actor, reading.today)
    chosen = _open(actor, query.whose).where(views.get(query.view, views["all"]))
    if query.key is not None:
        chosen = chosen.where(Deadline.key == query.key)
    if query.after is not None:
        chosen = chosen.where(_behind(*query.after))
    ordered = chosen.order_by(Deadline.due.is_(None), Deadline.due, Deadline.id).limit(query.count)
    ids = [found.id for found in reading.rows(Deadline, ordered.with_only_columns(*Deadline.__table__.c))]
    return tuple(zip(ids, _items(reading, ordered), strict=True))


@answers(ToldCount)
def told_count(query: ToldCount, actor: Actor, reading: Reading) -> int:
    """Return the number."""
    del query
    return _count(reading, _open(actor, "all").where(_told(actor))) + len(_duties(actor, reading)["told"])


@answers(MyFeed)
def my_feed(query: MyFeed, actor: Actor, reading: Reading) -> CalendarFeed | None:
    """Return the living address of the actor."""
    del query
    table = CalendarFeed.__table__
    found = reading.rows(CalendarFeed, select(table).where(CalendarFeed.user_id == actor.id, CalendarFeed.revoked_at.is_(None)))
    return found[0] if found else None


@answers(FeedItems, roles=SYSTEM.roles)
def feed_items(query: FeedItems, actor: Actor, reading: Reading) -> tuple[tuple[AgendaItem, ...], tuple[DutyItem, ...]] | None:
    """Return the owner's own open deadlines, the earliest first."""
    del actor
    table = CalendarFeed.__table__
    feeds = reading.rows(CalendarFeed, select(table).where(CalendarFeed.digest == query.digest, CalendarFeed.revoked_at.is_(None)))
    owner = reading.find(User, feeds[0].user_id) if feeds else None
    if owner is None or not owner.active:
        return None
    person = actor_of(owner)
    chosen = _open(person, "mine").where(Deadline.due.is_not(None)).order_by(Deadline.due, Deadline.id).limit(500)
    return _items(reading, chosen), _duties(person, reading)["all"]


def _open(actor: Actor, whose: str) -> Select[Any]:
    """Return the deadlines that still ask for something; a right that a party let pass, and a day that opened a way, ask for nothing.

    The officers' own are those of their cases; the archivist's own are those of what lies in the archive.
    """
    alive = or_(Deadline.state.in_(("running", "suspended")), and_(Deadline.state == "expired", _asks()))
    own = and_(or_(Case.lead == actor.id, Case.second == actor.id), Deadline.key.not_in(KEEPING))
    if "archivist" in actor.roles:
        own = or_(own, Deadline.key.in_(KEEPING))
    statement = select(Deadline).join(Case, Case.id == Deadline.case_id).where(alive, scope(actor))
    return statement.where(own) if whose == "mine" else statement


def _duties(actor: Actor, reading: Reading) -> dict[str, tuple[DutyItem, ...]]:
    """Return what the office owes by view; nothing for whoever has no part in it."""
    items = open_duties(reading) if actor.roles & READERS else ()
    return {
        "all": items,
        "overdue": tuple(item for item in items if item.clock.level == "late"),
        "soon": tuple(item for item in items if 0 <= (item.clock.left or 0) <= SOON.days),
        "told": told(items, actor),
        "provisional": (),
    }


def _views(actor: Actor, today: date) -> dict[str, ColumnElement[bool]]:
    return {
        "all": Deadline.id.is_not(None),
        "overdue": and_(Deadline.due < today, _asks()),
        "soon": and_(Deadline.due >= today, Deadline.due <= today + SOON),
        "told": _told(actor),
        "provisional": Deadline.provisional.is_(True),
    }


def _asks() -> ColumnElement[bool]:
    """Return whether a deadline is late once its last day is over: a duty of the agency or a partner, or a fine to pay."""
    return and_(or_(Deadline.owner != Owner.PARTY.value, Deadline.key.in_(PAYMENTS)), Deadline.key.not_in(OPENING))


def _told(actor: Actor) -> ColumnElement[bool]:
    """Return whether a deadline was announced to the actor: by the rung of each role; officers are told of their own cases only."""
    own = or_(Case.lead == actor.id, Case.second == actor.id)
    conditions = [
        and_(Deadline.warned >= number, of_ladder, own) if rung.superior == "officer" else and_(Deadline.warned >= number, of_ladder)
        for rungs, of_ladder in ((LADDER, Deadline.key.not_in(KEEPING)), (KEEPERS, Deadline.key.in_(KEEPING)))
        for number, rung in enumerate(rungs, 1)
        if rung.superior.value in actor.roles
    ]
    return or_(*conditions) if conditions else false()


def _behind(due: date | None, identity: str) -> ColumnElement[bool]:
    """Return whether a deadline comes after the one with this last day and id; those without a last day come last."""
    if due is None:
        return and_(Deadline.due.is_(None), Deadline.id > identity)
    return or_(Deadline.due.is_(None), Deadline.due > due, and_(Deadline.due == due, Deadline.id > identity))


def _count(reading: Reading, chosen: Select[Any]) -> int:
    return int(reading.connection.execute(chosen.with_only_columns(func.count())).scalar_one())


def _items(reading: Reading, chosen: Select[Any]) -> tuple[AgendaItem, ...]:
    found = reading.rows(Deadline, chosen.with_only_columns(*Deadline.__table__.c))
    ids = {item.case_id for item in found}
    cases = {case.id: case for case in reading.rows(Case, select(Case.__table__).where(Case.id.in_(ids)))}
    return tuple(
        AgendaItem(
            case_id=item.case_id,
            number=cases[item.case_id].number,
            case_title=cases[item.case_id].title,
            lead_name=cases[item.case_id].lead_name,
            clock=read_clock(item, reading.today),
        )
        for item in found
    )
