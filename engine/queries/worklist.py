"""The worklist (待办): what waits for whom, by when, with counts and filters."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, exists, or_, select

from engine.actor import Actor, Proxy
from engine.model import Case, Deadline, Panel, Party, Seat, Task
from engine.queries.clock import ClockReading, nearest, read_clock
from engine.queries.query import Query, Reading, answers
from engine.queries.reach import own_scope, proxy_for, proxy_scope
from engine.rules.delegation import STEPS

PAGE = 20
"""Tasks on one page."""

PANEL = "panel_discussion"
"""The step in which a panel votes and its chair concludes."""

AGENCY_STEPS: Mapping[str, str] = {
    "serve": "service",
    "prepare_publication": "publication",
    "review_publication": "publication",
    "confirm_payment": "payment",
    "payment_reminder": "payment",
    "plea": "plea",
    "spot_report": "spot.report",
    "cash_handin": "cash.handin",
    "cash_deposit": "cash.deposit",
}
"""Which clock governs a step; every other step of an open case is governed by the clock of the decision."""


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
    """Return the tasks that the actor may do now, filtered and counted."""
    items = _items(actor, reading)
    late = [item for item in items if item.clock is not None and item.clock.level == "late"]
    soon = [item for item in items if item.clock is not None and item.clock.left is not None and 0 <= item.clock.left <= 3]
    mine = [item for item in items if item.claimed_by == actor.id]
    chosen = {"overdue": late, "soon": soon, "claimed": mine}.get(query.view, items)
    if query.step is not None:
        chosen = [item for item in chosen if item.step == query.step]
    if needle := query.text.strip():
        chosen = [item for item in chosen if any(needle in text for text in (item.case_title, item.party, item.cause_title, item.number or ""))]
    chosen = sorted(chosen, key=_by_arrival if query.order == "arrival" else _by_due)
    pages = max(1, -(-len(chosen) // query.size))
    page = min(max(1, query.page), pages)
    titles = {item.step: item.title for item in items}
    counts = Counter(item.step for item in items)
    return WorklistPage(
        items=tuple(chosen[(page - 1) * query.size : page * query.size]),
        total=len(chosen),
        page=page,
        pages=pages,
        waiting=len(items),
        claimed=len(mine),
        overdue=len(late),
        soon=len(soon),
        steps=tuple((step, titles[step], count) for step, count in counts.most_common()),
    )


def _items(actor: Actor, reading: Reading) -> list[WorkItem]:
    holder = or_(
        Task.slot.is_(None),
        and_(Task.slot == "lead", Case.lead == actor.id),
        and_(Task.slot == "second", Case.second == actor.id),
    )
    free = or_(Task.claimed_by.is_(None), Task.claimed_by == actor.id)
    own = or_(Task.role.not_in(("head", "squad_leader", "legal_reviewer")), and_(Case.lead != actor.id, Case.second.is_distinct_from(actor.id)))
    statement = select(Task.__table__).join(Case, Case.id == Task.case_id).where(Task.state == "waiting", _concerns(actor), holder, free, own)
    tasks = reading.rows(Task, statement)
    ids = {task.case_id for task in tasks}
    cases = {case.id: case for case in reading.rows(Case, select(Case.__table__).where(Case.id.in_(ids)))}
    parties = {
        party.case_id: party.name or "" for party in reading.rows(Party, select(Party.__table__).where(Party.case_id.in_(ids), Party.number == 1))
    }
    clocks: dict[str, list[ClockReading]] = {}
    for deadline in reading.rows(Deadline, select(Deadline.__table__).where(Deadline.case_id.in_(ids))):
        clocks.setdefault(deadline.case_id, []).append(read_clock(deadline, reading.today))
    return [_item(task, cases[task.case_id], parties.get(task.case_id, ""), clocks.get(task.case_id, []), actor) for task in tasks]


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
    key = AGENCY_STEPS.get(task.step, "decision")
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


def _by_due(item: WorkItem) -> tuple[date, datetime]:
    return (item.clock.due if item.clock is not None and item.clock.due is not None else date.max, item.opened_at)


def _by_arrival(item: WorkItem) -> tuple[datetime, str]:
    return (item.opened_at, item.task_id)
