"""Refunds (退还多缴款): what was paid beyond the fine as it stands now goes back to the party. Source: 行政处罚法 Art. 74(1), 75(2).

Whoever changes a decision reckons with `overpaid_after` what comes of it, and calls `give_back`: the order goes to the cashier, the head
approves it, and what the treasury paid is booked. An order that is not approved yet ends where nothing is left to give back: another one gave it
all, or the decision was changed again. One that was approved before that is stopped, or, where the treasury has paid, booked as it is: the party
owes again what it got too much.
"""

from contextlib import suppress
from decimal import Decimal

from engine.commands.procedure import follow
from engine.commands.submission import approves, last_form, submits
from engine.errors import LawError, StepNotWaitingError
from engine.model import Case, ProcessState, Task
from engine.queries.ledger import ledger_of
from engine.queries.performance_cost import cost_excess
from engine.rules.money import format_yuan
from engine.work import FormData, Work
from engine.workflow import advance
from engine.workflow.operations import message

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


def give_back(work: Work, case_id: str, amount: Decimal, reason: str, *, ordered: Decimal = Decimal(0)) -> None:
    """Order that the cashier gives back what was paid too much, beside what was `ordered` before; where it is no more, what was ordered may end."""
    if amount > ordered:
        follow(work, case_id, PROCEDURE, f"{reason}，应退还{format_yuan(amount - ordered)}。")
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
    """Refuse to give back more than was paid too much and stands in no other order."""
    _check_excess(work, case, task, Decimal(data.text("amount")))


@approves("approve_refund")
def check_order(work: Work, case: Case, task: Task) -> None:
    """Refuse to approve an order that is above what is still to be given back: the decision was changed since."""
    _check_excess(work, case, task, ordered_in(work, case.id, task.instance))


def order_rest(work: Work, case_id: str, reason: str) -> None:
    """Order what is still to be given back, where no other refund does; what has nothing to give back may end."""
    if _others(work, case_id):
        _end_idle(work, case_id)
    else:
        give_back(work, case_id, _excess(work, work.case(case_id)), reason)


def check_given_back(work: Work, case: Case, what: str = "归档") -> None:
    """Refuse to close or archive a case while the party waits for money, or the treasury may be paying; `what` says which."""
    excess = _excess(work, case)
    if excess > 0:
        raise LawError("overpaid", f"多缴的{format_yuan(excess)}还没有退还当事人，不能{what}。", basis=BASIS)
    if work.rows(Task, case_id=case.id, state="waiting", form="refund_receipt"):
        raise LawError("overpaid", f"已经批准的退款还没有登记是退还还是停止退库，不能{what}。", basis=BASIS)


def excess_of(work: Work, case: Case) -> Decimal:
    """Return in yuan what of fine, gains and surcharge was paid too much and is not given back yet."""
    book = ledger_of(work.connection, case, work.today)
    return Decimal(0) if book is None else book.excess


def ordered_in(work: Work, case_id: str, instance: str) -> Decimal:
    """Return in yuan what a refund gives back, as it was ordered last."""
    order = last_form(work, case_id, "refund", instance=instance)
    return Decimal(0) if order is None else Decimal(order.text("amount"))


def is_still_due(work: Work, case: Case, task: Task) -> bool:
    """Tell whether what the refund of a task gives back is still to be given back, beside what the other orders give."""
    return ordered_in(work, case.id, task.instance) <= _excess(work, case) - _ordered_beside(work, case.id, task.instance)


def _excess(work: Work, case: Case) -> Decimal:
    """Return in yuan what goes back to the party: of fine and gains, and of the costs of performances."""
    return excess_of(work, case) + cost_excess(work.connection, case.id)


def _ordered_beside(work: Work, case_id: str, instance: str) -> Decimal:
    """Return in yuan what the other refunds give back that wait for the approval or for the treasury."""
    waiting = [task for task in work.rows(Task, case_id=case_id, state="waiting") if task.instance != instance]
    refunds = {row.id for row in work.rows(ProcessState, case_id=case_id, procedure=PROCEDURE)}
    return sum((ordered_in(work, case_id, task.instance) for task in waiting if task.instance in refunds and task.form != "refund"), Decimal(0))


def _check_excess(work: Work, case: Case, task: Task, amount: Decimal) -> None:
    ordered = _ordered_beside(work, case.id, task.instance)
    excess = max(_excess(work, case) - ordered, Decimal(0))
    if amount > excess:
        beside = f"（另一次退款已经报批{format_yuan(ordered)}）" if ordered else ""
        raise LawError("overpaid", f"退还{format_yuan(amount)}超过应退的{format_yuan(excess)}{beside}。", basis=BASIS, field="amount")
