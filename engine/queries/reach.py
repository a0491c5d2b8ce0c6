"""Reach (管辖范围): which cases a person may see and touch at all; beyond it a case does not exist.

Source: domain vocabulary, roles and reach; 等保 8.1.4.2 (least privilege).
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, false, or_, true

from engine.actor import Actor
from engine.model import Case

BUREAU = frozenset({"auditor", "SYSTEM"})
DISTRICT = frozenset({"legal_reviewer", "head", "hearing_host", "publisher", "cashier", "archivist"})
SQUAD = frozenset({"officer", "squad_leader"})
NAMED = frozenset({"panel_member"})
"""Roles that see only the cases in which they are named."""


def within_reach(actor: Actor, case: Case) -> bool:
    """Return whether a case exists for an actor."""
    if actor.roles & BUREAU:
        return True
    if actor.roles & DISTRICT and case.district == actor.district:
        return True
    if actor.roles & NAMED and _bar(actor.id) in (case.panel or ""):
        return True
    if not actor.roles & SQUAD:
        return False
    named = actor.id in {case.lead, case.second}
    return named or (case.district == actor.district and case.squad is not None and case.squad == actor.squad)


def scope(actor: Actor) -> ColumnElement[bool]:
    """Return the same rule as a condition on the table of cases."""
    if actor.roles & BUREAU:
        return true()
    conditions: list[ColumnElement[bool]] = []
    if actor.roles & DISTRICT and actor.district is not None:
        conditions.append(Case.district == actor.district)
    if actor.roles & NAMED:
        conditions.append(Case.panel.contains(_bar(actor.id), autoescape=True))
    if actor.roles & SQUAD:
        conditions += [Case.lead == actor.id, Case.second == actor.id]
        if actor.district is not None and actor.squad is not None:
            conditions.append((Case.district == actor.district) & (Case.squad == actor.squad))
    return or_(*conditions) if conditions else false()


def named_in(before: str | None, people: Sequence[str]) -> str:
    """Return the ids of everybody who was named in the panels of a case, each in bars so that none is part of another."""
    return "".join(dict.fromkeys([*(_bar(each) for each in (before or "").split("|") if each), *map(_bar, people)]))


def _bar(person: str) -> str:
    return f"|{person}|"
