"""Order of steps (办理顺序): why a step that a procedure has cannot be done yet."""

import re
from collections.abc import Mapping

from engine.errors import StepNotWaitingError
from engine.model import ProcessState, Task
from engine.work import Work
from engine.workflow.published import bundle_of

_BASIS = re.compile(r"[^：。]*第[零一二三四五六七八九十百千]+条[^：。]*")
"""The articles with which the rule beside a step begins: 行政处罚法第五十八条：未经法制审核……"""


def not_yet(work: Work, case_id: str, step: str) -> StepNotWaitingError:
    """Return the refusal of a step that does not wait: what has to be done before, and the articles that say so.

    The articles are those of the step that waits, else those of the step that was asked for; none where the case has no such step.
    """
    for row in work.rows(ProcessState, case_id=case_id):
        bundle = bundle_of(work.connection, row.bundle)
        waiting = work.rows(Task, case_id=case_id, instance=row.id, state="waiting")
        if step in bundle.titles and waiting:
            before = "、".join(f"“{task.title}”" for task in waiting)
            message = f"流程还没有走到“{bundle.titles[step]}”：先要办理{before}。"
            return StepNotWaitingError(message, basis=_basis(bundle.rules, *(task.step for task in waiting), step))
    return StepNotWaitingError("本案没有这一步。")


def _basis(rules: Mapping[str, str], *steps: str) -> str | None:
    found = (_BASIS.match(rules.get(step, "")) for step in steps)
    return next((match[0] for match in found if match), None)
