"""Tasks (待办) by their step, for whoever acts from a text instead of a page."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from engine.actor import Actor
from engine.model import Task
from engine.queries.query import Query, Reading, answers
from engine.store import tables
from engine.store.statement import Statement

_OF_STEP = Statement(
    select(Task.__table__)
    .where(Task.case_id == bindparam("case"), Task.step == bindparam("step"))
    .order_by((Task.state == "waiting").desc(), Task.opened_at.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskOfStep(Query[Task | None]):
    """The task of a step in a case: the one that waits, else the last that was done, else None."""

    case_id: str
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseVersion(Query[int]):
    """How many commands a case has seen."""

    case_id: str


@answers(TaskOfStep)
def task_of_step(query: TaskOfStep, actor: Actor, reading: Reading) -> Task | None:
    """Return the task of a case within reach."""
    case = reading.case(query.case_id, actor)
    found = tables.rows(reading.connection, Task, _OF_STEP, {"case": case.id, "step": query.step})
    return found[0] if found else None


@answers(CaseVersion)
def case_version(query: CaseVersion, actor: Actor, reading: Reading) -> int:
    """Return the version of a case within reach."""
    return reading.case(query.case_id, actor).version
