"""Participants (参加人): who takes part beside the party. Source: 民法典 Art. 27 (guardian), 165 (agent)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.commands.amendment import check_there, kept, struck_on
from engine.commands.archiving import check_not_archived
from engine.commands.command import CaseCommand, handles
from engine.commands.officer import check_in_charge
from engine.errors import InvalidInputError, LawError, NotFoundError
from engine.events.participant import COLUMNS, ParticipantAmended, ParticipantRecorded, ParticipantStruck
from engine.model import Amendment, Case, Document, Participant, Party
from engine.queries.amendment import complainant_words
from engine.queries.party import identity_of, party_of
from engine.rules.guardian import check_guardian, is_minor, needs_guardian
from engine.rules.identity import birth_date
from engine.rules.remedy import ACTS, APPLICANTS
from engine.work import FormData, Work

LABELS: Mapping[str, str] = {
    "name": "姓名或者名称",
    "relation": "与当事人的关系",
    "authority": "代理权限",
    "id_number": "身份证号",
    "phone": "联系电话",
    "address": "住址",
}

STATED = frozenset({"agency", "party", "officers", "violated", "basis", "remedies", "payment", "publication"})
"""The parts of papers that are taken from registers and from the law."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordParticipant(CaseCommand[str]):
    """Record who takes part beside the party; `data` is the form `participant`, the answer the id."""

    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendParticipant(CaseCommand[None]):
    """Put right what is recorded of a participant; `data` is the form `participant_amendment`."""

    participant_id: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeParticipant(CaseCommand[None]):
    """Let somebody take part no more; `data` is the form `striking`."""

    participant_id: str
    data: Mapping[str, object]


@handles(RecordParticipant)
def record_participant(command: RecordParticipant, work: Work) -> str:
    """Record a participant; refuses who is the party already, or takes part as the same already."""
    case = work.case(command.case_id)
    data = work.read_form("participant", command.data)
    work.check_version()
    check_in_charge(work, case)
    # Remedies may come when the volume lies in the archive already.
    if data.text("role") not in APPLICANTS:
        check_not_archived(case)
    _check_person(work, case.id, data)
    if data.text("role") == "successor":
        _check_succession(work, case)
    key = work.new_id()
    work.record(
        ParticipantRecorded(
            case=case.id,
            participant=key,
            role=data.text("role"),
            **_stated(data),
            recorded_name=work.actor.name,
            recorded_at=work.now,
        )
    )
    return key


@handles(AmendParticipant)
def amend_participant(command: AmendParticipant, work: Work) -> None:
    """Record the participant as it now stands; refuses another role, nothing changed, and what a new record would be refused for.

    Papers that were issued keep what they say; those to come say it as it now stands.
    """
    case, person, data = _open(work, command.case_id, command.participant_id, "participant_amendment", command.data)
    if data.text("role") != person.role:
        raise InvalidInputError({"role": ["身份不能更改；身份登记错了的，除名后重新登记。"]})
    _check_person(work, case.id, data, but=person.id)
    new = _stated(data)
    amended = [name for name in COLUMNS if new[name] != getattr(person, name)]
    if not amended:
        raise InvalidInputError({"reason": ["没有改动任何一项。"]})
    labels = "、".join(LABELS[name] for name in amended)
    work.record(ParticipantAmended(case=case.id, participant=person.id, role=person.role, amended=labels, **new, **kept(work, person, COLUMNS, data)))


@handles(StrikeParticipant)
def strike_participant(command: StrikeParticipant, work: Work) -> None:
    """Strike the participant off from a day on; who was struck off may be recorded anew."""
    case, person, data = _open(work, command.case_id, command.participant_id, "striking", command.data)
    work.record(
        ParticipantStruck(
            case=case.id,
            participant=person.id,
            role=person.role,
            ground=data.text("ground"),
            struck_on=struck_on(case, data),
            name=person.name or "",
            **kept(work, person, COLUMNS, data),
        )
    )


def _open(work: Work, case_id: str, participant_id: str, form: str, typed: Mapping[str, object]) -> tuple[Case, Participant, FormData]:
    """Return case, participant and form of a change that one of its officers makes while the volume is open."""
    case = work.case(case_id)
    person = work.find(Participant, participant_id)
    if person is None or person.case_id != case.id:
        raise NotFoundError("本案没有这个参加人。")
    data = work.read_form(form, typed)
    work.check_version()
    check_in_charge(work, case)
    check_not_archived(case)
    check_there(person)
    return case, person, data


