"""Remedies against the decision on the cost of a performance (不服代履行费用): what the party owes after them, and what goes back.

The performance, the penalty and the course of the case stay as they are: only the sum was challenged.
Source: 行政强制法 Art. 8(1), 51(2); 行政复议法 Art. 63-74; 行政诉讼法 Art. 70-78.
"""

from datetime import date
from decimal import Decimal

from engine.commands.cost_court import demand_again, open_cost_window
from engine.commands.duty import collection_of
from engine.commands.performance_cost import cost_charged, drop_cost, lower_cost
from engine.commands.refund import give_back
from engine.commands.surcharge_remedy import concluded
from engine.events.remedy import RemedyConcluded
from engine.model import Document, Remedy
from engine.rules.remedy import KINDS, RESULTS
from engine.work import Work


def conclude_cost(work: Work, remedy: Remedy, code: str, number: str, day: date, changed: str | None, flaw: str | None) -> None:
    """Record the result, drop what is not owed any more, and give back what was paid of it; else the months to ask the court begin."""
    paper, result = work.get(Document, remedy.against or ""), RESULTS[code]
    instance = collection_of(work, paper)
    before = charged_by(work, paper)
    now = Decimal(0) if result.falls else Decimal(changed) if result.changes and changed is not None else before
    reason = f"{paper.title}经{KINDS[remedy.kind]}{result.word}（{number}）"
    work.record(
        RemedyConcluded(
            **concluded(remedy, code, number, day, flaw),
            against=paper.id,
            act=paper.title,
            before=before,
            fine=None if result.falls else now,
            refund=Decimal(0),
            settled=None,
            paper=paper.id,
        )
    )
    if instance is None:
        return
    if result.falls:
        give_back(work, remedy.case_id, drop_cost(work, remedy.case_id, instance, reason), reason)
    elif now < before:
        give_back(work, remedy.case_id, lower_cost(work, remedy.case_id, instance, reason, now), reason)
        if remedy.kind == "litigation":
            demand_again(work, remedy.case_id, instance)
    open_cost_window(work, remedy.case_id, instance)


def charged_by(work: Work, paper: Document) -> Decimal:
    """Return in yuan what a decision on a cost asks for as it stands."""
    instance = collection_of(work, paper)
    return Decimal(str((paper.facts or {})["cost"])) if instance is None else cost_charged(work, paper.case_id, instance)
