"""Inspections of enterprises (涉企行政检查): registered, approved before anybody goes, carried out, told. Source: 国办发〔2024〕54号."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from engine.clock import SHANGHAI, local_date
from engine.commands.command import Command, handles
from engine.commands.inspection_plan import listed
from engine.commands.number import take
from engine.commands.officer import officer_of
from engine.errors import InvalidInputError, LawError, NotAllowedError, NotFoundError, StepNotWaitingError
from engine.events.inspection import InspectionCancelled, InspectionDecided, InspectionEnded, InspectionRegistered, InspectionStarted
from engine.model import Case, Inspection, InspectionPlan, User
from engine.queries.inspection import day_of
from engine.rules import inspection as rule
from engine.rules.conflict import check_officers
from engine.work import FormData, Work

SERIES = "inspection"
"""The number series of the notices, in the department's file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterInspection(Command[str]):
    """Register an inspection before anybody goes; the answer is its id."""

    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideInspection(Command[None]):
    """Approve an inspection, which gives its notice a number, or return it."""

    inspection: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartInspection(Command[None]):
    """Record that the officers came to the enterprise."""

    inspection: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndInspection(Command[None]):
    """Record what was found and that the enterprise was told."""

    inspection: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelInspection(Command[None]):
    """Say that nobody goes."""

    inspection: str
    data: Mapping[str, object]


@handles(RegisterInspection)
def register_inspection(command: RegisterInspection, work: Work) -> str:
    """Record the inspection; refuses a day that is over, less than two certified officers, a matter without plan, and one beyond the caps."""
    data = work.read_form("inspection", command.data)
    day, plans = data.day("planned_on"), listed(data, "plans")
    if not rule.is_enterprise(data.text("uscc"), work.law.parameters.names("inspection.codes")):
        raise InvalidInputError({"uscc": ["这不是企业、个体工商户的代码，不属于涉企行政检查，不在这里登记。"]})
    rule.check_planned_day(day, work.today)
    first, second = _officer(work, data, "first"), _officer(work, data, "second")
    check_officers([officer_of(first), officer_of(second)], day)
    fact = _registered(work, data, (first, second), _ground(work, data, plans))
    work.record(fact)
    return fact.inspection


@handles(DecideInspection)
def decide_inspection(command: DecideInspection, work: Work) -> None:
    """Record the decision; whoever goes does not approve, and what was right when it was registered is asked once more."""
    row = _inspection(work, command.inspection)
    if row.state != "registered":
        raise StepNotWaitingError("这次检查不在等待批准。")
    if work.actor.district not in {None, row.district}:
        raise NotAllowedError("检查由执法人员所在辖区的负责人批准。")
    if work.actor.id in {row.first, row.second, row.registered_by}:
        raise LawError("same_person", "登记、实施检查的人不能批准，须由负责人批准。", basis=rule.BASIS)
    data = work.read_form("approval", command.data)
    approved, number = data.flag("approved"), None
    if approved:
        rule.check_planned_day(row.planned_on, work.today)
        check_officers([officer_of(work.get(User, person)) for person in (row.first, row.second)], row.planned_on)
        number = take(work, work.law.department.word(SERIES)).text
    work.record(
        InspectionDecided(
            inspection=row.id,
            name=row.name,
            approved=approved,
            opinion=data.text("opinion" if approved else "reason"),
            number=number,
            person=work.actor.id,
            person_name=work.actor.name,
            at=work.now,
        )
    )


@handles(StartInspection)
def start_inspection(command: StartInspection, work: Work) -> None:
    """Record the arrival; refuses one before the approval or the approved day, one to come, and one without scanning where that is asked."""
    row = _own(work, command.inspection)
    if row.state != "approved":
        raise StepNotWaitingError("这次检查已经登记入企，或者不再实施。")
    data = work.read_form("inspection_arrival", command.data)
    arrived = datetime.combine(data.day("arrived_on"), time.fromisoformat(data.text("arrived_time")), SHANGHAI)
    if arrived > work.now:
        raise InvalidInputError({"arrived_time": ["入企时间不能晚于现在。"]})
    if row.approved_at is not None and arrived < row.approved_at.replace(second=0, microsecond=0):
        message = f"入企（扫码）时间早于批准时间{row.approved_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}：批准以后才能入企。"
        raise LawError("inspection_unapproved", message, basis=rule.BASIS, field="arrived_time")
    rule.check_arrival(data.day("arrived_on"), row.planned_on)
    check_officers([officer_of(work.get(User, person)) for person in (row.first, row.second)], data.day("arrived_on"))
    if data.find("scan_code") is None and work.law.parameters.flag("inspection.scan"):
        raise InvalidInputError({"scan_code": ["入企检查须扫码，请填写扫码记录编号（国办发〔2024〕54号）。"]}, basis=rule.BASIS)
    code, receiver = data.find("scan_code"), data.text("received_by")
    work.record(
        InspectionStarted(inspection=row.id, name=row.name, arrived_at=arrived, scan_code=code, received_by=receiver, person_name=work.actor.name)
    )


