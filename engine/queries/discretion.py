"""Discretion asked in advance (裁量试算): what the tables would say of the facts as they stand in a form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from engine.actor import Actor
from engine.law.book import LawBook
from engine.law.causes import Cause
from engine.model import Case, Document, Evidence, Party, Task
from engine.queries.query import Query, Reading, answers
from engine.rules.assessment import Assessment, AssessmentInput, Circumstances, ProvenFactor
from engine.rules.discretion import assess
from engine.rules.identity import age_on, birth_date, resident_id
from engine.rules.limitation import is_barred
from engine.rules.reckoning import months_later
from engine.store import tables

PARTY_TYPES: Mapping[str, str] = {"person": "citizen", "organisation": "org", "individual_business": "getihu"}
HARM: Mapping[str, str] = {"none": "无", "slight": "轻微", "serious": "明显"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewDiscretion(Query[Assessment]):
    """The assessment of a case on the facts of a form that is being filled in: `data` is an investigation report or the review of a plea."""

    case_id: str
    form: str
    data: Mapping[str, object]


@answers(PreviewDiscretion, roles=frozenset({"officer"}))
def preview_discretion(query: PreviewDiscretion, actor: Actor, reading: Reading) -> Assessment:
    """Return what the tables say; InvalidInputError for a form that is not right, LawError as the rules refuse."""
    case = reading.case(query.case_id, actor)
    data = reading.ports.read_form(query.form, query.data, reading.today).values
    if query.form == "plea_review":
        data = reviewed(reported(reading.connection, case.id), data)
    return assess(assessment_input(reading.connection, case, data, reading.law), reading.law)


def reported(connection: Connection, case_id: str) -> Mapping[str, Any]:
    """Return the newest investigation report of a case as it was filled in; empty where there is none."""
    statement = select(Task.__table__).where(Task.case_id == case_id, Task.form == "investigation_report", Task.state == "done")
    done = tables.rows(connection, Task, statement.order_by(Task.done_at.desc(), Task.id).limit(1))
    return (done[0].data or {}) if done else {}


def reviewed(report: Mapping[str, Any], review: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the report with what the review of the plea found: further factors in the party's favour, and the fine."""
    known = {item["code"] for item in report.get("factors") or ()}
    added = [item for item in review.get("factors") or () if item["code"] not in known]
    fine = review.get("fine") or report.get("fine")
    return {**report, "factors": [*(report.get("factors") or ()), *added], "fine": fine, "fine_reason": review.get("finding")}


def assessment_input(connection: Connection, case: Case, report: Mapping[str, Any], law: LawBook) -> AssessmentInput:
    """Return the facts of a case as the rules read them."""
    cause = law.causes.cause(case.cause)
    party = _party(connection, case)
    act_end = date.fromisoformat(report["act_end"])
    earlier = earlier_fines(connection, case, party, date.fromisoformat(report["act_start"]))
    prior = [day for day in earlier if day >= months_later(act_end, -law.parameters.integer("prior.window"))]
    window = months_later(act_end, -law.parameters.integer("repeat.window"))
    return AssessmentInput(
        cause=cause.id,
        limb=_limb(cause, refused=bool(report.get("refused"))),
        party=PARTY_TYPES[party.kind],
        act_end=act_end,
        decided=law.day,
        measures={item.key: Decimal(report[item.key]) for item in cause.inputs if report.get(item.key) is not None},
        factors=tuple(ProvenFactor(item["code"], _references(connection, case, item["evidence"])) for item in report.get("factors") or ()),
        circumstances=Circumstances(
            age=_age(party, act_end),
            capacity="无" if report.get("incapable") else None,
            no_fault=bool(report.get("no_fault")),
            slight=bool(report.get("slight")),
            harm=HARM[str(report.get("harm"))],
            corrected=bool(report.get("corrected")),
            first=bool(report.get("first")) and not prior,
            barred=is_barred(act_end, case.discovered_on, law.parameters, harm=report.get("harm") == "serious"),
        ),
        repeats=len([day for day in earlier if day >= window]),
        refused=bool(report.get("refused")),
        exempt=report.get("outcome") in {"no_penalty", "not_established", "transfer"},
    )


def earlier_fines(connection: Connection, case: Case, party: Party, act: date) -> Sequence[date]:
    """Return the days of the effective fines of the same party for the same cause before an act; exemptions do not count."""
    if not party.code:
        return []
    statement = (
        select(Document.issued_on)
        .join(Case, Case.id == Document.case_id)
        .join(Party, Party.case_id == Case.id)
        .where(Party.code == party.code, Case.cause == case.cause, Case.id != case.id)
        .where(Document.code == "D19", Document.served_on < act)
    )
    return list(connection.execute(statement.distinct()).scalars())


def _party(connection: Connection, case: Case) -> Party:
    return tables.rows(connection, Party, select(Party.__table__).where(Party.case_id == case.id).order_by(Party.id))[0]


def _limb(cause: Cause, *, refused: bool) -> str:
    first, *others = cause.limbs
    return next((key for key in others if refused and cause.limbs[key].requires_prior_order), first)


def _references(connection: Connection, case: Case, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the evidence of the case that is referred to, by number and name; what is not in the case proves nothing."""
    statement = select(Evidence.__table__).where(Evidence.case_id == case.id).order_by(Evidence.number)
    found = tables.rows(connection, Evidence, statement)
    chosen = [item for item in found if item.id in wanted or str(item.number) in wanted]
    return tuple(f"证据{item.number}“{item.name}”" for item in chosen)


def _age(party: Party, day: date) -> int | None:
    number = resident_id(party.kind, party.code)
    return age_on(birth_date(number), day) if number else None
