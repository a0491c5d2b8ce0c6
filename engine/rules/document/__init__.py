"""Documents (文书): what each paper must say by law, before it may take a number."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engine.rules.document.address_confirmation import AddressConfirmation
from engine.rules.document.announcement import Announcement
from engine.rules.document.appraisal_order import AppraisalOrder
from engine.rules.document.capture_notice import CaptureNotice
from engine.rules.document.case_source import CaseSource
from engine.rules.document.changed_decision import ChangedDecision
from engine.rules.document.closing_approval import ClosingApproval
from engine.rules.document.clue_transfer import ClueTransfer
from engine.rules.document.correction_notice import CorrectionNotice
from engine.rules.document.correction_order import CorrectionOrder
from engine.rules.document.court_application import CourtApplication
from engine.rules.document.crime_referral import CrimeReferral
from engine.rules.document.decision import Decision
from engine.rules.document.deferral import Deferral
from engine.rules.document.demand import Demand
from engine.rules.document.demolition import DemolitionDecision, DemolitionDemand, DemolitionNotice, DemolitionRequest
from engine.rules.document.disposal_record import DisposalRecord
from engine.rules.document.evidence_request import EvidenceRequest
from engine.rules.document.evidence_sheet import EvidenceSheet
from engine.rules.document.execution_agreement import ExecutionAgreement
from engine.rules.document.extraction_record import ExtractionRecord
from engine.rules.document.facts import Missing, digest, from_json, missing, to_json
from engine.rules.document.filing_approval import FilingApproval
from engine.rules.document.filing_objection import FilingObjection
from engine.rules.document.goods_announcement import GoodsAnnouncement
from engine.rules.document.goods_transfer import GoodsTransfer
from engine.rules.document.handling_approval import HandlingApproval
from engine.rules.document.hearing_notice import HearingAnnouncement, HearingChange, HearingNotice
from engine.rules.document.hearing_record import HearingRecord, HearingReport
from engine.rules.document.help_request import HelpRequest
from engine.rules.document.immediate_performance import ImmediatePerformance
from engine.rules.document.information_answer import InformationAnswer
from engine.rules.document.inquiry import Inquiry
from engine.rules.document.investigation_report import InvestigationReport
from engine.rules.document.kind import DocumentType
from engine.rules.document.legal_review import LegalReview
from engine.rules.document.no_penalty import NoPenalty
from engine.rules.document.notice import Notice
from engine.rules.document.panel_record import PanelRecord
from engine.rules.document.part import Document
from engine.rules.document.payment_notice import PaymentNotice
from engine.rules.document.performance import Performance
from engine.rules.document.performance_cost import CostApplication, CostDemand, CostNotice
from engine.rules.document.performance_demand import DutyDemand, PerformanceDemand
from engine.rules.document.plea_record import PleaRecord
from engine.rules.document.preservation import PreservationNotice, PreservationOutcome
from engine.rules.document.procedure_approval import ProcedureApproval
from engine.rules.document.reinspection_record import ReinspectionRecord
from engine.rules.document.remedy_reply import RemedyReply
from engine.rules.document.sampling_voucher import SamplingVoucher
from engine.rules.document.seizure import AppraisalNotice, SeizureDecision, SeizureExtension, SeizureRelease
from engine.rules.document.service_receipt import ServiceReceipt
from engine.rules.document.site_record import SiteRecord
from engine.rules.document.spot_decision import SpotDecision
from engine.rules.document.stop_order import StopOrder
from engine.rules.document.surcharge_decision import SurchargeDecision
from engine.rules.document.transfer_letter import TransferLetter
from engine.rules.document.volume import Volume


def _main(code: str, title: str, word: str | None, facts: type[Document], template: str, copies: int = 2) -> DocumentType:
    """Return a kind of the main volume (正卷): what goes out, or is signed with the party."""
    return DocumentType(code=code, title=title, number_word=word, facts=facts, template=f"{template}.html", copies=copies, in_volume="正")


def _side(code: str, title: str, word: str | None, facts: type[Document], template: str) -> DocumentType:
    """Return a kind of the inner volume (副卷) that is written and signed at a step of its own."""
    return replace(_main(code, title, word, facts, template, copies=1), in_volume="副")


def _kept(kind: DocumentType) -> DocumentType:
    """Return a kind that is put together from what the case records already."""
    return replace(kind, inner=True)


def _sent(kind: DocumentType) -> DocumentType:
    """Return a kind that the party must get while what made it goes on. Source: 行政强制法 Art. 18, 21, 24, 25, 28; 行政处罚法 Art. 56, 61."""
    return replace(kind, delivered=True)


DOCUMENTS: Mapping[str, DocumentType] = {
    document.code: document
    for document in (
        _kept(_side("D01", "案件来源登记表", "源", CaseSource, "case_source")),
        _kept(_side("D02", "立案审批表", None, FilingApproval, "filing_approval")),
        _main("D03", "复查笔录", None, ReinspectionRecord, "reinspection_record", copies=1),
        _kept(_main("D03-1", "现场检查（勘验）笔录", None, SiteRecord, "site_record", copies=1)),
        _main("D04", "询问笔录", None, Inquiry, "inquiry", copies=1),
        _main("D05", "责令改正通知书", "责改", CorrectionOrder, "correction_order"),
        _sent(_main("D05-1", "非现场执法提示通知书", None, CaptureNotice, "capture_notice")),
        _sent(_main("D05-2", "责令停止违法行为通知书", "责停", StopOrder, "stop_order")),
        _main("D06", "电子数据提取笔录", None, ExtractionRecord, "extraction_record", copies=1),
        _main("D06-1", "证据材料粘贴页", None, EvidenceSheet, "evidence_sheet", copies=1),
        _main("D07", "抽样取证凭证", "抽", SamplingVoucher, "sampling_voucher"),
        _main("D07-1", "调取证据通知书", "调", EvidenceRequest, "evidence_request"),
        _sent(_main("D08", "先行登记保存证据通知书", "登保", PreservationNotice, "preservation_notice")),
        _sent(_main("D08R", "先行登记保存证据处理通知书", "登保", PreservationOutcome, "preservation_outcome")),
        _sent(_main("D09", "扣押决定书", "查扣", SeizureDecision, "seizure_decision")),
        _sent(_main("D09R", "解除扣押决定书", "查扣", SeizureRelease, "seizure_release")),
        _sent(_main("D09X", "延长扣押期限通知书", "查扣", SeizureExtension, "seizure_extension")),
        _sent(_main("D10", "检测鉴定期间告知书", "鉴", AppraisalNotice, "appraisal_notice")),
        _kept(_main("D10-1", "检测鉴定委托书", "鉴", AppraisalOrder, "appraisal_order")),
        _main("D11", "协助函", "协", HelpRequest, "help_request"),
        _kept(_side("D12", "案件调查终结报告", None, InvestigationReport, "investigation_report")),
        _kept(_side("D13", "法制审核意见书", "法审", LegalReview, "legal_review")),
        _kept(_side("D14", "案件处理审批表", None, HandlingApproval, "handling_approval")),
        _kept(_side("D14-1", "审批表", None, ProcedureApproval, "procedure_approval")),
        _main("D15", "行政处罚事先告知书", "罚告", Notice, "notice"),
        _main("D16", "陈述申辩笔录", None, PleaRecord, "plea_record", copies=1),
        _main("D17", "听证通知书", "听通", HearingNotice, "hearing_notice"),
        _sent(_main("D17-1", "听证人员变更通知书", "听通", HearingChange, "hearing_change")),
        _main("D17A", "听证公告", None, HearingAnnouncement, "hearing_announcement"),
        _main("D17B", "听证笔录", None, HearingRecord, "hearing_record", copies=1),
        _side("D17C", "听证报告", None, HearingReport, "hearing_report"),
        _side("D18", "集体讨论记录", None, PanelRecord, "panel_record"),
        _main("D19", "行政处罚决定书", "罚决", Decision, "decision", copies=3),
        _main("D20", "当场行政处罚决定书", "当罚", SpotDecision, "spot_decision"),
        _main("D21", "不予行政处罚决定书", "不罚", NoPenalty, "no_penalty"),
        _main("D22", "送达回证", None, ServiceReceipt, "service_receipt", copies=1),
        _main("D22-1", "送达地址确认书", "送", AddressConfirmation, "address_confirmation", copies=1),
        _main("D22-2", "公告", None, Announcement, "announcement"),
        _main("D23", "延期分期缴纳罚款批准书", "缓缴", Deferral, "deferral"),
        _main("D23-2", "罚没款缴款通知书", "缴通", PaymentNotice, "payment_notice"),
        _main("D24", "催告书", "催", Demand, "demand"),
        _main("D24D", "催告书", "催", DemolitionDemand, "demolition_demand"),
        _main("D24-2", "加处罚款决定书", "加罚", SurchargeDecision, "surcharge_decision", copies=3),
        _main("D24-3", "强制执行申请书", "强执申", CourtApplication, "court_application"),
        _main("D24-4", "执行协议书", "执协", ExecutionAgreement, "execution_agreement"),
        _main("D25", "代履行决定书", "代履", Performance, "performance"),
        _main("D25-1", "履行义务催告书", "催", DutyDemand, "duty_demand"),
        _main("D25-2", "强制执行决定书", "强执", DemolitionDecision, "demolition_decision"),
        _main("D25-3", "限期拆除公告", "拆告", DemolitionNotice, "demolition_notice"),
        _main("D25-4", "关于报请责成强制拆除的函", "拆请", DemolitionRequest, "demolition_request"),
        _main("D25-5", "代履行催告书", "催", PerformanceDemand, "performance_demand"),
        _sent(_main("D25-6", "立即代履行告知书", "代履", ImmediatePerformance, "immediate_performance")),
        _main("D25-7", "代履行费用缴纳决定书", "代履", CostNotice, "cost_notice"),
        _sent(_main("D25-8", "代履行费用催告书", "催", CostDemand, "cost_demand")),
        _main("D25-9", "代履行费用强制执行申请书", "强执申", CostApplication, "cost_application"),
        _main("D26", "案件移送函", "移", TransferLetter, "transfer_letter", copies=3),
        _main("D26P", "涉嫌犯罪案件移送书", "涉罪移", CrimeReferral, "crime_referral", copies=3),
        _main("D26-1", "提请复议书", "涉罪复", FilingObjection, "filing_reconsideration"),
        _main("D26-2", "建议立案监督书", "涉罪监", FilingObjection, "filing_supervision"),
        _main("D26-3", "线索移送函", "移", ClueTransfer, "clue_transfer"),
        _main("D27", "罚没物品清单和处理记录", None, DisposalRecord, "disposal_record"),
        _sent(_main("D27-1", "涉案物品移送告知书", "物移", GoodsTransfer, "goods_transfer")),
        _main("D27-2", "领取物品公告", "领告", GoodsAnnouncement, "goods_announcement"),
        _kept(_side("D28", "结案审批表", "结", ClosingApproval, "closing_approval")),
        _kept(_main("D29", "卷宗封面、目录和备考表", None, Volume, "volume", copies=1)),
        _main("D30", "补正通知书", "补正", CorrectionNotice, "correction_notice"),
        _main("D31", "行政处罚变更（撤销）决定书", "罚变", ChangedDecision, "changed_decision", copies=3),
        _main("D40", "行政复议答复书", "复答", RemedyReply, "reconsideration_reply"),
        _main("D41", "行政诉讼答辩状", "诉答", RemedyReply, "litigation_defence"),
        _main("D42", "政府信息公开申请答复书", "信复", InformationAnswer, "information_answer"),
    )
}


def read(code: str, data: Mapping[str, Any]) -> Document:
    """Return the facts of a document of this code that were stored as JSON. Raises KeyError and, for malformed facts, ValueError."""
    return from_json(DOCUMENTS[code].facts, data)


_TITLED = (
    Notice
    | CorrectionOrder
    | CostNotice
    | DisposalRecord
    | FilingApproval
    | PleaRecord
    | ProcedureApproval
    | SeizureDecision
    | SeizureExtension
    | SeizureRelease
)


def number_word(code: str, facts: Document) -> str | None:
    """Return the word in the number of this document, None where it takes none: a notice of a hearing counts in a series of its own."""
    return "听告" if isinstance(facts, Notice) and facts.hearing else DOCUMENTS[code].number_word


def title(code: str, facts: Document) -> str:
    """Return the title that this document bears: some kinds have two, such as the notice of a hearing."""
    return facts.title if isinstance(facts, _TITLED) else DOCUMENTS[code].title


__all__ = ["DOCUMENTS", "Document", "DocumentType", "Missing", "digest", "from_json", "missing", "number_word", "read", "title", "to_json"]
