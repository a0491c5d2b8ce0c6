"""Withdrawals (撤案): an open case is given up, with its reason, before it is decided. Source: 行政处罚法 Art. 36-38, 57; domain.md §2.14."""

from collections.abc import Mapping

from engine.commands.archiving import send_to_archive
from engine.commands.procedure import start_form, starts
from engine.commands.suspicion import check_none
from engine.commands.termination import terminate
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
    """Return the reason, which is what the application is about."""
    del work, case, instance
    return REASONS[data.text("reason")]


@operation("case.withdraw")
def withdraw_case(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Give the case up and end its main procedure."""
    del inputs, values
    form = start_form(work)
    check_here(work.case(case_id).transferred_on, "撤案")
    check_none(work, case_id, "撤案")
    work.record(CaseWithdrawn(case=case_id, reason=REASONS[form.text("reason")], facts=form.text("facts"), withdrawn_on=work.today))
    terminate(work, case_id)
    send_to_archive(work, case_id, "撤案")
    return {}
