"""Discretion asked in advance (裁量试算): what the tables would say of the facts as they stand in a form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select

from engine.actor import Actor
from engine.errors import InvalidInputError, StepNotWaitingError
from engine.law.book import LawBook
from engine.law.causes import Cause
from engine.model import Case, Evidence, Party, Task
from engine.queries.correction_order import outcomes_of
from engine.queries.history import past_decisions
from engine.queries.party import identity_of, party_of
from engine.queries.query import Query, Reading, answers
from engine.rules.assessment import Assessment, AssessmentInput, Circumstances, ProvenFactor
from engine.rules.correction_order import check_corrected, has_refused
from engine.rules.discretion import assess
from engine.rules.history import is_first, repeats
from engine.rules.identity import age_on
from engine.rules.limitation import check_ground, is_barred
from engine.store import tables
from engine.store.statement import Statement

PARTY_TYPES: Mapping[str, str] = {"person": "citizen", "organisation": "org", "individual_business": "getihu"}
HARM: Mapping[str, str] = {"none": "无", "slight": "轻微", "serious": "明显"}

REFUSING = "refusing"
"""The key of the limb that punishes refusing to correct what the first limb forbids."""

SPOT = "spot_record"
"""The form of the summary procedure that is record and report in one."""

_REPORTS = Statement(
    select(Task.__table__)
    .where(Task.case_id == bindparam("case"), or_(Task.form == "investigation_report", Task.form == SPOT), Task.state == "done")
    .order_by(Task.done_at.desc(), Task.id)
    .limit(1)
)


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
    if query.form == SPOT:
        data = report_on_the_spot(data)
    if query.form == "plea_review":
        report = reported(reading.connection, case.id)
        if not report:
            raise StepNotWaitingError("本案还没有调查终结报告，不能复核。")
        data = reviewed(report, data)
    return assess(assessment_input(reading.connection, case, data, reading.law), reading.law)


def reported(connection: Connection, case_id: str) -> Mapping[str, Any]:
    """Return the newest report of a case as it was filled in, or the record on the spot as a report; empty where there is none."""
    done = tables.rows(connection, Task, _REPORTS, {"case": case_id})
    if not done:
        return {}
    data = done[0].data or {}
    return report_on_the_spot(data) if done[0].form == SPOT else data


def report_on_the_spot(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a record on the spot as the rules read a report."""
    named = {"act_start": values["act_on"], "act_end": values["act_on"], "outcome": "penalty", "summary": True}
    return {**values, **named, "warning": values["way"] == "warning"}


def reviewed(report: Mapping[str, Any], review: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the report with what the review of the plea found: further factors in the party's favour, and the fine."""
    known = {item["code"] for item in report.get("factors") or ()}
    added = [item for item in review.get("factors") or () if item["code"] not in known]
    fine = review.get("fine") or report.get("fine")
    return {**report, "factors": [*(report.get("factors") or ()), *added], "fine": fine, "fine_reason": review.get("finding")}


def assessment_input(connection: Connection, case: Case, report: Mapping[str, Any], law: LawBook) -> AssessmentInput:
    """Return the facts of a case as the rules read them; refuses a correction in time against what a re-inspection found."""
    cause = law.causes.cause(case.cause)
    party, limb = party_of(connection, case.id), _limb(cause, report)
    act_end = date.fromisoformat(report["act_end"])
    past = past_decisions(connection, case, party, date.fromisoformat(report["act_start"]))
    reinspected = outcomes_of(connection, case.id)
    if report.get("corrected"):
        check_corrected(reinspected)
    check_ground(report.get("ground"), cause.limbs[limb], act_end)
    return AssessmentInput(
        cause=cause.id,
        limb=limb,
        party=PARTY_TYPES[party.kind],
        act_end=act_end,
        decided=law.day,
        measures={item.key: Decimal(report[item.key]) for item in cause.limbs[limb].inputs if report.get(item.key) is not None},
        factors=tuple(ProvenFactor(item["code"], _references(connection, case, item["evidence"])) for item in report.get("factors") or ()),
        circumstances=Circumstances(
            age=age_of(party, act_end),
            capacity="无" if report.get("incapable") else "限制" if party.capacity == "limited" else None,
            no_fault=bool(report.get("no_fault")),
            slight=bool(report.get("slight")),
            harm=HARM[str(report.get("harm"))],
            corrected=bool(report.get("corrected")),
            first=is_first(past, act_end, law.parameters),
            barred=is_barred(act_end, case.discovered_on, law.parameters, ground=report.get("ground")),
        ),
        repeats=repeats(past, act_end, law.parameters),
        past=tuple(past),
        refused=bool(report.get("refused")),
        prior_order=has_refused(reinspected),
        untiered=bool(report.get("untiered")),
        warning=bool(report.get("warning")),
        summary=bool(report.get("summary")),
        complex=bool(report.get("complex")),
        interest=bool(report.get("interest")),
        exempt=report.get("outcome") in {"no_penalty", "not_established", "transfer"},
    )


def _limb(cause: Cause, report: Mapping[str, Any]) -> str:
    """Return the limb that the report names; else the first, or for who refuses to correct the one that punishes refusing (拒不改正)."""
    if named := report.get("limb"):
        if named not in cause.limbs:
            raise InvalidInputError({"limb": [f"“{cause.title}”没有这一情形。"]})
        return str(named)
    refusing = cause.limbs.get(REFUSING)
    return REFUSING if report.get("refused") and refusing is not None and refusing.requires_prior_order else next(iter(cause.limbs))


def _references(connection: Connection, case: Case, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the evidence of the case that is referred to, by number and name; what is not in the case proves nothing."""
    found = tables.rows(connection, Evidence, tables.matching(Evidence, ("case_id",), "number"), {"case_id": case.id})
    chosen = [item for item in found if item.id in wanted or str(item.number) in wanted]
    return tuple(f"证据{item.number}“{item.name}”" for item in chosen)


def age_of(party: Party, day: date) -> int | None:
    """Return the full years of a party on a day; None where it is no person or bears no identity number."""
    born = identity_of(party).birthday
    return None if born is None else age_on(born, day)
