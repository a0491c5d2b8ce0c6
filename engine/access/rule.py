"""Rules of access (权限规则): who may give a command, written so that the tables read like a regulation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.commands.command import Command

ENFORCERS = ("officer", "squad_leader")
HANDLERS_OF_CASES = ("officer", "squad_leader", "legal_reviewer", "head", "panel_member", "hearing_host", "publisher", "cashier", "archivist")


@dataclass(frozen=True, slots=True)
class Rule:
    """The roles that may give a command."""

    roles: frozenset[str]


Rules = Mapping[type[Command[Any]], Rule]
"""A regulation: who may give which command."""


def may(*roles: str) -> Rule:
    """Return the rule that names the roles."""
    return Rule(frozenset(roles))
