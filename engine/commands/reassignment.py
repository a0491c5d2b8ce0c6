"""Reassigning tasks (改派): what somebody took on and cannot do is given to somebody else, with the reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.command import CaseCommand, handles
from engine.errors import InvalidInputError, LawError, StepNotWaitingError
from engine.events.task import TaskReassigned
from engine.model import Case, Task, User
from engine.queries.person import actor_of
from engine.queries.reach import own_reach
from engine.work import Work

APPROVING = frozenset({"head", "squad_leader", "legal_reviewer"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReassignTask(CaseCommand[None]):
    """Give a claimed task to somebody else who may do it."""

    task_id: str
    data: Mapping[str, object]


@handles(ReassignTask)
def reassign_task(command: ReassignTask, work: Work) -> None:
    """Give it; refuses a step of the officers in person, one that nobody claimed, and who may not do it."""
    case, task = work.case(command.case_id), work.find(Task, command.task_id)
    if task is None or task.case_id != case.id or task.state != "waiting":
        raise StepNotWaitingError("本案没有这一步在等待办理。")
    data = work.read_form("task_reassignment", command.data)
    work.check_version()
    if task.slot is not None:
        raise StepNotWaitingError(f"“{task.title}”须由承办人本人办理；承办人不在的，请更换承办人。")
    if task.claimed_by is None:
        raise StepNotWaitingError(f"“{task.title}”还没有人签收，不需要改派。")
    person = _person(work, case, task, data.text("person"))
    before = task.claimed_name or ""
    names = {"title": task.title, "person": person.id, "person_name": person.name, "before_name": before}
    work.record(TaskReassigned(case=case.id, task=task.id, **names, reason=data.text("reason"), by_name=work.actor.name))


def _person(work: Work, case: Case, task: Task, wanted: str) -> User:
    found = work.find(User, wanted) or next(iter(work.rows(User, login=wanted)), None)
    if found is None or not found.active or task.role not in found.roles or not own_reach(actor_of(found), case):
        raise InvalidInputError({"person": ["请选择能办理这一步的在岗人员。"]})
    if found.id == task.claimed_by:
        raise InvalidInputError({"person": [f"现在就由{found.name}办理。"]})
    if task.role in APPROVING and found.id in {case.lead, case.second}:
        raise LawError("same_person", f"{found.name}是本案承办人，不能审核、审批本案。", basis="行政处罚法 42、57", field="person")
    return found
