"""Reach (管辖范围): which cases a person may see and touch at all; beyond it a case does not exist.

Source: domain vocabulary, roles and reach; 等保 8.1.4.2 (least privilege).
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, false, or_, true

from engine.actor import Actor, Proxy
from engine.model import Case
from engine.rules.delegation import covers

BUREAU = frozenset({"auditor", "SYSTEM"})
DISTRICT = frozenset({"legal_reviewer", "head", "publisher", "cashier", "archivist"})
SQUAD = frozenset({"officer", "squad_leader"})
NAMED = frozenset({"panel_member", "hearing_host"})
"""Roles that see only the cases in which they are named."""


def within_reach(actor: Actor, case: Case) -> bool:
    """Return whether a case exists for an actor: in person, or for somebody whose approvals were delegated."""
    return own_reach(actor, case) or any(_reaches(proxy, case) for proxy in actor.proxies)


def proxy_for(actor: Actor, case: Case, role: str, step: str) -> Proxy | None:
    """Return in whose stead an actor does a step; None: in person, or not at all (see `may_act`)."""
    if role in actor.roles and own_reach(actor, case):
        return None
    fitting = (proxy for proxy in actor.proxies if proxy.role == role and _reaches(proxy, case) and covers(proxy.scope, step))
    return next((proxy for proxy in fitting if proxy.person not in {case.lead, case.second}), None)


def may_act(actor: Actor, case: Case, role: str, step: str) -> bool:
    """Return whether an actor may do a step of a role, in person or in somebody's stead."""
    return (role in actor.roles and own_reach(actor, case)) or proxy_for(actor, case, role, step) is not None


def _reaches(proxy: Proxy, case: Case) -> bool:
    return case.district == proxy.district and (proxy.squad is None or case.squad == proxy.squad)


def own_reach(actor: Actor, case: Case) -> bool:
    """Return whether a case exists for an actor in person."""
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
    return or_(own_scope(actor), *(_proxy_scope(proxy) for proxy in actor.proxies))


def proxy_scope(proxy: Proxy) -> ColumnElement[bool]:
    """Return the cases in which somebody acts for another: those of the office, but for the delegator's own."""
    return _proxy_scope(proxy) & (Case.lead != proxy.person) & Case.second.is_distinct_from(proxy.person)


def _proxy_scope(proxy: Proxy) -> ColumnElement[bool]:
    district = Case.district == proxy.district
    return district if proxy.squad is None else district & (Case.squad == proxy.squad)


def own_scope(actor: Actor) -> ColumnElement[bool]:
    """Return the cases that exist for an actor in person."""
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
    """Return the ids of everybody who was named in the panels and hearings of a case, each in bars so that none is part of another."""
    return "".join(dict.fromkeys([*(_bar(each) for each in (before or "").split("|") if each), *map(_bar, people)]))


def _bar(person: str) -> str:
    return f"|{person}|"
