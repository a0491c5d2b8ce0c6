"""Who may change the office (机关): rights by the security administrator, law by the legal office, set-up by the system."""

from engine.access.rule import Rules, may
from engine.commands.draft import SaveDraft
from engine.commands.law import PublishLaw, PublishProcess
from engine.commands.user import ROLES, DisableUser, NoteLogin, RegisterUser, SetPassword

RULES: Rules = {
    RegisterUser: may("security_admin", "SYSTEM"),
    DisableUser: may("security_admin", "SYSTEM"),
    SetPassword: may(*ROLES, "SYSTEM"),
    NoteLogin: may("SYSTEM"),
    SaveDraft: may(*ROLES),
    PublishLaw: may("SYSTEM"),
    PublishProcess: may("SYSTEM"),
}
