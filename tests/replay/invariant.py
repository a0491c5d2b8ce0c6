"""Invariants (不变量): what must hold of every case, read from its journal alone."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import combinations

from engine.clock import SHANGHAI, local_date
from engine.events import Fact
from engine.events.case import (
    CaseArchived,
    CaseClosed,
    CaseFiled,
    CaseOpened,
    CaseRejected,
    CaseTransferred,
    SecondOfficerConfirmed,
    SecondOfficerNamed,
)
from engine.events.deadline import DeadlineReckoned
from engine.events.decision import DecisionMade
from engine.events.discretion import DiscretionAssessed
from engine.events.document import DocumentIssued
from engine.events.goods import GoodsDisposed, GoodsHeld, GoodsTakenOver
from engine.events.opinion import OpinionGiven
from engine.events.participant import ParticipantRecorded, ParticipantStruck
from engine.events.party import CapacityRecorded, PartyRecorded
from engine.events.plea import PleaReceived, PleaReviewed, PleaWaived
from engine.events.procedure import ProcedureStarted
from engine.events.publication import DecisionPublished
from engine.events.service import DocumentServed
from engine.journal.read import records
from engine.rules.identity import age_on, birth_date
from engine.rules.redaction import Secrets, leftovers
from tests.office import Office

OPEN_ACTS = frozenset({"D19", "D21", "D31", "D05", "D05-2", "D09", "D09R", "D24-2", "D25", "D25-2", "D25-6", "D25-7"})
"""The papers whose service opens them to reconsideration and litigation."""
TOLD = frozenset({"D15", "D19", "D20", "D21"})
"""The papers by which a party is told of a penalty or of none; the inner volume speaks to nobody outside."""

MINIMUM, MAXIMUM = Decimal(5000), Decimal(50000)
"""The fine that 生态环境法典 Art. 1132① allows."""


def facts_of(office: Office, case: str) -> list[Fact]:
    """Every fact of a case in order."""
    with office.house.database.reading() as connection:
        return [fact for entry in records(connection, case) for fact in entry.facts]


def broken(facts: list[Fact]) -> Iterator[str]:
    """Yield every invariant that a case breaks."""
    yield from _goods(facts)
    for index, fact in enumerate(facts):
        if isinstance(fact, DecisionMade):
            yield from _decision(facts[:index], fact)
        elif isinstance(fact, DocumentIssued):
            yield from _paper(facts[:index], fact)
        elif isinstance(fact, DecisionPublished):
            yield from _publication(facts[:index], fact)
        elif isinstance(fact, DeadlineReckoned):
            yield from _deadline(facts[:index], fact)


def _goods(facts: list[Fact]) -> Iterator[str]:
    """Yield a thing that ended twice, or that was still held when the case was closed (I7)."""
    ended = [fact.goods for fact in facts if isinstance(fact, GoodsDisposed)]
    yield from (f"I7: thing {goods} was disposed of {ended.count(goods)} times" for goods in sorted(set(ended)) if ended.count(goods) > 1)
    closed = [index for index, fact in enumerate(facts) if isinstance(fact, CaseClosed)]
    before = facts[: closed[0]] if closed else []
    taken = {fact.goods for fact in before if isinstance(fact, GoodsHeld)}
    gone = {fact.goods for fact in before if isinstance(fact, GoodsDisposed)}
    yield from (f"I7: the case was closed while thing {goods} was held" for goods in sorted(taken - gone))


def _decision(before: list[Fact], made: DecisionMade) -> Iterator[str]:
    reports = [index for index, fact in enumerate(before) if isinstance(fact, DiscretionAssessed) and fact.occasion == "report"]
    reviews = [fact for fact in before[reports[-1] :] if isinstance(fact, OpinionGiven) and fact.step == "legal_review"]
    if not reviews or reviews[-1].result != "pass":
        yield "I2: decided without a passed legal review of the newest report"
    opened = next(fact for fact in before if isinstance(fact, CaseOpened))
    named = [fact for fact in before if isinstance(fact, SecondOfficerNamed)]
    if not any(isinstance(fact, SecondOfficerConfirmed) and fact.second == named[-1].second for fact in before):
        yield "I3: the second officer did not confirm"
    persons = {"lead": opened.lead, "second": named[-1].second, "reviewer": reviews[-1].person if reviews else "", "decider": made.person}
    yield from (f"I4: {one} is {other}" for one, other in combinations(persons, 2) if persons[one] == persons[other])
    if made.outcome == "penalty":
        yield from _penalty(before, made)


def _penalty(before: list[Fact], made: DecisionMade) -> Iterator[str]:
    notices = [fact for fact in before if isinstance(fact, DocumentIssued) and fact.code == "D15"]
    served = [index for index, fact in enumerate(before) if isinstance(fact, DocumentServed) and notices and fact.document == notices[-1].document]
    if not served:
        yield "I1: decided without a served notice"
        return
    after = before[served[-1] :]
    waived = [fact for fact in after if isinstance(fact, PleaWaived)]
    heard = any(isinstance(fact, PleaReceived) for fact in after) and any(isinstance(fact, PleaReviewed) for fact in after)
    term = [fact.due for fact in after if isinstance(fact, DeadlineReckoned) and fact.key == "plea"][-1]
    if not waived and not heard:
        yield "I1: decided before the party was heard"
    if not any(not fact.by_silence for fact in waived) and (term is None or made.decided_on <= term):
        yield "I1: decided before the term of the plea was over"
    hearing = [fact.due for fact in after if isinstance(fact, DeadlineReckoned) and fact.key == "hearing.request"]
    if notices[-1].facts["hearing"] and (not hearing or hearing[-1] is None or made.decided_on <= hearing[-1]):
        yield "R18: decided before the term to ask for a hearing was over"
    fine, told = made.fine or Decimal(0), Decimal(str(notices[-1].facts["sanction"]["fine"]))
    if fine > told:
        yield f"I5: {fine} is more than the notified {told}"
    frozen = [fact for fact in before if isinstance(fact, DiscretionAssessed)][-1]
    panel = any(isinstance(fact, OpinionGiven) and fact.step == "panel_discussion" and fact.result == "agree" for fact in before)
    inside = frozen.low is not None and frozen.high is not None and frozen.low <= fine <= frozen.high
    if not MINIMUM <= fine <= MAXIMUM or not (inside or panel):
        yield f"I6: {fine} is outside statute or tier"


def _paper(before: list[Fact], paper: DocumentIssued) -> Iterator[str]:
    """Yield a paper that names who complained, speaks of another party, or speaks to who cannot act alone without a guardian."""
    people = [fact for fact in before if isinstance(fact, ParticipantRecorded)]
    if any(person.name in str(paper.facts) for person in people if person.role == "complainant"):
        yield "CF 50: a paper tells who complained"
    party = next(fact for fact in before if isinstance(fact, PartyRecorded))
    if party.number != 1:
        yield "CF 44: the first party is not the one on whom the case decides"
    minor = party.kind == "person" and age_on(_born(party), paper.issued_on) < 18
    struck = {fact.participant for fact in before if isinstance(fact, ParticipantStruck)}
    found = [fact.capacity for fact in before if isinstance(fact, CapacityRecorded)]
    ward = minor or (bool(found) and found[-1] != "full")
    if paper.code in TOLD and ward and not any(person.role == "guardian" and person.participant not in struck for person in people):
        yield "CF 30, 31: who cannot act alone was told something without a guardian"


def _born(party: PartyRecorded) -> date:
    return date.fromisoformat(party.born) if party.born else birth_date(party.code or "")


def _publication(before: list[Fact], shown: DecisionPublished) -> Iterator[str]:
    party = next(fact for fact in before if isinstance(fact, PartyRecorded))
    natural = party.kind == "person"
    secrets = Secrets(names=frozenset({party.name} if natural else ()), addresses=frozenset({party.address or ""} if natural else ()) - {""})
    if leftovers(str(shown.content["summary"]) + str(shown.content["facts"]), secrets):
        yield "I13: personal data were published"
    act = next(fact.facts["act_end"] for fact in reversed(before) if isinstance(fact, DiscretionAssessed))
    born = _born(party) if natural else None
    if born is not None and age_on(born, date.fromisoformat(str(act))) < 18:
        yield "I13: the case of a minor was published"


def _deadline(before: list[Fact], clock: DeadlineReckoned) -> Iterator[str]:
    """Yield a clock that does not start on the day of a recorded event (I9)."""
    issued = {fact.document: fact.code for fact in before if isinstance(fact, DocumentIssued)}
    served = [(issued[fact.document], fact.served_on) for fact in before if isinstance(fact, DocumentServed)]
    causes: Mapping[str, list[date]] = {
        "clue.check": [fact.discovered_on for fact in before if isinstance(fact, CaseOpened)],
        "decision": [fact.filed_on for fact in before if isinstance(fact, CaseFiled)],
        **{
            kind: [local_date(fact.held_at) for fact in before if isinstance(fact, GoodsHeld | GoodsTakenOver)]
            for kind in ("preservation", "seizure")
        },
        "phone.approval": [fact.started_at.astimezone(SHANGHAI).date() for fact in before if isinstance(fact, ProcedureStarted)],
        "av.retention": [fact.archived_on for fact in before if isinstance(fact, CaseArchived)],
        **{
            key: [fact.closed_on for fact in before if isinstance(fact, CaseClosed | CaseRejected)]
            + [fact.closed_on or fact.delivered_on for fact in before if isinstance(fact, CaseTransferred)]
            for key in ("archive", "archive.transfer")
        },
        "plea": [day for code, day in served if code == "D15"][-1:],
        "hearing.request": [day for code, day in served if code == "D15"][-1:],
        **{key: [fact.decided_on for fact in before if isinstance(fact, DecisionMade)] for key in ("service", "publication")},
        "payment": [day for code, day in served if code == "D19"],
        **{key: [day for code, day in served if code in OPEN_ACTS] for key in ("reconsideration", "litigation")},
    }
    if clock.start_on not in causes[clock.key]:
        yield f"I9: the clock {clock.key} starts on {clock.start_on}, when nothing happened that starts it"