def _check_succession(work: Work, case: Case) -> None:
    """Refuse heirs of a company, and heirs where nothing was decided or done: no penalty passes to them, and the case ends with who died.

    What was decided is answered for by the estate alone (民法典 Art. 1161), and its near relatives may challenge it in the place of who died,
    as they may a measure or an order that was served before.
    Source: 行政复议法 Art. 14(2); 行政诉讼法 Art. 25(2); 行政强制法 Art. 40(1).
    """
    if party_of(work.connection, case.id).kind == "organisation":
        message = "当事人是单位，没有继承人；合并、分立的，启动“变更当事人”。"
        raise LawError("no_basis", message, basis="行政复议法 14②③、行政诉讼法 25②③", field="role")
    served = any(paper.code in ACTS and paper.served_on is not None for paper in work.rows(Document, case_id=case.id))
    if case.decided_on is None and not served:
        message = "还没有作出决定，也没有送达可以单独申请复议的行为，当事人死亡的，处罚不由继承人承受：启动“撤案”。"
        raise LawError("step_not_waiting", message, basis="行政处罚法 4、57", field="role")


def _check_person(work: Work, case_id: str, data: FormData, *, but: str | None = None) -> None:
    """Refuse who is the party already or takes part as the same already, and a guardian who is a minor (民法典 Art. 27, 28)."""
    name, role, number = data.text("name"), data.text("role"), data.find("id_number")
    if number is not None and any(party.code == number and party.struck_on is None for party in work.rows(Party, case_id=case_id)):
        raise InvalidInputError({"id_number": ["这是当事人本人的号码。"]})
    others = [other for other in work.rows(Participant, case_id=case_id, role=role) if other.struck_on is None and other.id != but]
    if any(other.name == name and other.id_number == number for other in others):
        raise InvalidInputError({"name": ["本案已经登记了这个人。"]})
    if role == "guardian" and number is not None and is_minor(birth_date(number), work.today):
        raise InvalidInputError({"id_number": ["监护人须为成年人（民法典第二十七条、第二十八条）。"]})


def _stated(data: FormData) -> dict[str, Any]:
    """Return the columns of a participant as a form states them."""
    return {name: data.find(name) for name in COLUMNS}


def guardians_of(work: Work, party: Party, *, represented: bool = False) -> list[Participant]:
    """Return who stands up for the party, nobody where it acts for itself; refuses with guardian_required one that cannot and has nobody.

    `represented` says that the party did not know what it did (行政处罚法 Art. 31), whatever is recorded of its capacity.
    """
    born, capacity = identity_of(party).birthday, "none" if represented else party.capacity
    found = guardians(work, party.case_id)
    check_guardian(born, work.today, recorded=bool(found), capacity=capacity)
    return found if needs_guardian(born, work.today, capacity) else []


def guardians(work: Work, case_id: str) -> list[Participant]:
    """Return the recorded guardians who were not struck off, the oldest record first."""
    return [person for person in work.rows(Participant, case_id=case_id, role="guardian", order="recorded_at") if person.struck_on is None]


def heirs_of(work: Work, case_id: str) -> list[Participant]:
    """Return the heirs of a party that died, who were not struck off, the oldest record first. Source: 民法典 Art. 1161."""
    return [person for person in work.rows(Participant, case_id=case_id, role="successor", order="recorded_at") if person.struck_on is None]


def named(people: list[Participant]) -> str:
    """Return guardians or heirs as papers name them, each with what they are to the party."""
    return "、".join(f"{person.name}（{person.relation}）" for person in people)


def check_confidential(work: Work, case_id: str, title: str, facts: Mapping[str, object]) -> None:
    """Refuse with complainant_named a paper that tells who complained: the party would read it. Source: 行政处罚法 Art. 50.

    What the office itself states of agency, party, officers and law tells of nobody else.
    """
    told = str([value for name, value in facts.items() if name not in STATED])
    if any(secret in told for secret in secrets_of(work, case_id)):
        message = f"{title}的内容里有投诉举报人的身份信息，不能制发；请从事实、证据名称和证明内容里去掉。"
        raise LawError("complainant_named", message, basis="行政处罚法 50")


def secrets_of(work: Work, case_id: str) -> list[str]:
    """Return the words that tell who complained in a case, names, numbers and home, as they stand and as they stood; the longest first."""
    people, parties = work.rows(Participant, case_id=case_id), work.rows(Party, case_id=case_id)
    return complainant_words(people, work.rows(Amendment, case_id=case_id), parties, work.case(case_id).place)
