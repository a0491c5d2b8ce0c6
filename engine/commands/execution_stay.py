"""Stays of execution (中止执行), their end, and the end of an execution on its own (终结执行). Source: 行政强制法 Art. 39, 40; domain.md R39."""

from collections.abc import Mapping
from datetime import date

from engine.commands import deadline as clock
from engine.commands.archiving import send_to_archive
from engine.commands.confiscated import check_finished
from engine.commands.duty import cost_subject
from engine.commands.goods_disposal import check_ended
from engine.commands.performance_cost import check_collected, drop_costs
from engine.commands.procedure import form_here, start_form, starts
from engine.commands.submission import submits
from engine.commands.termination import end_beside, terminate
from engine.errors import InvalidInputError, LawError
from engine.events.case import CaseClosed
from engine.events.enforcement import ExecutionEnded, ExecutionPaused, ExecutionResumed
from engine.model import Case, Deadline, Remedy, Task
from engine.queries.party import party_of
from engine.rules.enforcement import NOBODY_PAYS, WINDOWS
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

CLOCK = "execution.stay"
BASIS = "行政强制法 39"
GROUNDS: Mapping[str, str] = {
    "difficulty": "履行确有困难或者暂无履行能力",
    "third_party": "第三人主张权利",
    "irreparable": "可能造成难以弥补的损失",
    "other": "其他情形",
}
LASTING = frozenset({"running", "expired"})
"""The states of the clock of a stay that lasts."""

STOPPED = frozenset({"demand", "performance_answer", "performance_demand", "performance_record"})
"""The forms of what is done to enforce, which waits while the execution does; who pays may always pay. Of a cost, `cost_court` says it."""

COERCIVE = STOPPED | {"demolition_report", "demolition_record", "payment_reminder"}
"""The forms that wait where the organ of reconsideration or the court ordered that the execution stop."""

ORDERED: Mapping[str, tuple[str, str]] = {"reconsideration": ("复议机关", "行政复议法 42"), "litigation": ("法院", "行政诉讼法 56")}


def stay_of(work: Work, case_id: str) -> Deadline | None:
    """Return the clock of the stay that lasts, or None where the execution goes on."""
    return next((row for row in work.rows(Deadline, case_id=case_id, key=CLOCK) if row.state in LASTING), None)


def check_not_stayed(work: Work, case: Case, task: Task) -> None:
    """Refuse a step of enforcement while the execution is stayed by the agency, or by who decides on the party's remedy.

    What must be cleared from a road at once carries no penalty out, and waits for nothing.
    Source: 行政强制法 Art. 39, 52; 行政复议法 Art. 42; 行政诉讼法 Art. 56.
    """
    at_once = task.form == "performance_record" and start_form(work, task.instance).flag("immediate")
    if task.form in COERCIVE and not at_once:
        check_going_on(work, case.id, task.title, of_agency=task.form in STOPPED)


def check_going_on(work: Work, case_id: str, what: str, *, of_penalty: bool = True, of_agency: bool = True) -> None:
    """Refuse (`case_suspended`) what enforces: `of_penalty` while the penalty was ordered to stop, `of_agency` while the agency stays it.

    Source: 行政强制法 Art. 39; 行政复议法 Art. 42; 行政诉讼法 Art. 56.
    """
    order = _ordered(work, case_id) if of_penalty else None
    if order is not None:
        organ, basis = ORDERED[order.kind]
        message = f"{organ}已决定停止执行（{order.number}），“{what}”待{organ}作出结果后办理；当事人自愿缴款的可以收取。"
        raise LawError("case_suspended", message, basis=basis)
    stay = stay_of(work, case_id) if of_agency else None
    if stay is not None:
        raise LawError("case_suspended", f"{stay.start_on.isoformat()}起中止执行，“{what}”待恢复执行后办理。", basis=BASIS)


def _ordered(work: Work, case_id: str) -> Remedy | None:
    """Return the remedy against the penalty in which the execution was ordered to stop, or None; the order lasts until the result binds."""
    pending = (row for row in work.rows(Remedy, case_id=case_id) if row.against is None and row.effective_on is None)
    return next((row for row in pending if row.stayed), None)


