"""Parties (当事人): the one on whom a case decides, those who acted with it, and what is recorded of them put right.

One case decides on one party. Who broke the law together answers each for the own part, with a notice, a plea, a decision and remedies
of the own: so every further party is recorded in the case and dealt with in a case of its own, linked to this one.
Source: 行政处罚法 Art. 5(2), 44, 45, 59(1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.commands.amendment import check_there, kept, struck_on
from engine.commands.archiving import check_not_archived
from engine.commands.command import CaseCommand, handles
from engine.commands.officer import check_in_charge
from engine.errors import InvalidInputError, LawError, NotFoundError
from engine.events.party import COLUMNS, PartyAmended, PartyRecorded, PartyStruck
from engine.model import Case, Document, Party, Task
from engine.queries.party import unanswered
from engine.queries.procedure import NOTICE
from engine.work import FormData, Work

LABELS: Mapping[str, str] = {
    "kind": "类型",
    "name": "姓名或者名称",
    "code": "号码",
    "code_kind": "证件种类",
    "born": "出生日期",
    "uncoded": "没有统一社会信用代码的理由",
    "legal_representative": "法定代表人或者负责人",
    "address": "住所或者住址",
    "phone": "联系电话",
}
NUMBERS = ("uscc", "id_number", "other_number")
"""The fields of the form in which a number may stand."""

INQUIRY = frozenset({"investigation", "appraisal", "investigation_report", "spot_record"})
"""The forms of the steps in which it is still open whom the case concerns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddParty(CaseCommand[str]):
    """Record who broke the law together with the party; `data` is the form `joint_party`, the answer the id."""

    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendParty(CaseCommand[None]):
    """Put right what is recorded of a party; `data` is the form `party_amendment`."""

    party_id: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeParty(CaseCommand[None]):
    """Strike a joint party off; `data` is the form `striking`."""

    party_id: str
    data: Mapping[str, object]


def recorded(values: Mapping[str, Any], *, case: str, party: str, number: int = 1) -> PartyRecorded:
    """Return the fact of a party as a form states it."""
    return PartyRecorded(case=case, party=party, number=number, part=values.get("part") or None, **stated(values))


@handles(AddParty)
def add_party(command: AddParty, work: Work) -> str:
    """Record a joint party; refuses it once the case is decided, and who is a party of the case already."""
    case = work.case(command.case_id)
    data = work.read_form("joint_party", command.data)
    work.check_version()
    check_in_charge(work, case)
    if case.decided_on is not None or case.state not in {"clue", "open"}:
        message = "已经作出决定或者已经结案，不能再登记共同当事人；查明另有违法行为人的，另行登记线索并关联本案。"
        raise LawError("step_not_waiting", message, basis="行政处罚法 54、57")
    parties = work.rows(Party, case_id=case.id, order="number")
    check_other(parties, data)
    key = work.new_id()
    work.record(recorded(data.values, case=case.id, party=key, number=parties[-1].number + 1))
    return key


@handles(AmendParty)
def amend_party(command: AmendParty, work: Work) -> None:
    """Record the party as it now stands; refuses another person once the case has been assessed for this one."""
    case, party, data = _open(work, command.case_id, command.party_id, "party_amendment", command.data)
    check_in_charge(work, case)
    new = stated(data.values)
    amended = [name for name in COLUMNS if new[name] != getattr(party, name)]
    if not amended:
        raise InvalidInputError({"reason": ["没有改动任何一项。"]})
    check_other([other for other in work.rows(Party, case_id=case.id) if other.id != party.id], data)
    if party.number == 1:
        _check_identity(work, case, amended)
    work.record(
        PartyAmended(
            case=case.id,
            party=party.id,
            amended="、".join(LABELS[name] for name in amended),
            title=called(case, party, str(new["name"])) if party.number == 1 and "name" in amended else None,
            **new,
            **kept(work, party, COLUMNS, data),
        )
    )


