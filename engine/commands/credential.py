"""Log-ins (口令、登录): one-time passwords, locks and sessions; what an administrator does to them is a fact, they themselves are working state."""

from dataclasses import dataclass
from datetime import timedelta

from engine.commands.command import Command, handles
from engine.commands.user import other
from engine.errors import InvalidInputError, NotFoundError
from engine.events.credential import PasswordReset, SessionsEnded, UserUnlocked
from engine.model import Credential, LoginSession
from engine.store import tables
from engine.work import Work

KEPT = timedelta(hours=12)
"""No session lasts longer, so that what is older is no session."""

_SESSION = tables.TABLES["login_session"]
_CREDENTIAL = tables.TABLES["credential"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetPassword(Command[None]):
    """Give a person a one-time password; the answer to a lost one. All sessions of the person end."""

    user_id: str
    password_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockUser(Command[None]):
    """Unlock an account before its time."""

    user_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSessions(Command[int]):
    """End all sessions of a person; the answer is how many there were."""

    user_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSession(Command[None]):
    """Note that a person is logged in somewhere."""

    session_id: str
    user_id: str
    address: str
    agent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSession(Command[None]):
    """End one of one's own sessions."""

    session_id: str


@handles(ResetPassword)
def reset_password(command: ResetPassword, work: Work) -> None:
    """Replace the hash by that of a one-time password, unlock the account, end its sessions."""
    user = other(work, command.user_id)
    if not user.active:
        raise InvalidInputError({"user_id": ["账号已停用，请先恢复。"]})
    work.record(PasswordReset(user=user.id, name=user.name))
    work.connection.execute(_CREDENTIAL.delete().where(_CREDENTIAL.c.user_id == user.id))
    row = {"user_id": user.id, "password_hash": command.password_hash, "changed_at": work.now, "must_change": True}
    tables.put(work.connection, Credential, row | {"failures": 0, "locked_until": None})
    _end(work, user.id)


@handles(UnlockUser)
def unlock_user(command: UnlockUser, work: Work) -> None:
    """Forget the lock; refuses where there is none."""
    user = other(work, command.user_id)
    locked = _CREDENTIAL.c.locked_until > work.now
    changed = work.connection.execute(_CREDENTIAL.update().where(_CREDENTIAL.c.user_id == user.id, locked).values(failures=0, locked_until=None))
    if changed.rowcount == 0:
        raise InvalidInputError({"user_id": ["这个账号没有锁定。"]})
    work.record(UserUnlocked(user=user.id, name=user.name))


@handles(EndSessions)
def end_sessions(command: EndSessions, work: Work) -> int:
    """End them all."""
    user = other(work, command.user_id)
    count = _end(work, user.id)
    work.record(SessionsEnded(user=user.id, name=user.name, count=count))
    return count


@handles(NoteSession)
def note_session(command: NoteSession, work: Work) -> None:
    """Note the session, and forget those of the person that are over anyway."""
    work.connection.execute(_SESSION.delete().where(_SESSION.c.user_id == command.user_id, _SESSION.c.began_at < work.now - KEPT))
    row = {"id": command.session_id, "user_id": command.user_id, "began_at": work.now}
    tables.put(work.connection, LoginSession, row | {"address": command.address[:64], "agent": command.agent[:200]})


@handles(EndSession)
def end_session(command: EndSession, work: Work) -> None:
    """End the session if it is the actor's own."""
    mine = (_SESSION.c.id == command.session_id) & (_SESSION.c.user_id == work.actor.id)
    if work.connection.execute(_SESSION.delete().where(mine)).rowcount == 0:
        raise NotFoundError("没有这处登录，可能已经退出。")


def _end(work: Work, user_id: str) -> int:
    return int(work.connection.execute(_SESSION.delete().where(_SESSION.c.user_id == user_id)).rowcount)
