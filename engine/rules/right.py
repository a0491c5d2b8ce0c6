"""Rights (权限): which roles one person may hold together, and what each role needs."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from engine.errors import LawError
from engine.events import right

TITLES: Mapping[str, str] = right.TITLES
"""Every role, as it is called."""

ADMINISTRATORS = frozenset({"system_admin", "security_admin", "audit_admin"})
"""The three (三员): whoever is one of them is nothing else."""

IN_DISTRICT = frozenset({"officer", "squad_leader", "legal_reviewer", "hearing_host", "publisher", "cashier", "archivist"})
"""Roles whose holder belongs to a district."""

IN_SQUAD = frozenset({"officer", "squad_leader"})
"""Roles whose holder belongs to a squad."""

FIRST_LICENCE = date(2018, 1, 1)
"""Who began to review before this day needs no licence: the duty came with the revision of 2017 (行政处罚法 58②; 全国人大常委会 2017-09-01)."""


def check_together(roles: AbstractSet[str]) -> None:
    """Refuse with same_person two of the three administrators in one person, and an administrator with any other role.

    Source: GB/T 22239-2019 8.1.5 (system, security and audit administration apart).
    """
    if len(roles & ADMINISTRATORS) > 1 or (roles & ADMINISTRATORS and roles - ADMINISTRATORS):
        raise LawError("same_person", "系统、安全、审计三员须由不同的人担任，且不得兼任办案角色。", basis="GB/T 22239-2019 8.1.5", field="roles")


def may_review(licence: str | None, reviewer_since: date | None) -> bool:
    """Tell whether somebody may review decisions: with a licence, or having begun before 2018. Source: 行政处罚法 Art. 58(2)."""
    return bool(licence) or (reviewer_since is not None and reviewer_since < FIRST_LICENCE)


def check_reviewer(name: str, licence: str | None, reviewer_since: date | None) -> None:
    """Refuse with officer_invalid a reviewer who is not entitled to review. Source: 行政处罚法 Art. 58(2)."""
    if not may_review(licence, reviewer_since):
        message = f"{name}没有登记法律职业资格，不得从事行政处罚决定法制审核。请安全管理员补登记。"
        raise LawError("officer_invalid", message, basis="行政处罚法 58②")
