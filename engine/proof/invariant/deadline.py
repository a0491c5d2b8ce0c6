"""Deadlines (期限): every clock starts on the day of a recorded event, and its last day follows from it by counting. I9."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from engine.proof.invariant.journal import LOCAL, Event, Journal, local_day, of_penalty
from engine.proof.invariant.office import DAY, Office, WorkingDays

Found = Iterator[tuple[Event, str]]

CLOCKWORK = frozenset({"DeadlineReckoned", "DeadlineMoved", "DeadlineMet", "DeadlineExpired", "DeadlineVoided", "DeadlineWarned", "CaseEscalated"})
"""What is said of clocks; from none of it a clock can start."""

ENDED = (
    *(("CaseClosed", "closed_on"), ("CaseRejected", "closed_on"), ("CaseWithdrawn", "withdrawn_on")),
    *(("CaseTransferred", "delivered_on"), ("CaseTransferred", "closed_on")),
)
"""The ends of a case, each with its day."""

STARTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "clue.check": (("CaseOpened", "discovered_on"),),
    "report.answer": (("CaseOpened", "discovered_on"),),
    "decision": (("CaseFiled", "filed_on"),),
    "archive": ENDED,
    "av.retention": (("CaseArchived", "archived_on"),),
    # Earlier versions counted from the day on which the volume went to the archive.
    "archive.transfer": (*ENDED, ("CaseArchived", "archived_on")),
    "service": (("DecisionMade", "decided_on"), ("DecisionChanged", "changed_on")),
    "publication": (("DecisionMade", "decided_on"), ("DecisionChanged", "changed_on")),
    "publication.changed": (("RemedyConcluded", "effective_on"), ("DecisionChanged", "changed_on")),
    "publication.withdrawal": (("RemedyConcluded", "effective_on"), ("DecisionChanged", "changed_on")),
    "act.anew": (("RemedyConcluded", "effective_on"),),
    "litigation.after": (("RemedyConcluded", "effective_on"),),
    "court.judgment": (("RemedyConcluded", "effective_on"),),
    "court.acceptance": (("CourtApplied", "applied_on"), ("CostCourtApplied", "applied_on")),
    "court.challenge": (("CourtAnswered", "answered_on"),),
    "court.ruling": (("CourtAnswered", "answered_on"),),
    "court.ruling.doubtful": (("CourtAnswered", "answered_on"),),
    "litigation.defence": (("RemedyAccepted", "received_on"), ("RemedySought", "received_on")),
    "reconsideration.reply": (("RemedyAccepted", "received_on"), ("RemedySought", "received_on")),
    "execution.stay": (("ExecutionPaused", "paused_on"),),
    "service.announcement": (("ServiceAnnounced", "announced_on"),),
    "transfer.deliver": (("PoliceTransferDecided", "decided_on"),),
    "seizure": (("GoodsHeld", "held_at"), ("GoodsTakenOver", "held_at")),
    "seizure.report": (("GoodsHeld", "held_at"), ("GoodsTakenOver", "held_at")),
    "spot.report": (("DecisionMade", "decided_on"),),
}
"""The event from which a clock runs, where the law names one kind; `SERVED` says it of those that run from a service."""

ACTS = frozenset({"D19", "D20", "D21", "D31", "D05", "D05-2", "D09", "D09R", "D24-2", "D25", "D25-2", "D25-6", "D25-7"})
"""The papers that tell of the remedies against them."""

SERVED: Mapping[str, frozenset[str]] = {
    "plea": frozenset({"D15"}),
    "hearing.request": frozenset({"D15"}),
    "payment": frozenset({"D19", "D20", "D23-2", "D31"}),
    "reconsideration": ACTS,
    "litigation": ACTS,
    "hearing.notice": frozenset({"D17"}),
    "demand": frozenset({"D24"}),
    "demolition.demand": frozenset({"D24D"}),
    "performance.cost": frozenset({"D25-7"}),
    "performance.cost.demand": frozenset({"D25-8"}),
    "performance.demand": frozenset({"D25-5"}),
    "performance.term": frozenset({"D25-1"}),
    "correction": frozenset({"D05", "D19"}),
}
TERMS: Mapping[str, tuple[int, str]] = {
    "decision": (90, "natural"),
    "service": (7, "working"),
    "hearing.request": (5, "working"),
    "payment": (15, "natural"),
    "reconsideration": (60, "natural"),
    "litigation": (6, "month"),
    "litigation.after": (15, "natural"),
    "seizure": (30, "natural"),
    "demand": (10, "working"),
    "court.application": (3, "month"),
}
"""The terms whose length a statute fixes for the whole country.

