"""Actors (行为人): who gives a command, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, or the system itself, with what decides about rights.

    `squad` is None for people outside a squad; `district` is None for roles whose reach is the whole bureau.
    """

    id: str
    name: str
    district: str | None = None
    squad: str | None = None
    roles: frozenset[str] = frozenset()


SYSTEM = Actor(id="system", name="系统", roles=frozenset({"SYSTEM"}))
"""The system's own commands: deadlines, delivery, sealing."""
