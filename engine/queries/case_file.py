"""The case file (案卷): everything about a case on one page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Select, func, or_, select

from engine.actor import Actor
from engine.journal.read import records
from engine.model import (
    Amendment,
    Assessment,
    Base,
    Booking,
    Case,
    CaseLink,
    Comment,
    Deadline,
    Document,
    Evidence,
    Goods,
    Hearing,
    Opinion,
    Panel,
    Participant,
    Party,
    Payment,
    Publication,
    Remedy,
    Seat,
    Service,
    Task,
)
from engine.queries.clock import ClockReading, nearest, read_clock
from engine.queries.daily_penalty import origin_of, unfined
from engine.queries.ledger import ledger_of
from engine.queries.party import identity_of, unanswered
from engine.queries.procedure import Procedure, procedures_of
from engine.queries.query import Query, Reading, answers
from engine.queries.reach import BUREAU, may_act, scope, within_reach
from engine.rules.daily_penalty import DailyFine
from engine.rules.guardian import is_minor, needs_guardian
from engine.rules.ledger import Ledger
from engine.rules.suspension import UNTOUCHED

PAGE = 20

Row = TypeVar("Row", bound=Base)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of the timeline: an entry of the journal in words."""

    seq: int
    at: datetime
    actor_name: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedCase:
    """A link as it is seen from a case.

    Attributes:
        other: the case at its other end; None where it is out of the actor's reach.
        outward: whether it was recorded in the case from which it is seen.
    """

    link: CaseLink
    other: Case | None
    outward: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFileView:
    """A case with all that belongs to it, newest last.

    Attributes:
        procedures: those beside the main one, the oldest first.
        goods: what is or was held under preservation or seizure.
        waiting: the tasks that wait now, those that the actor may do first.
        mine: the ids of the waiting tasks that the actor may do.
        clock: the running clock that ends first.
        ledger: how the fine stands today, None where there is none.
        participants: who takes part beside the party; a complainant without a name for everybody who need not know it.
        unanswered: the ids of the joint parties who have no case of their own yet.
        minors: the ids of the parties who have not come of age today.
        wards: the ids of the parties who act through a guardian today: the minors, and adults without or with limited capacity.
        amendments: how parties and participants stood before they were changed, the oldest first.
        daily: what founds a case that fines for every day, as the original decision stands today; None for other cases.
        unfined: the re-checks that found a refusal and for which no such case was registered yet.
    """

    case: Case
    parties: tuple[Party, ...]
    participants: tuple[Participant, ...]
    unanswered: frozenset[str]
    minors: frozenset[str]
    wards: frozenset[str]
    amendments: tuple[Amendment, ...]
    links: tuple[LinkedCase, ...]
    comments: tuple[Comment, ...]
    evidence: tuple[Evidence, ...]
    documents: tuple[Document, ...]
    opinions: tuple[Opinion, ...]
    assessments: tuple[Assessment, ...]
    hearings: tuple[Hearing, ...]
    panels: tuple[Panel, ...]
    seats: tuple[Seat, ...]
    services: tuple[Service, ...]
    payments: tuple[Payment, ...]
    bookings: tuple[Booking, ...]
    publications: tuple[Publication, ...]
    remedies: tuple[Remedy, ...]
    procedures: tuple[Procedure, ...]
    goods: tuple[Goods, ...]
    waiting: tuple[Task, ...]
    done: tuple[Task, ...]
    mine: frozenset[str]
    clocks: tuple[ClockReading, ...]
    clock: ClockReading | None
    ledger: Ledger | None
    timeline: tuple[Moment, ...]
    daily: DailyFine | None
    unfined: tuple[DailyFine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile(Query[CaseFileView]):
    """One case, whole; NotFoundError out of reach."""

    case_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case in a list."""

    case: Case
    party: str
    waiting: tuple[str, ...]
    clock: ClockReading | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """One page of cases, newest first, with the number of all that meet the filter and of each state."""

    rows: tuple[CaseRow, ...]
    total: int
    page: int
    pages: int
    states: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases(Query[CasePage]):
    """The cases within reach, by state and by words of title, party or number."""

    state: str | None = None
    text: str = ""
    page: int = 1


def may_do(actor: Actor, case: Case, task: Task) -> bool:
    """Return whether the actor may do a waiting task: role, slot, not claimed by somebody else, and the main procedure going on here."""
    if (case.suspended_on is not None or case.transferred_on is not None) and task.instance == case.id and task.form not in UNTOUCHED:
        return False
    holder = {"lead": case.lead, "second": case.second}.get(task.slot or "", actor.id)
    own = task.role in {"head", "squad_leader", "legal_reviewer"} and actor.id in {case.lead, case.second}
    return may_act(actor, case, task.role, task.step) and holder == actor.id and task.claimed_by in {None, actor.id} and not own


@answers(CaseFile)
def case_file(query: CaseFile, actor: Actor, reading: Reading) -> CaseFileView:
    """Return the whole case."""
    case = reading.case(query.case_id, actor)
    tasks = _all(reading, Task, case, Task.opened_at, Task.id)
    waiting = [task for task in tasks if task.state == "waiting"]
    mine = frozenset(task.id for task in waiting if may_do(actor, case, task))
    clocks = tuple(read_clock(deadline, reading.today) for deadline in _all(reading, Deadline, case, Deadline.start_on, Deadline.id))
    parties = _all(reading, Party, case, Party.number)
    participants = _all(reading, Participant, case, Participant.recorded_at, Participant.id)
    return CaseFileView(
        case=case,
        parties=parties,
        participants=tuple(_seen_by(actor, case, person) for person in participants),
        unanswered=frozenset(party.id for party in unanswered(reading.connection, case.id)),
        minors=frozenset(party.id for party in parties if is_minor(identity_of(party).birthday, reading.today)),
        wards=frozenset(party.id for party in parties if needs_guardian(identity_of(party).birthday, reading.today, party.capacity)),
        amendments=_amendments(actor, case, participants, _all(reading, Amendment, case, Amendment.made_at, Amendment.id)),
        links=_links(reading, case, actor),
        comments=_all(reading, Comment, case, Comment.written_at, Comment.id),
        evidence=_all(reading, Evidence, case, Evidence.number),
        documents=_all(reading, Document, case, Document.issued_on, Document.code, Document.id),
        opinions=_all(reading, Opinion, case, Opinion.at),
        assessments=_all(reading, Assessment, case, Assessment.at, Assessment.id),
        hearings=_all(reading, Hearing, case, Hearing.asked_on, Hearing.id),
        panels=_all(reading, Panel, case, Panel.convened_at),
        seats=_all(reading, Seat, case, Seat.panel_id, Seat.place),
        services=_all(reading, Service, case, Service.served_on, Service.id),
        payments=_all(reading, Payment, case, Payment.paid_on, Payment.id),
        bookings=_all(reading, Booking, case, Booking.booked_on, Booking.id),
        publications=_all(reading, Publication, case, Publication.published_on, Publication.again_of.is_not(None)),
        remedies=_all(reading, Remedy, case, Remedy.filed_on, Remedy.id),
        procedures=procedures_of(reading, case),
        goods=_all(reading, Goods, case, Goods.number),
        waiting=tuple(sorted(waiting, key=lambda task: task.id not in mine)),
        done=tuple(task for task in tasks if task.state == "done"),
        mine=mine,
        clocks=clocks,
        clock=nearest([clock for clock in clocks if clock.key not in {"reconsideration", "litigation"}]),
        ledger=ledger_of(reading.connection, case, reading.today),
        timeline=_timeline(reading, case),
        daily=origin_of(reading.connection, case.id),
        unfined=tuple(item for item in unfined(reading.connection, case.id) if item.fine is not None and item.stands),
    )


def _timeline(reading: Reading, case: Case) -> tuple[Moment, ...]:
    return tuple(
        Moment(seq=item.seq, at=item.at, actor_name=item.actor_name, sentences=tuple(fact.sentence() for fact in item.facts))
        for item in records(reading.connection, case.id)
    )


@answers(Cases)
def cases(query: Cases, actor: Actor, reading: Reading) -> CasePage:
    """Return one page of the cases within reach."""
    base = select(Case.__table__).where(scope(actor))
    if needle := query.text.strip():
        named = select(Party.case_id).where(Party.name.contains(needle, autoescape=True) | (Party.code == needle))
        base = base.where(
            or_(Case.title.contains(needle, autoescape=True), Case.number.contains(needle, autoescape=True), Case.cause == needle, Case.id.in_(named))
        )
    counted = base.subquery()
    states = {row[0]: row[1] for row in reading.connection.execute(select(counted.c.state, func.count()).group_by(counted.c.state))}
    chosen = base if query.state is None else base.where(Case.state == query.state)
    total = states.get(query.state, 0) if query.state is not None else sum(states.values())
    pages = max(1, -(-total // PAGE))
    page = min(max(1, query.page), pages)
    found = reading.rows(Case, chosen.order_by(Case.opened_at.desc(), Case.id).limit(PAGE).offset((page - 1) * PAGE))
    return CasePage(rows=case_rows(reading, found), total=total, page=page, pages=pages, states=states)


def case_rows(reading: Reading, cases: Sequence[Case]) -> tuple[CaseRow, ...]:
    """Return cases as rows of a list; the tables are asked once for all of them."""
    ids = [case.id for case in cases]
    found = reading.rows(Party, select(Party.__table__).where(Party.case_id.in_(ids), Party.number == 1))
    party = {item.case_id: item.name or "" for item in found}
    waiting: dict[str, list[str]] = {}
    for task in reading.rows(Task, select(Task.__table__).where(Task.case_id.in_(ids), Task.state == "waiting").order_by(Task.opened_at)):
        waiting.setdefault(task.case_id, []).append(task.title)
    clocks: dict[str, list[ClockReading]] = {}
    for deadline in reading.rows(Deadline, select(Deadline.__table__).where(Deadline.case_id.in_(ids)).order_by(Deadline.id)):
        if deadline.key not in {"reconsideration", "litigation"}:
            clocks.setdefault(deadline.case_id, []).append(read_clock(deadline, reading.today))
    return tuple(
        CaseRow(case=case, party=party.get(case.id, ""), waiting=tuple(waiting.get(case.id, ())), clock=nearest(clocks.get(case.id, ())))
        for case in cases
    )


def _seen_by(actor: Actor, case: Case, person: Participant) -> Participant:
    """Return a participant as the actor may see it: only the two officers of the case know who complained, and who checks on them."""
    if person.role != "complainant" or _knows(actor, case):
        return person
    shown = ("id", "case_id", "role", "recorded_name", "recorded_at", "struck_on", "struck_ground")
    return Participant(**{name: getattr(person, name) for name in shown})


def _amendments(actor: Actor, case: Case, people: Sequence[Participant], rows: Sequence[Amendment]) -> tuple[Amendment, ...]:
    """Return the amendments that the actor may see: those of a complainant only for whoever may know the complainant."""
    hidden = set() if _knows(actor, case) else {person.id for person in people if person.role == "complainant"}
    return tuple(row for row in rows if row.subject_id not in hidden)


def _knows(actor: Actor, case: Case) -> bool:
    return actor.id in {case.lead, case.second} or bool(actor.roles & BUREAU)


def _links(reading: Reading, case: Case, actor: Actor) -> tuple[LinkedCase, ...]:
    """Return the links of a case from both sides, the newest last."""
    table = CaseLink.__table__
    links = reading.rows(
        CaseLink, select(table).where((table.c.case_id == case.id) | (table.c.other_id == case.id)).order_by(table.c.linked_at, table.c.id)
    )
    ends = {link.id: link.other_id if link.case_id == case.id else link.case_id for link in links}
    others = {other.id: other for other in reading.rows(Case, select(Case.__table__).where(Case.id.in_(ends.values())))} if ends else {}
    seen = {key: other for key, other in others.items() if within_reach(actor, other)}
    return tuple(LinkedCase(link=link, other=seen.get(ends[link.id]), outward=link.case_id == case.id) for link in links)


def _all(reading: Reading, model: type[Row], case: Case, *order: Any) -> tuple[Row, ...]:
    table = model.__table__
    statement: Select[Any] = select(table).where(table.c.case_id == case.id).order_by(*order)
    return tuple(reading.rows(model, statement))
