"""Remedies against the decision on the surcharge (不服加处罚款决定): its own clocks are met, and its end touches the surcharge alone.

Neither the fine nor the outcome, the publication, the court's window or the course of the case moves: the penalty was not challenged.
Source: 行政处罚法 Art. 72(1)(1), 73(3); 行政强制法 Art. 45, 53; 行政复议法 Art. 20, 63-74; 行政诉讼法 Art. 46, 69-78.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from engine.commands import deadline as clock
from engine.commands.document import newest
from engine.commands.refund import give_back
from engine.commands.settlement import leave_payment
from engine.events.booking import SurchargeRemitted
from engine.events.remedy import RemedyConcluded
from engine.model import Case, Document, Remedy
from engine.queries.ledger import ledger_of
from engine.rules.remedy import KINDS, PROCEDURE, RESULTS, Result
from engine.work import Work


def concluded(remedy: Remedy, code: str, number: str, day: date, flaw: str | None) -> dict[str, Any]:
    """Return what the end of a remedy says whichever decision was challenged."""
    result = RESULTS[code]
    return {
        "case": remedy.case_id,
        "remedy": remedy.id,
        "applicant": remedy.applicant,
        "title": KINDS[remedy.kind],
        "result": code,
        "word": result.word,
        "falls": result.falls,
        "document_no": number,
        "effective_on": day,
        "flaw": flaw,
    }


def decided_amount(work: Work, remedy: Remedy) -> Decimal:
    """Return in yuan what the challenged decision on the surcharge fixed."""
    return Decimal((work.get(Document, remedy.against or "").facts or {})["amount"])


def conclude_surcharge(work: Work, case: Case, remedy: Remedy, code: str, number: str, day: date, fine: str | None, flaw: str | None) -> None:
    """Record the result and waive what no longer stands of the surcharge that was decided; what was paid of it goes back to the party.

    Where the decision fell, nothing that ran up may be claimed until another one is served; where only its procedure was wrong, that one may
    decide on the same days, so that they are not waived. Source: 行政复议法 Art. 64(2).
    """
    result, before = RESULTS[code], decided_amount(work, remedy)
    now = None if result.falls else Decimal(fine) if result.changes and fine is not None else before
    left = before if flaw == PROCEDURE else now or Decimal(0)
    waived, refund, even = _settled(work, case, before, left, result)
    settled, reason = bool(case.settled) or even, f"对加处罚款决定的{KINDS[remedy.kind]}结果为{result.word}（{number}）"
    work.record(
        RemedyConcluded(
            **concluded(remedy, code, number, day, flaw),
            against=remedy.against,
            act=remedy.act,
            before=before,
            fine=now,
            refund=refund,
            settled=settled,
            paper=remedy.against,
        )
    )
    if waived > 0:
        work.record(SurchargeRemitted(case=case.id, booking=work.new_id(), amount=waived, booked_on=work.today, reason=reason, settled=settled))
    if settled:
        leave_payment(work, case.id)
    give_back(work, case.id, refund, reason)


_ON_THINGS = frozenset({"D08", "D08R", "D09", "D09R", "D19"})
"""The papers that decide what becomes of things: any of them acts anew on the same things. Source: 行政强制法 Art. 24, 27, 28; 行政处罚法 Art. 56."""


def meet_order(work: Work, case_id: str, code: str) -> None:
    """Note that the agency acted anew by the newest paper of a kind, as whoever annulled the former one ordered. Source: 行政复议法 Art. 64.

    What became of things is decided anew by any paper that decides on the same things, by their names; anything else by a paper of its own kind.
    """
    made = newest(work, case_id, code)
    for remedy in work.rows(Remedy, case_id=case_id, result="annulled_anew"):
        fell = None if remedy.against is None else work.get(Document, remedy.against)
        if fell is None or made is None:
            continue
        if fell.code == code if fell.code not in _ON_THINGS else code in _ON_THINGS and _on_the_same(fell, made):
            clock.meet(work, case_id, "act.anew", work.today, subject=remedy.id)


def _on_the_same(fell: Document, made: Document) -> bool:
    """Tell whether two papers decide on a thing of one name; a new measure enters it under a new number."""
    confiscated = ((made.facts or {}).get("sanction") or {}).get("goods") or ()
    told = [*_things(made), *map(str, confiscated)]
    return any(name in words for name in _things(fell) for words in told)


def _things(paper: Document) -> list[str]:
    return [str(item["name"]) for item in (paper.facts or {}).get("items", ())]


def _settled(work: Work, case: Case, before: Decimal, left: Decimal, result: Result) -> tuple[Decimal, Decimal, bool]:
    """Return in yuan what is to be waived so that `left` is left of `before`, what goes back, and whether nothing is owed or decided any more.

    Nothing is waived twice; where the agency was ordered to decide anew on what ran up, the account stays open for it.
    """
    book = ledger_of(work.connection, case, work.today)
    if book is None:
        return Decimal(0), Decimal(0), False
    stands = min(before, book.surcharge)
    waived = max(min(stands - left, stands - book.remitted), Decimal(0))
    after = replace(book, remitted=book.remitted + waived, annulled=book.annulled or result.falls, expected=result.anew)
    return waived, max(after.excess - book.excess, Decimal(0)), after.is_even
