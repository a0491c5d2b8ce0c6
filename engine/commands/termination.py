"""Termination (终止办理): the main procedure of a case is ended by another one, such as a withdrawal (撤案).

The main procedures draw it as an event subprocess; it is triggered by this message alone, within the transaction of who sends it.
"""

from collections.abc import Mapping

from engine.commands import deadline as clock
from engine.model import Deadline
from engine.rules.enforcement import REMEDIES
from engine.work import Work
from engine.workflow import advance
from engine.workflow.operations import message, operation
from engine.workflow.value import Scalar

WITHDRAWAL = "publication.withdrawal"
"""The clock of the withdrawal of a publication."""

TERMINATION = message("termination")
"""Ends the main procedure."""


def terminate(work: Work, case_id: str) -> None:
    """End the main procedure of a case; StepNotWaitingError where it is over, or its version has no such end."""
    advance.send(work, case_id, TERMINATION, {})


@operation("deadline.void")
def void_deadlines(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Note that the clocks of the main procedure mean nothing any more; those of other procedures go on, such as that of a seizure.

    A penalty that stands may still be challenged when its execution is over: those terms are the party's. And what was published of a
    decision that was changed is withdrawn in its three days all the same (行政处罚法 Art. 48(2)).
    """
    del inputs, values
    stands = work.case(case_id).outcome == "penalty"
    kept = {WITHDRAWAL, *(REMEDIES if stands else ())}
    for deadline in work.rows(Deadline, case_id=case_id):
        if deadline.subject is None and deadline.key not in kept:
            clock.void(work, case_id, deadline.key, "案件终止办理")
    return {}
