"""Remedies against acts beside the penalty (不服其他行政行为): what becomes of a measure, an order or an enforcement that fell or was changed.

An act that was annulled binds nobody from the beginning: what is held under it goes back at once, what it ordered is not looked into any
more, and what it would enforce is not done. The penalty, and the course of the case, stay as they are.
Source: 行政复议法 Art. 63-69, 78; 行政诉讼法 Art. 70-77; 行政强制法 Art. 8, 28; 行政处罚法 Art. 28(1), 56.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.duty import PERFORMANCE, collection_of, named_duty, own_papers, performance_of
from engine.commands.goods_disposal import unpaid
from engine.commands.goods_handover import RESTITUTION
from engine.commands.performance_cost import DECISION, drop_cost_of
from engine.commands.procedure import follow, start_form
from engine.commands.refund import give_back
from engine.commands.surcharge_remedy import concluded
from engine.errors import StepNotWaitingError
from engine.events.correction_order import CorrectionAnnulled
from engine.events.deadline import DeadlineVoided
from engine.events.goods import GoodsDecidedOn
from engine.events.performance import PerformanceRevoked
from engine.events.remedy import RemedyConcluded
from engine.model import CorrectionOrder, Document, Goods, ProcessState, Remedy, Task
from engine.queries.correction_order import CLOCK as CORRECTION
from engine.queries.goods import goods_of
from engine.rules.remedy import KINDS, RESULTS
from engine.work import Work
from engine.workflow import advance
from engine.workflow.operations import message

ANNULLED = message("act_annulled")
"""Ends the procedure of an act that fell."""
DEMAND = "performance.demand"


def conclude_act(work: Work, remedy: Remedy, code: str, number: str, day: date, flaw: str | None, content: str | None) -> None:
    """Record the result, and undo what rests on an act that fell."""
    paper, result = work.get(Document, remedy.against or ""), RESULTS[code]
    work.record(
        RemedyConcluded(
            **concluded(remedy, code, number, day, flaw),
            against=paper.id,
            act=paper.title,
            before=None,
            fine=None,
            refund=Decimal(0),
            settled=None,
            paper=paper.id,
            content=content if result.changes else None,
        )
    )
    if result.falls and paper.code in _FALLS:
        _FALLS[paper.code](work, paper, f"{paper.title}经{KINDS[remedy.kind]}{result.word}（{number}）")


def instance_of(work: Work, paper: Document) -> str | None:
    """Return the procedure of which a paper is the act; None for what the main procedure, or nothing that can still be found, decided."""
    if paper.code in {"D08", "D09"}:
        listed = {int(item["number"]) for item in (paper.facts or {}).get("items", ())}
        mine = [thing for thing in goods_of(work.connection, paper.case_id) if thing.number in listed]
        return next((thing.measure if paper.code == "D09" else thing.origin for thing in mine), None)
    if paper.code == "D05":
        return next((order.id for order in work.rows(CorrectionOrder, case_id=paper.case_id, document_id=paper.id)), None)
    if paper.code == DECISION:
        return collection_of(work, paper)
    return performance_of(work, paper) if paper.code in {"D25", "D25-6"} else None


def _release(work: Work, paper: Document, reason: str) -> None:
    """Let everything that is still held by the measure go back at once, and the money for what was sold. Source: 行政强制法 Art. 28."""
    measure = instance_of(work, paper)
    held = [] if measure is None else work.rows(Goods, case_id=paper.case_id, measure=measure, order="number")
    # What went over into a seizure is held by that decision, which was not challenged here.
    undecided = [thing for thing in held if thing.disposal is None and thing.intent != "return"]
    if measure is None or not (undecided or unpaid(work, paper.case_id, measure)):
        return
    for thing in undecided:
        work.record(GoodsDecidedOn(case=paper.case_id, goods=thing.id, number=thing.number, name=thing.name, intent="return"))
    if _end(work, paper.case_id, measure):
        follow(work, paper.case_id, RESTITUTION, f"{reason}，物品立即返还当事人，已变卖的退还变卖款。", subject=paper.number)


def _withdraw_order(work: Work, paper: Document, reason: str) -> None:
    """Let nobody be looked into, or held to refuse, by an order that fell. Source: 行政处罚法 Art. 28(1)."""
    for order in work.rows(CorrectionOrder, case_id=paper.case_id, document_id=paper.id):
        drop_order(work, order, reason)


def drop_order(work: Work, order: CorrectionOrder, reason: str) -> None:
    """Let an order that binds nobody count for nothing, whatever a re-inspection showed, and be looked into no more; its term goes, over or not."""
    work.record(CorrectionAnnulled(case=order.case_id, order=order.id, annulled_on=work.today, reason=reason))
    term = clock.find(work, order.case_id, CORRECTION, order.id)
    if term is not None and term.state != "void":
        work.record(DeadlineVoided(case=order.case_id, deadline=term.id, title=term.title, reason=reason, voided_on=work.today))
    _end(work, order.case_id, order.id)


def _stop_performance(work: Work, paper: Document, reason: str) -> None:
    """Let nothing be performed in the party's stead under a decision that fell, and nobody pay for what was. Source: 行政强制法 Art. 50, 51."""
    instance = instance_of(work, paper)
    if instance is not None:
        end_performance(work, paper.case_id, instance, reason)


