"""Bearers (持令牌者): whose token it is that knocks, and what it opens. Cookies open nothing here. Source: RFC 6750."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from flask import current_app, g, request
from werkzeug.exceptions import Forbidden, TooManyRequests, Unauthorized

from engine.actor import SYSTEM, Actor
from engine.commands.token import NoteTokenUse
from engine.model import Token
from engine.queries.person import FindAccount, actor_of
from engine.queries.token import FindToken
from web.api.rate import Limiter
from web.request import engine
from web.token import digest

NOTED = timedelta(minutes=1)
"""The last use is noted to the minute, so that reading does not write each time."""

CHALLENGE = 'Bearer realm="zhifa"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A person, or a system account, for whom a machine acts."""

    actor: Actor
    token: Token


class UnknownTokenError(Unauthorized):
    """There is no token, or none that lives: which of these it is, is not told."""

    def __init__(self, *, shown: bool) -> None:
        super().__init__("令牌无效、已到期或者已注销。" if shown else "请在Authorization里带上令牌。")
        self.challenge = CHALLENGE + (', error="invalid_token"' if shown else "")

    def get_headers(self, *args: Any, **kwargs: Any) -> list[tuple[str, str]]:
        """Return the headers with the challenge."""
        return [*super().get_headers(*args, **kwargs), ("WWW-Authenticate", self.challenge)]


class ScopeMissingError(Forbidden):
    """The token does not open this, whatever its person may do."""

    problem = "scope_missing"

    def __init__(self, scope: str) -> None:
        super().__init__(f"这个令牌没有权限{scope}。")
        self.challenge = f'{CHALLENGE}, error="insufficient_scope", scope="{scope}"'

    def get_headers(self, *args: Any, **kwargs: Any) -> list[tuple[str, str]]:
        """Return the headers with what would have been needed."""
        return [*super().get_headers(*args, **kwargs), ("WWW-Authenticate", self.challenge)]


def demand(scope: str) -> None:
    """Let in who bears a living token with the scope and does not knock too often."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    found = engine().ask(FindToken(digest=digest(token.strip())), SYSTEM) if kind.lower() == "bearer" else None
    if found is None or found.state != "active" or not found.user.active:
        raise UnknownTokenError(shown=kind.lower() == "bearer")
    now = engine().clock.now()
    if wait := limiter().wait(found.token.id, now):
        raise TooManyRequests(f"请求太频繁，请{wait}秒后再试。", retry_after=wait)
    if scope not in found.token.scopes:
        raise ScopeMissingError(scope)
    if found.used_at is None or now - found.used_at >= NOTED:
        engine().execute(NoteTokenUse(token_id=found.token.id), SYSTEM)
    account = engine().ask(FindAccount(user_id=found.user.id), SYSTEM)
    proxies = () if account is None else account.proxies
    g.bearer = Bearer(actor=actor_of(found.user, proxies), token=found.token)


def bearer() -> Bearer:
    """Return who was let in."""
    return cast("Bearer", g.bearer)


def limiter() -> Limiter:
    """Return who counts the requests."""
    return cast("Limiter", current_app.extensions["limiter"])
