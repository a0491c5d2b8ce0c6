"""Who may let other departments' machines in (接口密钥): the system administrator, and the command line; every change is in the office's log."""

from engine.access.rule import Rules, may
from engine.commands.partner_key import IssuePartnerKey, NotePartnerContact, RevokePartnerKey

RULES: Rules = {
    IssuePartnerKey: may("system_admin", "SYSTEM"),
    RevokePartnerKey: may("system_admin", "SYSTEM"),
    NotePartnerContact: may("SYSTEM"),
}
