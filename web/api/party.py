"""Parties and who takes part (当事人、参加人), cases that belong together, and what colleagues say of a case."""

from collections.abc import Mapping
from typing import Any

from engine.commands.address_confirmation import ConfirmAddress
from engine.commands.capacity import RecordCapacity
from engine.commands.case_link import LinkCases
from engine.commands.comment import WriteComment
from engine.commands.evidence_request import RequestEvidence
from engine.commands.evidence_sheet import PasteEvidence
from engine.commands.inquiry import RecordInquiry
from engine.commands.participant import AmendParticipant, RecordParticipant, StrikeParticipant
from engine.commands.party import AddParty, AmendParty, StrikeParty
from engine.commands.sampling import RecordExtraction, RecordSampling
from engine.commands.stop_order import OrderStop
from engine.queries.case_file import CaseFile, LinkedCase
from web.api.door import Door, ask
from web.api.shape import made

door = Door("party", "当事人、关联和留言")

RELATIONS = made("Relations", links=tuple[LinkedCase, ...], unanswered=frozenset[str], minors=frozenset[str], wards=frozenset[str])


@door.opens(
    "GET",
    "/cases/<case_id>/relations",
    "关联案件、未另案的共同当事人、须有监护人的当事人 Linked cases, joint parties without one, minors, who needs a guardian",
    answer=(200, RELATIONS),
)
def relations(case_id: str) -> Mapping[str, Any]:
    """Return what hangs on other cases and on the day, and so is not part of the case and its tag."""
    file = ask(CaseFile(case_id=case_id))
    return {"links": file.links, "unanswered": file.unanswered, "minors": file.minors, "wards": file.wards}


SCOPE = "case.write"
door.give("POST", "/cases/<case_id>/parties", AddParty, "追加共同当事人 Add a joint party", scope=SCOPE, form="joint_party")
door.give("POST", "/cases/<case_id>/parties/<party_id>", AmendParty, "更正当事人 Amend a party", scope=SCOPE, form="party_amendment")
door.give("POST", "/cases/<case_id>/participants", RecordParticipant, "登记参加人 Record who takes part", scope=SCOPE, form="participant")
PARTICIPANT = "/cases/<case_id>/participants/<participant_id>"
door.give("POST", PARTICIPANT, AmendParticipant, "更正参加人 Amend a participant", scope=SCOPE, form="participant_amendment")
door.give("POST", f"{PARTICIPANT}/striking", StrikeParticipant, "参加人除名 Strike a participant off", scope=SCOPE, form="striking")
PARTY = "/cases/<case_id>/parties/<party_id>"
door.give("POST", f"{PARTY}/striking", StrikeParty, "共同当事人除名 Strike a joint party off", scope=SCOPE, form="striking")
door.give("POST", f"{PARTY}/capacity", RecordCapacity, "记录民事行为能力 Record capacity", scope=SCOPE, form="capacity")
door.give("POST", "/cases/<case_id>/inquiries", RecordInquiry, "询问笔录 Record an inquiry, which is evidence", scope=SCOPE, form="inquiry")
door.give("POST", "/cases/<case_id>/samplings", RecordSampling, "抽样取证凭证 Record samples", scope=SCOPE, form="sampling")
door.give(
    "POST",
    "/cases/<case_id>/evidence-requests",
    RequestEvidence,
    "调取证据通知书 Ask a third party for records",
    scope=SCOPE,
    form="evidence_request",
)
door.give("POST", "/cases/<case_id>/stop-orders", OrderStop, "责令停止违法行为通知书 Order to stop at once", scope=SCOPE, form="stop_order")
door.give("POST", "/cases/<case_id>/evidence-sheets", PasteEvidence, "证据材料粘贴页 Paste evidence on a sheet", scope=SCOPE, form="evidence_sheet")
door.give("POST", "/cases/<case_id>/extractions", RecordExtraction, "电子数据提取笔录 Record extracted data", scope=SCOPE, form="extraction")
door.give(
    "POST", "/cases/<case_id>/addresses", ConfirmAddress, "送达地址确认书 Record a confirmation of address", scope=SCOPE, form="address_confirmation"
)
door.give("POST", "/cases/<case_id>/links", LinkCases, "关联案件 Link a case", scope=SCOPE, form="case_link")
door.give("POST", "/cases/<case_id>/comments", WriteComment, "留言 Write a comment", scope=SCOPE, form="comment")
