"""Receipts of refunds (退款入账): what the treasury paid back is booked as it is, or stopped in time. Source: 行政处罚法 Art. 74(1), 75(2)."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from engine.commands.procedure import form_here, start_form
from engine.commands.raised_penalty import collect_raised
from engine.commands.refund import BASIS, is_still_due, order_rest
from engine.commands.submission import submits
from engine.errors import InvalidInputError, LawError
from engine.events.booking import RefundBooked
from engine.events.performance import CostRefunded
from engine.model import Booking, Case, Payment, Task
from engine.queries.ledger import ledger_of
from engine.queries.performance_cost import costs_of
from engine.queries.remedy import raised_by
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

STOPPED = "stopped"


@submits("refund_receipt")
def receive_receipt(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a refund from before the payment, a voucher that was booked before, and to stop what is still to be given back."""
    if data.text("result") == STOPPED:
        if is_still_due(work, case, task):
            raise LawError("overpaid", "应退的没有减少，批准的退款不能停止。", basis=BASIS, field="result")
        return
    paid = [payment.paid_on for payment in work.rows(Payment, case_id=case.id)]
    paid += [row.booked_on for row in work.rows(Booking, case_id=case.id, kind="cost_paid")]
    if paid and data.day("paid_on") < min(paid):
        raise LawError("before_cause", "退款日期早于缴款日期。", basis=BASIS, field="paid_on")
    if work.rows(Booking, receipt_no=data.text("receipt_no")):
        raise InvalidInputError({"receipt_no": ["这个凭证号已经登记过。"]})


@operation("refund.book")
def book_refund(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Book what the treasury paid back, of costs first, and order the rest; what is owed again by it is collected."""
    del inputs, values
    order, receipt = form_here(work, case_id, "refund"), form_here(work, case_id, "refund_receipt")
    if order is None or receipt is None:
        raise LawError("step_not_waiting", "没有退款的审批或者凭证。", basis=BASIS)
    day, number = receipt.day("paid_on"), receipt.text("receipt_no")
    reason, payee, left = start_form(work).text("reason"), order.text("payee"), Decimal(order.text("amount"))
    for instance, owing in sorted(costs_of(work.connection, case_id).items()):
        part = min(left, -owing)
        if part > 0:
            left -= part
            booking = f"{instance}:{work.new_id()}"
            made = CostRefunded(case=case_id, booking=booking, amount=part, booked_on=day, reason=reason, receipt_no=number, payee=payee)
            work.record(made)
    if left > 0:
        _book(
            work,
            case_id,
            RefundBooked(case=case_id, booking=work.new_id(), amount=left, booked_on=day, reason=reason, receipt_no=number, payee=payee),
        )
    order_rest(work, case_id, "退还了一部分")
    return {}


def _book(work: Work, case_id: str, refund: RefundBooked) -> None:
    """Book what went back of fine, gains and surcharge; where a remedy made the penalty heavier meanwhile, collect what is owed again.

    Source: 行政处罚法 Art. 67(3), 74(1); 行政复议法 Art. 63(2); 行政诉讼法 Art. 77(2).
    """
    before = ledger_of(work.connection, work.case(case_id), work.today)
    owes_again = before is not None and refund.amount > before.excess
    work.record(replace(refund, settled=False) if owes_again else refund)
    raised = raised_by(work.connection, case_id)
    if owes_again and raised:
        collect_raised(work, work.case(case_id), raised[-1], refund.booked_on)


@operation("refund.stop")
def stop_refund(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Order what is still to be given back instead of what was approved."""
    del inputs, values
    order_rest(work, case_id, "停止了原来批准的退库")
    return {}