def end_performance(work: Work, case_id: str, instance: str, reason: str) -> None:
    """End a performance whose basis fell, and the collection of its cost; what was paid goes back. Source: 行政强制法 Art. 41, 50, 51."""
    clock.void(work, case_id, DEMAND, reason, subject=instance)
    _end(work, case_id, instance)
    give_back(work, case_id, drop_cost_of(work, case_id, instance, reason), reason)


def end_performances(work: Work, case_id: str, reason: str) -> None:
    """End every performance that carried out a penalty which fell; what was cleared away at once does not rest on it.

    Source: 行政强制法 Art. 40(4), 41, 50, 52.
    """
    for row in work.rows(ProcessState, case_id=case_id, procedure=PERFORMANCE):
        if not start_form(work, row.id).flag("immediate"):
            end_performance(work, case_id, row.id, reason)


def standing_performances(work: Work, case_id: str) -> list[ProcessState]:
    """Return what runs or was done in the party's stead, and was not taken back or annulled; nothing where it did it itself."""
    rows = work.rows(ProcessState, case_id=case_id, procedure=PERFORMANCE)
    done = {row.instance for row in work.rows(Task, case_id=case_id, form="performance_record", state="done") if _is_done(row)}
    return [row for row in rows if (row.ended_at is None or row.id in done) and not _is_withdrawn(work, case_id, row.id)]


def revoke_performances(work: Work, case_id: str, reason: str) -> None:
    """Take back every performance that stands, as the agency found that it had no basis; what was paid goes back. Source: 行政强制法 Art. 41."""
    for row in standing_performances(work, case_id):
        for code in ("D25", "D25-6"):
            for paper in own_papers(work, case_id, row.id, code):
                work.record(
                    PerformanceRevoked(
                        case=case_id,
                        performance=row.id,
                        duty=named_duty(work, row.id),
                        paper=paper.id,
                        reason=reason,
                        revoked_on=work.today,
                    )
                )
        end_performance(work, case_id, row.id, reason)


def _is_done(record: Task) -> bool:
    return (record.data or {}).get("result") == "performed"


def _is_withdrawn(work: Work, case_id: str, instance: str) -> bool:
    papers = [paper for code in ("D25", "D25-6") for paper in own_papers(work, case_id, instance, code)]
    return bool(papers) and all(paper.state == "withdrawn" for paper in papers)


def _end(work: Work, case_id: str, instance: str) -> bool:
    """End the procedure of an act; tell whether it ran, and its version knows that end."""
    running = work.find(ProcessState, instance)
    if running is None or running.ended_at is not None:
        return False
    with suppress(StepNotWaitingError):
        advance.send(work, case_id, ANNULLED, {}, instance=instance)
        return True
    return False


_FALLS: Mapping[str, Callable[[Work, Document, str], None]] = {
    "D08": _release,
    "D09": _release,
    "D05": _withdraw_order,
    "D25": _stop_performance,
    "D25-6": _stop_performance,
}
"""What is undone where an act falls; the decision to pull down is not carried out while it has fallen (`engine/commands/demolition.py`)."""
