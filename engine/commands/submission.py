"""Submissions (提交): what a form says of a case beyond the fact that it was filled in; one function per form."""

from collections.abc import Callable

from engine.model import Case, Task
from engine.work import FormData, Work

Submission = Callable[[Work, Case, Task, FormData], None]
Approval = Callable[[Work, Case, Task], None]

SUBMISSIONS: dict[str, Submission] = {}
"""Who reads which form."""

APPROVALS: dict[str, Approval] = {}
"""What is checked again when a step is approved, by the step: what was proposed may not fit any more."""


def submits(form: str) -> Callable[[Submission], Submission]:
    """Register the function that checks a submitted form against the case and records what it says."""

    def register(function: Submission) -> Submission:
        if form in SUBMISSIONS:
            raise ValueError(f"form {form} has two readers")
        SUBMISSIONS[form] = function
        return function

    return register


def approves(step: str) -> Callable[[Approval], Approval]:
    """Register the function that refuses the approval of what does not fit any more."""

    def register(function: Approval) -> Approval:
        APPROVALS[step] = function
        return function

    return register


def last_form(work: Work, case_id: str, form: str, *, instance: str | None = None) -> FormData | None:
    """Return the newest submission of a form on a case, or in one of its procedures, or None."""
    found = work.rows(Task, case_id=case_id, form=form, state="done")
    done = [task for task in found if task.done_at is not None and instance in {None, task.instance}]
    if not done:
        return None
    newest = max(done, key=lambda task: (task.done_at, task.id))
    return FormData(form=form, values=newest.data or {}, routing={})
