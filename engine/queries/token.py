"""Access tokens (访问令牌): one's own, all of them for the security administrator, and whose token it is that knocks."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from engine.actor import Actor
from engine.model import Token, TokenUse, User
from engine.queries.query import Query, Reading, answers

SYSTEM_ONLY = frozenset({"SYSTEM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenView:
    """A token with its owner and its last use; `state` is active, expired or revoked."""

    token: Token
    user: User
    used_at: datetime | None
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MyTokens(Query[tuple[TokenView, ...]]):
    """The actor's own tokens, the newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AllTokens(Query[tuple[TokenView, ...]]):
    """The tokens of everybody, the newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindToken(Query[TokenView | None]):
    """The token of a digest, whatever its state; asked at the door only."""

    digest: str


@answers(MyTokens)
def my_tokens(query: MyTokens, actor: Actor, reading: Reading) -> tuple[TokenView, ...]:
    """Return the actor's own tokens."""
    del query
    return _views(reading, reading.rows(Token, select(Token.__table__).where(Token.user_id == actor.id)))


@answers(AllTokens, roles=frozenset({"security_admin", "SYSTEM"}))
def all_tokens(query: AllTokens, actor: Actor, reading: Reading) -> tuple[TokenView, ...]:
    """Return all tokens."""
    del query, actor
    return _views(reading, reading.rows(Token, select(Token.__table__)))


@answers(FindToken, roles=SYSTEM_ONLY)
def find_token(query: FindToken, actor: Actor, reading: Reading) -> TokenView | None:
    """Return the token, or None."""
    del actor
    found = _views(reading, reading.rows(Token, select(Token.__table__).where(Token.digest == query.digest)))
    return found[0] if found else None


def _views(reading: Reading, tokens: list[Token]) -> tuple[TokenView, ...]:
    owners = {user.id: user for user in reading.rows(User, select(User.__table__).where(User.id.in_({token.user_id for token in tokens})))}
    statement = select(TokenUse.__table__).where(TokenUse.token_id.in_([token.id for token in tokens]))
    used = {use.token_id: use.used_at for use in reading.rows(TokenUse, statement)}
    views = [TokenView(token=token, user=owners[token.user_id], used_at=used.get(token.id), state=_state(token, reading)) for token in tokens]
    return tuple(sorted(views, key=lambda view: (view.token.issued_at, view.token.id), reverse=True))


def _state(token: Token, reading: Reading) -> str:
    if token.revoked_at is not None:
        return "revoked"
    return "expired" if token.expires_on < reading.today else "active"
