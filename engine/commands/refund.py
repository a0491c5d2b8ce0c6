"""Refunds (退还多缴款): what was paid beyond the fine as it stands now goes back to the party. Source: 行政处罚法 Art. 74(1), 75(2).

Whoever changes a decision reckons with `overpaid_after` what comes of it, and calls `give_back`: the order goes to the cashier, the head
approves it, and what the treasury paid is booked. An order that is not approved yet ends where nothing is left to give back: another one gave it
all, or the decision was changed again.
"""

from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal

from engine.commands.procedure import follow, form_here, start_form
from engine.commands.submission import submits
from engine.errors import InvalidInputError, LawError, StepNotWaitingError
from engine.events.booking import RefundBooked
from engine.events.performance import CostRefunded
from engine.model import Booking, Case, Payment, ProcessState, Task
from engine.queries.ledger import ledger_of
from engine.queries.performance_cost import cost_excess, costs_of
from engine.rules.money import format_yuan
from engine.work import FormData, Work
from engine.workflow import advance
from engine.workflow.operations import message, operation
from engine.workflow.value import Scalar

BASIS = "行政处罚法 74①、75②"
PROCEDURE = "refund"

IDLE = message("refund_idle")
"""Ends a refund that is not approved yet and has nothing to give back."""


def overpaid_after(work: Work, case: Case, fine: Decimal | None, gains: Decimal | None = None, *, falls: bool | None = None) -> tuple[Decimal, bool]:
    """Return in yuan what is to be given back when the decision is changed, and whether nothing is owed then.

    `fine` is what the fine becomes, `gains` what confiscated gains become, None where they stay; the decision `falls` where no fine is left,
    unless that is said otherwise.
    """
    gone = fine is None if falls is None else falls
    book = ledger_of(work.connection, case, work.today, fine=None if gone else fine or Decimal(0), gains=gains, falls=gone)
    return (Decimal(0), True) if book is None else (book.excess, book.is_even)


def give_back(work: Work, case_id: str, amount: Decimal, reason: str) -> None:
    """Order that the cashier gives back what was paid too much; nothing is ordered where nothing was, and what was ordered may end."""
    if amount > 0:
        follow(work, case_id, PROCEDURE, f"{reason}，应退还{format_yuan(amount)}。")
    else:
        _end_idle(work, case_id)


def _end_idle(work: Work, case_id: str) -> None:
    """End the refunds that were not approved yet, where nothing is left to give back; one of an earlier version waits on."""
    if _excess(work, work.case(case_id)) > 0:
        return
    for row in _others(work, case_id):
        if work.rows(Task, case_id=case_id, instance=row.id, state="waiting", form="refund_receipt"):
            continue
        with suppress(StepNotWaitingError):
            advance.send(work, case_id, IDLE, {}, instance=row.id)


def _others(work: Work, case_id: str) -> list[ProcessState]:
    """Return the refunds of a case that run, but for the one that acts."""
    return [row for row in work.rows(ProcessState, case_id=case_id, procedure=PROCEDURE) if row.ended_at is None and row.id != work.instance]


@submits("refund")
def order_refund(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse to give back more than was paid too much."""
    del task
    _check_excess(work, case, Decimal(data.text("amount")))


@submits("refund_receipt")
def receive_receipt(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a refund from before the payment, and a voucher that was booked before."""
    del task
    paid = [payment.paid_on for payment in work.rows(Payment, case_id=case.id)]
    paid += [row.booked_on for row in work.rows(Booking, case_id=case.id, kind="cost_paid")]
    if paid and data.day("paid_on") < min(paid):
        raise LawError("before_cause", "退款日期早于缴款日期。", basis=BASIS, field="paid_on")
    if work.rows(Booking, receipt_no=data.text("receipt_no")):
        raise InvalidInputError({"receipt_no": ["这个凭证号已经登记过。"]})


@operation("refund.book")
def book_refund(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Book what the treasury paid back, and order the rest; refuses where it is more than is still to be given back."""
    del inputs, values
    order, receipt = form_here(work, case_id, "refund"), form_here(work, case_id, "refund_receipt")
    if order is None or receipt is None:
        raise LawError("step_not_waiting", "没有退款的审批或者凭证。", basis=BASIS)
    amount = Decimal(order.text("amount"))
    _check_excess(work, work.case(case_id), amount)
    day, number = receipt.day("paid_on"), receipt.text("receipt_no")
    reason, payee, left = start_form(work).text("reason"), order.text("payee"), amount
    for instance, owing in sorted(costs_of(work.connection, case_id).items()):
        part = min(left, -owing)
        if part > 0:
            left -= part
            booking = f"{instance}:{work.new_id()}"
            made = CostRefunded(case=case_id, booking=booking, amount=part, booked_on=day, reason=reason, receipt_no=number, payee=payee)
            work.record(made)
    if left > 0:
        rest = RefundBooked(case=case_id, booking=work.new_id(), amount=left, booked_on=day, reason=reason, receipt_no=number, payee=payee)
        work.record(rest)
    if _others(work, case_id):
        _end_idle(work, case_id)
    else:
        give_back(work, case_id, _excess(work, work.case(case_id)), "退还了一部分")
    return {}


def check_given_back(work: Work, case: Case, what: str = "归档") -> None:
    """Refuse to close or archive a case while the party waits for money; `what` says which."""
    excess = _excess(work, case)
    if excess > 0:
        raise LawError("overpaid", f"多缴的{format_yuan(excess)}还没有退还当事人，不能{what}。", basis=BASIS)


def _excess(work: Work, case: Case) -> Decimal:
    """Return in yuan what goes back to the party: of fine and gains, and of the costs of performances."""
    book = ledger_of(work.connection, case, work.today)
    return (Decimal(0) if book is None else book.excess) + cost_excess(work.connection, case.id)


def _check_excess(work: Work, case: Case, amount: Decimal) -> None:
    excess = _excess(work, case)
    if amount > excess:
        raise LawError("overpaid", f"退还{format_yuan(amount)}超过应退的{format_yuan(excess)}。", basis=BASIS, field="amount")
