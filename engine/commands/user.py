"""People (人员): accounts, roles and certificates as facts of the office; passwords as working state."""

from dataclasses import dataclass
from datetime import date, timedelta

from engine.commands.command import Command, handles
from engine.errors import InvalidInputError, LawError
from engine.events.user import UserDisabled, UserRegistered
from engine.model import Credential, User
from engine.store import tables
from engine.work import Work

ROLES = frozenset(
    {
        "officer",
        "squad_leader",
        "legal_reviewer",
        "head",
        "panel_member",
        "hearing_host",
        "publisher",
        "cashier",
        "archivist",
        "legal_office",
        "partner",
        "auditor",
        "system_admin",
        "security_admin",
        "audit_admin",
    }
)
ADMINISTRATORS = frozenset({"system_admin", "security_admin", "audit_admin"})
FAILURES = 5
LOCKED = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterUser(Command[str]):
    """Give a person an account; the answer is its id."""

    login: str
    name: str
    roles: tuple[str, ...]
    title: str | None = None
    district: str | None = None
    squad: str | None = None
    certificate: str | None = None
    certificate_from: date | None = None
    certificate_until: date | None = None
    demonstration: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DisableUser(Command[None]):
    """Close an account."""

    login: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPassword(Command[None]):
    """Keep the argon2id hash of a person's new password; `must_change` at the first log-in after somebody else set it."""

    user_id: str
    password_hash: str
    must_change: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLogin(Command[None]):
    """Count an attempt to log in: five failures lock the account for fifteen minutes, a success clears the count."""

    user_id: str
    succeeded: bool


@handles(RegisterUser)
def register_user(command: RegisterUser, work: Work) -> str:
    """Register a person; refuses unknown roles, a taken login name, two of the three administrators in one person, an officer without certificate."""
    problems = {}
    roles = frozenset(command.roles)
    if not command.login.isascii() or not command.login.isidentifier() or len(command.login) > 32:
        problems["login"] = ["登录名须为字母开头的字母和数字，不超过32位。"]
    if not command.name.strip() or len(command.name) > 50:
        problems["name"] = ["姓名必填，不超过50字。"]
    if not roles or roles - ROLES:
        problems["roles"] = [f"不认识的角色：{'、'.join(sorted(roles - ROLES)) or '未填'}。"]
    if "officer" in roles and not (command.certificate and command.certificate_from and command.certificate_until):
        problems["certificate"] = ["执法人员须有执法证号和有效期（行政处罚法第四十二条）。"]
    if problems:
        raise InvalidInputError(problems)
    if len(roles & ADMINISTRATORS) > 1 or (roles & ADMINISTRATORS and roles - ADMINISTRATORS):
        raise LawError("same_person", "系统、安全、审计三员须由不同的人担任，且不得兼任办案角色。", basis="GB/T 22239-2019 8.1.5", field="roles")
    if work.rows(User, login=command.login):
        raise InvalidInputError({"login": ["这个登录名已经有人使用。"]})
    user = work.new_id()
    work.record(
        UserRegistered(
            user=user,
            login=command.login,
            name=command.name.strip(),
            title=command.title,
            district=command.district,
            squad=command.squad,
            roles=tuple(sorted(roles)),
            certificate=command.certificate,
            certificate_from=command.certificate_from,
            certificate_until=command.certificate_until,
            demonstration=command.demonstration,
        )
    )
    return user


@handles(DisableUser)
def disable_user(command: DisableUser, work: Work) -> None:
    """Close an account; what its person did stays."""
    found = work.rows(User, login=command.login, active=True)
    if not found:
        raise InvalidInputError({"login": ["没有这个在用的账号。"]})
    work.record(UserDisabled(user=found[0].id, name=found[0].name, reason=command.reason))


@handles(SetPassword)
def set_password(command: SetPassword, work: Work) -> None:
    """Replace the hash and clear the count of failures."""
    if "SYSTEM" not in work.actor.roles and work.actor.id != command.user_id:
        raise InvalidInputError({"user_id": ["只能修改自己的口令。"]})
    table = tables.TABLES["credential"]
    work.connection.execute(table.delete().where(table.c.user_id == command.user_id))
    row = {"user_id": command.user_id, "password_hash": command.password_hash, "changed_at": work.now, "must_change": command.must_change}
    tables.put(work.connection, Credential, row | {"failures": 0, "locked_until": None})


@handles(NoteLogin)
def note_login(command: NoteLogin, work: Work) -> None:
    """Count the attempt."""
    table = tables.TABLES["credential"]
    mine = table.c.user_id == command.user_id
    if command.succeeded:
        work.connection.execute(table.update().where(mine).values(failures=0, locked_until=None))
        return
    failures = (work.connection.execute(table.update().where(mine).values(failures=table.c.failures + 1).returning(table.c.failures))).scalar() or 0
    if failures >= FAILURES:
        work.connection.execute(table.update().where(mine).values(failures=0, locked_until=work.now + LOCKED))
