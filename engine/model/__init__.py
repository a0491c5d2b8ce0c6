"""The tables (数据表): one class per file, no decisions in them."""

from engine.model.absence import Absence
from engine.model.amendment import Amendment
from engine.model.assessment import Assessment
from engine.model.base import Base, Instant, Money
from engine.model.benchmark_draft import BenchmarkDraft
from engine.model.booking import Booking
from engine.model.bundle import ProcessBundle
from engine.model.calendar_feed import CalendarFeed
from engine.model.calibration import Calibration
from engine.model.case import Case
from engine.model.case_link import CaseLink
from engine.model.collaboration import Collaboration
from engine.model.comment import Comment
from engine.model.correction_order import CorrectionOrder
from engine.model.credential import Credential
from engine.model.credit_row import CreditRow
from engine.model.deadline import Deadline
from engine.model.delegation import Delegation
from engine.model.device import Device
from engine.model.document import Document
from engine.model.draft import Draft
from engine.model.entry import Entry
from engine.model.evidence import Evidence
from engine.model.goods import Goods
from engine.model.hearing import Hearing
from engine.model.holiday_proposal import HolidayProposal
from engine.model.idempotency import IdempotencyKey
from engine.model.inspection import Inspection
from engine.model.inspection_plan import InspectionPlan
from engine.model.instalment import Instalment
from engine.model.law_version import LawVersion
from engine.model.lease import Lease
from engine.model.login_session import LoginSession
from engine.model.nonce import Nonce
from engine.model.number_series import NumberSeries
from engine.model.office import Office
from engine.model.office_duty import OfficeDuty
from engine.model.opinion import Opinion
from engine.model.outbox import OutboxItem
from engine.model.panel import Panel
from engine.model.parameter_proposal import ParameterProposal
from engine.model.participant import Participant
from engine.model.partner_contact import PartnerContact
from engine.model.partner_key import PartnerKey
from engine.model.party import Party
from engine.model.payment import Payment
from engine.model.personal import Personal
from engine.model.process import ProcessState
from engine.model.public_file import PublicFile
from engine.model.publication import Publication
from engine.model.recheck import Recheck
from engine.model.recount import Recount
from engine.model.remedy import Remedy
from engine.model.saved_search import SavedSearch
from engine.model.search import SearchEntry
from engine.model.seat import Seat
from engine.model.security_event import SecurityEvent
from engine.model.service import Service
from engine.model.statistics import Statistics, StatisticsReport
from engine.model.surcharge_pause import SurchargePause
from engine.model.task import Task
from engine.model.timer import Timer
from engine.model.token import Token
from engine.model.token_use import TokenUse
from engine.model.user import User
from engine.model.withdrawal import Withdrawal

__all__ = [
    "Absence",
    "Amendment",
    "Assessment",
    "Base",
    "BenchmarkDraft",
    "Booking",
    "CalendarFeed",
    "Calibration",
    "Case",
    "CaseLink",
    "Collaboration",
    "Comment",
    "CorrectionOrder",
    "Credential",
    "CreditRow",
    "Deadline",
    "Delegation",
    "Device",
    "Document",
    "Draft",
    "Entry",
    "Evidence",
    "Goods",
    "Hearing",
    "HolidayProposal",
    "IdempotencyKey",
    "Inspection",
    "InspectionPlan",
    "Instalment",
    "Instant",
    "LawVersion",
    "Lease",
    "LoginSession",
    "Money",
    "Nonce",
    "NumberSeries",
    "Office",
    "OfficeDuty",
    "Opinion",
    "OutboxItem",
    "Panel",
    "ParameterProposal",
    "Participant",
    "PartnerContact",
    "PartnerKey",
    "Party",
    "Payment",
    "Personal",
    "ProcessBundle",
    "ProcessState",
    "PublicFile",
    "Publication",
    "Recheck",
    "Recount",
    "Remedy",
    "SavedSearch",
    "SearchEntry",
    "Seat",
    "SecurityEvent",
    "Service",
    "Statistics",
    "StatisticsReport",
    "SurchargePause",
    "Task",
    "Timer",
    "Token",
    "TokenUse",
    "User",
    "Withdrawal",
]
