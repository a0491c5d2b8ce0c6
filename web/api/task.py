"""Tasks (待办): what waits for whom, one step with its form, and the work on it."""

from collections.abc import Mapping
from typing import Any

from marshmallow import fields as kinds
from marshmallow import validate

from engine.commands.reassignment import ReassignTask
from engine.commands.task import ClaimTask, CompleteTask, ReleaseTask
from engine.model import Draft, Task
from engine.queries.task_page import TaskPage
from engine.queries.worklist import WorkItem, Worklist
from engine.rules.history import PastDecision
from web.api import cursor
from web.api.door import Door, ask, listed
from web.api.shape import made, shape
from web.problem import ROOT

door = Door("task", "待办")

EVERYTHING = 1_000_000
"""The worklist is put together whole in any case; the stretch is cut from it here."""

ANY_FORM = "待办的form所指的表单，格式见 /api/v1/forms/{key}。The form that the task names."

WORK = made(
    "WorkQuery",
    view=kinds.String(
        load_default="all", validate=validate.OneOf(("all", "claimed", "overdue", "soon"), error="须为all、claimed、overdue或者soon。")
    ),
    step=kinds.String(load_default=None, validate=validate.Length(max=100)),
    **cursor.PAGING,
)
TASK = made(
    "TaskPage",
    task=Task,
    yours=bool,
    form=str,
    draft=Draft | None,
    suggested=Mapping[str, object],
    governing=str,
    returned=tuple[tuple[str, ...], ...],
    past=tuple[PastDecision, ...],
)


@door.opens(
    "GET",
    "/work",
    "等我办的，期限近的在前 What waits for the bearer, the nearest deadline first",
    query=WORK,
    answer=(200, listed("Work", shape(WorkItem))),
)
def work(query: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a stretch of the worklist."""
    items = ask(Worklist(view=query["view"], step=query["step"], size=EVERYTHING)).items
    return cursor.cut(items, _place, cursor=query["cursor"], limit=query["limit"], length=3)


@door.opens("GET", "/cases/<case_id>/tasks/<task_id>", "一项待办和它的表单 A step with its form, draft and suggestions", answer=(200, TASK))
def task(case_id: str, task_id: str) -> Mapping[str, Any]:
    """Return the step; `yours` tells whether the bearer may do it now, `form` where its form is described."""
    view = ask(TaskPage(case_id=case_id, task_id=task_id))
    said = {name: getattr(view, name) for name in ("task", "draft", "suggested", "governing", "returned", "past")}
    return said | {"yours": task_id in view.file.mine, "form": f"{ROOT}/forms/{view.task.form}"}


door.give(
    "POST",
    "/cases/<case_id>/tasks/<task_id>/reassignment",
    ReassignTask,
    "改派 Give a claimed task to another",
    scope="task.write",
    form="task_reassignment",
)
door.give("POST", "/cases/<case_id>/tasks/<task_id>/claim", ClaimTask, "签收 Take a task on", scope="task.write")
door.give("POST", "/cases/<case_id>/tasks/<task_id>/release", ReleaseTask, "退签 Give a task back", scope="task.write")
door.give("POST", "/cases/<case_id>/tasks/<task_id>/complete", CompleteTask, "提交 Submit the form of a task", scope="task.write", form=ANY_FORM)


def _place(item: WorkItem) -> cursor.Place:
    due = item.clock.due if item.clock is not None else None
    return ("9999-12-31" if due is None else due.isoformat(), item.opened_at.isoformat(), item.task_id)