@starts("execution_stay")
def apply_for_stay(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return the ground, which is what the application is about."""
    del work, case, instance
    return GROUNDS[data.text("ground")]


@starts("execution_end")
def apply_for_end(work: Work, case: Case, data: FormData, instance: str) -> None:
    """Refuse an end on a ground that does not fit the party, or for a stay or an application to the court that does not bear it.

    What is still held or lies in the store comes to its end first, as the case is closed with this.
    """
    del instance
    check_ground(work, case, data, case.id)
    check_ended(work, case.id)
    check_finished(work, case.id)
    if data.text("ground") not in NOBODY_PAYS:
        check_collected(work, case.id, "终结执行并结案")


@submits("execution_end")
def check_end(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse an end on a ground that does not fit the party, or for a stay or an application to the court that does not bear it."""
    check_ground(work, case, data, task.instance)


def check_ground(work: Work, case: Case, data: FormData, instance: str) -> None:
    """Refuse what does not fit: the death of an organisation, the winding up of a person, three years without a stay, a court that may be asked.

    `instance` is the procedure that collects a cost, else the case's own. Source: 行政强制法 Art. 39(2), 40(1), 40(2), 40(5).
    """
    ground, kind = data.text("ground"), party_of(work.connection, case.id).kind
    if ground == "died" and kind == "organisation":
        raise LawError("no_basis", "当事人是法人或者其他组织，不能以公民死亡终结执行。", basis="行政强制法 40(1)", field="ground")
    if ground == "ended" and kind == "person":
        raise LawError("no_basis", "当事人是公民，不能以法人或者其他组织终止终结执行。", basis="行政强制法 40(2)", field="ground")
    if ground == "three_years":
        _check_three_years(work, stay_of(work, case.id), data.day("paused_on"))
    if ground == "barred":
        _check_barred(work, case.id, instance)


def _check_barred(work: Work, case_id: str, instance: str) -> None:
    """Refuse to give up as barred what the court can still be asked for, or has not refused for good. Source: 行政强制法 Art. 40(5), 53, 56, 58."""
    answers = work.rows(Task, case_id=case_id, instance=instance, form="court_answer", state="done")
    refused = any((row.data or {}).get("next") == "end" for row in answers)
    about = cost_subject(work, instance)
    windows = [row for key in WINDOWS if (row := clock.find(work, case_id, key, about)) is not None and row.state != "void"]
    over = bool(windows) and all(row.state != "met" and row.due is not None and work.today > row.due for row in windows)
    if not (refused or over):
        message = "法院没有不予受理、不准予执行，申请法院强制执行的期限也没有届满：不能以此终结执行。"
        raise LawError("before_cause", message, basis="行政强制法 40(5)、53", field="ground")


def _check_three_years(work: Work, stay: Deadline | None, paused_on: date) -> None:
    """Refuse to rest an end on a stay that was never approved, runs from another day, or was not for want of means."""
    if stay is None or stay.start_on != paused_on:
        found = f"记录的中止执行日期是{stay.start_on.isoformat()}。" if stay else "本案没有批准中止执行的记录。"
        raise LawError("before_cause", found, basis="行政强制法 39②", field="paused_on")
    _check_unable(work, stay, "ground")


def _check_unable(work: Work, stay: Deadline, field: str) -> None:
    """Refuse to give up what was stayed for another reason than that the party was not able to perform. Source: 行政强制法 Art. 39(2)."""
    if start_form(work, stay.subject).text("ground") != "difficulty":
        message = "不是因当事人确无能力履行而中止的，不能以满三年为由不再执行。"
        raise LawError("no_basis", message, basis="行政强制法 39②", field=field)


@operation("execution.pause")
def pause_execution(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Stay the execution from today on and start the three years."""
    del inputs, values
    form = start_form(work)
    work.record(ExecutionPaused(case=case_id, ground=GROUNDS[form.text("ground")], facts=form.text("facts"), paused_on=work.today))
    clock.start(work, case_id, CLOCK, work.today, cause="中止执行", subject=work.instance)
    return {}


@submits("execution_resumption")
def end_stay(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse to give the execution up before three years, where harm is done, or where the party was able to perform."""
    if data.flag("resumed"):
        return
    stay = clock.find(work, case.id, CLOCK, task.instance)
    if stay is None or stay.due is None or work.today <= stay.due:
        until = f"（{stay.due.isoformat()}）" if stay and stay.due else ""
        raise LawError("before_cause", f"中止执行未满三年{until}，不能不再执行。", basis="行政强制法 39②", field="resumed")
    _check_unable(work, stay, "resumed")
    if not data.flag("harmless"):
        raise InvalidInputError({"harmless": ["不再执行的，须没有明显社会危害（行政强制法第三十九条第二款）。"]})


@operation("execution.resume")
def resume_execution(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Let the execution go on."""
    del inputs, values
    form = form_here(work, case_id, "execution_resumption")
    work.record(ExecutionResumed(case=case_id, facts=form.text("facts") if form else "", resumed_on=work.today))
    clock.void(work, case_id, CLOCK, "恢复执行", subject=work.instance)
    # One that came to its three years is over and cannot be voided any more.
    clock.meet(work, case_id, CLOCK, work.today, subject=work.instance)
    return {}


@operation("execution.stop")
def stop_execution(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Give the execution up after three years, and close the case. Source: 行政强制法 Art. 39(2)."""
    form = form_here(work, case_id, "execution_resumption")
    facts = form.text("facts") if form else ""
    work.record(ExecutionEnded(case=case_id, ground="中止执行满三年，当事人确无履行能力", facts=facts, ended_on=work.today))
    drop_costs(work, case_id, "终结执行")
    return close_ended(work, case_id, inputs, values)


@operation("execution.close")
def close_ended(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Close the case whose execution ended beside the main road, end that road and send the volume to the archive.

    Refuses while the cost of a performance is still collected, which the end of the penalty's execution does not touch, and while a thing
    has not come to its end (I7). Source: 行政强制法 Art. 40, 51(2); 行政处罚法 Art. 56, 74.
    """
    del inputs, values
    end_beside(work, case_id, "终结执行")
    check_ended(work, case_id)
    check_finished(work, case_id)
    check_collected(work, case_id, "终结执行并结案")
    work.record(CaseClosed(case=case_id, result="终结执行", closed_on=work.today))
    terminate(work, case_id)
    send_to_archive(work, case_id, "终结执行")
    return {}
