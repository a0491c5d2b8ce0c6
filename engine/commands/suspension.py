"""Suspension and resumption (中止和恢复): the main procedure stands still until what it waits for is there. Source: domain.md §2.14."""

from collections.abc import Mapping

from engine.commands import deadline as clock
from engine.commands.procedure import form_here, start_form, starts
from engine.errors import LawError
from engine.events.case import CaseResumed, CaseSuspended
from engine.model import Case, Task
from engine.rules.police_transfer import check_here
from engine.rules.suspension import UNTOUCHED
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

REASONS: Mapping[str, str] = {
    "court": "等待裁判结果",
    "opinion": "等待鉴定意见",
    "interpretation": "等待法律解释",
    "party": "当事人待确定",
    "force": "不可抗力",
}

GROUND = "stay"
CLOCK = "decision"


def check_not_suspended(case: Case, task: Task) -> None:
    """Refuse a step of the main procedure while it is suspended, but for what a suspension does not stop."""
    if case.suspended_on is not None and task.instance == case.id and task.form not in UNTOUCHED:
        day = f"{case.suspended_on.month}月{case.suspended_on.day}日"
        raise LawError("case_suspended", f"本案已于{day}中止，“{task.title}”待恢复后办理。", basis="住房和城乡建设行政处罚程序规定")


@starts("suspension")
def apply_for_suspension(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return the reason, which is what the application is about."""
    del work, case, instance
    return REASONS[data.text("reason")]


@operation("case.suspend")
def suspend_case(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Suspend the case from today on, and the clock of its decision where the city's parameters say so."""
    del inputs, values
    case = work.case(case_id)
    check_here(case.transferred_on, "中止")
    if case.suspended_on is not None or case.decided_on is not None or case.state != "open":
        raise LawError("step_not_waiting", "本案已经中止、已经决定或者已经终结，不能中止。")
    work.record(CaseSuspended(case=case_id, reason=REASONS[start_form(work).text("reason")], suspended_on=work.today))
    clock.suspend(work, case_id, CLOCK, work.today, GROUND)
    return {}


@operation("case.resume")
def resume_case(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Let the case go on, and its clock where it was the suspension that stopped it."""
    del inputs, values
    form = form_here(work, case_id, "resumption")
    check_here(work.case(case_id).transferred_on, "恢复")
    if work.case(case_id).suspended_on is None:
        return {}
    work.record(CaseResumed(case=case_id, facts=form.text("facts") if form else None, resumed_on=work.today))
    clock.resume(work, case_id, CLOCK, work.today, ground=GROUND)
    return {}
