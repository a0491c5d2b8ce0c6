"""Documents (文书): what each paper must say by law, before it may take a number."""

from collections.abc import Mapping
from typing import Any

from engine.rules.document.address_confirmation import AddressConfirmation
from engine.rules.document.announcement import Announcement
from engine.rules.document.case_source import CaseSource
from engine.rules.document.changed_decision import ChangedDecision
from engine.rules.document.closing_approval import ClosingApproval
from engine.rules.document.correction_notice import CorrectionNotice
from engine.rules.document.correction_order import CorrectionOrder
from engine.rules.document.court_application import CourtApplication
from engine.rules.document.crime_referral import CrimeReferral
from engine.rules.document.decision import Decision
from engine.rules.document.deferral import Deferral
from engine.rules.document.demand import Demand
from engine.rules.document.demolition import DemolitionDecision, DemolitionDemand, DemolitionNotice, DemolitionRequest
from engine.rules.document.disposal_record import DisposalRecord
from engine.rules.document.extraction_record import ExtractionRecord
from engine.rules.document.facts import Missing, digest, from_json, missing, to_json
from engine.rules.document.filing_approval import FilingApproval
from engine.rules.document.handling_approval import HandlingApproval
from engine.rules.document.hearing_notice import HearingAnnouncement, HearingNotice
from engine.rules.document.hearing_record import HearingRecord, HearingReport
from engine.rules.document.help_request import HelpRequest
from engine.rules.document.inquiry import Inquiry
from engine.rules.document.investigation_report import InvestigationReport
from engine.rules.document.kind import DocumentType
from engine.rules.document.legal_review import LegalReview
from engine.rules.document.no_penalty import NoPenalty
from engine.rules.document.notice import Notice
from engine.rules.document.panel_record import PanelRecord
from engine.rules.document.part import Document
from engine.rules.document.performance import Performance
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
from engine.rules.document.transfer_letter import TransferLetter
from engine.rules.document.volume import Volume

