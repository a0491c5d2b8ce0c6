"""Inquiries (询问): the two officers ask, and the record becomes evidence. Source: 行政处罚法 Art. 42, 46, 55."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.commands.command import CaseCommand, handles
from engine.commands.document import issue
from engine.commands.evidence import RECORD, Piece, seal
from engine.commands.inner_paper import common
from engine.commands.spot_paper import moment, open_file
from engine.errors import InvalidInputError, LawError
from engine.journal.canonical import canonical
from engine.model import Case, Document
from engine.queries.party import identity_of, party_of
from engine.rules.document.inquiry import ROLES, TOLD, Answer, Asked, Inquiry
from engine.rules.guardian import needs_guardian
from engine.work import FormData, Work

_CHALLENGES = {"none": "不申请回避。", "asked": "申请回避。"}
_STATEMENTS = frozenset({"party", "representative"})
"""Whose words are the statement of the party; everybody else's are testimony. Source: 行政处罚法 Art. 46(1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInquiry(CaseCommand[str]):
    """Record an inquiry; `data` is the form `inquiry`, the answer the id of the piece of evidence."""

    data: Mapping[str, object]


@handles(RecordInquiry)
def record_inquiry(command: RecordInquiry, work: Work) -> str:
    """Issue the record (询问笔录, D04) and take its frozen facts in as evidence; refuses whoever cannot be asked in that capacity."""
    case, data = open_file(work, command.case_id, "inquiry", command.data)
    _check_asked(work, case, data)
    paper = work.get(Document, issue(work, case.id, "D04", lambda _, token: _inquiry(work, case, data, token)))
    role, content = data.text("role"), canonical(paper.facts or {})
    piece = Piece(
        kind="statement" if role in _STATEMENTS else "testimony",
        name=f"询问笔录（{data.text('name')}）",
        purpose=data.text("purpose"),
        file_name=f"{paper.token}.json",
        media_type=RECORD,
        content=content,
        source="party" if role in _STATEMENTS else "witness",
        place=data.text("place"),
        obtained_on=data.day("held_on"),
    )
    return seal(work, case.id, piece)


def _check_asked(work: Work, case: Case, data: FormData) -> None:
    party, role = party_of(work.connection, case.id), data.text("role")
    if role == "party" and party.kind == "organisation":
        raise InvalidInputError({"role": ["当事人是单位的，询问其法定代表人、负责人或者工作人员。"]})
    if role == "representative" and party.kind == "person":
        raise InvalidInputError({"role": ["当事人是个人的，没有法定代表人。"]})
    if role == "party" and needs_guardian(identity_of(party).birthday, work.today, party.capacity) and not data.find("attendant"):
        message = "询问未成年人、无民事行为能力人或者限制民事行为能力人，应当通知其监护人到场。"
        raise LawError("guardian_required", message, basis="民法典 23、27、28；行政处罚法 30、31", field="attendant")
    if data.text("began") >= data.text("ended"):
        raise InvalidInputError({"ended": ["结束时间应当晚于开始时间。"]})


def _inquiry(work: Work, case: Case, data: FormData, token: str) -> Inquiry:
    rows: list[Mapping[str, Any]] = [row for row in data.values["answers"] or () if isinstance(row, Mapping)]  # type: ignore[union-attr]
    return Inquiry(
        **common(work, case.id, "", token),
        began_at=moment(data, "held_on", "began"),
        ended_at=moment(data, "held_on", "ended"),
        place=data.text("place"),
        asked=Asked(
            name=data.text("name"),
            role=ROLES[data.text("role")],
            id_number=data.find("id_number") or "",
            phone=data.find("phone") or "",
            address=data.find("address") or "",
        ),
        attendant=data.find("attendant") or "",
        recorder=work.actor.name,
        told=TOLD,
        challenge=_CHALLENGES[data.text("challenge")],
        answers=tuple(Answer(question=str(row["question"]), answer=str(row["answer"])) for row in rows),
        signature="被询问人核对笔录无误后签名。" if data.text("signed") == "signed" else f"被询问人拒绝签名：{data.text('refusal')}",
    )