Source: 行政处罚法 Art. 60, 61, 64, 67(3), 85; 行政复议法 Art. 20; 行政诉讼法 Art. 45, 46; 行政强制法 Art. 25, 53, 54.
"""
REMEDIES = frozenset({"reconsideration", "litigation", "litigation.after"})
"""The terms in which the party may challenge a decision."""
CLEAR = frozenset({"hearing.notice", "performance.demand"})
"""Terms whose days lie wholly between, so that what they are for comes on the worked day after them."""
LOCAL_CHOICE = frozenset({"service.announcement"})
"""Terms of which the city decides whether the last day moves: both are right here."""


def from_events(case: Journal, office: Office) -> Found:
    """Yield clocks that start when nothing happened, are not as long as the law says, or end on another day than counting gives (I9).

    Source: 民法典 Art. 201-203.
    """
    running: dict[str, Event] = {}
    for clock in case.of("DeadlineReckoned", "DeadlineMoved"):
        if clock.kind == "DeadlineReckoned":
            running[clock["deadline"]] = clock
            if clock["start_on"] not in _causes(case, clock):
                yield clock, f"期限“{clock['title']}”自{clock['start_on']}起算，这一天没有使它起算的事实"
            if (clock["length"], clock["unit"]) != TERMS.get(clock["key"], (clock["length"], clock["unit"])):
                yield clock, f"期限“{clock['title']}”的长度不是法律规定的"
        term = running.get(clock["deadline"])
        if term is None:
            yield clock, f"期限“{clock['title']}”没有起算就移动"
        elif clock["due"] not in ends(term, office.working_days(clock.at)):
            yield clock, f"期限“{clock['title']}”自{term['start_on']}起算，不应当止于{clock['due'] or '暂停'}"


def _causes(case: Journal, clock: Event) -> set[str]:
    """Return the days on which something happened from which the clock can run; what was recorded with it counts."""
    known = [event for event in case.events if event.seq <= clock.seq and event.kind not in CLOCKWORK]
    if clock["key"] in SERVED:
        return _services(known, SERVED[clock["key"]]) | _raised(known, clock)
    if clock["key"] in STARTS:
        days = (event[name] for event in known for kind, name in STARTS[clock["key"]] if event.kind == kind)
        return {local_day(day).isoformat() for day in days if day}
    told = {text for event in known for text in _days(event.fields)} | {event.today.isoformat() for event in known}
    return told | _lapses(case, clock) if clock["key"] == "court.application" else told


def _raised(known: list[Event], clock: Event) -> set[str]:
    """Return from when a fine is to be paid that became larger by a remedy. Source: 行政处罚法 Art. 67(3); 行政复议法 Art. 63(2)."""
    if clock["key"] != "payment":
        return set()
    changed = [event for event in known if event.kind == "RemedyConcluded" and of_penalty(event)]
    return {str(event["effective_on"]) for event in changed if Decimal(event["fine"] or 0) > Decimal(event["before"] or 0)}


def _lapses(case: Journal, clock: Event) -> set[str]:
    """Return the last days of the party's remedies, from which the term to ask the court runs. Source: 行政强制法 Art. 53."""
    terms = [event for event in case.of("DeadlineReckoned", before=clock) if event["key"] in REMEDIES]
    moved = [event for event in case.of("DeadlineMoved", before=clock) if event["deadline"] in {term["deadline"] for term in terms}]
    return {str(event["due"]) for event in (*terms, *moved)}


def _services(known: list[Event], codes: frozenset[str]) -> set[str]:
    papers = {event["document"] for event in known if event.kind == "DocumentIssued" and event["code"] in codes}
    return {event["served_on"] for event in known if event.kind in {"DocumentServed", "ServiceDateCorrected"} and event["document"] in papers}


def _days(value: object) -> Iterator[str]:
    """Yield every text that begins like a date, wherever it stands."""
    if isinstance(value, str):
        yield value[:10]
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _days(item)
    elif isinstance(value, list):
        for item in value:
            yield from _days(item)


def ends(term: Event, days: WorkingDays) -> set[str | None]:
    """Return the last days that a term can have, as text; None stands for a clock that stands still."""
    start = term.day("start_on")
    if term["unit"] == "hour":
        return {(datetime.fromisoformat(term["start_at"]).replace(tzinfo=None) + LOCAL + timedelta(hours=term["length"])).date().isoformat()}
    last = _excluding(term, _count(term, start, days), days)
    if last is None:
        return {None}
    if term["key"] in CLEAR:
        return {days.on_or_after(last + DAY).isoformat()}
    moved = days.on_or_after(last).isoformat()
    if term["key"] in LOCAL_CHOICE:
        return {last.isoformat(), moved}
    return {moved if term["owner"] in {"party", "court"} else last.isoformat()}


def _count(term: Event, start: date, days: WorkingDays) -> date:
    length = term["length"] + sum(item["length"] for item in term["extensions"] or ())
    if term["unit"] == "working":
        return days.count(start, length)
    return _months(start, length) if term["unit"] == "month" else start + length * DAY


def _months(start: date, length: int) -> date:
    month = start.month - 1 + length
    for day in range(start.day, 0, -1):
        try:
            return date(start.year + month // 12, month % 12 + 1, day)
        except ValueError:
            continue
    return start


def _excluding(term: Event, last: date, days: WorkingDays) -> date | None:
    """Return the last day when every day of a suspension is walked over and not counted; None while one is open."""
    free: set[date] = set()
    for item in sorted(term["suspensions"] or (), key=lambda item: str(item["start"])):
        day = max(date.fromisoformat(item["start"]), term.day("start_on") + DAY)
        if day > last:
            continue
        if item["end"] is None:
            return None
        while day <= date.fromisoformat(item["end"]):
            if day not in free and (term["unit"] != "working" or days.worked(day)):
                last = days.count(last, 1) if term["unit"] == "working" else last + DAY
            free.add(day)
            day += DAY
    return last
