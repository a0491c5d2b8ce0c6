"""Who may let machines in (访问令牌): everybody for themselves; for system accounts the security administrator. The handler looks whose it is."""

from engine.access.rule import Rules, may
from engine.commands.token import IssueToken, NoteTokenUse, RevokeToken
from engine.commands.user import ROLES

RULES: Rules = {
    IssueToken: may(*ROLES, "SYSTEM"),
    RevokeToken: may(*ROLES, "SYSTEM"),
    NoteTokenUse: may("SYSTEM"),
}
