"""Roles in words (角色): what each is called and what its holder may do."""

from collections.abc import Iterable, Mapping

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
    "system_admin": "维护运行，不能看案件",
    "security_admin": "管理账号和权限，不能看案件",
    "audit_admin": "查看安全日志，不能看案件",
}


NO_CASES = frozenset({"system_admin", "security_admin", "audit_admin", "legal_office", "partner"})
"""Roles that see no cases."""


def titles(roles: Iterable[str]) -> str:
    """Return what the roles are called."""
    return "、".join(TITLES.get(role, role) for role in roles)


def duties(roles: Iterable[str]) -> str:
    """Return in one line what their holder may do."""
    return "；".join(DUTIES[role] for role in roles if role in DUTIES)
