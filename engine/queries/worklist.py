"""The worklist (待办): what waits for whom, by when, with counts and filters."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, Subquery, and_, case, exists, func, or_, select, true

from engine.actor import Actor, Proxy
from engine.model import Case, Deadline, Panel, Party, Seat, Task
from engine.queries.clock import ClockReading, counts, nearest, read_clock
from engine.queries.query import Query, Reading, answers
from engine.queries.reach import own_scope, proxy_for, proxy_scope
from engine.rules.delegation import STEPS
from engine.rules.enforcement import JUDGED, WINDOW
from engine.rules.suspension import UNTOUCHED

PAGE = 20
"""Tasks on one page."""

SOON = timedelta(days=3)

PANEL = "panel_discussion"
"""The step in which a panel votes and its chair concludes."""

AGENCY_STEPS: Mapping[str, str] = {
    **dict.fromkeys(("verification", "confirm_verification", "approve_no_filing", "case_filing", "review_filing", "approve_filing"), "clue.check"),
    **dict.fromkeys(("archiving", "archive_volume"), "archive"),
    "serve": "service",
    "prepare_publication": "publication",
    "review_publication": "publication",
    "confirm_payment": "payment",
    "payment_reminder": "payment",
    "apply_to_court": "court.application",
    "sign_court_application": "court.application",
    "court_answer": "court.ruling",
    "plea": "plea",
    "spot_report": "spot.report",
    "cash_handin": "cash.handin",
    "cash_deposit": "cash.deposit",
}
"""Which clock governs a step; every other step of an open case is governed by the clock of the decision."""


def governing_of(step: str, keys: Collection[str]) -> str:
    """Return the key of the clock that governs a step, of those that run: where a judgment is enforced, its window stands for the decision's."""
    key = AGENCY_STEPS.get(step, "decision")
    return JUDGED if key == WINDOW and JUDGED in keys else key


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """A task with what one needs to choose it; `stead` names the person in whose stead the actor may do it."""

    task_id: str
    case_id: str
    step: str
    title: str
    case_title: str
    party: str
    cause_title: str
    number: str | None
    lead: str
    lead_name: str
    opened_at: datetime
    claimed_by: str | None
    claimed_name: str | None
    proposed_fine: Decimal | None
    clock: ClockReading | None
    stead: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistPage:
    """One page of a worklist.

    Attributes:
        items: the tasks of this page, the nearest deadline first.
        total: tasks that meet the filter.
        waiting, claimed, overdue, soon: counts of the whole worklist, whatever the filter.
        steps: how many wait by step: key, title, count.
    """

    items: tuple[WorkItem, ...]
    total: int
    page: int
    pages: int
    waiting: int
    claimed: int
    overdue: int
    soon: int
    steps: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist(Query[WorklistPage]):
    """What waits for the actor, so many on a page; `view` is all, claimed, overdue or soon (three days)."""

    view: str = "all"
    step: str | None = None
    text: str = ""
    order: str = "due"
    page: int = 1
    size: int = PAGE


