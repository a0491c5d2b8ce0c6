"""Payments (缴款): money goes to the treasury's account, in full and not beyond. Source: 行政处罚法 Art. 67, 74."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.deferral import GAINS, follow_schedule
from engine.commands.enforcement import close_window
from engine.commands.execution_agreement import check_breach_told, honour
from engine.commands.raised_penalty import is_collected_apart
from engine.commands.receipt import check_receipt
from engine.commands.submission import last_form, submits
from engine.errors import LawError
from engine.events.payment import PaymentReceived, PaymentReminded
from engine.model import Case, Deadline, Opinion, Payment, ProcessState, Task
from engine.queries.ledger import RAISED, ledger_of, owes
from engine.rules.conflict import check_apart
from engine.rules.payment import Payment as Paid
from engine.rules.payment import record
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

EXECUTION_END = "approve_execution_end"
"""The step at which the head agrees that nothing more is enforced (终结执行)."""


@submits("payment")
def receive_payment(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record a payment; refuses what is too much, comes before the decision or late under an agreement, a receipt used before, who decided."""
    del task
    check_apart(work.actor.id, {case.lead, case.second, case.decider}, "确认本案的缴款")
    book_payment(work, case, Paid(data.day("paid_on"), Decimal(data.text("amount"))), data.text("channel"), data.text("receipt_no"))


def book_payment(work: Work, case: Case, paid: Paid, channel: str, receipt: str, *, day: str = "paid_on", number: str = "receipt_no") -> None:
    """Record what was paid in a way; refuses what is too much, comes before the decision or late under an agreement, a receipt used before.

    `day` and `number` are the fields of the form in which day and receipt were typed.
    """
    if not owes(case) or case.decided_on is None:
        raise LawError("before_cause", "本案没有罚款、没收违法所得的决定，不能登记缴款。", basis="行政处罚法 67")
    if paid.day < case.decided_on:
        raise LawError("before_cause", "缴款日期早于处罚决定。", basis="行政处罚法 67③", field=day)
    check_breach_told(work, case, paid)
    earlier = [item.paid_on for item in work.rows(Payment, case_id=case.id)]
    book = ledger_of(work.connection, case, max([paid.day, *earlier]), paid)
    if book is None:
        raise LawError("before_cause", "本案没有罚款、没收违法所得的决定，不能登记缴款。", basis="行政处罚法 67")
    standing = record(replace(book.account, paid=book.account.paid - paid.amount), paid.amount)
    check_receipt(work, receipt, number)
    work.record(
        PaymentReceived(
            case=case.id,
            payment=work.new_id(),
            amount=paid.amount,
            paid_on=paid.day,
            channel=channel,
            receipt_no=receipt,
            settled=standing.settled and book.is_even,
        )
    )
    follow_schedule(work, case)
    if book.gains_owing == 0:
        clock.meet(work, case.id, GAINS, paid.day)
    honour(work, case)


@operation("payment.record", returns=("settled", "raised"))
def settle(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Say whether everything is paid, and stop the clocks of payment when it is; else whether what a remedy added is collected elsewhere."""
    del inputs, values
    case, form = work.case(case_id), last_form(work, case_id, "payment")
    if case.settled and form is not None:
        end_terms(work, case_id, form.day("paid_on"))
    return {"settled": bool(case.settled), "raised": is_collected_apart(work, case_id, work.instance)}


def end_terms(work: Work, case_id: str, day: date) -> None:
    """End the terms to pay, and to ask the court, of a penalty that was paid in full on a day."""
    for term in work.rows(Deadline, case_id=case_id, key="payment"):
        clock.meet(work, case_id, "payment", day, subject=term.subject)
    close_window(work, case_id, "罚没款已缴清")


@operation("payment.check", returns=("collected",))
def look_after(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Say whether nothing is left to collect: all is paid, or its execution was given up."""
    del inputs, values
    return {"collected": not uncollected(work, work.case(case_id))}


def uncollected(work: Work, case: Case) -> bool:
    """Tell whether the penalty asks for money that is neither paid nor given up since it was last asked for. Source: 行政强制法 Art. 40."""
    asked = [row.started_at for row in work.rows(ProcessState, case_id=case.id, procedure=RAISED)]
    given_up = [row for row in work.rows(Opinion, case_id=case.id, step=EXECUTION_END, result="approved") if all(row.at >= day for day in asked)]
    return case.outcome == "penalty" and owes(case) and not case.settled and not given_up


@submits("payment_reminder")
def remind(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record that the party was reminded."""
    del task
    work.record(PaymentReminded(case=case.id, reminded_on=data.day("reminded_on"), way=data.text("way"), note=data.find("note")))
