"""The register of forms (表单目录): form key → form, and what each tells the process."""

from collections.abc import Collection, Mapping

from forms.absence import AbsenceForm
from forms.act_anew import ActAnewForm
from forms.address_confirmation import AddressConfirmationForm
from forms.agreement_outcome import AgreementOutcomeForm
from forms.agreement_signing import AgreementSigningForm
from forms.anew_report import AnewReportForm
from forms.appeal import AppealForm
from forms.appraisal import AppraisalForm
from forms.approval import ApprovalForm
from forms.archive_transfer import ArchiveTransferForm
from forms.archiving import ArchivingForm
from forms.auction_record import AuctionRecordForm
from forms.capacity import CapacityForm
from forms.capture import CaptureForm
from forms.capture_audit import CaptureAuditForm
from forms.capture_exclusion import CaptureExclusionForm
from forms.capture_review import CaptureReviewForm
from forms.case_filing import CaseFilingForm
from forms.case_link import CaseLinkForm
from forms.case_withdrawal import CaseWithdrawalForm
from forms.cash_deposit import CashDepositForm
from forms.cash_handin import CashHandinForm
from forms.certificate_renewal import CertificateRenewalForm
from forms.certificate_suspension import CertificateSuspensionForm
from forms.certificate_withdrawal import CertificateWithdrawalForm
from forms.clerical_correction import ClericalCorrectionForm
from forms.closing import ClosingForm
from forms.clue import ClueForm
from forms.clue_extension import ClueExtensionForm
from forms.collaboration_reply import CollaborationReplyForm
from forms.collaboration_request import CollaborationRequestForm
from forms.collective_decision import CollectiveDecisionForm
from forms.comment import CommentForm
from forms.confirmation import ConfirmationForm
from forms.confiscated_goods import ConfiscatedGoodsForm
from forms.confiscated_record import ConfiscatedRecordForm
from forms.coordination import CoordinationForm
from forms.correction_order import CorrectionOrderForm
from forms.cost_application import CostApplicationForm
from forms.cost_demand import CostDemandForm
from forms.cost_payment import CostPaymentForm
from forms.cost_statement import CostStatementForm
from forms.court_answer import CourtAnswerForm
from forms.court_application import CourtApplicationForm
from forms.credit_correction import CreditCorrectionForm
from forms.credit_receipt import CreditReceiptForm
from forms.credit_repair import CreditRepairForm
from forms.criminal_result import CriminalResultForm
from forms.decide import DecideForm
from forms.deferral import DeferralForm
from forms.delegation import DelegationForm
from forms.delivery import DeliveryForm
from forms.demand import DemandForm
from forms.demolition_inspection import DemolitionInspectionForm
from forms.demolition_notice import DemolitionNoticeForm
from forms.demolition_order import DemolitionOrderForm
from forms.demolition_record import DemolitionRecordForm
from forms.demolition_report import DemolitionReportForm
from forms.designation import DesignationForm
from forms.device import DeviceForm
from forms.device_calibration import DeviceCalibrationForm
from forms.device_review import DeviceReviewForm
from forms.evidence import EvidenceForm
from forms.evidence_recheck import EvidenceRecheckForm
from forms.evidence_request import EvidenceRequestForm
from forms.evidence_sheet import EvidenceSheetForm
from forms.execution_agreement import ExecutionAgreementForm
from forms.execution_end import ExecutionEndForm
from forms.execution_resumption import ExecutionResumptionForm
from forms.execution_stay import ExecutionStayForm
from forms.extraction import ExtractionForm
from forms.field.entry import Entry
from forms.form import Form
from forms.goods_appraisal import GoodsAppraisalForm
from forms.goods_auction import GoodsAuctionForm
from forms.goods_disposal import GoodsDisposalForm
from forms.goods_record import GoodsRecordForm
from forms.goods_return import GoodsReturnForm
from forms.handover import HandoverForm
from forms.hearing_appointment import HearingAppointmentForm
from forms.hearing_notice import HearingNoticeForm
from forms.hearing_record import HearingRecordForm
from forms.hearing_report import HearingReportForm
from forms.hearing_request import HearingRequestForm
from forms.information_delivery import InformationDeliveryForm
from forms.information_handling import InformationHandlingForm
from forms.information_request import InformationRequestForm
from forms.inquiry import InquiryForm
from forms.investigation import InvestigationForm
from forms.investigation_report import InvestigationReportForm
from forms.joint_party import JointPartyForm
from forms.judgment import JudgmentForm
from forms.jurisdiction_transfer import JurisdictionTransferForm
from forms.kept_money import KeptMoneyForm
from forms.late_entry import LateEntryForm
from forms.legal_review import LegalReviewForm
from forms.licence import LicenceForm
from forms.litigation import LitigationForm
from forms.notice import NoticeForm
from forms.officer_replacement import OfficerReplacementForm
from forms.panel_convening import PanelConveningForm
from forms.panel_discussion import PanelDiscussionForm
from forms.panel_vote import PanelVoteForm
from forms.participant import ParticipantForm
from forms.participant_amendment import ParticipantAmendmentForm
from forms.party_amendment import PartyAmendmentForm
from forms.party_change import PartyChangeForm
from forms.payment import PaymentForm
from forms.payment_reminder import PaymentReminderForm
from forms.performance import PerformanceForm
from forms.performance_answer import PerformanceAnswerForm
from forms.performance_cost import PerformanceCostForm
from forms.performance_demand import PerformanceDemandForm
from forms.performance_record import PerformanceRecordForm
from forms.plea import PleaForm
from forms.plea_review import PleaReviewForm
from forms.police_answer import PoliceAnswerForm
from forms.police_confirmation import PoliceConfirmationForm
from forms.police_decision import PoliceDecisionForm
from forms.police_delivery import PoliceDeliveryForm
from forms.police_goods import PoliceGoodsForm
from forms.police_objection import PoliceObjectionForm
from forms.police_report import PoliceReportForm
from forms.police_supervision import PoliceSupervisionForm
from forms.police_team import PoliceTeamForm
from forms.police_transfer import PoliceTransferForm
from forms.preservation import PreservationForm
from forms.publication import PublicationForm
from forms.raised_penalty import RaisedPenaltyForm
from forms.reason import ReasonForm
from forms.reconsideration import ReconsiderationForm
from forms.reconsideration_forward import ReconsiderationForwardForm
from forms.reconsideration_notice import ReconsiderationNoticeForm
from forms.reconsideration_result import ReconsiderationResultForm
from forms.recusal import RecusalForm
from forms.recusal_decision import RecusalDecisionForm
from forms.refund import RefundForm
from forms.refund_receipt import RefundReceiptForm
from forms.reinspection import ReinspectionForm
from forms.remedy_reply import RemedyReplyForm
from forms.remission import RemissionForm
from forms.report_answer import ReportAnswerForm
from forms.republication import RepublicationForm
from forms.resumption import ResumptionForm
from forms.right import RightForm
from forms.sampling import SamplingForm
from forms.seizure import SeizureForm
from forms.seizure_handling import SeizureHandlingForm
from forms.self_correction import SelfCorrectionForm
from forms.service_record import ServiceRecordForm
from forms.spot_handover import SpotHandoverForm
from forms.spot_record import SpotRecordForm
from forms.spot_report import SpotReportForm
from forms.stop_order import StopOrderForm
from forms.striking import StrikingForm
from forms.surcharge_decision import SurchargeDecisionForm
from forms.suspension import SuspensionForm
from forms.task_reassignment import TaskReassignmentForm
from forms.term_extension import TermExtensionForm
from forms.third_party_view import ThirdPartyViewForm
from forms.transfer import TransferForm
from forms.unclaimed_goods import UnclaimedGoodsForm
from forms.unclaimed_record import UnclaimedRecordForm
from forms.user_change import UserChangeForm
from forms.user_registration import UserRegistrationForm
from forms.verification import VerificationForm
from forms.withdrawal import WithdrawalForm

