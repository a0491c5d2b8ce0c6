"""Cases (案件): opened by a clue, filed, rejected, escalated, closed, archived, transferred."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from engine.commands import deadline as clock
from engine.commands.archiving import await_handover, check_served, check_volume_of, keep_recordings, send_to_archive, term_of_volume
from engine.commands.case_link import linked, reached
from engine.commands.case_paper import issue_closing, issue_clue_transfer, issue_filing, issue_source, issue_volume
from engine.commands.cash import check_deposited
from engine.commands.command import Command, handles
from engine.commands.confiscated import check_finished
from engine.commands.daily_penalty import check_cause, linked_daily
from engine.commands.draft import NEW_CASE, forget_draft
from engine.commands.goods_disposal import check_ended
from engine.commands.goods_handover import transfer_goods
from engine.commands.inspection import inspected
from engine.commands.number import take
from engine.commands.officer import officer_of
from engine.commands.party import check_joint, recorded
from engine.commands.payment import EXECUTION_END, uncollected
from engine.commands.performance_cost import check_collected
from engine.commands.raised_penalty import check_raised_collected
from engine.commands.refund import check_given_back
from engine.commands.reinspection import check_reinspected
from engine.commands.report import TRANSFER, take_report
from engine.commands.submission import last_form, submits
from engine.commands.suspicion import check_none
from engine.errors import InvalidInputError, LawError, NotAllowedError
from engine.events.case import (
    CaseArchived,
    CaseClosed,
    CaseEscalated,
    CaseFiled,
    CaseOpened,
    CaseRejected,
    CaseTransferred,
    SecondOfficerNamed,
)
from engine.law.causes import Cause
from engine.model import Case, Opinion, ProcessBundle, Task, User
from engine.rules.conflict import check_certificate, check_different
from engine.rules.police_transfer import check_recipient
from engine.work import FormData, Work
from engine.workflow import advance
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

ORDINARY = "ordinary"
"""The procedure (普通程序) whose clues are registered and whose filing is approved; a case on the spot is filed for record instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase(Command[str]):
    """Register a clue (线索) and start its procedure; the answer is the id of the case.

    `beside` is the case of another party to the same facts (共同违法): the new case is linked to it from the beginning. With `recheck`, a
    re-check of that case which found a refusal, it is the case that was fined, and the new one fines for every day (按日连续处罚).
    """

    data: Mapping[str, object]
    beside: str | None = None
    recheck: str | None = None


@handles(OpenCase)
def open_case(command: OpenCase, work: Work) -> str:
    """Record clue and party, and start the newest process of the procedure. Source: 行政处罚法 Art. 54."""
    data = work.read_form("clue", command.data)
    cause = _punishable(work, data.text("cause"))
    officer, district = _registrar(work)
    beside = None if command.beside is None else reached(work, command.beside)
    inspection = inspected(work, data, beside)
    daily = check_cause(work, cause, data, command.recheck, beside)
    case_id = work.stream = work.new_id()
    bundle = _newest_bundle(work, data.text("procedure"))
    party = cast("Mapping[str, Any]", data.values["party"])
    work.record(
        CaseOpened(
            case=case_id,
            procedure=data.text("procedure"),
            cause=cause.id,
            cause_title=cause.title,
            title=f"{party['name']} {cause.brief}",
            district=district,
            squad=officer.squad,
            lead=officer.id,
            lead_name=officer.name,
            source=data.text("source"),
            discovered_on=data.day("discovered_on"),
            place=data.find("place"),
            grid=data.find("grid"),
            description=data.find("description"),
            opened_at=work.now,
            bundle=bundle.id,
            inspection=inspection,
        )
    )
    work.record(recorded(party, case=case_id, party=work.new_id()))
    if beside is not None:
        work.record(linked(work, case_id, beside, "joint") if daily is None else linked_daily(work, case_id, beside, daily))
    clock.start(work, case_id, "clue.check", data.day("discovered_on"), cause="登记线索")
    take_report(work, case_id)
    if data.text("procedure") == ORDINARY:
        issue_source(work, case_id)
    forget_draft(work, NEW_CASE)
    advance.start(work, case_id, case_id, bundle.id, data.routing)
    return case_id


