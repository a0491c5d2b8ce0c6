"""Access tokens (访问令牌) outside the engine: the digest under which one is known, and the command line's ways with them."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from engine.actor import SYSTEM
from engine.clock import random_token
from engine.commands.token import IssueToken, RevokeToken
from engine.queries.token import AllTokens
from web.house import opened
from web.settings import Settings

STATES = {"active": "有效", "expired": "已到期", "revoked": "已注销"}


def digest(token: str) -> str:
    """Return the SHA-256 of a token. A token is 256 random bits: nobody can try them all, so that a slow hash would protect nothing."""
    return sha256(token.encode()).hexdigest()


def issue(settings: Settings, *, login: str, name: str, scopes: tuple[str, ...], expires_on: date) -> str:
    """Issue a token to a system account and return it; ClickException says what is wrong."""
    token = random_token()
    with opened(settings) as house:
        house.engine.execute(IssueToken(login=login, name=name, scopes=scopes, expires_on=expires_on, digest=digest(token)), SYSTEM)
    return token


def revoke(settings: Settings, token_id: str) -> None:
    """End a token; ClickException if there is none."""
    with opened(settings) as house:
        house.engine.execute(RevokeToken(token_id=token_id), SYSTEM)


def listing(settings: Settings) -> Iterator[str]:
    """Yield a line for each token."""
    with opened(settings) as house:
        for view in house.engine.ask(AllTokens(), SYSTEM):
            scopes = ",".join(map(str, view.token.scopes))
            yield "\t".join((view.token.id, view.user.login, view.token.name, scopes, view.token.expires_on.isoformat(), STATES[view.state]))
