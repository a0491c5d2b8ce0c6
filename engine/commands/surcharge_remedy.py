"""Remedies against the decision on the surcharge (不服加处罚款决定): its own clocks are met, and its end touches the surcharge alone.

Neither the fine nor the outcome, the publication, the court's window or the course of the case moves: the penalty was not challenged.
Source: 行政处罚法 Art. 72(1)(1), 73(3); 行政强制法 Art. 45, 53; 行政复议法 Art. 20, 63-74; 行政诉讼法 Art. 46, 69-78.
"""

from datetime import date
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.document import newest
from engine.commands.refund import give_back
from engine.commands.service import served
from engine.commands.settlement import leave_payment
from engine.errors import LawError
from engine.events.booking import SurchargeRemitted
from engine.events.remedy import RemedyConcluded
from engine.model import Case, Deadline, Document, Remedy
from engine.queries.ledger import ledger_of
from engine.rules.remedy import KINDS, RESULTS
from engine.work import FormData, Work

CODE = "D24-2"
BASIS = "行政复议法 20、行政诉讼法 46"


def surcharge_paper(work: Work, case_id: str, data: FormData) -> Document | None:
    """Return the decision on the surcharge where the form challenges it, None where it challenges the penalty; refuses one not served, or fallen."""
    if data.find("against") != "surcharge":
        return None
    paper = newest(work, case_id, CODE)
    if paper is None or paper.served_on is None:
        raise LawError("not_served", "本案没有已经送达的加处罚款决定书，不服的决定请选处罚决定。", basis=BASIS, field="against")
    if paper.state == "withdrawn":
        raise LawError("step_not_waiting", "加处罚款决定已经撤销，不能再对它申请复议或者起诉。", basis=BASIS, field="against")
    return paper


def remedies_against(work: Work, case_id: str, paper_id: str | None) -> list[Remedy]:
    """Return the remedies against a decision on the surcharge by its id, or against the penalty (None), the oldest first."""
    return [row for row in work.rows(Remedy, case_id=case_id, order="filed_on") if row.against == paper_id]


def own_subject(work: Work, paper_id: str | None) -> str | None:
    """Return what tells the clocks of a decision on the surcharge from those of the penalty; None for the penalty, where no paper is named."""
    rows = work.rows(Deadline, origin=served(paper_id)) if paper_id else []
    return next((row.subject for row in rows), paper_id)


def decided_amount(work: Work, remedy: Remedy) -> Decimal:
    """Return in yuan what the challenged decision on the surcharge fixed."""
    return Decimal((work.get(Document, remedy.against or "").facts or {})["amount"])


def conclude_surcharge(work: Work, case: Case, remedy: Remedy, code: str, number: str, day: date, fine: str | None, flaw: str | None) -> None:
    """Record the result and waive what no longer stands of the surcharge that was decided; what was paid of it goes back to the party."""
    result, before = RESULTS[code], decided_amount(work, remedy)
    now = None if result.falls else Decimal(fine) if result.changes and fine is not None else before
    waived, over = _waived(work, case, before, now or Decimal(0))
    refund, reason = max(min(waived, -over), Decimal(0)), f"对加处罚款决定的{KINDS[remedy.kind]}结果为{result.word}（{number}）"
    work.record(
        RemedyConcluded(
            case=case.id,
            remedy=remedy.id,
            against=remedy.against,
            title=KINDS[remedy.kind],
            result=code,
            word=result.word,
            falls=result.falls,
            document_no=number,
            effective_on=day,
            flaw=flaw,
            before=before,
            fine=now,
            refund=refund,
            settled=case.settled,
            paper=remedy.against,
        )
    )
    if waived > 0:
        work.record(SurchargeRemitted(case=case.id, booking=work.new_id(), amount=waived, booked_on=work.today, reason=reason, settled=over <= 0))
        if over <= 0:
            leave_payment(work, case.id)
        give_back(work, case.id, refund, reason)


def meet_order(work: Work, case_id: str) -> None:
    """Note that the agency decided anew on the surcharge, as whoever annulled the former decision ordered. Source: 行政复议法 Art. 64."""
    for remedy in work.rows(Remedy, case_id=case_id, result="annulled_anew"):
        if remedy.against is not None:
            clock.meet(work, case_id, "act.anew", work.today, subject=remedy.id)


def _waived(work: Work, case: Case, before: Decimal, now: Decimal) -> tuple[Decimal, Decimal]:
    """Return in yuan what is to be waived so that `now` is left of `before`, nothing waived twice, and what is owed then (below 0: paid too much)."""
    book = ledger_of(work.connection, case, work.today)
    if book is None:
        return Decimal(0), Decimal(0)
    stands = min(before, book.surcharge)
    waived = max(min(stands - now, stands - book.remitted), Decimal(0))
    return waived, book.account.owing - waived
