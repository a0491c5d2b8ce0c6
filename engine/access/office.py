"""Who may change the office (机关): rights by the security administrator, law by the legal office, set-up by the system."""

from engine.access.rule import HANDLERS_OF_CASES, Rules, may
from engine.commands.draft import SaveDraft
from engine.commands.law import PublishLaw, PublishProcess
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
    PublishLaw: may("SYSTEM"),
    PublishProcess: may("SYSTEM"),
}
