"""Actors (行为人): who gives a command, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """For whom somebody may act: a delegation in force, with the office, its reach and the matters that were delegated."""

    delegation: str
    person: str
    person_name: str
    role: str
    district: str
    squad: str | None
    scope: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, or the system itself, with what decides about rights.

    `squad` is None for people outside a squad; `district` is None for roles whose reach is the whole bureau.
    `proxies` are those in whose stead the person may approve today.
    `partner` is the other department (协作部门) that somebody outside the agency answers for.
    """

    id: str
    name: str
    district: str | None = None
    squad: str | None = None
    roles: frozenset[str] = frozenset()
    proxies: tuple[Proxy, ...] = ()
    partner: str | None = None


SYSTEM = Actor(id="system", name="系统", roles=frozenset({"SYSTEM"}))
"""The system's own commands: deadlines, delivery, sealing."""
