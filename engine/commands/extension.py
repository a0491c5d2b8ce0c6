"""Extension of the terms to check a clue and to decide (延期办案): by the head, a second one after a collective discussion.

Source: domain.md R3, R5.
"""

from collections.abc import Mapping

from engine.commands import deadline as clock
from engine.commands.approval_paper import issue_approval
from engine.commands.opinion import give
from engine.commands.panel import members_named
from engine.commands.procedure import starts
from engine.commands.reckoning import term_of
from engine.commands.submission import submits
from engine.errors import InvalidInputError, LawError
from engine.model import Case, Deadline, Task
from engine.rules.deadlines import DEADLINES
from engine.rules.extension import Approval, check_extension
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

CLOCK, CLUE = "decision", "clue.check"


@starts("term_extension")
def apply_for_extension(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Refuse at once what nobody could grant: too many days, no extension left, a term that is over."""
    del instance
    return _asked(work, _running(work, case.id), data)


@starts("clue_extension")
def apply_for_longer_check(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Refuse at once what nobody could grant for the check of a clue, which is lengthened once. Source: domain.md R3."""
    del instance
    deadline = clock.find(work, case.id, CLUE)
    if deadline is None or deadline.state not in clock.OPEN:
        raise LawError("extension_too_late", "核查期限已经届满，不能再延长。", basis=DEADLINES[CLUE].basis, field="days")
    return _asked(work, deadline, data)


def _asked(work: Work, deadline: Deadline, data: FormData) -> str:
    days = int(data.text("days"))
    supposed = Approval(person=work.actor.id, person_name=work.actor.name, approved_on=work.today, reason=data.text("reason"), collective=True)
    check_extension(deadline.key, _granted(deadline), days, supposed, deadline.due or work.today, work.law.parameters)
    return f"{days}日"


@operation("extension.way", returns=("again",))
def tell_way(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Return whether the term was lengthened before, so that a collective discussion is needed."""
    del inputs, values
    return {"again": _granted(_running(work, case_id)) > 0}


@submits("collective_decision")
def discuss(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record what the persons in charge agreed on.

    Refuses who may not sit in a collective discussion, fewer than its quorum, and a day before the case. Source: 行政处罚法 Art. 57(2).
    """
    members, quorum = members_named(work, case, data), work.law.parameters.integer("panel.quorum")
    if len(members) < quorum:
        raise InvalidInputError({"members": [f"集体讨论须有{quorum}人以上参加，只列了{len(members)}人（行政处罚法第五十七条第二款）。"]})
    if case.filed_on is not None and data.day("held_on") < case.filed_on:
        raise LawError("before_cause", "讨论日期早于立案日期。", basis="行政处罚法 57②", field="held_on")
    agreed = bool(data.routing["agreed"])
    give(work, case, task, "agree" if agreed else "disagree", data.text("opinion"))
    issue_approval(work, case, task, data, agreed=agreed)


def _running(work: Work, case_id: str) -> Deadline:
    deadline = clock.find(work, case_id, CLOCK)
    if deadline is None or deadline.state not in clock.OPEN:
        raise LawError("extension_too_late", "作出决定的期限已经届满或者结束，不能再延长。", basis="行政处罚法 60", field="days")
    return deadline


def _granted(deadline: Deadline) -> int:
    return len(term_of(deadline).extensions)