@answers(Worklist)
def worklist(query: Worklist, actor: Actor, reading: Reading) -> WorklistPage:
    """Return the tasks that the actor may do now, filtered and counted; the database counts, and only one page is read."""
    listed = _listed(actor, reading.today)
    late, soon, mine = listed.c.due < reading.today, listed.c.due.between(reading.today, reading.today + SOON), listed.c.claimed_by == actor.id
    counted = select(listed.c.step, func.max(listed.c.title), func.count(), *(func.count(case((view, 1))) for view in (late, soon, mine)))
    steps = [tuple(row) for row in reading.connection.execute(counted.group_by(listed.c.step).order_by(func.count().desc(), listed.c.step))]
    chosen = select(listed.c.id).where({"overdue": late, "soon": soon, "claimed": mine}.get(query.view, true()), *_filtered(query, listed))
    total = reading.connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one()
    pages = max(1, -(-total // query.size))
    page = min(max(1, query.page), pages)
    order = (listed.c.opened_at, listed.c.id) if query.order == "arrival" else (listed.c.due.is_(None), listed.c.due, listed.c.opened_at, listed.c.id)
    ids = reading.connection.execute(chosen.order_by(*order).limit(query.size).offset((page - 1) * query.size)).scalars().all()
    return WorklistPage(
        items=_items(ids, actor, reading),
        total=total,
        page=page,
        pages=pages,
        waiting=sum(row[2] for row in steps),
        overdue=sum(row[3] for row in steps),
        soon=sum(row[4] for row in steps),
        claimed=sum(row[5] for row in steps),
        steps=tuple(row[:3] for row in steps),
    )


def _listed(actor: Actor, today: date) -> Subquery:
    """Return what the actor may do now, each task with the nearest day of the clock that governs it."""
    holder = or_(
        Task.slot.is_(None),
        and_(Task.slot == "lead", Case.lead == actor.id),
        and_(Task.slot == "second", Case.second == actor.id),
    )
    free = or_(Task.claimed_by.is_(None), Task.claimed_by == actor.id)
    own = or_(Task.role.not_in(("head", "squad_leader", "legal_reviewer")), and_(Case.lead != actor.id, Case.second.is_distinct_from(actor.id)))
    here = and_(Case.suspended_on.is_(None), Case.transferred_on.is_(None))
    going_on = or_(here, Task.instance != Task.case_id, Task.form.in_(UNTOUCHED))
    governing = case(*((Task.step == step, key) for step, key in AGENCY_STEPS.items()), else_="decision")
    its = or_(Deadline.key == governing, and_(Deadline.key == JUDGED, governing == WINDOW))
    own_clock = and_(Task.instance == Task.case_id, Deadline.subject.is_(None), its)
    beside = and_(Task.instance != Task.case_id, Deadline.subject == Task.instance)
    due = select(func.min(Deadline.due)).where(Deadline.case_id == Task.case_id, or_(own_clock, beside), counts(today))
    columns = (Task.id, Task.case_id, Task.step, Task.title, Task.opened_at, Task.claimed_by, due.scalar_subquery().label("due"))
    named = (Case.title.label("case_title"), Case.cause_title, Case.number)
    statement = select(*columns, *named).join(Case, Case.id == Task.case_id)
    return statement.where(Task.state == "waiting", _concerns(actor), holder, free, own, going_on).subquery()


def _filtered(query: Worklist, listed: Subquery) -> Iterator[ColumnElement[bool]]:
    if query.step is not None:
        yield listed.c.step == query.step
    if needle := query.text.strip():
        party = exists(select(Party.id).where(Party.case_id == listed.c.case_id, Party.name.contains(needle, autoescape=True)))
        said = (listed.c[name].contains(needle, autoescape=True) for name in ("case_title", "cause_title", "number"))
        yield or_(party, *said)


def _items(ids: Sequence[str], actor: Actor, reading: Reading) -> tuple[WorkItem, ...]:
    """Return tasks, in this order, with what one needs to choose them."""
    tasks = {task.id: task for task in reading.rows(Task, select(Task.__table__).where(Task.id.in_(ids)))}
    of = {task.case_id for task in tasks.values()}
    cases = {row.id: row for row in reading.rows(Case, select(Case.__table__).where(Case.id.in_(of)))}
    first = select(Party.__table__).where(Party.case_id.in_(of), Party.number == 1)
    parties = {party.case_id: party.name or "" for party in reading.rows(Party, first)}
    clocks: dict[str, list[ClockReading]] = {}
    for deadline in reading.rows(Deadline, select(Deadline.__table__).where(Deadline.case_id.in_(of))):
        clocks.setdefault(deadline.case_id, []).append(read_clock(deadline, reading.today))
    found = (tasks[task] for task in ids)
    return tuple(_item(task, cases[task.case_id], parties.get(task.case_id, ""), clocks.get(task.case_id, []), actor) for task in found)


def _concerns(actor: Actor) -> ColumnElement[bool]:
    """Return whose step it is: the role's; a panel waits for the members who have not voted, whatever their role, and for its chair."""
    seated = exists(select(Seat.id).where(Seat.case_id == Task.case_id, Seat.person == actor.id, Seat.vote.is_(None), Seat.panel_id == Panel.id))
    waited = exists(select(Panel.id).where(Panel.case_id == Task.case_id, Panel.state == "open", or_(Panel.chair == actor.id, seated)))
    in_person = and_(or_(and_(Task.step == PANEL, waited), and_(Task.step != PANEL, Task.role.in_(actor.roles))), own_scope(actor))
    return or_(in_person, *(_delegated(proxy) for proxy in actor.proxies))


def _delegated(proxy: Proxy) -> ColumnElement[bool]:
    """Return the steps that somebody delegated."""
    steps = [step for step, matter in STEPS.items() if matter in proxy.scope]
    return and_(Task.role == proxy.role, Task.step.in_(steps), proxy_scope(proxy))


def _item(task: Task, case: Case, party: str, clocks: list[ClockReading], actor: Actor) -> WorkItem:
    key = governing_of(task.step, {clock.key for clock in clocks if clock.subject is None})
    beside = task.instance != task.case_id
    governing = [clock for clock in clocks if (clock.subject == task.instance if beside else clock.key == key and clock.subject is None)]
    proxy = proxy_for(actor, case, task.role, task.step)
    return WorkItem(
        task_id=task.id,
        case_id=case.id,
        step=task.step,
        title=task.title,
        case_title=case.title,
        party=party,
        cause_title=case.cause_title,
        number=case.number,
        lead=case.lead,
        lead_name=case.lead_name,
        opened_at=task.opened_at,
        claimed_by=task.claimed_by,
        claimed_name=task.claimed_name,
        proposed_fine=case.fine if case.fine is not None else case.proposed_fine,
        clock=nearest(governing),
        stead=None if proxy is None else proxy.person_name,
    )