def _registrar(work: Work) -> tuple[User, str]:
    """Return the officer who acts, with the district; refuses whoever belongs to none, or has no valid certificate (行政处罚法 Art. 42)."""
    officer = work.get(User, work.actor.id)
    if officer.district is None:
        raise NotAllowedError("您没有所属辖区，不能登记线索。")
    check_certificate(officer_of(officer), work.today)
    return officer, officer.district


def _punishable(work: Work, key: str) -> Cause:
    """Return a cause that the department may punish; refuses any other (行政处罚法 Art. 17, 18).

    Whoever may fine a discharge is asked of the fine; whether it may fine by the day, of the re-check.
    """
    cause = work.law.causes.causes.get(key)
    if cause is None:
        raise InvalidInputError({"cause": ["案由目录中没有这个案由。"]})
    if not (cause.daily or work.law.department.may_punish(cause.id)):
        raise LawError("no_basis", "本机关没有这个案由的处罚权。", basis="行政处罚法 17、18", field="cause")
    return cause


@submits("verification")
def name_second(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Name the second officer, who has yet to confirm; two officers are always two persons. Source: 行政处罚法 Art. 42."""
    del task
    name_officer(work, case, data.find("second") or "")


def name_officer(work: Work, case: Case, wanted: str) -> None:
    """Name a person, by id or login, as the second officer of a case; refuses who may not be one."""
    second = work.find(User, wanted) or next(iter(work.rows(User, login=wanted)), None)
    if second is None or "officer" not in second.roles or not second.active or second.district != case.district:
        raise InvalidInputError({"second": ["请选择本辖区的在岗执法人员。"]})
    check_different({"lead": case.lead, "second": second.id})
    check_certificate(officer_of(second), work.today)
    if case.second != second.id:
        work.record(SecondOfficerNamed(case=case.id, second=second.id, second_name=second.name))


@operation("case.file")
def file_case(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Number the case and start the clock of the decision. Source: 行政处罚法 Art. 54, 60."""
    del inputs, values
    taken = take(work, work.law.department.word("case"))
    work.record(CaseFiled(case=case_id, number=taken.text, year=taken.year, sequence=taken.sequence, filed_on=work.today))
    clock.meet(work, case_id, "clue.check", work.today)
    clock.start(work, case_id, "decision", work.today, cause="立案")
    clock.take_over(work, case_id, "decision", "seizure", "testing")
    issue_filing(work, case_id, filed=True)
    return {}


@operation("case.reject")
def reject_case(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """End a clue that is no case. Source: 行政处罚法 Art. 54; 住房和城乡建设行政处罚程序规定."""
    del inputs, values
    verification = last_form(work, case_id, "verification")
    reason = verification.find("facts") if verification else None
    clock.meet(work, case_id, "clue.check", work.today)
    issue_filing(work, case_id, filed=False)
    if verification is not None:
        issue_clue_transfer(work, case_id, verification)
        clock.meet(work, case_id, TRANSFER, work.today)
    work.record(CaseRejected(case=case_id, reason=reason or "经核查不符合立案条件", closed_on=work.today))
    send_to_archive(work, case_id, "不予立案")
    return {}


@operation("case.escalate", inputs=("deadline",))
def escalate_case(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Put an overdue case before its superiors, whose worklists show it first. The step stays open: the power does not end.

    A step that is entered anew after the deadline rings again; the superiors are told once.
    """
    del values
    deadline = clock.find(work, case_id, inputs["deadline"], work.instance) or clock.find(work, case_id, inputs["deadline"])
    if deadline is not None and deadline.due is not None and not deadline.escalated:
        work.record(CaseEscalated(case=case_id, deadline=deadline.id, title=deadline.title, due=deadline.due))
    return {}


@submits("closing")
def check_closing(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse to close a case whose money is neither paid nor given up, whose joint parties, goods or orders nobody looked after.

    Source: 行政处罚法 Art. 66, 67; of an execution that ended without payment 行政强制法 Art. 40.
    """
    check_joint(work, case)
    check_ended(work, case.id)
    check_collected(work, case.id)
    check_raised_collected(work, case.id, task.instance, "结案")
    check_finished(work, case.id)
    check_given_back(work, case, "结案")
    check_deposited(work, case.id, "结案")
    _check_paid(work, case)
    given_up = any(item.step == EXECUTION_END and item.result == "approved" for item in work.rows(Opinion, case_id=case.id))
    if case.outcome == "penalty" and not given_up:
        check_reinspected(work, case, data)


def _check_paid(work: Work, case: Case) -> None:
    if uncollected(work, case):
        raise LawError("not_served", f"{'罚款' if not case.gains else '罚没款'}尚未缴清，不能结案。", basis="行政处罚法 66、67、74")


@operation("case.close")
def close_case(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Close the case and start the clock of the archive."""
    del inputs, values
    # A remedy may have made the penalty heavier since the closing was proposed.
    _check_paid(work, work.case(case_id))
    form = last_form(work, case_id, "closing")
    work.record(CaseClosed(case=case_id, result=form.find("result") or "履行完毕" if form else "履行完毕", closed_on=work.today))
    if form is not None:
        issue_closing(work, case_id, form)
    clock.start(work, case_id, "archive", work.today, cause="结案")
    return {}


@submits("archiving")
def check_archiving(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse to archive a case whose goods are still held, whose money is not settled, or of which a paper is still to be served.

    Refuses too short a term, and one case too many in a volume.
    """
    check_volume_of(work, case, data)
    check_raised_collected(work, case.id, task.instance, "归档")
    check_ended(work, case.id)
    check_finished(work, case.id)
    check_given_back(work, case)
    check_deposited(work, case.id, "归档")
    check_collected(work, case.id, "归档")
    check_served(work, case.id)


@operation("case.archive")
def archive_case(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record where the volume is kept, and for how long."""
    del inputs, values
    form = last_form(work, case_id, "archiving")
    if form is None:
        raise LawError("step_not_waiting", "没有归档记录。")
    state, term = work.case(case_id).state, term_of_volume(work, work.case(case_id), form)
    work.record(
        CaseArchived(
            case=case_id,
            volume=form.text("volume_no"),
            pages=int(str(form.values["pages"])),
            term=term,
            archived_on=work.today,
            state="archived" if state == "closed" else state,
        )
    )
    clock.meet(work, case_id, "archive", work.today)
    keep_recordings(work, case_id, term)
    await_handover(work, case_id, term)
    issue_volume(work, case_id, form, term)
    return {}


@operation("case.transfer")
def transfer_case(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Close the case here with the reason of the transfer and the recipient's receipt. Source: 行政处罚法 Art. 27, 57(4)."""
    del inputs, values
    form = last_form(work, case_id, "transfer")
    if form is None:
        raise LawError("step_not_waiting", "没有移送记录。")
    work.record(
        CaseTransferred(
            case=case_id,
            recipient=form.text("recipient"),
            reason=form.text("reason"),
            receipt=form.text("receipt_no"),
            delivered_on=form.day("delivered_on"),
        )
    )
    transfer_goods(work, case_id, form.text("recipient"), form.text("receipt_no"))
    send_to_archive(work, case_id, "移送")
    return {}


@submits("transfer")
def check_transfer(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse the police, who get a suspected crime by a procedure of its own, and a receipt that is older than the decision to transfer.

    Only earlier versions of the main procedure have this step.
    """
    del task
    check_none(work, case.id, "移送其他机关", "recipient")
    check_recipient(data.text("recipient"), minor=False, field="recipient")
    _check_after(data.day("delivered_on"), case.decided_on, "delivered_on", "移送送达日期早于移送决定。")


def _check_after(day: date, cause: date | None, field: str, message: str) -> None:
    if cause is not None and day < cause:
        raise LawError("before_cause", message, basis="民法典 201", field=field)


def _newest_bundle(work: Work, root: str) -> ProcessBundle:
    found = work.rows(ProcessBundle, root=root)
    if not found:
        raise InvalidInputError({"procedure": ["没有这个办案程序的已发布流程。"]})
    return max(found, key=lambda bundle: bundle.number)
