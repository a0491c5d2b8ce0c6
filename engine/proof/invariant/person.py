"""People (人员): two officers with certificates, nobody recused, nobody who judges what he investigated. I3, I4."""

from collections.abc import Iterator

from engine.proof.invariant.decision import procedure_at
from engine.proof.invariant.journal import Event, Journal
from engine.proof.invariant.office import Office

Found = Iterator[tuple[Event, str]]

REVIEWS = frozenset({"legal_review", "review_hearing"})
"""The steps of legal review: before the notice, and after a hearing."""


def two_officers(case: Journal, office: Office) -> Found:
    """Yield decisions without two officers, acts without a certificate and acts of recused people (I3). Source: 行政处罚法 Art. 42, 43."""
    lead: str | None = None
    second: str | None = None
    confirmed = False
    slots: dict[str, str | None] = {}
    recused: set[str] = set()
    for event in case.events:
        if event.kind == "CaseOpened":
            lead = event["lead"]
        elif event.kind == "SecondOfficerNamed":
            second, confirmed = event["second"], confirmed and second == event["second"]
        elif event.kind == "SecondOfficerConfirmed":
            second, confirmed = event["second"], True
        elif event.kind == "OfficerReplaced":
            lead, second, confirmed = _replaced(event, lead, second, confirmed=confirmed)
        elif event.kind == "OfficerRecused":
            recused.add(event["person"])
        elif event.kind == "TaskOpened":
            slots[event["task"]] = event["slot"]
        elif event.kind == "TaskCompleted":
            yield from _acted(event, slots.get(event["task"]), recused, office)
        elif event.kind == "DecisionMade" and (lead is None or second is None or lead == second or not confirmed):
            yield event, "作出决定时没有两名以本人身份确认的执法人员"
    yield from _impartial(case)


def apart(case: Journal) -> Found:
    """Yield reviews, hearings and decisions by somebody who investigated the case, or who did another of them (I4).

    Source: 行政处罚法 Art. 57, 58(1), 64(4).
    """
    officers = {event["lead"] for event in case.of("CaseOpened")} | {event["second"] for event in case.of("SecondOfficerConfirmed")}
    officers |= {event["person"] for event in case.of("OfficerReplaced")}
    reviewers = {event["person"]: event for event in case.of("OpinionGiven") if event["step"] in REVIEWS}
    for person, event in reviewers.items():
        if person in officers:
            yield event, f"{event['person_name']}是本案执法人员，又审核本案"
    hosts = [(event, event["host"], event["host_name"]) for event in case.of("HearingHostAppointed")]
    hosts += [(event, event["person"], event["person_name"]) for event in case.of("HearingPersonReplaced") if event["part"] == "host"]
    for event, host, name in hosts:
        if host in officers:
            yield event, f"{name}是本案执法人员，又主持听证"
        if host in reviewers:
            yield event, f"{name}审核本案，又主持听证"
    parts = ((officers, "是本案执法人员"), (reviewers, "审核本案"), ({host for _, host, _ in hosts}, "主持听证"))
    for decision in case.of("DecisionMade"):
        if procedure_at(case, decision) != "summary":
            yield from ((decision, f"{decision['person_name']}{word}，又作出决定") for people, word in parts if decision["person"] in people)


def _impartial(case: Journal) -> Found:
    """Yield hearings held or recorded, and votes cast, by somebody who was recused. Source: 行政处罚法 Art. 43, 64(4)."""
    recused: set[str] = set()
    hearing: dict[str, str] = {}
    seats: dict[str, str] = {}
    for event in case.events:
        if event.kind == "OfficerRecused":
            recused.add(event["person"])
        elif event.kind == "HearingHostAppointed":
            hearing = {"host": event["host"], "recorder": event["recorder"]}
        elif event.kind == "HearingPersonReplaced":
            hearing[event["part"]] = event["person"]
        elif event.kind in {"MemberSeated", "MemberReplaced"}:
            seats[event["seat"]] = event["person"]
            if event["person"] in recused:
                yield event, f"{event['person_name']}已经回避，又参加集体讨论"
        elif event.kind == "HearingHeld" and recused & set(hearing.values()):
            yield event, "已经回避的人主持或者记录听证"
        elif event.kind == "VoteCast" and seats.get(event["seat"]) in recused:
            yield event, f"{event['person_name']}已经回避，又参加表决"


def _replaced(event: Event, lead: str | None, second: str | None, *, confirmed: bool) -> tuple[str | None, str | None, bool]:
    return (event["person"], second, confirmed) if event["part"] == "lead" else (lead, event["person"], False)


def _acted(event: Event, slot: str | None, recused: set[str], office: Office) -> Found:
    if event["person"] in recused:
        yield event, f"{event['person_name']}已经回避，又办理“{event['title']}”"
    if slot in {"lead", "second"} and not office.certified(event["person"], event.today):
        yield event, f"{event['person_name']}办理“{event['title']}”时没有有效的执法证"
