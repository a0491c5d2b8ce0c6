"""Enforcement (强制执行): the court is asked neither early nor late, no more surcharge than the fine, all is collected. I11, I12, I17."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from engine.proof.invariant.deadline import ends
from engine.proof.invariant.decision import procedure_at
from engine.proof.invariant.journal import Event, Journal, of_penalty, of_surcharge
from engine.proof.invariant.office import Office

Found = Iterator[tuple[Event, str]]


def in_time(case: Journal, office: Office) -> Found:
    """Yield applications before the terms of lawsuit and demand are over, or after the term to apply (I11). Source: 行政强制法 Art. 53, 54.

    Beside a remedy of the party that is pending nothing may be asked; after a reconsideration the term is that of its own suit, after a judgment
    there is none. Against a fine on the spot reconsideration comes first, so that its term is the one that must be over (行政复议法 Art. 23(1)).
    Where a court changed the penalty, whoever sued, its judgment is enforced, in a term of its own (行政诉讼法 Art. 95).
    """
    for applied in case.of("CourtApplied"):
        yield from _pending(case, applied)
        ended = [event for event in case.of("RemedyConcluded", before=applied) if of_penalty(event) and event["applicant"] is None]
        results = {(event["title"], event["result"]) for event in ended}
        judged = any(title == "行政诉讼" or result == "mediated" for title, result in results)
        reviewed = any(title == "行政复议" and result not in {"withdrawn", "not_accepted"} for title, result in results)
        changed = _judgment(case, applied) is not None
        key, title = ("litigation.after", "起诉期限") if reviewed else _remedy(case, applied)
        due = case.due(key, None, before=applied)
        if not (judged or changed) and (due is None or applied["applied_on"] <= due):
            yield applied, f"{title}{due or '没有起算，'}届满前申请法院强制执行"
        demanded = case.due("demand", None, before=applied)
        if demanded is None or applied["applied_on"] <= demanded:
            yield applied, f"催告期限{demanded or '没有起算，'}届满前申请法院强制执行"
        last = _window(case, applied, "court.judgment", None, office) if changed else _window(case, applied, "court.application", key, office)
        if last is None or applied["applied_on"] > last:
            yield applied, f"申请期限{last}届满后申请法院强制执行" if last else "申请法院强制执行的期限没有起算就申请"


def _pending(case: Journal, applied: Event) -> Found:
    ended = {event["remedy"] for event in case.of("RemedyConcluded", before=applied)}
    pending = [event for event in case.of("RemedySought", before=applied) if event["remedy"] not in ended]
    outside = {event["participant"] for event in case.of("ParticipantRecorded", before=applied) if event["role"] == "interested"}
    if any(of_penalty(event) and event["applicant"] not in outside for event in pending):
        yield applied, "复议、诉讼尚未结束就申请法院强制执行"
    if any(of_surcharge(event) for event in pending) and Decimal(applied["surcharge"]) > 0:
        yield applied, "对加处罚款决定的复议、诉讼尚未结束就申请执行加处罚款"


def _remedy(case: Journal, applied: Event) -> tuple[str, str]:
    """Return the term that a party let pass who did nothing, by its key and its name."""
    decision = case.last("DecisionMade", before=applied)
    on_the_spot = decision is not None and procedure_at(case, decision) == "summary"
    return ("reconsideration", "复议期限") if on_the_spot else ("litigation", "起诉期限")


def _window(case: Journal, applied: Event, key: str, remedy: str | None, office: Office) -> str | None:
    """Return the last day to ask the court; None where its clock did not start.

    Where the remedy from whose end it ran ends on another day now, because the day of service was put right, it is counted from there.
    """
    begun = [event for event in case.of("DeadlineReckoned", before=applied) if event["key"] == key and event["subject"] is None]
    last = case.due(key, None, before=applied)
    if remedy is None or last is None:
        return last
    terms = [event["due"] for event in case.of("DeadlineReckoned", before=applied) if event["key"] == remedy and event["subject"] is None]
    ended = case.due(remedy, None, before=applied)
    if ended is None or begun[-1]["start_on"] == ended or begun[-1]["start_on"] not in terms:
        return last
    again = replace(begun[-1], fields={**begun[-1].fields, "start_on": ended})
    return max((day for day in ends(again, office.working_days(applied.at)) if day is not None), default=None)


def bounded(case: Journal) -> Found:
    """Yield surcharges above the fine, refunds above what was paid beyond it, and notices that ask for another sum than the one in force (I12).

    Source: 行政处罚法 Art. 67(3), 72(1), 74; 行政强制法 Art. 45(2).
    """
    for applied in case.of("CourtApplied"):
        stands = [event for event in case.of("DecisionMade", "DecisionChanged", "RemedyConcluded", before=applied) if of_penalty(event)]
        if not stands or Decimal(applied["surcharge"]) > Decimal(stands[-1]["fine"] or 0):
            yield applied, f"加处罚款{applied['surcharge']}元超过罚款本数"
    for decided in case.of("SurchargeDecided"):
        stands = [event for event in case.of("DecisionMade", "DecisionChanged", "RemedyConcluded", before=decided) if of_penalty(event)]
        if not stands or Decimal(decided["amount"]) > Decimal(stands[-1]["fine"] or 0):
            yield decided, f"决定加处罚款{decided['amount']}元超过罚款本数"
    for refund in case.of("RefundBooked"):
        approvals = [event for event in case.of("OpinionGiven", before=refund) if event["step"] == "approve_refund"]
        # What a remedy made heavier after the approval, the treasury may have paid back before anybody knew.
        known = approvals[-1] if approvals else refund
        found = [event for event in case.of("DecisionMade", "DecisionChanged", "RemedyConcluded", before=known) if of_penalty(event)]
        paid = sum((Decimal(event["amount"]) for event in case.of("PaymentReceived", before=known)), Decimal(0))
        back = sum((Decimal(event["amount"]) for event in case.of("RefundBooked", before=refund)), Decimal(refund["amount"]))
        if back > paid - _owed(case, found[-1] if found else None, known):
            yield refund, f"累计退款{back}元超过批准时多缴的数额"
    yield from _asked(case)


def collected(case: Journal) -> Found:
    """Yield cases closed while fine or confiscated gains are not paid in full, and no execution was given up, nor the decision fell (I17).

    The least that is owed is counted: fine and gains, the surcharge not. What was given up before a remedy made the penalty heavier was another sum.
    Source: 行政处罚法 Art. 28(2), 66, 74; 行政强制法 Art. 40.
    """
    for closed in case.of("CaseClosed"):
        stands = [event for event in case.of("DecisionMade", "DecisionChanged", "RemedyConcluded", before=closed) if of_penalty(event)]
        raised = _raised(case, closed)
        if not stands or case.last("ExecutionEnded", "CriminalResultRecorded", after=raised[-1] if raised else None, before=closed) is not None:
            continue
        paid = sum((Decimal(event["amount"]) for event in case.of("PaymentReceived", before=closed)), Decimal(0))
        if paid < (owed := _owed(case, stands[-1], closed)):
            yield closed, f"罚没款{owed}元只缴了{paid}元就结案"


def _asked(case: Journal) -> Found:
    """Yield notices to pay what a remedy added that state another sum than the one in force and paid, and archives of what was not closed again.

    None may go out where nothing was added.
    Source: 行政处罚法 Art. 67(3), 74; 行政复议法 Art. 63(2); 行政诉讼法 Art. 77(2).
    """
    for notice in case.of("DocumentIssued"):
        if notice["code"] != "D23-2" or not notice["facts"]:
            continue
        made = [event for event in case.of("DecisionMade", "DecisionChanged", "RemedyConcluded", before=notice) if of_penalty(event)]
        if not _raised(case, notice):
            yield notice, "罚没款没有增加，却通知缴纳增加的罚没款"
        paid = sum((Decimal(event["amount"]) for event in case.of("PaymentReceived", before=notice)), Decimal(0))
        back = sum((Decimal(event["amount"]) for event in case.of("RefundBooked", before=notice)), Decimal(0))
        owed, said = _owed(case, made[-1] if made else None, notice), notice["facts"]
        if Decimal(said["fine"]) + Decimal(said["gains"]) != owed:
            yield notice, f"缴款通知书写明的罚没款与现行的{owed}元不符"
        if Decimal(said["paid"]) != paid - back or Decimal(said["owing"]) < owed - paid + back:
            yield notice, f"缴款通知书写明已缴{said['paid']}元、尚欠{said['owing']}元，账上已缴{paid - back}元"
    for reopened in case.of("CaseReopened"):
        archived = next(case.of("CaseArchived", after=reopened), None)
        if archived is not None and case.last("CaseClosed", after=reopened, before=archived) is None:
            yield archived, "恢复办理以后没有再次结案就归档"


def _raised(case: Journal, before: Event) -> list[Event]:
    """Return the ends of remedies that made fine or gains heavier."""
    ended = [event for event in case.of("RemedyConcluded", before=before) if of_penalty(event)]
    return [event for event in ended if _more(event, "fine", "before") or _more(event, "gains", "gains_before")]


def _more(event: Event, now: str, before: str) -> bool:
    return event[now] is not None and Decimal(event[now]) > Decimal(event[before] or 0)


def _judgment(case: Journal, before: Event) -> Event | None:
    """Return the last end of a suit in which fine or gains were changed."""
    suits = [event for event in case.of("RemedyConcluded", before=before) if of_penalty(event) and event["title"] == "行政诉讼"]
    changed = [event for event in suits if event["result"] in {"changed", "mediated"}]
    return next((event for event in reversed(changed) if event["fine"] != event["before"] or event["gains"] is not None), None)


def _owed(case: Journal, made: Event | None, before: Event) -> Decimal:
    """Return fine and confiscated gains as they stand after `made`: the gains are those that the paper states, and fall only with it."""
    if made is None or made["falls"] or (made.kind == "DecisionChanged" and made["fine"] is None):
        return Decimal(0)
    papers = [event["facts"] for event in case.of("DocumentIssued", before=before) if event["code"] == "D19" and event["facts"]]
    stated = papers[-1]["sanction"].get("gains") if papers else None
    changed = [
        event["gains"] for event in case.of("DecisionChanged", "RemedyConcluded", before=before) if of_penalty(event) and event["gains"] is not None
    ]
    return Decimal(made["fine"] or 0) + Decimal((changed[-1] if changed else stated) or 0)
