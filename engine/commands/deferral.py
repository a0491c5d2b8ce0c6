"""Deferral (延期、分期缴纳): a party in hardship may pay later or in parts. Source: 行政处罚法 Art. 66(2).

What a remedy added to the fine is paid in a term of its own, and deferred like the rest: each of them once.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.composition import face
from engine.commands.document import issue, newest, penalty_paper
from engine.commands.procedure import start_form, starts
from engine.commands.raised_penalty import collecting
from engine.commands.reckoning import term_of
from engine.errors import InvalidInputError, LawError
from engine.events.booking import InstalmentsGranted
from engine.model import Case, Deadline, Instalment
from engine.queries.ledger import ledger_of
from engine.rules.document.deferral import Deferral, Portion
from engine.rules.document.service_receipt import Served
from engine.rules.document.wording import day_text
from engine.rules.extension import Approval
from engine.rules.ledger import Ledger, Part
from engine.rules.money import format_yuan
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

CLOCK = "payment"
GAINS = "payment.gains"
"""The clock of confiscated gains where the fine may be paid later: theirs stays where it was."""


@starts("deferral")
def apply_for_deferral(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Refuse an application after the term, and a schedule whose parts do not make up what is owed."""
    del instance
    paper, parts = penalty_paper(work, case.id), _schedule(data)
    if paper is not None and paper.served_on is not None and data.day("applied_on") < paper.served_on:
        raise LawError("before_cause", "申请日期早于处罚决定书送达。", basis="行政处罚法 66②", field="applied_on")
    _check_schedule(work, case, parts)
    return f"分{len(parts)}期" if len(parts) > 1 else f"延期至{day_text(parts[0].due.isoformat())}"


