"""People (人员): who has an account, and who could be named."""

from dataclasses import dataclass

from sqlalchemy import select

from engine.actor import Actor, Proxy
from engine.model import Credential, LoginSession, User
from engine.queries.delegation import proxies
from engine.queries.query import Query, Reading, answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person with the state of the password.

    Attributes:
        credential: None where no password was set.
        here: whether the session that was asked for is one of the person's.
        proxies: in whose stead the person may act today.
    """

    user: User
    credential: Credential | None
    here: bool = False
    proxies: tuple[Proxy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindAccount(Query[Account | None]):
    """The account of a login name, or of an id, and whether a session is open; asked by the log-in and for tokens of others only."""

    login: str | None = None
    user_id: str | None = None
    session_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class People(Query[tuple[User, ...]]):
    """Active people, those of one role or all; for choosing a second officer and for lists."""

    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemonstrationAccounts(Query[tuple[User, ...]]):
    """The accounts of the demonstration city, empty elsewhere."""


@answers(FindAccount)
def find_account(query: FindAccount, actor: Actor, reading: Reading) -> Account | None:
    """Return the account, or None."""
    del actor
    condition = User.login == query.login if query.login is not None else User.id == query.user_id
    found = reading.rows(User, select(User.__table__).where(condition))
    if not found:
        return None
    credentials = reading.rows(Credential, select(Credential.__table__).where(Credential.user_id == found[0].id))
    session = None if query.session_id is None else reading.find(LoginSession, query.session_id)
    here = session is not None and session.user_id == found[0].id
    return Account(user=found[0], credential=credentials[0] if credentials else None, here=here, proxies=proxies(reading, found[0].id))


@answers(People)
def people(query: People, actor: Actor, reading: Reading) -> tuple[User, ...]:
    """Return active people of the actor's district, by name."""
    found = reading.rows(User, select(User.__table__).where(User.active).order_by(User.login))
    near = [user for user in found if actor.district is None or user.district in {None, actor.district}]
    return tuple(user for user in near if query.role is None or query.role in user.roles)


@answers(DemonstrationAccounts)
def demonstration_accounts(query: DemonstrationAccounts, actor: Actor, reading: Reading) -> tuple[User, ...]:
    """Return the accounts of the demonstration, in the order of their making."""
    del query, actor
    return tuple(reading.rows(User, select(User.__table__).where(User.demonstration, User.active)))


def actor_of(user: User, proxies: tuple[Proxy, ...] = ()) -> Actor:
    """Return a person as the engine's plain actor, with those in whose stead the person may act."""
    roles = frozenset(str(role) for role in user.roles)
    return Actor(id=user.id, name=user.name, district=user.district, squad=user.squad, roles=roles, proxies=proxies, partner=user.partner)