@handles(EndInspection)
def end_inspection(command: EndInspection, work: Work) -> None:
    """Record the result; refuses one of an inspection that nobody came to, and one that says otherwise than the clues that were registered."""
    row = _own(work, command.inspection)
    if row.state == "approved":
        raise LawError("before_cause", "还没有登记入企（扫码、出示执法证、交检查通知书），不能记录结果。", basis=rule.BASIS)
    if row.state != "started":
        raise StepNotWaitingError("这次检查的结果已经记录，或者不再实施。")
    data = work.read_form("inspection_result", command.data)
    _check_clues(work, row, data.text("finding"))
    if row.arrived_at is not None and data.day("told_on") < local_date(row.arrived_at):
        raise InvalidInputError({"told_on": ["书面告知的日期早于入企日期。"]})
    work.record(
        InspectionEnded(
            inspection=row.id,
            name=row.name,
            finding=data.text("finding"),
            finding_title=rule.FINDINGS[data.text("finding")],
            outcome=data.text("outcome"),
            told_on=data.day("told_on"),
            person_name=work.actor.name,
            ended_on=work.today,
        )
    )


@handles(CancelInspection)
def cancel_inspection(command: CancelInspection, work: Work) -> None:
    """Record that nobody goes; refuses it of an inspection that began."""
    row = _inspection(work, command.inspection)
    if work.actor.id not in {row.first, row.second, row.registered_by}:
        raise NotAllowedError("取消检查由登记人或者两名执法人员办理。")
    if row.state not in {"registered", "approved"}:
        raise StepNotWaitingError("这次检查已经入企，或者已经取消、退回。")
    reason = work.read_form("reason", command.data).text("reason")
    work.record(InspectionCancelled(inspection=row.id, name=row.name, reason=reason, person_name=work.actor.name))


def inspected(work: Work, data: FormData, beside: Case | None) -> str | None:
    """Return the inspection that a clue came from; None where it came from elsewhere, or the party is no enterprise.

    Another party to the same facts need not have been inspected itself. Refuses a clue against an enterprise without inspection, and one whose
    inspection was of another enterprise, not approved, not carried out, or later than the clue. Source: 国办发〔2024〕54号.
    """
    party, parameters, number = data.values["party"], work.law.parameters, data.find("inspection")
    code = str(party.get("uscc") or "") if isinstance(party, Mapping) else ""
    if data.text("source") != rule.SOURCE or not parameters.has("inspection.codes"):
        return None
    if not rule.is_enterprise(code, parameters.names("inspection.codes")):
        return None
    if number is None:
        if beside is not None and beside.inspection is not None:
            return beside.inspection
        raise LawError("inspection_unapproved", "来源为行政检查的，须写明对该企业的检查编号：没有登记、批准的检查不能作为线索来源。", **_HERE)
    row = next((each for each in work.rows(Inspection, uscc=code) if number in {each.id, each.number}), None)
    if row is None:
        raise LawError("inspection_unapproved", f"没有编号为“{number}”、对该企业（{code}）的检查。", **_HERE)
    if row.arrived_at is None:
        raise LawError("inspection_unapproved", "这次检查还没有经批准并登记入企，不能作为线索来源。", **_HERE)
    if data.day("discovered_on") < local_date(row.arrived_at):
        raise InvalidInputError({"discovered_on": ["发现日期早于这次检查的入企日期。"]})
    return row.id


_HERE = {"basis": rule.BASIS, "field": "inspection"}


