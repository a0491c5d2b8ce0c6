"""Transfers to the police (移送公安机关): suspected, verified by a team, decided by the principal head; then back, or over.

While one is under way no penalty is decided; from the head's decision until the police give the case back the main procedure waits.
Source: 移送涉嫌犯罪案件规定 Art. 3-5, 10-12; 行政处罚法 Art. 27, 35(2).
"""

from collections.abc import Mapping
from decimal import Decimal

from engine.clock import local_date
from engine.commands import deadline as clock
from engine.commands.approval_paper import issue_approval
from engine.commands.archiving import send_to_archive
from engine.commands.document import penalty_paper
from engine.commands.officer import officer_of, recused_in
from engine.commands.opinion import check_persons, give
from engine.commands.procedure import form_here, start_form, starts
from engine.commands.submission import submits
from engine.commands.termination import terminate
from engine.departments.partner import Partner
from engine.errors import InvalidInputError, LawError
from engine.events.case import CaseTransferred, CaseWithdrawn
from engine.events.police_transfer import CriminalResultRecorded, PoliceTransferDecided, PoliceTransferReturned
from engine.model import Case, Collaboration, Task, User
from engine.rules.conflict import check_certificate, check_recusal
from engine.rules.police_transfer import BASIS, CAPACITIES, COPY, PROCEDURE, check_capacity, check_offset, check_standard
from engine.rules.suspension import UNTOUCHED
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

CLOCK = "decision"
GROUND = "transfer"


def check_not_transferred(case: Case, task: Task) -> None:
    """Refuse a step of the main procedure while the case lies with the police, but for what no suspension stops."""
    if case.transferred_on is not None and task.instance == case.id and task.form not in UNTOUCHED:
        day = f"{case.transferred_on.month}月{case.transferred_on.day}日"
        raise LawError("case_transferred", f"本案已于{day}决定移送公安机关，“{task.title}”待公安机关退回后办理。", basis=BASIS)


def team_of(work: Work, instance: str) -> list[User]:
    """Return the officers of the team of a transfer, in the order in which the head named them."""
    named = work.rows(Task, instance=instance, form="police_team", state="done")
    return [_person(work, str(name)) for name in (named[-1].data or {})["members"]] if named else []


def check_member(work: Work, task: Task) -> None:
    """Refuse a step of the team to whoever is not one of it. Source: 移送涉嫌犯罪案件规定 Art. 5(1)."""
    if work.actor.id not in {user.id for user in team_of(work, task.instance)}:
        raise LawError("not_allowed", f"“{task.title}”由专案组成员办理。", basis="移送涉嫌犯罪案件规定 5")


def the_police(work: Work) -> Partner:
    """Return the department that takes suspected crimes."""
    found = next((partner for partner in work.law.department.partners.values() if PROCEDURE in partner.kinds), None)
    if found is None:
        raise LawError("no_basis", "协作部门目录中没有接受涉嫌犯罪移送的公安机关。", basis="移送涉嫌犯罪案件规定 3")
    return found


def procuratorate(work: Work, kind: str = COPY) -> Partner | None:
    """Return the body that gets a copy of every transfer, or letters of another `kind`; None where the catalogue names none."""
    return next((partner for partner in work.law.department.partners.values() if kind in partner.kinds), None)