FORMS: Mapping[str, type[Form]] = {
    "absence": AbsenceForm,
    "act_anew": ActAnewForm,
    "address_confirmation": AddressConfirmationForm,
    "agreement_outcome": AgreementOutcomeForm,
    "agreement_signing": AgreementSigningForm,
    "anew_report": AnewReportForm,
    "appeal": AppealForm,
    "appraisal": AppraisalForm,
    "approval": ApprovalForm,
    "archive_transfer": ArchiveTransferForm,
    "archiving": ArchivingForm,
    "capacity": CapacityForm,
    "capture": CaptureForm,
    "capture_audit": CaptureAuditForm,
    "capture_exclusion": CaptureExclusionForm,
    "capture_review": CaptureReviewForm,
    "case_filing": CaseFilingForm,
    "case_link": CaseLinkForm,
    "case_withdrawal": CaseWithdrawalForm,
    "cash_deposit": CashDepositForm,
    "cash_handin": CashHandinForm,
    "certificate_renewal": CertificateRenewalForm,
    "certificate_suspension": CertificateSuspensionForm,
    "certificate_withdrawal": CertificateWithdrawalForm,
    "clerical_correction": ClericalCorrectionForm,
    "closing": ClosingForm,
    "clue": ClueForm,
    "clue_extension": ClueExtensionForm,
    "collaboration_reply": CollaborationReplyForm,
    "collaboration_request": CollaborationRequestForm,
    "collective_decision": CollectiveDecisionForm,
    "comment": CommentForm,
    "confirmation": ConfirmationForm,
    "coordination": CoordinationForm,
    "correction_order": CorrectionOrderForm,
    "cost_application": CostApplicationForm,
    "cost_demand": CostDemandForm,
    "cost_payment": CostPaymentForm,
    "cost_statement": CostStatementForm,
    "court_answer": CourtAnswerForm,
    "court_application": CourtApplicationForm,
    "credit_correction": CreditCorrectionForm,
    "credit_receipt": CreditReceiptForm,
    "credit_repair": CreditRepairForm,
    "criminal_result": CriminalResultForm,
    "decide": DecideForm,
    "deferral": DeferralForm,
    "delegation": DelegationForm,
    "delivery": DeliveryForm,
    "device": DeviceForm,
    "device_calibration": DeviceCalibrationForm,
    "device_review": DeviceReviewForm,
    "demand": DemandForm,
    "demolition_inspection": DemolitionInspectionForm,
    "demolition_notice": DemolitionNoticeForm,
    "demolition_order": DemolitionOrderForm,
    "demolition_record": DemolitionRecordForm,
    "demolition_report": DemolitionReportForm,
    "designation": DesignationForm,
    "evidence": EvidenceForm,
    "evidence_request": EvidenceRequestForm,
    "evidence_sheet": EvidenceSheetForm,
    "evidence_recheck": EvidenceRecheckForm,
    "execution_agreement": ExecutionAgreementForm,
    "execution_end": ExecutionEndForm,
    "execution_resumption": ExecutionResumptionForm,
    "execution_stay": ExecutionStayForm,
    "extraction": ExtractionForm,
    "goods_appraisal": GoodsAppraisalForm,
    "goods_disposal": GoodsDisposalForm,
    "goods_record": GoodsRecordForm,
    "goods_return": GoodsReturnForm,
    "handover": HandoverForm,
    "hearing_appointment": HearingAppointmentForm,
    "hearing_notice": HearingNoticeForm,
    "hearing_record": HearingRecordForm,
    "hearing_report": HearingReportForm,
    "hearing_request": HearingRequestForm,
    "information_delivery": InformationDeliveryForm,
    "information_handling": InformationHandlingForm,
    "information_request": InformationRequestForm,
    "inquiry": InquiryForm,
    "investigation": InvestigationForm,
    "investigation_report": InvestigationReportForm,
    "joint_party": JointPartyForm,
    "judgment": JudgmentForm,
    "jurisdiction_transfer": JurisdictionTransferForm,
    "late_entry": LateEntryForm,
    "legal_review": LegalReviewForm,
    "licence": LicenceForm,
    "litigation": LitigationForm,
    "notice": NoticeForm,
    "officer_replacement": OfficerReplacementForm,
    "panel_convening": PanelConveningForm,
    "panel_discussion": PanelDiscussionForm,
    "panel_vote": PanelVoteForm,
    "participant": ParticipantForm,
    "participant_amendment": ParticipantAmendmentForm,
    "party_amendment": PartyAmendmentForm,
    "party_change": PartyChangeForm,
    "payment": PaymentForm,
    "payment_reminder": PaymentReminderForm,
    "performance": PerformanceForm,
    "performance_answer": PerformanceAnswerForm,
    "performance_cost": PerformanceCostForm,
    "performance_demand": PerformanceDemandForm,
    "performance_record": PerformanceRecordForm,
    "plea": PleaForm,
    "plea_review": PleaReviewForm,
    "police_answer": PoliceAnswerForm,
    "police_confirmation": PoliceConfirmationForm,
    "police_decision": PoliceDecisionForm,
    "police_delivery": PoliceDeliveryForm,
    "police_goods": PoliceGoodsForm,
    "police_objection": PoliceObjectionForm,
    "police_report": PoliceReportForm,
    "police_supervision": PoliceSupervisionForm,
    "police_team": PoliceTeamForm,
    "police_transfer": PoliceTransferForm,
    "preservation": PreservationForm,
    "publication": PublicationForm,
    "reason": ReasonForm,
    "report_answer": ReportAnswerForm,
    "reconsideration": ReconsiderationForm,
    "reconsideration_forward": ReconsiderationForwardForm,
    "reconsideration_notice": ReconsiderationNoticeForm,
    "raised_penalty": RaisedPenaltyForm,
    "reconsideration_result": ReconsiderationResultForm,
    "recusal": RecusalForm,
    "recusal_decision": RecusalDecisionForm,
    "refund": RefundForm,
    "refund_receipt": RefundReceiptForm,
    "reinspection": ReinspectionForm,
    "remedy_reply": RemedyReplyForm,
    "confiscated_goods": ConfiscatedGoodsForm,
    "confiscated_record": ConfiscatedRecordForm,
    "unclaimed_goods": UnclaimedGoodsForm,
    "unclaimed_record": UnclaimedRecordForm,
    "kept_money": KeptMoneyForm,
    "goods_auction": GoodsAuctionForm,
    "auction_record": AuctionRecordForm,
    "remission": RemissionForm,
    "republication": RepublicationForm,
    "resumption": ResumptionForm,
    "right": RightForm,
    "sampling": SamplingForm,
    "seizure": SeizureForm,
    "seizure_handling": SeizureHandlingForm,
    "self_correction": SelfCorrectionForm,
    "service_record": ServiceRecordForm,
    "spot_handover": SpotHandoverForm,
    "spot_record": SpotRecordForm,
    "spot_report": SpotReportForm,
    "stop_order": StopOrderForm,
    "striking": StrikingForm,
    "surcharge_decision": SurchargeDecisionForm,
    "suspension": SuspensionForm,
    "task_reassignment": TaskReassignmentForm,
    "term_extension": TermExtensionForm,
    "third_party_view": ThirdPartyViewForm,
    "transfer": TransferForm,
    "user_change": UserChangeForm,
    "user_registration": UserRegistrationForm,
    "verification": VerificationForm,
    "withdrawal": WithdrawalForm,
}
"""The key is the name of the file and the formKey of the user task."""


def _routing(form: type[Form]) -> dict[str, str | Collection[str]]:
    declared = form._declared_fields  # noqa: SLF001 - marshmallow has no public name for the fields of a schema that is not yet made
    return {name: entry.kind for name, entry in declared.items() if isinstance(entry, Entry) and entry.metadata.get("routing")}


ROUTING: Mapping[str, Mapping[str, str | Collection[str]]] = {key: _routing(form) for key, form in FORMS.items()}
"""Form key → name of a routing value → what it can be: `bool`, `text`, or the texts it is chosen from."""