def _registered(work: Work, data: FormData, officers: tuple[User, User], ground: tuple[str, str]) -> InspectionRegistered:
    first, second = officers
    return InspectionRegistered(
        inspection=work.new_id(),
        year=data.day("planned_on").year,
        uscc=data.text("uscc"),
        name=data.text("name"),
        place=data.text("place"),
        kind=ground[0],
        plans=listed(data, "plans"),
        matter=ground[1],
        ground=data.find("ground"),
        lead=data.find("lead"),
        scheme=data.text("scheme"),
        planned_on=data.day("planned_on"),
        first=first.id,
        first_name=first.name,
        second=second.id,
        second_name=second.name,
        announced=data.flag("announced"),
        unannounced_reason=data.find("unannounced_reason"),
        district=first.district,
        person=work.actor.id,
        person_name=work.actor.name,
        at=work.now,
    )


def _ground(work: Work, data: FormData, plans: tuple[str, ...]) -> tuple[str, str]:
    """Return the kind of an inspection and what it is about; refuses one without plan, and one that the caps count and do not allow."""
    year = data.day("planned_on").year
    if data.text("kind") == rule.LEAD:
        kind, matter = rule.LEAD, rule.GROUNDS[data.text("ground")]
    else:
        matters = _planned(work, plans, year)
        kind = "special" if any(each.kind == "special" for each in matters) else "routine"
        matter = "、".join(each.title for each in matters)
    if data.find("ground") not in work.law.parameters.names("inspection.exempt"):
        _check_caps(work, data.text("name"), data.text("uscc"), year, plans)
    return kind, matter


def _check_caps(work: Work, name: str, uscc: str, year: int, plans: tuple[str, ...]) -> None:
    exempt = work.law.parameters.names("inspection.exempt")
    earlier = [
        rule.Earlier(day=day_of(each), matter=each.matter, plans=frozenset(each.plans))
        for each in work.rows(Inspection, uscc=uscc, year=year)
        if rule.counts(each.state, each.planned_on, work.today) and each.ground not in exempt
    ]
    matters = {plan: (row.title, row.cap) for plan in plans if (row := work.find(InspectionPlan, plan)) is not None}
    rule.check_cap(name, year, earlier, matters, work.law.parameters.integer("inspection.enterprise.most"))


def _planned(work: Work, plans: tuple[str, ...], year: int) -> list[InspectionPlan]:
    """Return the matters of the plan; refuses those that are not published, and those of another year."""
    found = [work.find(InspectionPlan, plan) for plan in plans]
    matters = [row for row in found if row is not None and row.state == "published" and row.year == year]
    if len(matters) < len(plans):
        message = f"所选事项不在{year}年已公布的检查计划中：没有列入计划、没有公布的，不得按计划实施检查。"
        raise LawError("no_basis", message, basis=rule.BASIS, field="plans")
    return matters


def _check_clues(work: Work, row: Inspection, finding: str) -> None:
    registered = bool(work.rows(Case, inspection=row.id))
    if finding == "clue" and not registered:
        message = f"还没有登记来自本次检查的线索：请先登记线索，来源选“行政检查”，检查编号填{row.number}。"
        raise LawError("before_cause", message, basis="行政处罚法 54①", field="finding")
    if finding != "clue" and registered:
        raise InvalidInputError({"finding": ["已有线索来自本次检查，结果应为“涉嫌违法，已登记线索”。"]})


def _officer(work: Work, data: FormData, name: str) -> User:
    """Return an active officer by id or login."""
    wanted = data.text(name)
    found = work.find(User, wanted) or next(iter(work.rows(User, login=wanted)), None)
    if found is None or "officer" not in found.roles or not found.active:
        raise InvalidInputError({name: ["请选择在岗的执法人员。"]})
    return found


def _own(work: Work, key: str) -> Inspection:
    """Return an inspection of the actor; refuses one that is not approved."""
    row = _inspection(work, key)
    if work.actor.id not in {row.first, row.second}:
        raise NotAllowedError("入企和结果由实施检查的两名执法人员登记。", basis="行政处罚法 42")
    if row.state in {"registered", "returned"}:
        raise LawError("inspection_unapproved", "这次检查还没有经负责人批准，不能入企，不能记录结果。", basis=rule.BASIS)
    return row


def _inspection(work: Work, key: str) -> Inspection:
    found = work.find(Inspection, key)
    if found is None:
        raise NotFoundError("没有这次检查。")
    return found
