"""Suspicions (涉嫌犯罪): whoever finds in a case that the breach may be a crime sets the transfer to the police going at once.

The report of the officers, legal review, the report of a hearing, the panel and the head can find it; they name the crime in their form.
Source: 移送涉嫌犯罪案件规定 Art. 3, 5(1), 11(1); 行政处罚法 Art. 27, 57(1)(4).
"""

from collections.abc import Mapping

from engine.commands.procedure import begin
from engine.commands.submission import last_form
from engine.errors import LawError
from engine.model import ProcessState
from engine.queries.discretion import reported
from engine.rules.police_transfer import BASIS, PROCEDURE
from engine.work import Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

LONGEST = 2000
"""Characters that the form of a transfer takes of the facts."""


def under_way(work: Work, case_id: str) -> bool:
    """Tell whether it is open whether the case is a crime: a transfer was begun and has not come to its end."""
    return any(running.ended_at is None for running in work.rows(ProcessState, case_id=case_id, procedure=PROCEDURE))


def check_none(work: Work, case_id: str, what: str, field: str | None = None) -> None:
    """Refuse what would end or decide a case of which it is open whether it is a crime: no penalty stands in the place of a transfer."""
    if under_way(work, case_id):
        message = f"本案涉嫌犯罪，正在办理移送公安机关：决定不移送或者公安机关退回以后，才能{what}。"
        raise LawError("case_transferred", message, basis=BASIS, field=field)


def suspect(work: Work, case_id: str, offence: str | None, facts: str) -> None:
    """Begin the transfer with the crime that was named; nothing where none was, or where one is under way."""
    if offence and not under_way(work, case_id):
        begin(work, case_id, PROCEDURE, {"offence": offence, "standard": "other", "facts": facts[:LONGEST]})


@operation("police.begin", inputs=("form",))
def begin_transfer(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Begin the transfer that the report proposes, or that the head orders instead of a penalty."""
    del values
    form = last_form(work, case_id, inputs["form"])
    if form is None:
        raise LawError("step_not_waiting", "没有认为涉嫌犯罪的记录。", basis="移送涉嫌犯罪案件规定 3")
    suspect(work, case_id, form.text("offence"), str(reported(work.connection, case_id).get("facts") or form.text("offence")))
    return {}
