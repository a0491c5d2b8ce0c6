"""Inspections asked (涉企行政检查): the yearly plan, the register, what waits for whom, and the counts of a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, true

from engine.actor import Actor
from engine.clock import local_date
from engine.errors import InvalidInputError, NotFoundError
from engine.model import Case, Inspection, InspectionPlan
from engine.queries.query import Query, Reading, answers
from engine.queries.reach import scope
from engine.rules.inspection import FINDINGS, KINDS, counts

READERS = frozenset({"officer", "squad_leader", "legal_reviewer", "publisher", "head", "legal_office", "auditor", "SYSTEM"})

CARRIED_OUT = frozenset({"started", "ended"})
"""The states of an inspection that was carried out."""

_YEARS = (2000, 2100)
OPEN = frozenset({"registered", "approved", "started"})
"""The states in which somebody still has to do something."""

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionYear:
    """The inspections of enterprises that were carried out in a year, counted.

    Attributes:
        total: how many, by whatever ground.
        kinds: how many of each kind: routine, special and lead.
        findings: how many ended with each finding: none, corrected and clue.
        enterprises: how many enterprises were inspected.
        cases: how many clues were registered that came from them.
        plans: how many matters the published plan of the year has.
        campaigns: how many of these are special campaigns.
    """

    year: int
    total: int
    kinds: Mapping[str, int]
    findings: Mapping[str, int]
    enterprises: int
    cases: int
    plans: int
    campaigns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherInspection:
    """Another inspection of the same enterprise in the same year, whoever did it: the day, what it is about, its kind and its state."""

    day: date
    matter: str
    kind: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionView:
    """An inspection with the cases that came from it, by id and number; one that is asked for alone names the others of its enterprise and year."""

    inspection: Inspection
    cases: tuple[tuple[str, str | None], ...]
    others: tuple[OtherInspection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionsPage:
    """A year: its plan, a page of its inspections, those that are not over first, and its counts.

    `most` is how often the same enterprise may be inspected in the year, `special_most` how many special campaigns there may be; `published_by`
    is the last day for the plan.
    """

    year: int
    years: tuple[int, ...]
    plans: tuple[InspectionPlan, ...]
    inspections: tuple[InspectionView, ...]
    total: int
    page: int
    pages: int
    counts: InspectionYear
    most: int
    special_most: int
    published_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspections(Query[InspectionsPage]):
    """The plan and the inspections of a year, the present one where none is named; `text` is part of a name, a code or a number."""

    year: int | None = None
    text: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FindInspection(Query[InspectionView]):
    """One inspection by its id."""

    inspection: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindInspectionPlan(Query[InspectionPlan]):
    """One matter of a plan by its id."""

    plan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPlansView:
    """The published matters of the present year and of those to come, and how often the same enterprise may be inspected in a year."""

    plans: tuple[InspectionPlan, ...]
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicInspectionPlans(Query[PublicPlansView]):
    """What the public may know of the plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionsWaiting(Query[int]):
    """How many inspections and matters of the plan wait for the actor."""


def inspections_in(connection: Connection, year: int) -> InspectionYear:
    """Return the counts of a year; what was only planned, cancelled or returned is not counted."""
    row, plan = Inspection.__table__.c, InspectionPlan.__table__.c
    done = (row.year == year) & row.state.in_(CARRIED_OUT)
    kinds, findings, campaigns = (
        _counted(connection, select(column, func.count()).where(condition).group_by(column))
        for column, condition in ((row.kind, done), (row.finding, done), (plan.kind, (plan.year == year) & (plan.state == "published")))
    )
    return InspectionYear(
        year=year,
        total=sum(kinds.values()),
        kinds={kind: kinds.get(kind, 0) for kind in KINDS},
        findings={finding: findings.get(finding, 0) for finding in FINDINGS},
        enterprises=connection.execute(select(func.count(row.uscc.distinct())).where(done)).scalar_one(),
        cases=sum(len(cases) for cases in _cases(connection, row.year == year, true()).values()),
        plans=sum(campaigns.values()),
        campaigns=campaigns.get("special", 0),
    )


def _counted(connection: Connection, statement: Select[Any]) -> Mapping[str | None, int]:
    return {row[0]: row[1] for row in connection.execute(statement)}


