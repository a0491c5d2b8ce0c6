"""Who may change the office (机关): rights by the security administrator, law by the legal office, set-up by the system."""

from engine.access.rule import HANDLERS_OF_CASES, Rules, may
from engine.commands.absence import CancelAbsence, NoteAbsence
from engine.commands.benchmark import ApproveBenchmark, DraftBenchmark, DropBenchmark, ReturnBenchmark, SubmitBenchmark
from engine.commands.calendar_feed import MakeCalendarFeed, RevokeCalendarFeed
from engine.commands.certificate import RecordLicence, RenewCertificate, RestoreCertificate, SuspendCertificate, WithdrawCertificate
from engine.commands.credential import EndSession, EndSessions, NoteSession, ResetPassword, UnlockUser
from engine.commands.delegation import EndDelegation, GrantDelegation
from engine.commands.draft import SaveDraft
from engine.commands.holiday import ProposeHoliday, PublishHoliday, RefuseHoliday
from engine.commands.law import PublishLaw, PublishProcess
from engine.commands.outbox import ResendItem
from engine.commands.parameter import ApproveParameter, ProposeParameter, RejectParameter
from engine.commands.right import GrantRole, WithdrawRole
from engine.commands.search import ExportCases, ForgetSearch, IndexCases, SaveSearch
from engine.commands.security import ForgetSecurity, NoteSecurity
from engine.commands.user import ROLES, ChangeUser, DisableUser, EnableUser, EnrolUser, NoteLogin, RegisterUser, SetPassword

RULES: Rules = {
    RegisterUser: may("security_admin", "SYSTEM"),
    ResendItem: may("system_admin"),
    EnrolUser: may("security_admin"),
    ChangeUser: may("security_admin"),
    DisableUser: may("security_admin", "SYSTEM"),
    EnableUser: may("security_admin"),
    GrantRole: may("security_admin"),
    WithdrawRole: may("security_admin"),
    RenewCertificate: may("security_admin"),
    SuspendCertificate: may("security_admin"),
    RestoreCertificate: may("security_admin"),
    WithdrawCertificate: may("security_admin"),
    RecordLicence: may("security_admin"),
    ResetPassword: may("security_admin"),
    UnlockUser: may("security_admin"),
    EndSessions: may("security_admin"),
    EndSession: may(*ROLES),
    NoteAbsence: may(*HANDLERS_OF_CASES),
    CancelAbsence: may(*HANDLERS_OF_CASES),
    GrantDelegation: may("head", "squad_leader"),
    EndDelegation: may("head", "squad_leader"),
    NoteSession: may("SYSTEM"),
    NoteSecurity: may("SYSTEM"),
    ForgetSecurity: may("SYSTEM"),
    SetPassword: may(*ROLES, "SYSTEM"),
    NoteLogin: may("SYSTEM"),
    SaveDraft: may(*ROLES),
    SaveSearch: may(*HANDLERS_OF_CASES, "auditor"),
    ForgetSearch: may(*HANDLERS_OF_CASES, "auditor"),
    ProposeHoliday: may("legal_office"),
    PublishHoliday: may("legal_office"),
    RefuseHoliday: may("legal_office"),
    MakeCalendarFeed: may(*HANDLERS_OF_CASES, "legal_office", "auditor"),
    RevokeCalendarFeed: may(*HANDLERS_OF_CASES, "legal_office", "auditor"),
    ExportCases: may(*HANDLERS_OF_CASES, "auditor"),
    IndexCases: may("SYSTEM"),
    DraftBenchmark: may("legal_office"),
    SubmitBenchmark: may("legal_office"),
    ApproveBenchmark: may("legal_office"),
    ReturnBenchmark: may("legal_office"),
    DropBenchmark: may("legal_office"),
    ProposeParameter: may("legal_office"),
    ApproveParameter: may("legal_office"),
    RejectParameter: may("legal_office"),
    PublishLaw: may("SYSTEM"),
    PublishProcess: may("SYSTEM"),
}
