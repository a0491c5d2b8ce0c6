"""Cash (当场收缴): what an officer takes of a fine reaches the agency, and then the bank, in two working days each.

A decision on the spot may be paid in cash when it is handed over; one in writing where the party can hardly get to a bank and asks for it.
Source: 行政处罚法 Art. 67-71, 85.
"""

from collections.abc import Mapping
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.payment import book_payment, end_terms
from engine.commands.procedure import start_form, starts
from engine.commands.settlement import leave_payment
from engine.commands.submission import last_form, submits
from engine.errors import InvalidInputError, LawError
from engine.model import Case, Task
from engine.rules.conflict import check_apart
from engine.rules.payment import Payment as Paid
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar


@starts("cash_collection")
def take_cash(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Book what was taken at the party's own request; refuses what is above what is owed."""
    day = data.day("collected_on")
    paid = Paid(day, Decimal(data.text("amount")))
    book_payment(work, case, paid, "cash", data.text("ticket_no"), day="collected_on", number="ticket_no")
    clock.start(work, case.id, "cash.handin", day, cause="当场收缴罚款", subject=instance)
    return data.text("ticket_no")


@operation("cash.taken")
def go_on(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """End the terms to pay where the cash paid all that was owed, and let the execution go on."""
    del inputs, values
    if work.case(case_id).settled:
        end_terms(work, case_id, start_form(work).day("collected_on"))
        leave_payment(work, case_id)
    return {}


@submits("cash_handin")
def hand_in(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Note that the money reached the agency, another person's hands; its own term to the bank begins (行政处罚法 Art. 67, 71)."""
    if data.text("receiver") in {case.lead_name, case.second_name}:
        raise InvalidInputError({"receiver": ["接收人不能是收缴罚款的执法人员本人：交给本机关的财务人员（行政处罚法第六十七条、第七十一条）。"]})
    day, subject = data.day("handed_on"), _subject(task)
    term = clock.find(work, case.id, "cash.handin", subject)
    if term is not None and day < term.start_on:
        raise LawError("before_cause", "交回日期早于收缴日期。", basis="行政处罚法 71", field="handed_on")
    clock.meet(work, case.id, "cash.handin", day, subject=subject)
    clock.start(work, case.id, "cash.deposit", day, cause="交至本机关", subject=subject)


@submits("cash_deposit")
def deposit(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Note that the money reached the bank; refuses who collected it or handed it in (行政处罚法 Art. 67, 71)."""
    carried = {item.done_by for item in work.rows(Task, case_id=case.id) if item.form in {"spot_handover", "cash_handin"}}
    check_apart(work.actor.id, {case.lead, case.second, *carried}, "登记缴付银行")
    day, handed = data.day("deposited_on"), last_form(work, case.id, "cash_handin", instance=task.instance)
    if handed is not None and day < handed.day("handed_on"):
        raise LawError("before_cause", "缴付日期早于交回日期。", basis="行政处罚法 71", field="deposited_on")
    clock.meet(work, case.id, "cash.deposit", day, subject=_subject(task))


def check_deposited(work: Work, case_id: str, what: str) -> None:
    """Refuse to close or archive a case while cash did not reach the bank yet; `what` says which. Source: 行政处罚法 Art. 71, 74."""
    carried = [task for task in work.rows(Task, case_id=case_id, state="waiting") if task.form in {"cash_handin", "cash_deposit"}]
    if any(task.instance != case_id for task in carried):
        raise LawError("step_not_waiting", f"当场收缴的罚款还没有交回、缴付银行，不能{what}。", basis="行政处罚法 71")


def _subject(task: Task) -> str | None:
    """Return of what the clocks of the cash are: of the case where it was taken with a decision on the spot, else of its own procedure."""
    return None if task.instance == task.case_id else task.instance