@answers(Inspections, roles=READERS)
def inspections(query: Inspections, actor: Actor, reading: Reading) -> InspectionsPage:
    """Return the year; of its inspections those of the actor's district."""
    year = reading.today.year if query.year is None else query.year
    if not _YEARS[0] <= year <= _YEARS[1]:
        raise InvalidInputError({"year": [f"年度须在{_YEARS[0]}年至{_YEARS[1]}年之间。"]})
    plan, wanted = InspectionPlan.__table__.c, _wanted(query, actor, year)
    total = reading.connection.execute(select(func.count()).select_from(Inspection.__table__).where(wanted)).scalar_one()
    pages = max(1, -(-total // PAGE))
    page = min(max(1, query.page), pages)
    parameters = reading.law.parameters
    month, day = parameters.text("inspection.plan.published").split("-")
    return InspectionsPage(
        year=year,
        years=_years(reading, year),
        plans=tuple(reading.rows(InspectionPlan, select(InspectionPlan.__table__).where(plan.year == year).order_by(plan.drafted_at, plan.id))),
        inspections=_views(reading, actor, wanted, page),
        total=total,
        page=page,
        pages=pages,
        counts=inspections_in(reading.connection, year),
        most=parameters.integer("inspection.enterprise.most"),
        special_most=parameters.integer("inspection.special.most"),
        published_by=date(year, int(month), int(day)),
    )


def _wanted(query: Inspections, actor: Actor, year: int) -> ColumnElement[bool]:
    row, text = Inspection.__table__.c, query.text.strip()
    near = true() if actor.district is None else or_(row.district == actor.district, row.first == actor.id, row.second == actor.id)
    named = or_(*(column.contains(text, autoescape=True) for column in (row.name, row.uscc, row.number))) if text else true()
    return and_(row.year == year, near, named)


def _views(reading: Reading, actor: Actor, wanted: ColumnElement[bool], page: int) -> tuple[InspectionView, ...]:
    """Return a page of inspections: those that are not over first, then the newest day first."""
    row = Inspection.__table__.c
    order = (row.state.not_in(OPEN), row.planned_on.desc(), row.registered_at.desc(), row.id)
    found = reading.rows(Inspection, select(Inspection.__table__).where(wanted).order_by(*order).limit(PAGE).offset((page - 1) * PAGE))
    cases = _cases(reading.connection, row.id.in_([each.id for each in found]), scope(actor))
    return tuple(InspectionView(inspection=each, cases=cases.get(each.id, ())) for each in found)


def _years(reading: Reading, year: int) -> tuple[int, ...]:
    columns = (Inspection.__table__.c.year, InspectionPlan.__table__.c.year)
    told = {each for column in columns for (each,) in reading.connection.execute(select(column).distinct())}
    return tuple(sorted(told | {reading.today.year, year}))


@answers(FindInspection, roles=READERS)
def find_inspection(query: FindInspection, actor: Actor, reading: Reading) -> InspectionView:
    """Return the inspection; NotFoundError where there is none in the actor's district."""
    row = reading.find(Inspection, query.inspection)
    if row is None or not _near(actor, row):
        raise NotFoundError("没有这次检查，或者不在您的辖区。")
    cases = _cases(reading.connection, Inspection.__table__.c.id == row.id, scope(actor)).get(row.id, ())
    return InspectionView(inspection=row, cases=cases, others=_others(reading, row))


@answers(FindInspectionPlan, roles=READERS)
def find_inspection_plan(query: FindInspectionPlan, actor: Actor, reading: Reading) -> InspectionPlan:
    """Return the matter; NotFoundError where there is none."""
    del actor
    found = reading.find(InspectionPlan, query.plan)
    if found is None:
        raise NotFoundError("没有这项检查计划。")
    return found


@answers(InspectionsWaiting)
def inspections_waiting(query: InspectionsWaiting, actor: Actor, reading: Reading) -> int:
    """Return the number: for the head what is to be approved, for the publisher what is to be published, for officers their own visits."""
    del query
    row, plan = Inspection.__table__.c, InspectionPlan.__table__.c
    own, states = (row.first == actor.id) | (row.second == actor.id), []
    if "head" in actor.roles:
        states.append((row.state == "registered") & ~own & (true() if actor.district is None else row.district == actor.district))
    if "officer" in actor.roles:
        states.append(row.state.in_(("approved", "started")) & own)
    plans = [state for role, state in (("head", "drafted"), ("publisher", "approved")) if role in actor.roles]
    counts = (select(func.count()).where(or_(*states)) if states else None, select(func.count()).where(plan.state.in_(plans)) if plans else None)
    return sum(reading.connection.execute(count).scalar_one() for count in counts if count is not None)


@answers(PublicInspectionPlans)
def public_inspection_plans(query: PublicInspectionPlans, actor: Actor, reading: Reading) -> PublicPlansView:
    """Return the matters, by year."""
    del query, actor
    plan = InspectionPlan.__table__.c
    published = select(InspectionPlan.__table__).where(plan.state == "published", plan.year >= reading.today.year)
    plans = tuple(reading.rows(InspectionPlan, published.order_by(plan.year, plan.published_on, plan.id)))
    return PublicPlansView(plans=plans, most=reading.law.parameters.integer("inspection.enterprise.most"))


def _others(reading: Reading, row: Inspection) -> tuple[OtherInspection, ...]:
    """Return the others of the same enterprise and year that take place or took place, the earliest first: what can be one visit is one."""
    table = Inspection.__table__.c
    same = select(Inspection.__table__).where(table.uscc == row.uscc, table.year == row.year, table.id != row.id)
    found = (each for each in reading.rows(Inspection, same) if counts(each.state, each.planned_on, reading.today))
    told = (OtherInspection(day=day_of(each), matter=each.matter, kind=each.kind, state=each.state) for each in found)
    return tuple(sorted(told, key=lambda each: (each.day, each.matter)))


def day_of(row: Inspection) -> date:
    """Return the day of an inspection: on which it took place, or is to."""
    return row.planned_on if row.arrived_at is None else local_date(row.arrived_at)


def _near(actor: Actor, row: Inspection) -> bool:
    """Tell whether an inspection is within reach: of the district, or one's own."""
    return actor.district in {None, row.district} or actor.id in {row.first, row.second}


def _cases(connection: Connection, chosen: ColumnElement[bool], reach: ColumnElement[bool]) -> Mapping[str, tuple[tuple[str, str | None], ...]]:
    """Return the cases within reach by the chosen inspection that they came from."""
    case, row = Case.__table__.c, Inspection.__table__.c
    found = select(case.inspection, case.id, case.number).where(case.inspection.in_(select(row.id).where(chosen)), reach)
    told: dict[str, tuple[tuple[str, str | None], ...]] = {}
    for inspection, key, number in connection.execute(found.order_by(case.opened_at)):
        told[inspection] = (*told.get(inspection, ()), (key, number))
    return told
