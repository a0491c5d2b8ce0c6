"""Payments (缴款): money goes to the treasury's account, in full and not beyond. Source: 行政处罚法 Art. 67, 74."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.deferral import GAINS, follow_schedule
from engine.commands.enforcement import close_window
from engine.commands.execution_agreement import check_breach_told, honour
from engine.commands.receipt import check_receipt
from engine.commands.submission import last_form, submits
from engine.errors import LawError
from engine.events.payment import PaymentReceived, PaymentReminded
from engine.model import Case, Payment, Task
from engine.queries.ledger import ledger_of, owes
from engine.rules.conflict import check_apart
from engine.rules.payment import Payment as Paid
from engine.rules.payment import record
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar


@submits("payment")
def receive_payment(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record a payment; refuses what is too much, comes before the decision or late under an agreement, a receipt used before, who decided."""
    del task
    check_apart(work.actor.id, {case.lead, case.second, case.decider}, "确认本案的缴款")
    amount, day = Decimal(data.text("amount")), data.day("paid_on")
    if not owes(case) or case.decided_on is None:
        raise LawError("before_cause", "本案没有罚款、没收违法所得的决定，不能登记缴款。", basis="行政处罚法 67")
    if day < case.decided_on:
        raise LawError("before_cause", "缴款日期早于处罚决定。", basis="行政处罚法 67③", field="paid_on")
    check_breach_told(work, case, Paid(day, amount))
    earlier = [item.paid_on for item in work.rows(Payment, case_id=case.id)]
    book = ledger_of(work.connection, case, max([day, *earlier]), Paid(day, amount))
    if book is None:
        raise LawError("before_cause", "本案没有罚款、没收违法所得的决定，不能登记缴款。", basis="行政处罚法 67")
    standing = record(replace(book.account, paid=book.account.paid - amount), amount)
    receipt = data.text("receipt_no")
    check_receipt(work, receipt)
    work.record(
        PaymentReceived(
            case=case.id,
            payment=work.new_id(),
            amount=amount,
            paid_on=day,
            channel=data.text("channel"),
            receipt_no=receipt,
            settled=standing.settled and book.is_even,
        )
    )
    follow_schedule(work, case)
    if book.gains_owing == 0:
        clock.meet(work, case.id, GAINS, day)
    honour(work, case)


@operation("payment.record", returns=("settled",))
def settle(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Say whether everything is paid, and stop the clock of payment when it is."""
    del inputs, values
    case, form = work.case(case_id), last_form(work, case_id, "payment")
    if case.settled and form is not None:
        clock.meet(work, case_id, "payment", form.day("paid_on"))
        close_window(work, case_id, "罚没款已缴清")
    return {"settled": bool(case.settled)}


@submits("payment_reminder")
def remind(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record that the party was reminded."""
    del task
    work.record(PaymentReminded(case=case.id, reminded_on=data.day("reminded_on"), way=data.text("way"), note=data.find("note")))
