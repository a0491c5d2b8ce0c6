"""Delegation (授权代理): what may be approved in another's stead, for how long, and by whom."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from engine.errors import InvalidInputError, LawError

SCOPES: Mapping[str, str] = {"filing": "立案审批", "proposal": "拟处罚审批", "decision": "作出决定", "closing": "结案审批"}
"""The matters that can be delegated, each as it is called."""

STEPS: Mapping[str, str] = {
    "approve_no_filing": "filing",
    "review_filing": "filing",
    "approve_filing": "filing",
    "review_proposal": "proposal",
    "approve_proposal": "proposal",
    "decide": "decision",
    "approve_closing": "closing",
}
"""Step → the matter that it belongs to; every other step is done in person."""

OFFICES = frozenset({"head", "squad_leader"})
"""Who may delegate."""


def covers(scope: AbstractSet[str], step: str) -> bool:
    """Tell whether a delegation of these matters reaches a step."""
    return STEPS.get(step) in scope


def check_term(begins: date, ends: date, today: date, longest: int) -> None:
    """Refuse a term in the past, one that ends before it begins, and one of more than `longest` days, both days included."""
    if begins < today:
        raise InvalidInputError({"valid_from": ["授权不能追溯：起始日不能早于今天。"]})
    if ends < begins:
        raise InvalidInputError({"valid_until": ["截止日不能早于起始日。"]})
    if (ends - begins).days + 1 > longest:
        raise InvalidInputError({"valid_until": [f"一次授权最长{longest}日，到期可以再次授权。"]})


def check_delegate(name: str, roles: AbstractSet[str], scope: AbstractSet[str]) -> None:
    """Refuse a delegate who may not approve: a decision is a head's, every other matter a head's or a squad leader's.

    Source: 行政处罚法 Art. 57(1): the head of the organ decides.
    """
    if "decision" in scope and "head" not in roles:
        raise LawError("not_allowed", f"{name}不是负责人，不能代为作出处罚决定。", basis="行政处罚法 57①", field="delegate")
    if not roles & OFFICES:
        raise LawError("not_allowed", f"{name}没有审批职务，不能代为审批。", basis="行政处罚法 57①", field="delegate")


def overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    """Tell whether two terms, all days included, have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]
