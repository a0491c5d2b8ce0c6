"""Tasks (待办) by their step, for whoever acts from a text instead of a page."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from engine.actor import Actor
from engine.model import Task
from engine.queries.query import Query, Reading, answers
from engine.store import tables
from engine.store.statement import Statement

_NEWEST = (
    select(Task.__table__)
    .where(Task.case_id == bindparam("case"), Task.step == bindparam("step"))
    .order_by((Task.state == "waiting").desc(), (Task.instance == bindparam("case")).desc(), Task.opened_at.desc())
    .limit(1)
)
_OF_STEP = Statement(_NEWEST)
_OF_STEP_IN = Statement(_NEWEST.where(Task.instance == bindparam("instance")))


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskOfStep(Query[Task | None]):
    """The task of a step in a case, or in one of its procedures: the one that waits, else the last that was done, else None.

    Without a procedure, a step of the main one comes first.
    """

    case_id: str
    step: str
    instance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseVersion(Query[int]):
    """How many commands a case has seen."""

    case_id: str


@answers(TaskOfStep)
def task_of_step(query: TaskOfStep, actor: Actor, reading: Reading) -> Task | None:
    """Return the task of a case within reach."""
    case = reading.case(query.case_id, actor)
    statement, place = _OF_STEP, {"case": case.id, "step": query.step}
    if query.instance is not None:
        statement, place = _OF_STEP_IN, place | {"instance": query.instance}
    found = tables.rows(reading.connection, Task, statement, place)
    return found[0] if found else None


@answers(CaseVersion)
def case_version(query: CaseVersion, actor: Actor, reading: Reading) -> int:
    """Return the version of a case within reach."""
    return reading.case(query.case_id, actor).version
