"""Penalties that become heavier (罚没款增加): what a remedy added is asked for in a notice, with a term of its own, and collected like the rest.

An execution that is going on ends with what it had: the sum as it stands now is collected in a procedure of its own, whatever state the case is in.
A case that was closed goes on for it, and is closed and archived again afterwards.
Source: 行政处罚法 Art. 66, 67(3), 72; 行政复议法 Art. 63(2), 77, 78; 行政诉讼法 Art. 77(2), 95.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.composition import face, stated_payment
from engine.commands.document import issue, penalty_paper
from engine.commands.enforcement import end_applications
from engine.commands.execution_agreement import CLOCK as AGREEMENT
from engine.commands.execution_agreement import PROCEDURE as AGREED
from engine.commands.procedure import follow, start_form, starts
from engine.commands.surcharge import end_pause
from engine.commands.termination import TERMINATION
from engine.errors import InvalidInputError, LawError, StepNotWaitingError
from engine.events.case import CaseReopened
from engine.model import Case, Deadline, ProcessState, Remedy, Task
from engine.queries.ledger import RAISED, ledger_of
from engine.queries.remedy import raised_by, raised_with
from engine.rules.document.payment_notice import PaymentNotice
from engine.rules.document.service_receipt import Served
from engine.rules.remedy import KINDS
from engine.work import FormData, Work
from engine.workflow import advance
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

APART = "raised_apart"
"""The end of an execution whose penalty became heavier, in the versions of the procedure that know it."""

CLOSED = frozenset({"closed", "archived"})
REASON = "罚没款已变更增加，另行收缴"


def collect_raised(work: Work, case: Case, remedy: Remedy, day: date) -> None:
    """Set the collection of what a remedy added going, in whatever state the case is.

    An execution that follows an earlier version of the procedure goes on itself with the larger sum, in the term of a decision from `day`.
    """
    _make_way(work, case, remedy)
    paying = [task for task in work.rows(Task, case_id=case.id, form="payment", state="waiting") if task.instance == case.id]
    if paying and not advance.knows(work, case.id, case.id, APART):
        clock.start(work, case.id, "payment", day, cause=f"{KINDS[remedy.kind]}变更，罚没款增加")
        return
    for task in paying:
        advance.complete(work, case.id, case.id, task.id, {})
    follow(work, case.id, RAISED, f"{_named(remedy)}变更，罚没款增加", subject=_named(remedy), document_no=remedy.document_no)


@starts("raised_penalty")
def begin_collection(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return by what the penalty became heavier, where nobody collects that yet: the result was recorded before such a collection was known."""
    del instance
    known = raised_by(work.connection, case.id)
    remedy = raised_with(known, data.find("document_no"))
    if remedy is None:
        raise InvalidInputError({"document_no": ["本案没有使罚没款增加的这份复议决定、判决。"]})
    _make_way(work, case, remedy)
    return _named(remedy)


def _make_way(work: Work, case: Case, remedy: Remedy) -> None:
    """End what is done to collect the former sum, and let a case go on that was closed."""
    end_applications(work, case.id, REASON)
    _end_agreement(work, case.id)
    _end_collections(work, case.id)
    if case.state in CLOSED:
        work.record(CaseReopened(case=case.id, reason=f"{_named(remedy)}变更，罚没款增加", reopened_on=work.today))
        clock.void(work, case.id, "archive", "案件恢复办理")
        clock.void(work, case.id, "av.retention", "案件恢复办理")
        clock.void(work, case.id, "archive.transfer", "案件恢复办理")


def is_collected_apart(work: Work, case_id: str, instance: str | None) -> bool:
    """Tell whether the execution in the main procedure ends because what a remedy added is collected in a procedure of its own."""
    return instance == case_id and bool(raised_by(work.connection, case_id))


