"""Hearings (听证): who was told of the right and asked for one was heard before the decision, and knew of the day early enough. I1."""

from collections.abc import Iterator
from datetime import date

from engine.proof.invariant.decision import notice_before, penalties, procedure_at
from engine.proof.invariant.journal import Event, Journal
from engine.proof.invariant.office import DAY, Office

Found = Iterator[tuple[Event, str]]

CLEAR_DAYS = 7
"""The working days that lie between the notice and the hearing. Source: 行政处罚法 Art. 64(2)."""


def granted(case: Journal, office: Office) -> Found:
    """Yield penalties while a hearing could be asked for or was asked for in vain, and hearings of which the party knew too late (I1).

    Source: 行政处罚法 Art. 63, 64(1), (2), 65.
    """
    for decision in penalties(case):
        notice = notice_before(case, decision)
        if notice is not None and procedure_at(case, decision) != "summary":
            yield from _right(case, notice, decision)
    for event in case.of("HearingHeld", "HearingEnded"):
        day = event["held_on"] or event["ended_on"]
        if event.kind == "HearingHeld" or event["how"] == "absent":
            yield from _told_in_time(case, event, day, office)


def _right(case: Journal, notice: Event, decision: Event) -> Found:
    """Yield what a decision left of the right that its notice told of."""
    begun = any(event["key"] == "hearing.request" for event in case.of("DeadlineReckoned", after=notice, before=decision))
    forgone = [event for event in case.of("HearingForgone", before=decision) if event["document"] == notice["document"]]
    asked = [event for event in case.of("HearingRequested", before=decision) if event["document"] == notice["document"]]
    late = {event["hearing"] for event in forgone}
    asked += [event for event in case.of("HearingReopened", before=decision) if event["hearing"] in late]
    if asked:
        ended = case.of("HearingHeld", "HearingEnded", after=asked[-1], before=decision)
        if all(event["hearing"] != asked[-1]["hearing"] for event in ended):
            yield decision, "当事人要求听证，没有举行听证就作出决定"
        return
    told = notice["facts"] is not None and notice["facts"].get("hearing") is not None
    due = case.due("hearing.request", None, before=decision) if begun else None
    waived = any(event["how"] == "waived" for event in forgone)
    if (told or begun) and not waived and (due is None or decision["decided_on"] <= due):
        yield decision, f"要求听证的期限{due or '没有起算，'}届满前作出决定，当事人又没有明确放弃听证"


def _told_in_time(case: Journal, event: Event, day: str, office: Office) -> Found:
    """Yield a hearing on a day before which too few worked days lie; what was worked is taken as it was known when the party was told, or now."""
    notice = next((paper for paper in reversed(list(case.of("DocumentIssued", before=event))) if paper["code"] == "D17"), None)
    served = None if notice is None else case.served(notice["document"], event)
    if notice is None or served is None:
        yield event, "没有送达听证通知书就举行听证"
        return
    known = (office.working_days(at) for at in (notice.at, event.at))
    first = min(days.on_or_after(days.count(date.fromisoformat(served), CLEAR_DAYS) + DAY) for days in known)
    if day < first.isoformat():
        yield event, f"听证通知书{served}送达，{day}举行听证，中间不足{CLEAR_DAYS}个工作日"
