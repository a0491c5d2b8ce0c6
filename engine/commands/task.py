"""Work on the tasks of a case (办理任务)."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.command import CaseCommand, handles
from engine.commands.delegation import stand_in
from engine.commands.draft import forget_draft
from engine.commands.execution_stay import check_not_stayed
from engine.commands.officer import check_acted, check_step
from engine.commands.police_transfer import check_not_transferred
from engine.commands.step_order import not_yet
from engine.commands.submission import SUBMISSIONS
from engine.commands.surcharge import check_not_agreed
from engine.commands.suspension import check_not_suspended
from engine.errors import NotAllowedError, StepNotWaitingError
from engine.events.task import TaskClaimed, TaskCompleted, TaskReleased
from engine.model import Case, ProcessState, Task
from engine.queries.reach import may_act
from engine.work import FormData, Work
from engine.workflow import advance
from engine.workflow.outdated import only_later
from engine.workflow.published import bundle_of, find_newest


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTask(CaseCommand[None]):
    """Take a waiting task on (签收), so that colleagues see who does it."""

    task_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseTask(CaseCommand[None]):
    """Give a claimed task back (退签)."""

    task_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteTask(CaseCommand[list[str]]):
    """Submit the form of a waiting user task."""

    task_id: str
    data: Mapping[str, object]


@handles(ClaimTask)
def claim_task(command: ClaimTask, work: Work) -> None:
    """Note who does the task; StepNotWaitingError if somebody else has it."""
    case, task = _task(work, command.case_id, command.task_id)
    work.check_version()
    _check_waiting(work, case, task)
    if task.claimed_by is None:
        work.record(TaskClaimed(case=case.id, task=task.id, title=task.title, person=work.actor.id, person_name=work.signature))


@handles(ReleaseTask)
def release_task(command: ReleaseTask, work: Work) -> None:
    """Note that nobody does the task; only who has it may give it back."""
    case, task = _task(work, command.case_id, command.task_id)
    work.check_version()
    if task.state != "waiting" or task.claimed_by != work.actor.id:
        raise StepNotWaitingError(f"“{task.title}”不是由您签收的，不能退签。")
    work.record(TaskReleased(case=case.id, task=task.id, title=task.title, person_name=work.actor.name))


@handles(CompleteTask)
def complete_task(command: CompleteTask, work: Work) -> list[str]:
    """Return the keys of the steps that wait next; none means that the procedure is over.

    Refusals come in the vocabulary's order: access, form, version, order of steps, and then what the law says of this form.
    """
    case, task = _task(work, command.case_id, command.task_id)
    _check_role(work, case, task)
    data = work.read_form(task.form, command.data)
    work.check_version()
    _check_waiting(work, case, task)
    check_not_suspended(case, task)
    check_not_transferred(case, task)
    check_not_stayed(work, case, task)
    check_not_agreed(work, case, task)
    check_step(work, case, task)
    _check_version_knows(work, task, data)
    submission = SUBMISSIONS.get(task.form)
    if submission is not None:
        submission(work, case, task, data)
    # What the law says of this form comes first: its reason is the nearer one.
    if task.role == "officer":
        check_acted(work, case, data)
    work.record(
        TaskCompleted(
            case=case.id,
            task=task.id,
            step=task.step,
            title=task.title,
            person=work.actor.id,
            person_name=work.signature,
            done_at=work.now,
            data=data.values,
            delegation=None if work.acting is None else work.acting.delegation,
        )
    )
    forget_draft(work, f"task:{task.id}")
    return advance.complete(work, case.id, task.instance, task.id, data.routing)


def _task(work: Work, case_id: str, task_id: str) -> tuple[Case, Task]:
    task = work.find(Task, task_id)
    if task is None or task.case_id != case_id:
        work.check_version()
        raise not_yet(work, case_id, task_id)
    return work.case(case_id), task


def _check_version_knows(work: Work, task: Task, data: FormData) -> None:
    """Refuse a result for which only later versions of the procedure have a flow: here it would go where another result goes."""
    followed = bundle_of(work.connection, work.get(ProcessState, task.instance).bundle)
    newest = find_newest(work.connection, followed.root) or followed
    choices = frozenset((name, value) for name, value in data.routing.items() if isinstance(value, str))
    for name in sorted(only_later(followed, newest, choices)):
        raise StepNotWaitingError("本程序按旧版流程办理，没有这一结果；请等有其他结果时再登记，或者选择其他结果。", field=name)


def _check_role(work: Work, case: Case, task: Task) -> None:
    """Refuse a step of another role that nobody delegated; from here on the actor signs for the delegator."""
    work.acting = stand_in(work, case, task)
    if work.acting is None and not may_act(work.actor, case, task.role, task.step):
        raise NotAllowedError(f"您的角色不能办理“{task.title}”。")


def _check_waiting(work: Work, case: Case, task: Task) -> None:
    _check_role(work, case, task)
    if task.state != "waiting":
        raise StepNotWaitingError(f"“{task.title}”已经办理过了，不能重复办理。")
    holder = {"lead": (case.lead, case.lead_name), "second": (case.second, case.second_name)}.get(task.slot or "")
    if holder is not None and holder[0] != work.actor.id:
        raise StepNotWaitingError(f"“{task.title}”须由{holder[1] or '指定的执法人员'}以本人身份办理。")
    if task.claimed_by not in {None, work.actor.id}:
        raise StepNotWaitingError(f"“{task.title}”已由{task.claimed_name}签收。")
