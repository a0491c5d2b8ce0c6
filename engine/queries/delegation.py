"""Delegations (授权代理) as people ask for them: those one gave, and those one was given."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from engine.actor import Actor, Proxy
from engine.model import Delegation, User
from engine.queries.query import Query, Reading, answers


@dataclass(frozen=True, slots=True, kw_only=True)
class MyDelegations(Query[tuple[Delegation, ...]]):
    """The delegations that the actor gave or was given, newest first."""


@answers(MyDelegations)
def my_delegations(query: MyDelegations, actor: Actor, reading: Reading) -> tuple[Delegation, ...]:
    """Return them."""
    del query
    concerned = or_(Delegation.delegator == actor.id, Delegation.delegate == actor.id)
    return tuple(reading.rows(Delegation, select(Delegation.__table__).where(concerned).order_by(Delegation.granted_at.desc())))


def proxies(reading: Reading, user_id: str) -> tuple[Proxy, ...]:
    """Return for whom a person may act today: the delegator is in office and still has the role."""
    day = reading.today
    running = (Delegation.delegate == user_id, Delegation.ended_at.is_(None), Delegation.valid_from <= day, Delegation.valid_until >= day)
    found = reading.rows(Delegation, select(Delegation.__table__).where(*running).order_by(Delegation.granted_at))
    return tuple(_proxy(item) for item in found if _in_office(reading.find(User, item.delegator), item.role))


def _in_office(delegator: User | None, role: str) -> bool:
    return delegator is not None and delegator.active and role in delegator.roles


def _proxy(item: Delegation) -> Proxy:
    return Proxy(
        delegation=item.id,
        person=item.delegator,
        person_name=item.delegator_name,
        role=item.role,
        district=item.district,
        squad=item.squad,
        scope=frozenset(str(name) for name in item.scope),
    )
