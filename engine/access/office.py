"""Who may change the office (机关): rights by the security administrator, law by the legal office, set-up by the system."""

from engine.access.rule import HANDLERS_OF_CASES, Rules, may
from engine.commands.benchmark import ApproveBenchmark, DraftBenchmark, DropBenchmark, ReturnBenchmark, SubmitBenchmark
from engine.commands.draft import SaveDraft
from engine.commands.law import PublishLaw, PublishProcess
from engine.commands.parameter import ApproveParameter, ProposeParameter, RejectParameter
from engine.commands.search import ExportCases, ForgetSearch, IndexCases, SaveSearch
from engine.commands.user import ROLES, DisableUser, NoteLogin, RegisterUser, SetPassword

RULES: Rules = {
    RegisterUser: may("security_admin", "SYSTEM"),
    DisableUser: may("security_admin", "SYSTEM"),
    SetPassword: may(*ROLES, "SYSTEM"),
    NoteLogin: may("SYSTEM"),
    SaveDraft: may(*ROLES),
    SaveSearch: may(*HANDLERS_OF_CASES, "auditor"),
    ForgetSearch: may(*HANDLERS_OF_CASES, "auditor"),
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