@starts("police_transfer")
def suspect_crime(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return the crime that is suspected; refuses a quantity below the standard."""
    del case, instance
    the_police(work)
    if data.text("standard") == "hazardous_waste":
        check_standard(Decimal(data.text("tonnes")), work.law.parameters.integer("crime.hazardous_waste.tonnes"))
    return data.text("offence")


@submits("police_team")
def name_team(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse members who could not act in the case: each reaches it, has a valid certificate and was not recused."""
    del task
    named = data.values.get("members")
    members = [_person(work, str(name)) for name in named] if isinstance(named, list) else []
    if len({user.id for user in members}) < len(members):
        raise InvalidInputError({"members": ["同一人员不能列两次。"]})
    for user in members:
        near = user.id in {case.lead, case.second} or (user.district == case.district and user.squad == case.squad)
        if "officer" not in user.roles or not user.active or not near:
            raise InvalidInputError({"members": [f"{user.name}不是能够办理本案的执法人员。"]})
        check_certificate(officer_of(user), work.today)
        check_recusal(officer_of(user), recused_in(case))


@submits("police_report")
def report_crime(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a report that is not the team's."""
    del case, data
    check_member(work, task)


@submits("police_confirmation")
def confirm_report(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record that another member of the team stands by the report, or returns it."""
    check_member(work, task)
    reported = work.rows(Task, instance=task.instance, form="police_report", state="done", order="done_at")
    if reported and reported[-1].done_by == work.actor.id:
        raise LawError("same_person", "须由专案组的另一名成员确认。", basis="移送涉嫌犯罪案件规定 5")
    give(work, case, task, "confirmed" if data.routing["confirmed"] else "returned", data.find("reason") or "核实一致。")


@submits("police_decision")
def decide_transfer(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record what the principal head said; nobody who investigated decides, no deputy, and nobody in another's stead."""
    check_persons(work, case, "decider")
    check_capacity(work.get(User, work.actor.id).title, data.text("capacity"))
    if work.actor.id in {user.id for user in team_of(work, task.instance)}:
        raise LawError("same_person", "专案组成员不能决定是否移送。", basis="移送涉嫌犯罪案件规定 5")
    give(work, case, task, "approved" if data.routing["approved"] else "returned", data.find("opinion") or data.find("reason") or "")
    issue_approval(work, case, task, data, agreed=bool(data.routing["approved"]))
    clock.meet(work, case.id, "transfer.decide", work.today, subject=task.instance)


@operation("police.hold")
def hold_case(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Let the main procedure wait where no penalty was imposed yet, stop its clock, and start the hours within which the case is delivered."""
    del inputs, values
    case, form, instance = work.case(case_id), given(work, case_id, "police_decision"), str(work.instance)
    fined = penalty_paper(work, case_id) is not None
    if case.state != "open" and not fined:
        raise LawError("step_not_waiting", "本案已经终结，不能移送。")
    work.record(
        PoliceTransferDecided(
            case=case_id,
            transfer=instance,
            offence=given(work, case_id, "police_report").text("offence"),
            recipient=the_police(work).name,
            person_name=work.signature,
            capacity=CAPACITIES[form.text("capacity")],
            decided_on=work.today,
            held=not fined,
            fine=case.fine if fined else None,
        )
    )
    clock.suspend(work, case_id, CLOCK, work.today, GROUND)
    clock.start(work, case_id, "transfer.deliver", work.now, cause="决定移送", subject=instance)
    return {}


@submits("criminal_result")
def record_result(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record how the criminal proceedings ended; refuses to set off more than was fined before."""
    sent = work.get(Collaboration, task.instance)
    if data.day("concluded_on") < local_date(sent.sent_at):
        raise LawError("before_cause", "作出日期早于移送。", basis="行政处罚法 27", field="concluded_on")
    offset = None if data.find("offset") is None else Decimal(data.text("offset"))
    if offset is not None:
        check_offset(offset, case.fine if penalty_paper(work, case.id) is not None else None)
    work.record(
        CriminalResultRecorded(
            case=case.id,
            transfer=task.instance,
            pursued=data.flag("pursued"),
            body=data.text("body"),
            number=data.text("number"),
            content=data.text("content"),
            concluded_on=data.day("concluded_on"),
            offset=offset,
        )
    )


@operation("police.conclude")
def conclude_transfer(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """End the case here as transferred, where it waited for the police; one that was fined before goes on being executed."""
    del inputs, values
    case, request = work.case(case_id), work.get(Collaboration, str(work.instance))
    if case.transferred_on is not None:
        receipt = given(work, case_id, "police_goods").text("receipt_no")
        work.record(
            CaseTransferred(
                case=case_id,
                recipient=request.partner_name,
                reason=f"涉嫌{start_form(work).text('offence')}，已追究刑事责任",
                receipt=receipt,
                delivered_on=local_date(request.sent_at),
                closed_on=work.today,
            )
        )
        terminate(work, case_id)
        send_to_archive(work, case_id, "移送公安机关")
    return {}


@operation("police.return")
def return_case(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Let the main procedure go on, and its clock where it was the transfer that stopped it. Source: 移送涉嫌犯罪案件规定 Art. 10."""
    del inputs, values
    work.record(PoliceTransferReturned(case=case_id, transfer=str(work.instance), reason=_why_back(work, case_id), returned_on=work.today))
    clock.resume(work, case_id, CLOCK, work.today, ground=GROUND)
    if work.case(case_id).outcome == "transfer":
        _leave(work, case_id)
    return {}


def _leave(work: Work, case_id: str) -> None:
    """End a case that an earlier version of the main procedure decided to transfer: that one has no way back, a case of its own goes on."""
    reason = "公安机关退回；按以前的流程版本已经决定移送，另行立案继续办理"
    work.record(CaseWithdrawn(case=case_id, reason=reason, facts=_why_back(work, case_id), withdrawn_on=work.today))
    terminate(work, case_id)
    send_to_archive(work, case_id, "退回后另行立案")


def _why_back(work: Work, case_id: str) -> str:
    if form_here(work, case_id, "criminal_result") is not None:
        return "司法机关不追究或者免予刑事处罚"
    objected = form_here(work, case_id, "police_objection")
    if objected is not None and objected.text("way") == "supervise":
        return "人民检察院不通知立案"
    return "公安机关不予立案"


def given(work: Work, case_id: str, form: str) -> FormData:
    """Return the newest submission of a form in the transfer that is being carried out."""
    found = form_here(work, case_id, form)
    if found is None:
        raise LawError("step_not_waiting", "缺少前一步的办理记录。")
    return found


def _person(work: Work, name: str) -> User:
    found = work.find(User, name) or next(iter(work.rows(User, login=name)), None)
    if found is None:
        raise InvalidInputError({"members": [f"没有这名人员：{name}。"]})
    return found
