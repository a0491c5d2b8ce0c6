"""Who may do what with a case (案件): the office opens it, puts its officers in and keeps its file; who handles it may comment and link."""

from engine.access.rule import HANDLERS_OF_CASES, Rules, may
from engine.commands.address_confirmation import ConfirmAddress
from engine.commands.capacity import RecordCapacity
from engine.commands.case import OpenCase
from engine.commands.case_link import LinkCases
from engine.commands.comment import WriteComment
from engine.commands.evidence_request import RequestEvidence
from engine.commands.evidence_sheet import PasteEvidence
from engine.commands.inquiry import RecordInquiry
from engine.commands.participant import AmendParticipant, RecordParticipant, StrikeParticipant
from engine.commands.party import AddParty, AmendParty, StrikeParty
from engine.commands.reassignment import ReassignTask
from engine.commands.replacement import ConfirmOfficer, ReplaceOfficer
from engine.commands.sampling import RecordExtraction, RecordSampling
from engine.commands.service_correction import CorrectServiceDate
from engine.commands.stop_order import OrderStop

RULES: Rules = {
    OpenCase: may("officer"),
    ReplaceOfficer: may("squad_leader", "head"),
    ReassignTask: may("squad_leader", "head"),
    ConfirmOfficer: may("officer"),
    RecordParticipant: may("officer"),
    AmendParticipant: may("officer"),
    StrikeParticipant: may("officer"),
    RecordCapacity: may("officer"),
    StrikeParty: may("squad_leader", "head"),
    RecordInquiry: may("officer"),
    RecordSampling: may("officer"),
    RecordExtraction: may("officer"),
    PasteEvidence: may("officer"),
    RequestEvidence: may("officer"),
    OrderStop: may("officer"),
    ConfirmAddress: may("officer"),
    AddParty: may("officer"),
    CorrectServiceDate: may("squad_leader", "head"),
    AmendParty: may("officer"),
    LinkCases: may("officer", "squad_leader", "legal_reviewer", "head"),
    WriteComment: may(*HANDLERS_OF_CASES),
}
