"""Termination (终止办理): the main procedure of a case is ended by another one, such as a withdrawal (撤案).

The main procedures draw it as an event subprocess; it is triggered by this message alone, within the transaction of who sends it.
"""

from collections.abc import Mapping
from contextlib import suppress

from engine.commands import deadline as clock
from engine.errors import StepNotWaitingError
from engine.model import Deadline, ProcessState
from engine.rules.enforcement import REMEDIES
from engine.work import Work
from engine.workflow import advance
from engine.workflow.operations import message, operation
from engine.workflow.value import Scalar

PUBLIC = frozenset({"publication.withdrawal", "publication.changed"})
"""The clocks of what was published: it is withdrawn, and the changed decision published."""

TERMINATION = message("termination")
"""Ends the main procedure."""


BESIDE = frozenset({"execution_stay", "execution_agreement", "raised_penalty"})
"""The procedures that wait for an execution to go on or to be performed, and for nothing once it is over."""


def terminate(work: Work, case_id: str) -> None:
    """End the main procedure of a case and what waits beside it; StepNotWaitingError where its version has no such end.

    One that is over has nothing to end: a case that was closed went on for what a remedy added.
    """
    if not work.get(ProcessState, case_id).finished:
        advance.send(work, case_id, TERMINATION, {})
    end_beside(work, case_id, "案件终止办理")


def end_beside(work: Work, case_id: str, reason: str) -> None:
    """Let no stay, agreement or collection of what was added wait on once the execution is over; the one in which that was decided ends itself.

    The surcharge that stands still under an agreement does so for good: nothing is enforced any more. Source: 行政强制法 Art. 40.
    """
    waiting = [row for row in work.rows(ProcessState, case_id=case_id) if row.procedure in BESIDE and row.ended_at is None]
    for row in waiting:
        for deadline in work.rows(Deadline, case_id=case_id, subject=row.id):
            clock.void(work, case_id, deadline.key, reason, subject=row.id)
        if row.id != work.instance:
            # An earlier version of the procedure has no such end, and must not hold up that of the execution.
            with suppress(StepNotWaitingError):
                advance.send(work, case_id, TERMINATION, {}, instance=row.id)


@operation("deadline.void")
def void_deadlines(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Note that the clocks of the main procedure mean nothing any more; those of other procedures go on, such as that of a seizure.

    A penalty that stands may still be challenged when its execution is over: those terms are the party's. And what was published of a
    decision that was changed is withdrawn in its three days all the same, and published as changed (行政处罚法 Art. 48).
    """
    del inputs, values
    stands = work.case(case_id).outcome == "penalty"
    kept = PUBLIC | (frozenset(REMEDIES) if stands else frozenset())
    for deadline in work.rows(Deadline, case_id=case_id):
        if deadline.subject is None and deadline.key not in kept:
            clock.void(work, case_id, deadline.key, "案件终止办理")
    return {}