DOCUMENTS: Mapping[str, DocumentType] = {
    document.code: document
    for document in (
        DocumentType(
            code="D01",
            title="案件来源登记表",
            number_word="源",
            facts=CaseSource,
            template="case_source.html",
            copies=1,
            in_volume="副",
            inner=True,
        ),
        DocumentType(
            code="D02",
            title="立案审批表",
            number_word=None,
            facts=FilingApproval,
            template="filing_approval.html",
            copies=1,
            in_volume="副",
            inner=True,
        ),
        DocumentType(
            code="D03", title="复查笔录", number_word=None, facts=ReinspectionRecord, template="reinspection_record.html", copies=1, in_volume="正"
        ),
        DocumentType(
            code="D03-1",
            title="现场检查（勘验）笔录",
            number_word=None,
            facts=SiteRecord,
            template="site_record.html",
            copies=1,
            in_volume="正",
            inner=True,
        ),
        DocumentType(code="D04", title="询问笔录", number_word=None, facts=Inquiry, template="inquiry.html", copies=1, in_volume="正"),
        DocumentType(
            code="D05", title="责令改正通知书", number_word="责改", facts=CorrectionOrder, template="correction_order.html", copies=2, in_volume="正"
        ),
        DocumentType(
            code="D06",
            title="电子数据提取笔录",
            number_word=None,
            facts=ExtractionRecord,
            template="extraction_record.html",
            copies=1,
            in_volume="正",
        ),
        DocumentType(
            code="D07", title="抽样取证凭证", number_word="抽", facts=SamplingVoucher, template="sampling_voucher.html", copies=2, in_volume="正"
        ),
        DocumentType(
            code="D08",
            title="先行登记保存证据通知书",
            number_word="登保",
            facts=PreservationNotice,
            template="preservation_notice.html",
            copies=2,
            in_volume="正",
        ),
        DocumentType(
            code="D08R",
            title="先行登记保存证据处理通知书",
            number_word="登保",
            facts=PreservationOutcome,
            template="preservation_outcome.html",
            copies=2,
            in_volume="正",
        ),
        DocumentType(
            code="D09",
            title="扣押决定书",
            number_word="查扣",
            facts=SeizureDecision,
            template="seizure_decision.html",
            copies=2,
            in_volume="正",
        ),
        DocumentType(
            code="D09R", title="解除扣押决定书", number_word="查扣", facts=SeizureRelease, template="seizure_release.html", copies=2, in_volume="正"
        ),
        DocumentType(
            code="D09X",
            title="延长扣押期限通知书",
            number_word="查扣",
            facts=SeizureExtension,
            template="seizure_extension.html",
            copies=2,
            in_volume="正",
        ),
        DocumentType(
            code="D10",
            title="检测鉴定期间告知书",
            number_word="鉴",
            facts=AppraisalNotice,
            template="appraisal_notice.html",
            copies=2,
            in_volume="正",
        ),
        DocumentType(code="D11", title="协助函", number_word="协", facts=HelpRequest, template="help_request.html", copies=2, in_volume="正"),
        DocumentType(
            code="D12",
            title="案件调查终结报告",
            number_word=None,
            facts=InvestigationReport,
            template="investigation_report.html",
            copies=1,
            in_volume="副",
            inner=True,
        ),
        DocumentType(
            code="D13",
            title="法制审核意见书",
            number_word="法审",
            facts=LegalReview,
            template="legal_review.html",
            copies=1,
            in_volume="副",
            inner=True,
        ),
        DocumentType(
            code="D14",
            title="案件处理审批表",
            number_word=None,
            facts=HandlingApproval,
            template="handling_approval.html",
            copies=1,
            in_volume="副",
            inner=True,
        ),
        DocumentType(
            code="D14-1",
            title="审批表",
            number_word=None,
            facts=ProcedureApproval,
            template="procedure_approval.html",
            copies=1,
            in_volume="副",
            inner=True,
        ),
        DocumentType(code="D15", title="行政处罚事先告知书", number_word="罚告", facts=Notice, template="notice.html", copies=2, in_volume="正"),
        DocumentType(code="D16", title="陈述申辩笔录", number_word=None, facts=PleaRecord, template="plea_record.html", copies=1, in_volume="正"),
        DocumentType(
            code="D17", title="听证通知书", number_word="听通", facts=HearingNotice, template="hearing_notice.html", copies=2, in_volume="正"
        ),
        DocumentType(
            code="D17A", title="听证公告", number_word=None, facts=HearingAnnouncement, template="hearing_announcement.html", copies=2, in_volume="正"
        ),
        DocumentType(code="D17B", title="听证笔录", number_word=None, facts=HearingRecord, template="hearing_record.html", copies=1, in_volume="正"),
        DocumentType(code="D17C", title="听证报告", number_word=None, facts=HearingReport, template="hearing_report.html", copies=1, in_volume="副"),
        DocumentType(code="D18", title="集体讨论记录", number_word=None, facts=PanelRecord, template="panel_record.html", copies=1, in_volume="副"),
        DocumentType(code="D19", title="行政处罚决定书", number_word="罚决", facts=Decision, template="decision.html", copies=3, in_volume="正"),
        DocumentType(
            code="D20", title="当场行政处罚决定书", number_word="当罚", facts=SpotDecision, template="spot_decision.html", copies=2, in_volume="正"
        ),
        DocumentType(
            code="D21", title="不予行政处罚决定书", number_word="不罚", facts=NoPenalty, template="no_penalty.html", copies=2, in_volume="正"
        ),
        DocumentType(code="D22", title="送达回证", number_word=None, facts=ServiceReceipt, template="service_receipt.html", copies=1, in_volume="正"),
        DocumentType(
            code="D22-1",
            title="送达地址确认书",
            number_word="送",
            facts=AddressConfirmation,
            template="address_confirmation.html",
            copies=1,
            in_volume="正",
        ),
        DocumentType(code="D22-2", title="公告", number_word=None, facts=Announcement, template="announcement.html", copies=2, in_volume="正"),
        DocumentType(
            code="D23", title="延期分期缴纳罚款批准书", number_word="缓缴", facts=Deferral, template="deferral.html", copies=2, in_volume="正"
        ),
        DocumentType(code="D24", title="催告书", number_word="催", facts=Demand, template="demand.html", copies=2, in_volume="正"),
        DocumentType(
            code="D24D", title="催告书", number_word="催", facts=DemolitionDemand, template="demolition_demand.html", copies=2, in_volume="正"
        ),
        DocumentType(
            code="D24-3",
            title="强制执行申请书",
            number_word="强执申",
            facts=CourtApplication,
            template="court_application.html",
            copies=2,
            in_volume="正",
        ),
        DocumentType(code="D25", title="代履行决定书", number_word="代履", facts=Performance, template="performance.html", copies=2, in_volume="正"),
        DocumentType(
            code="D25-2",
            title="强制执行决定书",
            number_word="强执",
            facts=DemolitionDecision,
            template="demolition_decision.html",
            copies=2,
            in_volume="正",
        ),
        DocumentType(
            code="D25-3",
            title="限期拆除公告",
            number_word="拆告",
            facts=DemolitionNotice,
            template="demolition_notice.html",
            copies=2,
            in_volume="正",
        ),
        DocumentType(
            code="D25-4",
            title="关于报请责成强制拆除的函",
            number_word="拆请",
            facts=DemolitionRequest,
            template="demolition_request.html",
            copies=2,
            in_volume="正",
        ),
        DocumentType(
            code="D26", title="案件移送函", number_word="移", facts=TransferLetter, template="transfer_letter.html", copies=3, in_volume="正"
        ),
        DocumentType(
            code="D26P",
            title="涉嫌犯罪案件移送书",
            number_word="涉罪移",
            facts=CrimeReferral,
            template="crime_referral.html",
            copies=3,
            in_volume="正",
        ),
        DocumentType(
            code="D27",
            title="罚没物品清单和处理记录",
            number_word=None,
            facts=DisposalRecord,
            template="disposal_record.html",
            copies=2,
            in_volume="正",
        ),
        DocumentType(
            code="D28",
            title="结案审批表",
            number_word="结",
            facts=ClosingApproval,
            template="closing_approval.html",
            copies=1,
            in_volume="副",
            inner=True,
        ),
        DocumentType(
            code="D29",
            title="卷宗封面、目录和备考表",
            number_word=None,
            facts=Volume,
            template="volume.html",
            copies=1,
            in_volume="正",
            inner=True,
        ),
        DocumentType(
            code="D30", title="补正通知书", number_word="补正", facts=CorrectionNotice, template="correction_notice.html", copies=2, in_volume="正"
        ),
        DocumentType(
            code="D31",
            title="行政处罚变更（撤销）决定书",
            number_word="罚变",
            facts=ChangedDecision,
            template="changed_decision.html",
            copies=3,
            in_volume="正",
        ),
        DocumentType(
            code="D40",
            title="行政复议答复书",
            number_word="复答",
            facts=RemedyReply,
            template="reconsideration_reply.html",
            copies=2,
            in_volume="正",
        ),
        DocumentType(
            code="D41",
            title="行政诉讼答辩状",
            number_word="诉答",
            facts=RemedyReply,
            template="litigation_defence.html",
            copies=2,
            in_volume="正",
        ),
    )
}


def read(code: str, data: Mapping[str, Any]) -> Document:
    """Return the facts of a document of this code that were stored as JSON. Raises KeyError and, for malformed facts, ValueError."""
    return from_json(DOCUMENTS[code].facts, data)


_TITLED = Notice | CorrectionOrder | FilingApproval | PleaRecord | ProcedureApproval | SeizureDecision | SeizureExtension | SeizureRelease


def number_word(code: str, facts: Document) -> str | None:
    """Return the word in the number of this document, None where it takes none: a notice of a hearing counts in a series of its own."""
    return "听告" if isinstance(facts, Notice) and facts.hearing else DOCUMENTS[code].number_word


def title(code: str, facts: Document) -> str:
    """Return the title that this document bears: some kinds have two, such as the notice of a hearing."""
    return facts.title if isinstance(facts, _TITLED) else DOCUMENTS[code].title


__all__ = ["DOCUMENTS", "Document", "DocumentType", "Missing", "digest", "from_json", "missing", "number_word", "read", "title", "to_json"]