@operation("deferral.grant", returns=("document",))
def grant(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record the schedule that the head agreed to, make its paper and move the last day to pay to the first part."""
    del inputs, values
    case, parts = work.case(case_id), _schedule(start_form(work))
    term = _check_schedule(work, case, parts)
    issue(work, case_id, "D23", lambda number, token: _compose(work, case, parts, term.subject, number, token))
    # A notice of what was added starts a term of the gains of its own.
    if term.subject is None:
        _hold_gains(work, case)
    work.record(
        InstalmentsGranted(
            case=case_id,
            instalments=tuple(work.new_id() for _ in parts),
            days=tuple(part.due for part in parts),
            amounts=tuple(part.amount for part in parts),
            person_name=work.actor.name,
            collection=term.subject,
        )
    )
    follow_schedule(work, case)
    return {"document": "D23"}


def _hold_gains(work: Work, case: Case) -> None:
    """Let the term of confiscated gains run on as it did: only the fine is deferred. Source: 行政处罚法 Art. 66(2)."""
    term, book = clock.find(work, case.id, CLOCK), ledger_of(work.connection, case, work.today)
    if term is not None and book is not None and book.gains_owing > 0:
        clock.start(work, case.id, GAINS, term.start_on, cause="只准予罚款延期、分期", length=term.length, origin=term.origin)


def follow_schedule(work: Work, case: Case) -> None:
    """Move the last days to pay to those of the first parts that are not paid yet; a part that was missed has ended its term for the rest."""
    book = ledger_of(work.connection, case, work.today)
    if book is None:
        return
    scheduled = {row.collection for row in work.rows(Instalment, case_id=case.id)}
    for deadline in _open_terms(work, case):
        if deadline.subject in scheduled:
            _follow(work, case, deadline, book)


def _follow(work: Work, case: Case, deadline: Deadline, book: Ledger) -> None:
    added = [each.due for each in book.raises if each.collection == deadline.subject and each.due is not None]
    last = book.first_due if deadline.subject is None else max(added, default=None)
    if last is None or deadline.due is None or last <= deadline.due:
        return
    approval = Approval(
        person=work.actor.id, person_name=work.actor.name, approved_on=work.today, reason=f"按批准的期次缴纳，下一期至{last.isoformat()}"
    )
    # Where the term rolled over a holiday, it is lengthened from the day on which it would have ended.
    term = term_of(deadline)
    ended = deadline.start_on + timedelta(days=term.length + sum(days for days, _ in term.extensions))
    clock.extend(work, case.id, CLOCK, (last - ended).days, approval, subject=deadline.subject)


def _open_terms(work: Work, case: Case) -> list[Deadline]:
    """Return the terms to pay the fine that are not over: that of what was decided first, and that of the notice of what was added."""
    found = [clock.find(work, case.id, CLOCK, subject) for subject in (None, *(row.id for row in collecting(work, case.id)))]
    running = [term for term in found if term is not None and term.state == "running"]
    return [term for term in running if term.due is not None and work.today <= term.due]


def _schedule(data: FormData) -> list[Part]:
    rows = data.values.get("parts")
    parts = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    return [Part(date.fromisoformat(str(row["due_on"])), Decimal(str(row["amount"]))) for row in parts]


def _check_schedule(work: Work, case: Case, parts: list[Part]) -> Deadline:
    """Return the term that the schedule takes the place of; refuses what is over, was deferred before, or is not what is owed in it."""
    term, owed, book = _deferrable(work, case)
    days, last = [part.due for part in parts], term.due or work.today
    if not parts or days != sorted(set(days)) or days[0] < work.today or days[-1] <= last:
        message = f"各期的最后缴款日须先后不同、不早于今天，最后一期须晚于原缴款期限{last.isoformat()}。"
        raise InvalidInputError({"parts": [message]})
    if owed <= 0:
        raise LawError("no_basis", "没有尚欠的罚款；没收的款项不能延期、分期缴纳。", basis="行政处罚法 66②", field="parts")
    if (total := sum((part.amount for part in parts), Decimal(0))) != owed:
        what = "尚欠的罚款" if term.subject is None else "缴款通知书载明的增加的罚款中尚欠的"
        apart = f"没收款项{format_yuan(book.gains_owing)}不在延期、分期之列，另行缴纳。" if book.gains_owing else ""
        message = f"各期合计{format_yuan(total)}，应当等于{what}{format_yuan(owed)}。{apart}"
        raise InvalidInputError({"parts": [message]})
    return term


def _deferrable(work: Work, case: Case) -> tuple[Deadline, Decimal, Ledger]:
    """Return the first term in which part of the fine is owed and that was not deferred yet, what is owed in it, and the account.

    What was decided first goes before what was added; what is overdue already is not deferred with the rest.
    """
    book, open_terms = ledger_of(work.connection, case, work.today), _open_terms(work, case)
    if book is None or not open_terms:
        raise LawError("window_closed", "缴款期限已经届满或者尚未开始，不能再申请延期、分期缴纳。", basis="行政处罚法 66②")
    scheduled = {row.collection for row in work.rows(Instalment, case_id=case.id)}
    free = [term for term in open_terms if term.subject not in scheduled]
    if not free:
        raise LawError("step_not_waiting", "本案已经批准过延期或者分期缴纳。", basis="行政处罚法 66②")
    term = next((each for each in free if book.unpaid(each.subject) > 0), free[0])
    return term, book.unpaid(term.subject), book


def _compose(work: Work, case: Case, parts: list[Part], collection: str | None, number: str, token: str) -> Deferral:
    paper = penalty_paper(work, case.id) if collection is None else newest(work, case.id, "D23-2")
    form, book = start_form(work), ledger_of(work.connection, case, work.today)
    fine = (
        case.fine if collection is None or book is None else sum((each.amount for each in book.raises if each.collection == collection), Decimal(0))
    )
    return Deferral(
        **face(work, case, number, token),
        decision=Served(name=paper.title if paper else "", number=(paper.number if paper else "") or ""),
        fine=format(fine or 0, "f"),
        applied_on=form.text("applied_on"),
        hardship=form.text("reason"),
        parts=tuple(Portion(due=part.due.isoformat(), amount=format(part.amount, "f")) for part in parts),
        approved_by=work.actor.name,
        gains=format(case.gains or 0, "f"),
    )
