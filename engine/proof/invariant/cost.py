"""Costs of performances (代履行费用): no more is collected or given back than was owed, the court is asked in time, nothing is left open. I18."""

from collections.abc import Iterator
from decimal import Decimal

from engine.proof.invariant.journal import Event, Journal

Found = Iterator[tuple[Event, str]]

SIGNS = {"CostCharged": 1, "CostPaid": -1, "CostDropped": -1, "CostRefunded": 1}
"""What makes a debt larger, and what smaller."""


def owed(case: Journal) -> Found:
    """Yield money that was taken or given back beyond the debt, applications beside it, and archived volumes of debts (I18).

    Source: 行政强制法 Art. 40, 51(2), 53, 54.
    """
    for event in case.of(*SIGNS):
        left = _left(case, _collection(event), event) + SIGNS[event.kind] * Decimal(event["amount"])
        if event.kind == "CostPaid" and left < 0:
            yield event, f"代履行费用多收{-left}元"
        if event.kind == "CostRefunded" and left > 0:
            yield event, f"代履行费用多退{left}元"
    for applied in case.of("CostCourtApplied"):
        yield from _in_time(case, applied)
        left = _left(case, applied["collection"], applied)
        if Decimal(applied["amount"]) != left:
            yield applied, f"申请执行代履行费用{applied['amount']}元，尚欠{left}元"
    for archived in case.of("CaseArchived"):
        for charged in case.of("CostCharged", before=archived):
            left = _left(case, charged["booking"], archived)
            if left > 0:
                yield archived, f"尚欠代履行费用{left}元就归档"


def _in_time(case: Journal, applied: Event) -> Found:
    """Yield what was still open when the court was asked: remedies, demand, or what was over: the three months.

    Where a court changed the cost, whoever sued, its judgment is enforced, in a term of its own (行政诉讼法 Art. 95).
    """
    collection, day = applied["collection"], applied["applied_on"]
    charged = [event for event in case.of("CostCharged", before=applied) if event["booking"] == collection]
    papers = [event for event in case.of("DocumentIssued", before=applied) if event["code"] == "D25-7" and event.seq in {e.seq for e in charged}]
    if not papers:
        yield applied, "没有缴纳代履行费用的决定就申请法院强制执行"
        return
    paper = papers[-1]
    sought = [event for event in case.of("RemedySought", before=applied) if event["against"] == paper["document"] and event["applicant"] is None]
    ended = {event["remedy"]: event for event in case.of("RemedyConcluded", before=applied)}
    if any(event["remedy"] not in ended for event in sought):
        yield applied, "对代履行费用的复议、诉讼尚未结束就申请法院强制执行"
    results = [(event["kind"], ended[event["remedy"]]["result"]) for event in sought if event["remedy"] in ended]
    judged = any(_is_changed(event, paper) for event in ended.values())
    if not judged and not any(kind == "litigation" or result == "mediated" for kind, result in results):
        reviewed = any(result not in {"withdrawn", "not_accepted"} for _, result in results)
        due = case.due("litigation.after" if reviewed else "litigation", collection, before=applied)
        if due is None or day <= due:
            yield applied, f"代履行费用的起诉期限{due or '没有起算，'}届满前申请法院强制执行"
    demands = {event["document"] for event in case.of("DocumentIssued", before=applied) if event["code"] == "D25-8" and _names(event, paper)}
    due = case.due("performance.cost.demand", *demands, before=applied)
    if due is None or day <= due:
        yield applied, f"代履行费用的催告期限{due or '没有起算，'}届满前申请法院强制执行"
    last = case.due("court.judgment" if judged else "court.application", collection, before=applied)
    if last is None or day > last:
        yield applied, f"代履行费用的申请期限{last or '没有起算，'}届满后申请法院强制执行"


def _is_changed(event: Event, paper: Event) -> bool:
    """Tell whether a court changed the sum of a decision, or mediated on it."""
    court = event["against"] == paper["document"] and event["title"] == "行政诉讼" and event["result"] in {"changed", "mediated"}
    return court and event["fine"] != event["before"]


def _names(demand: Event, paper: Event) -> bool:
    """Tell whether a demand names a decision; one whose content was erased may."""
    facts = demand["facts"]
    return facts is None or facts["decision"]["number"] == paper["number"]


def _collection(event: Event) -> str:
    return str(event["booking"]).split(":")[0]


def _left(case: Journal, collection: str, before: Event) -> Decimal:
    """Return in yuan what was still to pay of a cost before something happened."""
    booked = [event for event in case.of(*SIGNS, before=before) if _collection(event) == collection]
    return sum((SIGNS[event.kind] * Decimal(event["amount"]) for event in booked), Decimal(0))
