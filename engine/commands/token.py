"""Access tokens (访问令牌): issued by a person for themselves or for a system account, revoked, and noted when used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from engine.commands.command import Command, handles
from engine.errors import InvalidInputError, NotAllowedError, NotFoundError
from engine.events.token import TokenIssued, TokenRevoked
from engine.model import Credential, Token, TokenUse, User
from engine.rules.token import SCOPES
from engine.store import tables
from engine.work import Work

MOST = 20
"""Living tokens that one account may have."""

LONGEST = "token.days"
"""The parameter that says for how many days a token may live."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueToken(Command[str]):
    """Issue a token up to a last day; the answer is its id. `digest` is the SHA-256 of the token, which the engine never sees.

    Without `login` the token is the actor's own; for others only system accounts, which have no password, get one.
    """

    name: str
    scopes: tuple[str, ...]
    expires_on: date
    digest: str
    login: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeToken(Command[None]):
    """End a token at once."""

    token_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteTokenUse(Command[None]):
    """Note that a token was used just now."""

    token_id: str


@handles(IssueToken)
def issue_token(command: IssueToken, work: Work) -> str:
    """Issue the token; refuses an unknown scope, a last day too far ahead, and a token for another person."""
    owner = _owner(command, work)
    if problems := dict(_problems(command, work, owner)):
        raise InvalidInputError(problems)
    token = work.new_id()
    work.record(
        TokenIssued(
            token=token,
            user=owner.id,
            user_name=owner.name,
            name=command.name.strip(),
            scopes=tuple(scope for scope in SCOPES if scope in command.scopes),
            digest=command.digest,
            expires_on=command.expires_on,
            issued_by=work.actor.id,
            issued_at=work.now,
        )
    )
    return token


@handles(RevokeToken)
def revoke_token(command: RevokeToken, work: Work) -> None:
    """End the token; everybody ends their own, the security administrator any. One that is over stays so."""
    token = work.find(Token, command.token_id)
    if token is None or (token.user_id != work.actor.id and not work.actor.roles & {"security_admin", "SYSTEM"}):
        raise NotFoundError("没有这个令牌。")
    if token.revoked_at is None:
        owner = work.get(User, token.user_id)
        work.record(TokenRevoked(token=token.id, user_name=owner.name, name=token.name, revoked_at=work.now))


@handles(NoteTokenUse)
def note_token_use(command: NoteTokenUse, work: Work) -> None:
    """Replace the instant of the last use."""
    table = tables.TABLES["token_use"]
    work.connection.execute(table.delete().where(table.c.token_id == command.token_id))
    tables.put(work.connection, TokenUse, {"token_id": command.token_id, "used_at": work.now})


def _owner(command: IssueToken, work: Work) -> User:
    """Return whose token it is to be; NotAllowedError for another person's, who would be acted for without knowing."""
    if command.login is None:
        return work.get(User, work.actor.id)
    found = work.rows(User, login=command.login, active=True)
    if not found:
        raise InvalidInputError({"login": ["没有这个在用的账号。"]})
    if found[0].id != work.actor.id:
        if not work.actor.roles & {"security_admin", "SYSTEM"}:
            raise NotAllowedError("只能为自己签发令牌。")
        if work.rows(Credential, order="user_id", user_id=found[0].id):
            raise NotAllowedError("这个账号有密码，是人员的账号。人员的令牌由本人登录后签发。", field="login")
    return found[0]


def _problems(command: IssueToken, work: Work, owner: User) -> Iterator[tuple[str, list[str]]]:
    if not command.name.strip() or len(command.name) > 60 or not command.name.isprintable():
        yield "name", ["请写明用途，不超过60字。"]
    if not command.scopes or not SCOPES.keys() >= set(command.scopes):
        yield "scopes", ["请从列出的权限中选择，至少一项。"]
    longest = work.law.parameters.integer(LONGEST)
    if not work.today <= command.expires_on <= work.today + timedelta(days=longest):
        yield "expires_on", [f"有效期从今天起，最长{longest}日。"]
    if not _DIGEST.fullmatch(command.digest):
        yield "digest", ["须为令牌的SHA-256。"]
    living = [token for token in work.rows(Token, user_id=owner.id) if token.revoked_at is None and token.expires_on >= work.today]
    if len(living) >= MOST:
        yield "name", [f"一个账号最多{MOST}个有效的令牌，请先注销不用的。"]
