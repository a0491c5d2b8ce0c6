"""Participants (参加人): who takes part beside the party. Source: 民法典 Art. 27 (guardian), 165 (agent)."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.archiving import check_not_archived
from engine.commands.command import CaseCommand, handles
from engine.commands.officer import check_in_charge
from engine.errors import InvalidInputError, LawError
from engine.events.participant import ParticipantRecorded
from engine.model import Participant, Party
from engine.rules.guardian import check_guardian, needs_guardian
from engine.rules.identity import birth_date, born_on
from engine.work import Work

STATED = frozenset({"agency", "party", "officers", "violated", "basis", "remedies", "payment", "publication"})
"""The parts of papers that are taken from registers and from the law."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordParticipant(CaseCommand[str]):
    """Record who takes part beside the party; `data` is the form `participant`, the answer the id."""

    data: Mapping[str, object]


@handles(RecordParticipant)
def record_participant(command: RecordParticipant, work: Work) -> str:
    """Record a participant; refuses who is the party already, or takes part as the same already."""
    case = work.case(command.case_id)
    data = work.read_form("participant", command.data)
    work.check_version()
    check_in_charge(work, case)
    check_not_archived(case)
    name, role, number = data.text("name"), data.text("role"), data.find("id_number")
    if number is not None and any(party.code == number for party in work.rows(Party, case_id=case.id)):
        raise InvalidInputError({"id_number": ["这是当事人本人的号码。"]})
    if any(other.name == name and other.id_number == number for other in work.rows(Participant, case_id=case.id, role=role)):
        raise InvalidInputError({"name": ["本案已经登记了这个人。"]})
    if role == "guardian" and number is not None and needs_guardian(birth_date(number), work.today):
        raise InvalidInputError({"id_number": ["监护人须为成年人（民法典第二十七条）。"]})
    key = work.new_id()
    work.record(
        ParticipantRecorded(
            case=case.id,
            participant=key,
            role=role,
            name=name,
            relation=data.find("relation"),
            authority=data.find("authority"),
            id_number=number,
            phone=data.find("phone"),
            address=data.find("address"),
            recorded_name=work.actor.name,
            recorded_at=work.now,
        )
    )
    return key


def guardians_of(work: Work, party: Party) -> list[Participant]:
    """Return who stands up for the party, nobody where it is of age; refuses with guardian_required a minor without a guardian."""
    born = born_on(party.kind, party.code)
    found = work.rows(Participant, case_id=party.case_id, role="guardian", order="recorded_at")
    check_guardian(born, work.today, recorded=bool(found))
    return found if needs_guardian(born, work.today) else []


def check_confidential(work: Work, case_id: str, title: str, facts: Mapping[str, object]) -> None:
    """Refuse with complainant_named a paper that tells who complained: the party would read it. Source: 行政处罚法 Art. 50.

    What the office itself states of agency, party, officers and law tells of nobody else.
    """
    told = str([value for name, value in facts.items() if name not in STATED])
    if any(secret in told for secret in secrets_of(work, case_id)):
        message = f"{title}的内容里有投诉举报人的身份信息，不能制发；请从事实、证据名称和证明内容里去掉。"
        raise LawError("complainant_named", message, basis="行政处罚法 50")


def secrets_of(work: Work, case_id: str) -> list[str]:
    """Return the words that tell who complained in a case: names and numbers."""
    people = work.rows(Participant, case_id=case_id, role="complainant")
    return [secret for person in people for secret in (person.name, person.id_number, person.phone) if secret]