def collecting(work: Work, case_id: str) -> list[ProcessState]:
    """Return the collections of what was added that are going on; there is one at most."""
    return [row for row in work.rows(ProcessState, case_id=case_id, procedure=RAISED) if row.ended_at is None]


def check_raised_collected(work: Work, case_id: str, instance: str, what: str) -> None:
    """Refuse to close or archive a case while what a remedy added is being collected in another procedure than that of the step."""
    if any(row.id != instance for row in collecting(work, case_id)):
        message = f"复议、诉讼增加的罚没款正在收缴，在“收缴增加的罚没款”中缴清或者终结执行以后才能{what}。"
        raise LawError("step_not_waiting", message, basis="行政处罚法 66、67③")


@operation("raised.notice", returns=("document",))
def notify(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the notice (罚没款缴款通知书) that asks for what is owed now, in the term of a decision. Source: 行政处罚法 Art. 67(3)."""
    del inputs, values
    case, remedy = work.case(case_id), raised_with(raised_by(work.connection, case_id), start_form(work).find("document_no"))
    if remedy is None:
        raise LawError("step_not_waiting", "没有使罚没款增加的复议、诉讼。", basis="行政处罚法 67③")
    issue(work, case_id, "D23-2", lambda number, token: _compose(work, case, remedy, number, token))
    return {"document": "D23-2"}


@operation("raised.end", returns=("closing", "archiving"))
def end_collection(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Say whether the case, which was closed before, is closed again here, and archived: its main procedure does neither any more."""
    del inputs, values
    finished = work.get(ProcessState, case_id).finished
    archiving = any(task.instance != work.instance for task in work.rows(Task, case_id=case_id, form="archiving", state="waiting"))
    closing = work.case(case_id).state == "open" and (finished or archiving)
    return {"closing": closing, "archiving": closing and not archiving}


def _end_agreement(work: Work, case_id: str) -> None:
    """End the agreement on execution, which was about another sum; the surcharge runs again. Source: 行政强制法 Art. 42."""
    for row in work.rows(ProcessState, case_id=case_id, procedure=AGREED):
        if row.ended_at is None:
            clock.void(work, case_id, AGREEMENT, REASON, subject=row.id)
            # An earlier version of the procedure has no such end.
            with suppress(StepNotWaitingError):
                advance.send(work, case_id, TERMINATION, {}, instance=row.id)
    end_pause(work, case_id, work.today)


def _end_collections(work: Work, case_id: str) -> None:
    """End the collection of what was added before: the new one asks for all that is owed."""
    for row in collecting(work, case_id):
        for deadline in work.rows(Deadline, case_id=case_id, subject=row.id):
            clock.void(work, case_id, deadline.key, REASON, subject=row.id)
        advance.send(work, case_id, TERMINATION, {}, instance=row.id)


def _named(remedy: Remedy) -> str:
    return f"{remedy.organ}{remedy.document_no or ''}"


def _compose(work: Work, case: Case, remedy: Remedy, number: str, token: str) -> PaymentNotice:
    paper, book = penalty_paper(work, case.id), ledger_of(work.connection, case, work.today)
    if paper is None or book is None:
        raise LawError("step_not_waiting", "本案没有罚款、没收违法所得的决定。", basis="行政处罚法 67③")
    nothing = Decimal(0)
    gains = format(case.gains or nothing, "f")
    return PaymentNotice(
        **face(work, case, number, token),
        decision=Served(name=paper.title, number=paper.number or ""),
        organ=remedy.organ,
        document_no=remedy.document_no or "",
        effective_on=remedy.effective_on.isoformat() if remedy.effective_on else "",
        fine_before=format(remedy.before or nothing, "f"),
        fine=format(case.fine or nothing, "f"),
        gains_before=gains if remedy.gains is None else format(remedy.gains_before or nothing, "f"),
        gains=gains,
        paid=format(book.paid - book.refunded, "f"),
        owing=format(book.owing, "f"),
        payment=stated_payment(work, case),
    )
