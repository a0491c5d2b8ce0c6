"""Access (权限): who may give which command on which case."""

from collections.abc import Mapping
from typing import Any

from engine.access import (
    case,
    collaboration,
    deadline,
    device,
    document,
    evidence,
    inspection,
    office,
    panel,
    partner_key,
    procedure,
    publication,
    statistics,
    task,
    token,
)
from engine.access.rule import Rule
from engine.actor import Actor
from engine.commands.command import Command
from engine.errors import NotAllowedError, NotFoundError
from engine.model import Case
from engine.queries.reach import own_reach, within_reach

ACCESS: Mapping[type[Command[Any]], Rule] = {
    **case.RULES,
    **collaboration.RULES,
    **task.RULES,
    **evidence.RULES,
    **inspection.RULES,
    **deadline.RULES,
    **device.RULES,
    **document.RULES,
    **panel.RULES,
    **procedure.RULES,
    **publication.RULES,
    **statistics.RULES,
    **office.RULES,
    **partner_key.RULES,
    **token.RULES,
}
"""The whole regulation; a command without a line here can be given by nobody."""


def check_role(command: Command[Any], actor: Actor) -> None:
    """Refuse with NotAllowedError unless one of the actor's roles may give the command."""
    rule = ACCESS.get(type(command))
    if rule is None or not rule.roles & actor.roles:
        raise NotAllowedError("您的角色不能办理此事。")


def check_reach(command: Command[Any], actor: Actor, case: Case | None) -> None:
    """Refuse with NotFoundError when the case is out of the actor's reach: it is not told apart from one that does not exist.

    A delegation reaches the steps of approval and nothing else. A partner reaches no case, but what was sent to the own department: whose
    request it is, the handler asks.
    """
    if type(command) in collaboration.PARTNERS and actor.partner is not None:
        return
    reaches = within_reach if type(command) in task.RULES else own_reach
    if case is not None and not reaches(actor, case):
        raise NotFoundError.out_of_reach()
