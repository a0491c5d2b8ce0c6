"""Withdrawals (撤案): an open case is given up, with its reason, before it is decided. Source: 行政处罚法 Art. 36-38, 57; domain.md §2.14.

What was cleared away at once is an act of its own: its cost is owed on where its basis stands, whatever becomes of the penalty; where the agency
finds that it does not, it takes the act back, and nobody pays for it. Source: 行政强制法 Art. 41, 51(2), 52.
"""

from collections.abc import Mapping

from engine.commands.act_remedy import revoke_performances, standing_performances
from engine.commands.archiving import send_to_archive
from engine.commands.procedure import start_form, starts
from engine.commands.suspicion import check_none
from engine.commands.termination import terminate
from engine.errors import InvalidInputError
from engine.events.case import CaseWithdrawn
from engine.model import Case
from engine.rules.police_transfer import check_here
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

REASONS: Mapping[str, str] = {
    "not_established": "违法事实不成立",
    "time_barred": "时效已过",
    "no_jurisdiction": "不属本机关管辖",
    "party_ended": "当事人死亡或者终止",
    "no_penalty_then": "行为时没有处罚依据",
    "no_penalty_now": "决定时的规定已不再处罚",
}


@starts("case_withdrawal")
def apply_for_withdrawal(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return the reason, which is what the application is about; refuses one that leaves open what becomes of a performance."""
    del instance
    _check_performance(work, case, data)
    return REASONS[data.text("reason")]


def _check_performance(work: Work, case: Case, data: FormData) -> None:
    """Refuse to say nothing of a performance, or something of none."""
    done, said = standing_performances(work, case.id), data.find("performance")
    if done and said is None:
        raise InvalidInputError({"performance": ["本案立即代履行过：请写明其依据是否仍然成立（行政强制法第五十一条第二款、第五十二条）。"]})
    if said is not None and not done:
        raise InvalidInputError({"performance": ["本案没有需要处理的代履行，不选。"]})


@operation("case.withdraw")
def withdraw_case(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Give the case up and end its main procedure."""
    del inputs, values
    form = start_form(work)
    check_here(work.case(case_id).transferred_on, "撤案")
    check_none(work, case_id, "撤案")
    if form.find("performance") == "falls":
        revoke_performances(work, case_id, f"撤案（{REASONS[form.text('reason')]}）")
    work.record(CaseWithdrawn(case=case_id, reason=REASONS[form.text("reason")], facts=form.text("facts"), withdrawn_on=work.today))
    terminate(work, case_id)
    send_to_archive(work, case_id, "撤案")
    return {}
