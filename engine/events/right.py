"""What happens to rights (权限): roles granted and withdrawn, each with what it rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.events.fact import Change, Fact, fact

TITLES: Mapping[str, str] = {
    "officer": "执法人员",
    "squad_leader": "中队长",
    "legal_reviewer": "法制审核员",
    "head": "负责人",
    "panel_member": "案审会成员",
    "hearing_host": "听证主持人",
    "publisher": "公示员",
    "cashier": "财务",
    "archivist": "档案员",
    "legal_office": "法制科",
    "partner": "协作部门",
    "auditor": "审计员",
    "system_admin": "系统管理员",
    "security_admin": "安全管理员",
    "audit_admin": "审计管理员",
}
"""Every role, as it is called."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGranted(Fact):
    """A person got a role; `roles` are all that the person has from now on."""

    user: str
    name: str
    role: str
    role_title: str
    roles: tuple[str, ...]
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield the roles."""
        yield Change("user", self.user, {"roles": list(self.roles)})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"授予{self.name}“{self.role_title}”权限。依据：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWithdrawn(Fact):
    """A role was taken away; `roles` are all that the person still has."""

    user: str
    name: str
    role: str
    role_title: str
    roles: tuple[str, ...]
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield the roles."""
        yield Change("user", self.user, {"roles": list(self.roles)})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"收回{self.name}的“{self.role_title}”权限。理由：{self.reason}"
