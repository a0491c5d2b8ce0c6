"""Certificates (执法证): who acted in the field held one on the day of the act, were two, and were not recused. I3."""

from collections.abc import Iterator, Mapping
from datetime import date

from engine.proof.invariant.journal import Event, Journal, local_day
from engine.proof.invariant.office import Office

Found = Iterator[tuple[Event, str]]

ACTED: Mapping[str, str] = {
    "verification": "inspected_on",
    "spot_record": "act_on",
    "goods_record": "held_on",
    "goods_return": "returned_on",
    "reinspection": "inspected_on",
    "daily_recheck": "checked_on",
    "payment_reminder": "reminded_on",
    "performance_demand": "demanded_on",
    "performance_answer": "checked_on",
    "performance_record": "performed_on",
    "demolition_inspection": "inspected_on",
    "demolition_record": "done_on",
    "service_record": "served_on",
}
"""In which field a form says when the officer who fills it in acted."""

BY_HAND = frozenset({"direct", "retained", "electronic"})
"""The ways of service in which the officer acts on the day itself; a post or an announcement arrives on another."""

PAPERS: Mapping[str, str] = {
    "D03": "inspected_on",
    "D03-1": "inspected_on",
    "D04": "began_at",
    "D05-2": "held_at",
    "D06": "held_at",
    "D07": "held_at",
    "D08": "held_at",
    "D09": "held_at",
}
"""The papers that two officers make in the field: inspection, inquiry, stop order, extraction, sampling, preservation and seizure."""


def in_the_field(case: Journal, office: Office) -> Found:
    """Yield acts in the field by less than two officers, without a certificate on the day of the act, or by who was recused (I3).

    Source: 行政处罚法 Art. 42, 43, 55.
    """
    forms: dict[str, str] = {}
    officers: set[str] = set()
    recused: set[str] = set()
    for event in case.events:
        if event.kind in {"CaseOpened", "SecondOfficerConfirmed"}:
            officers.add(event["lead"] or event["second"])
        elif event.kind == "OfficerReplaced":
            officers.add(event["person"])
        elif event.kind == "OfficerRecused":
            recused.add(event["person"])
        elif event.kind == "TaskOpened":
            forms[event["task"]] = event["form"]
        elif event.kind == "TaskCompleted":
            day = _acted(event, forms.get(event["task"]))
            if event["person"] in officers and day is not None and not office.certified(event["person"], day):
                yield event, f"{event['person_name']}的执法证在行为当日（{day}）无效：“{event['title']}”"
        elif event.kind == "EvidenceReceived":
            yield from _collected(event, officers, recused, office)
        elif event.kind == "DocumentIssued" and event["facts"] and event["code"] in PAPERS:
            yield from _made(event, recused, office)


def _acted(event: Event, form: str | None) -> date | None:
    """Return the day of the act that a form tells of; None where it tells of none, or was erased."""
    data = event["data"]
    if not data or form is None or form not in ACTED or (form == "service_record" and data.get("way") not in BY_HAND):
        return None
    day = data.get(ACTED[form])
    return date.fromisoformat(day) if day else None


def _collected(event: Event, officers: set[str], recused: set[str], office: Office) -> Found:
    if event["person"] in recused:
        yield event, f"{event['person_name']}已经回避，又提交证据{event['number']}"
    elif event["person"] in officers and not office.certified(event["person"], event.today):
        yield event, f"{event['person_name']}提交证据{event['number']}时没有有效的执法证"


def _made(paper: Event, recused: set[str], office: Office) -> Found:
    numbers = {officer["certificate"] for officer in paper["facts"].get("officers") or ()}
    acted = paper["facts"].get(PAPERS[paper["code"]])
    day = local_day(acted) if acted else paper.day("issued_on")
    if len(numbers) < 2:
        yield paper, f"《{paper['title']}》不是两名执法人员制作"
    for number in sorted(numbers):
        person = office.holder(number)
        if person is not None and not office.certified(person, day):
            yield paper, f"《{paper['title']}》所列执法证{number}在行为当日（{day}）无效"
        if person in recused:
            yield paper, f"《{paper['title']}》由已经回避的人员（执法证{number}）制作"