@handles(StrikeParty)
def strike_party(command: StrikeParty, work: Work) -> None:
    """Strike a joint party off, with the reason; the one on whom the case decides cannot go so.

    A superior does it, not who investigates: nobody who acted with the party is to be let go by one pair of eyes. Source: 行政处罚法
    Art. 40, 44, 54: the party itself is exchanged by 变更当事人, or the case is withdrawn (撤案).
    """
    case, party, data = _open(work, command.case_id, command.party_id, "striking", command.data)
    if party.number == 1:
        message = "本案的当事人不能除名：更名、合并、分立的，启动“变更当事人”；死亡或者终止的，启动“撤案”。"
        raise LawError("step_not_waiting", message, basis="行政处罚法 40、44、57")
    ground = data.text("ground")
    if ground in {"agency_ended", "guardianship_ended"}:
        raise InvalidInputError({"ground": ["代理、监护关系终止是参加人除名的原因，不是共同当事人的。"]})
    work.record(
        PartyStruck(
            case=case.id,
            party=party.id,
            ground=ground,
            struck_on=struck_on(case, data),
            name=party.name or "",
            **kept(work, party, COLUMNS, data),
        )
    )


def _open(work: Work, case_id: str, party_id: str, form: str, typed: Mapping[str, object]) -> tuple[Case, Party, FormData]:
    """Return case, party and form of a change that is made while the volume is open."""
    case = work.case(case_id)
    party = work.find(Party, party_id)
    if party is None or party.case_id != case.id:
        raise NotFoundError("本案没有这个当事人。")
    data = work.read_form(form, typed)
    work.check_version()
    check_not_archived(case)
    check_there(party)
    return case, party, data


def check_joint(work: Work, case: Case) -> None:
    """Refuse to close a case while somebody who acted with its party has no case (行政处罚法 Art. 54: who is found out is looked into)."""
    forgotten = unanswered(work.connection, case.id)
    if forgotten:
        names = "、".join(party.name or "" for party in forgotten)
        message = f"共同当事人{names}还没有另案登记，不能结案；请在案件页就同一事实为其登记线索，不应处罚的也在该案中写明。"
        raise LawError("joint_party_open", message, basis="行政处罚法 5②、54")


def _check_identity(work: Work, case: Case, amended: list[str]) -> None:
    """Refuse another person where the assessment speaks of this one, and another name or number once the party was told under this one."""
    # A name that was told to the party is changed with the head's approval only: nobody is to be exchanged under a correction.
    changed = [name for name in ("kind", "code", "code_kind", "born") if name in amended]
    asking = any(task.form in INQUIRY for task in work.rows(Task, case_id=case.id, state="waiting"))
    if changed and case.assessment_id is not None and not asking:
        message = "本案的裁量和告知都针对原来的当事人，不能直接更换；须退回调查终结，重新评定、重新告知。"
        raise LawError("notice_required", message, basis="行政处罚法 44、62", field={"code": "uscc"}.get(changed[0], changed[0]))
    told = any(paper.served_on is not None for paper in work.rows(Document, case_id=case.id, code=NOTICE))
    if {"name", *changed} & set(amended) and not asking and (told or case.decided_on is not None):
        message = "告知书或者决定书已经对外作出，当事人的姓名、名称和号码不能直接改；请启动“变更当事人”，由负责人审批。"
        raise LawError("step_not_waiting", message, basis="行政处罚法 40、44、59", field="name")


def check_other(others: list[Party], data: FormData) -> None:
    """Refuse who is a party of the case already."""
    new = stated(data.values)
    known = [other for other in others if other.struck_on is None and (other.code, other.code_kind) == (new["code"], new["code_kind"])]
    if any(other.code or other.name == new["name"] for other in known):
        raise InvalidInputError({numbered(data): ["本案已经登记了这个当事人。"]})


def called(case: Case, party: Party, name: str) -> str:
    """Return what the case is called under the party's new name; a name that was given by hand stays."""
    return name + case.title.removeprefix(party.name or "") if party.name and case.title.startswith(party.name) else case.title


def stated(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a party as a form states them."""
    code = next((values[name] for name in NUMBERS if values.get(name)), None)
    return {name: values.get(name) or None for name in COLUMNS} | {"code": None if code is None else str(code)}


def numbered(data: FormData) -> str:
    """Return the field of the form that bears the number of the party."""
    return next((name for name in NUMBERS if data.find(name)), "name")
