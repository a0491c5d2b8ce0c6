"""Delegations (授权代行): who approves in another's stead, for a time."""

from engine.commands.delegation import EndDelegation, GrantDelegation
from engine.model import Delegation
from engine.queries.delegation import MyDelegations
from web.api.door import Door
from web.api.shape import shape

door = Door("delegation", "授权代行")

SCOPE = "delegation.write"


def _place(item: Delegation) -> tuple[str, ...]:
    return (item.granted_at.isoformat(), item.id)


door.enumerate("/delegations", MyDelegations, "我授出的和授给我的 One's own delegations", item=shape(Delegation), place=_place, length=2)
door.give("POST", "/delegations", GrantDelegation, "授权代行审批 Let another approve in one's stead", scope=SCOPE, form="delegation")
door.give(
    "POST",
    "/delegations/<delegation_id>/end",
    EndDelegation,
    "终止授权 Revoke a delegation, or give it back",
    scope=SCOPE,
    form="reason",
)
