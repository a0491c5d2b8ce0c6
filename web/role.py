"""Roles in words (角色): what each is called and what its holder may do."""

from collections.abc import Iterable, Mapping

from engine.rules.right import TITLES

__all__ = ["DUTIES", "HOMES", "NO_CASES", "TITLES", "duties", "home", "titles"]

DUTIES: Mapping[str, str] = {
    "officer": "登记线索、核查、调查取证、告知、送达、结案",
    "squad_leader": "审核本中队的立案和拟处罚",
    "legal_reviewer": "法制审核、公示前审核",
    "head": "审批立案、作出处罚决定、批准结案",
    "panel_member": "集体讨论重大案件",
    "hearing_host": "主持听证",
    "publisher": "准备公示、遮盖个人信息",
    "cashier": "确认缴款",
    "archivist": "归档立卷",
    "legal_office": "起草和发布裁量基准、参数",
    "partner": "答复协作请求",
    "auditor": "回溯任一案件的每一步，核对日志，不能改动",
    "system_admin": "查看设置、运行状况和队列，不能看案件",
    "security_admin": "登记人员、授予和收回权限、登记执法证，不能看案件",
    "audit_admin": "查看安全日志和机关日志，监督授权，不能看案件",
}


HOMES: Mapping[str, str] = {
    "auditor": "audit.index",
    "security_admin": "people.index",
    "system_admin": "operation.show",
    "audit_admin": "security.index",
    "partner": "collaboration.index",
}
"""Where who has no worklist begins."""


NO_CASES = frozenset({"system_admin", "security_admin", "audit_admin", "legal_office", "partner"})
"""Roles that see no cases."""


def titles(roles: Iterable[str]) -> str:
    """Return what the roles are called."""
    return "、".join(TITLES.get(role, role) for role in roles)


def home(roles: Iterable[str]) -> str:
    """Return the endpoint at which somebody begins: the worklist, or the page of the own office."""
    return next((HOMES[role] for role in sorted(roles) if role in HOMES), "work.index")


def duties(roles: Iterable[str]) -> str:
    """Return in one line what their holder may do."""
    return "；".join(DUTIES[role] for role in roles if role in DUTIES)
