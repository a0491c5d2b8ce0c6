"""Rights (权限): roles granted to people and withdrawn from them, one by one, each with what it rests on.

Source: GB/T 22239-2019 8.1.4.2 (least privilege), 8.1.5 (the three administrators apart).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.command import Command, handles
from engine.commands.user import ROLES, check_not_last, other
from engine.errors import InvalidInputError
from engine.events.right import RoleGranted, RoleWithdrawn
from engine.model import User
from engine.rules.right import IN_DISTRICT, IN_SQUAD, TITLES, check_together, may_review
from engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantRole(Command[None]):
    """Give a person a role."""

    user_id: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawRole(Command[None]):
    """Take a role away from a person."""

    user_id: str
    data: Mapping[str, object]


@handles(GrantRole)
def grant_role(command: GrantRole, work: Work) -> None:
    """Grant a role; refuses what the person has, may not have beside the others, or lacks the place or the certificate for."""
    user = other(work, command.user_id)
    data = work.read_form("right", command.data)
    role = _role(data.text("role"))
    if role in user.roles:
        raise InvalidInputError({"role": [f"{user.name}已有“{TITLES[role]}”权限。"]})
    if not user.active:
        raise InvalidInputError({"role": [f"{user.name}的账号已停用。"]})
    roles = frozenset(user.roles) | {role}
    check_together(roles)
    if lacks := _lacks(user, role):
        raise InvalidInputError({"role": [lacks]})
    granted = RoleGranted(user=user.id, name=user.name, role=role, role_title=TITLES[role], roles=tuple(sorted(roles)), reason=data.text("reason"))
    work.record(granted)


@handles(WithdrawRole)
def withdraw_role(command: WithdrawRole, work: Work) -> None:
    """Withdraw a role; an account without any role is closed instead."""
    user = other(work, command.user_id)
    data = work.read_form("right", command.data)
    role = _role(data.text("role"))
    if role not in user.roles:
        raise InvalidInputError({"role": [f"{user.name}没有“{TITLES[role]}”权限。"]})
    if len(user.roles) == 1:
        raise InvalidInputError({"role": ["这是最后一项权限；不再任职的，请停用账号。"]})
    if role == "security_admin":
        check_not_last(work, user)
    roles = tuple(sorted(frozenset(user.roles) - {role}))
    work.record(RoleWithdrawn(user=user.id, name=user.name, role=role, role_title=TITLES[role], roles=roles, reason=data.text("reason")))


def _role(name: str) -> str:
    if name not in ROLES:
        raise InvalidInputError({"role": ["没有这个角色。"]})
    return name


def _lacks(user: User, role: str) -> str | None:
    """Return what a person lacks for a role, or None."""
    if role in IN_DISTRICT and user.district is None:
        return "这个角色须属于一个辖区，请先变更登记。"
    if role in IN_SQUAD and user.squad is None:
        return "执法人员和中队长须属于一个中队，请先变更登记。"
    if role == "officer" and user.certificate is None:
        return "执法人员须有执法证，请先登记执法证（行政处罚法第四十二条）。"
    if role == "legal_reviewer" and not may_review(user.licence, user.reviewer_since):
        return "法制审核人员须登记法律职业资格（行政处罚法第五十八条）。"
    return None
