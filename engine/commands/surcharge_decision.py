"""Decisions on the surcharge (加处罚款决定): what ran up is fixed in a decision that is served and can be challenged on its own.

The penalty decision states the rate, so that the surcharge runs without it; the sums are the account's and change by no form.
Source: 行政处罚法 Art. 72(1)(1), 73(3); 行政强制法 Art. 12(1), 45, 46.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from engine.commands import deadline as clock
from engine.commands.composition import face, stated_payment, stated_remedies
from engine.commands.court_paper import reckoning
from engine.commands.document import issue, newest, penalty_paper
from engine.commands.enforcement import window_closes
from engine.commands.procedure import start_form, starts
from engine.commands.surcharge_remedy import meet_order
from engine.errors import LawError
from engine.events.booking import SurchargeDecided
from engine.model import Case, SurchargePause
from engine.queries.ledger import ledger_of
from engine.rules.document.service_receipt import Served
from engine.rules.document.surcharge_decision import SurchargeDecision
from engine.rules.document.wording import day_text
from engine.rules.ledger import Ledger
from engine.rules.money import format_yuan
from engine.rules.remedy import SURCHARGE
from engine.rules.suspension import GROUNDS
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

BASIS = "行政处罚法 72①(1)"


@starts("surcharge_decision")
def ask_for_decision(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return what has run up so far; refuses before the term is over, a second decision, and one that comes too late for the court.

    What ran up since a former decision was annulled, or was annulled for its procedure alone, is decided anew. Source: 行政复议法 Art. 64(2).
    """
    del data, instance
    return format_yuan(_checked(work, case).overdue)


@operation("surcharge.decide", returns=("document",))
def decide(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the decision (加处罚款决定书) for what ran up until today, as the head agreed to it."""
    del inputs, values
    case = work.case(case_id)
    book = _checked(work, case)
    issue(work, case_id, SURCHARGE, lambda number, token: _compose(work, case, book, number, token))
    work.record(SurchargeDecided(case=case_id, amount=book.surcharge, until=book.on, capped=book.is_capped, person_name=work.signature))
    meet_order(work, case_id, SURCHARGE)
    return {"document": SURCHARGE}


def _checked(work: Work, case: Case) -> Ledger:
    last = newest(work, case.id, SURCHARGE)
    if last is not None and last.state != "withdrawn":
        raise LawError("step_not_waiting", "本案已经作出加处罚款决定。", basis=BASIS)
    if newest(work, case.id, "D24-3") is not None:
        raise LawError("step_not_waiting", "已经申请法院强制执行，加处罚款一并由法院执行。", basis="行政强制法 53")
    known = ledger_of(work.connection, case, work.today)
    book = None if known is None else replace(known, annulled=False)
    if book is None or book.first_due is None or work.today <= book.first_due:
        raise LawError("before_cause", "缴款期限还没有届满，不能加处罚款。", basis=BASIS)
    if book.rate == 0:
        raise LawError("no_basis", "处罚决定书没有写明加处罚款的标准，不能加处。", basis="行政强制法 45①")
    if book.overdue <= 0:
        raise LawError("before_cause", "没有尚欠的加处罚款。", basis=BASIS)
    _check_enforceable(work, case)
    return book


def _check_enforceable(work: Work, case: Case) -> None:
    """Refuse a decision that can still be challenged when the court may no longer be asked: its surcharge would never be collected.

    Its own term of lawsuit runs from its service, today at the earliest. Source: 行政强制法 Art. 53; 行政诉讼法 Art. 46.
    """
    closes, open_until = window_closes(work, case.id), clock.forecast(work, case.id, "litigation", work.today)
    if closes is not None and open_until is not None and open_until >= closes:
        message = (
            f"另行决定的救济期限（今日送达，起诉期限也到{open_until.isoformat()}）长于申请法院强制执行的期限（{closes.isoformat()}届满），"
            "加处罚款按处罚决定书写明的标准随罚款一并申请，不必另行决定。"
        )
        raise LawError("window_closed", message, basis="行政强制法 53")


def _compose(work: Work, case: Case, book: Ledger, number: str, token: str) -> SurchargeDecision:
    paper, due = penalty_paper(work, case.id), book.first_due or work.today
    return SurchargeDecision(
        **face(work, case, number, token),
        decision=Served(name=paper.title if paper else "", number=(paper.number if paper else None) or ""),
        served_on=paper.served_on.isoformat() if paper and paper.served_on else "",
        due=due.isoformat(),
        reason=start_form(work).text("reason"),
        fine=format(book.fine, "f"),
        unpaid=format(book.principal, "f"),
        rate=int(book.rate * 100),
        first_day=(due + timedelta(days=1)).isoformat(),
        until=book.on.isoformat(),
        days=sum(stretch.days for stretch in book.stretches if not stretch.paused),
        reckoning=reckoning(book),
        pauses=_pauses(work, case),
        amount=format(book.surcharge, "f"),
        remitted=format(book.remitted, "f"),
        owing=format(book.overdue, "f"),
        cap=format(book.fine, "f"),
        capped=book.is_capped,
        approved_by=work.signature,
        payment=stated_payment(work, case),
        remedies=stated_remedies(work),
    )


def _pauses(work: Work, case: Case) -> str:
    rows = work.rows(SurchargePause, case_id=case.id, order="started_on")
    said = [
        f"{day_text(row.started_on.isoformat())}至{day_text(row.ended_on.isoformat()) if row.ended_on else '今'}（{GROUNDS[row.ground].word}）"
        for row in rows
    ]
    return ("、".join(said) or "没有") + "。"
