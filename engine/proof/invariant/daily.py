"""Fines for every day (按日连续处罚): counted from the order, inside the term of the re-check, and days times the original fine. I19."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from engine.proof.invariant.journal import Event, Journal, of_penalty

Found = Iterator[tuple[Event, str]]


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a re-check of one case found: how many days, and which fine stood from when on; None where none stood."""

    case: str
    days: int
    fines: tuple[tuple[datetime, Decimal | None], ...]

    def fine(self, at: datetime) -> Decimal | None:
        """Return the fine as it stood at an instant."""
        return next((fine for when, fine in reversed(self.fines) if when <= at), None)


@dataclass(frozen=True, slots=True)
class Claim:
    """The decision of one case that fines for every day: which re-check founds it, when, and how much it asks for."""

    case: str
    seq: int
    at: datetime
    recheck: str
    fine: Decimal


def rechecked(case: Journal) -> Found:
    """Yield re-checks whose days do not follow from the service of the order or the last re-check, and those after a correction (I19).

    Source: 生态环境法典 Art. 1060.
    """
    before: Event | None = None
    for event in case.of("RecheckRecorded"):
        served = _served(case, event)
        if before is not None and before["result"] == "corrected":
            yield event, "复查已经改正，又按日连续处罚"
        since = before.day("checked_on") if before is not None else served
        if served is None or since is None:
            yield event, "没有送达责令改正就复查"
        elif event.day("first_on") != since + timedelta(days=1):
            yield event, f"计罚首日{event['first_on']}不是{since}的次日"
        elif event.day("checked_on") <= since:
            yield event, f"复查日期{event['checked_on']}不晚于{since}"
        before = event


def refusals(case: Journal) -> dict[str, Refusal]:
    """Return the re-checks of a case that found a refusal, by their id."""
    decisions = [event for event in case.of("DecisionMade", "DecisionChanged", "RemedyConcluded") if of_penalty(event)]
    fines = tuple((event.at, None if event["fine"] is None else Decimal(event["fine"])) for event in decisions)
    refused = (event for event in case.of("RecheckRecorded") if event["result"] != "corrected")
    return {event["recheck"]: Refusal(case.stream, (event.day("checked_on") - event.day("first_on")).days + 1, fines) for event in refused}


def claims(case: Journal) -> list[Claim]:
    """Return what a case fines for every day; nothing for any other case."""
    linked = next((event for event in case.of("CasesLinked") if event["kind"] == "daily"), None)
    made = (event for event in case.of("DecisionMade") if linked is not None and event["fine"] is not None)
    return [Claim(case.name, event.seq, event.at, str(linked and linked["recheck"]), Decimal(event["fine"])) for event in made]


def reckoned(claimed: Iterable[Claim], refused: dict[str, Refusal]) -> Iterator[tuple[Claim, str]]:
    """Yield fines that are not days times the original fine as it stood, and a second one for the same re-check (I19)."""
    seen: set[str] = set()
    for claim in claimed:
        found = refused.get(claim.recheck)
        fine = None if found is None else found.fine(claim.at)
        if found is None or fine is None:
            yield claim, "按日连续处罚没有拒不改正的复查或者有效的罚款决定"
        elif claim.fine != sum([fine] * found.days):
            yield claim, f"按日连续处罚{claim.fine}元，不是{fine}元乘以{found.days}日"
        if claim.recheck in seen:
            yield claim, "同一次复查两次按日连续处罚"
        seen.add(claim.recheck)


def _served(case: Journal, recheck: Event) -> date | None:
    """Return on which day the order of a re-check was served, as it was corrected last; None where it was not."""
    ordered = next((event for event in case.of("CorrectionOrdered", before=recheck) if event["order"] == recheck["order"]), None)
    paper = None if ordered is None else ordered["document"] or recheck["decision"]
    services = [event for event in case.of("DocumentServed", before=recheck) if event["document"] == paper]
    if not services:
        return None
    moved = [event for event in case.of("ServiceDateCorrected", before=recheck) if event["service"] == services[-1]["service"]]
    return (moved or services)[-1].day("served_on")
