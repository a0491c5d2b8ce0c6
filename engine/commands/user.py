"""People (人员): accounts, roles and certificates as facts of the office; passwords as working state."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from engine.commands.command import Command, handles
from engine.errors import InvalidInputError, NotAllowedError, NotFoundError
from engine.events.token import TokenRevoked
from engine.events.user import UserChanged, UserDisabled, UserEnabled, UserRegistered
from engine.model import Credential, Token, User
from engine.rules.right import IN_DISTRICT, IN_SQUAD, TITLES, check_together, may_review
from engine.store import security, tables
from engine.work import FormData, Work

ROLES = frozenset(TITLES)
NOBODY = "nobody"
"""Whose log-in is noted where there is no such account, or none that may log in."""

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
    licence: str | None = None
    reviewer_since: date | None = None
    partner: str | None = None
    demonstration: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolUser(Command[str]):
    """Give a person an account by the form that an administrator filled in; the answer is its id."""

    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeUser(Command[None]):
    """Note that a person has another name, title, district or squad."""

    user_id: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisableUser(Command[None]):
    """Close an account."""

    login: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnableUser(Command[None]):
    """Open a closed account again."""

    user_id: str
    data: Mapping[str, object]


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
    name: str = ""
    address: str = ""


@handles(RegisterUser)
def register_user(command: RegisterUser, work: Work) -> str:
    """Register a person; refuses unknown roles, a taken login name, two of the three administrators in one person, an officer without certificate."""
    roles = frozenset(command.roles)
    if problems := _problems(command, roles, work):
        raise InvalidInputError(problems)
    check_together(roles)
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
            licence=command.licence,
            reviewer_since=command.reviewer_since,
            partner=command.partner,
            demonstration=command.demonstration,
        )
    )
    return user


def _problems(command: RegisterUser, roles: frozenset[str], work: Work) -> dict[str, list[str]]:
    """Return what is wrong with each field of a registration, by field. Source: 行政处罚法 Art. 42, 58."""
    problems = {}
    if not command.login.isascii() or not command.login.isidentifier() or len(command.login) > 32:
        problems["login"] = ["登录名须为字母开头的字母和数字，不超过32位。"]
    if not command.name.strip() or len(command.name) > 50:
        problems["name"] = ["姓名必填，不超过50字。"]
    if not roles or roles - ROLES:
        problems["roles"] = [f"不认识的角色：{'、'.join(sorted(roles - ROLES)) or '未填'}。"]
    if "officer" in roles and not (command.certificate and command.certificate_from and command.certificate_until):
        problems["certificate"] = ["执法人员须有执法证号和有效期（行政处罚法第四十二条）。"]
    if "legal_reviewer" in roles and not may_review(command.licence, command.reviewer_since):
        problems["licence"] = ["初次从事法制审核的，须登记法律职业资格证书号（行政处罚法第五十八条）。"]
    if ("partner" in roles) != (command.partner in work.law.department.partners):
        problems["partner"] = ["协作账号须写明目录中的一个协作部门，其他账号不写。"]
    return problems


@handles(EnrolUser)
def enrol_user(command: EnrolUser, work: Work) -> str:
    """Register a person as the form says; further roles are granted one by one."""
    data = work.read_form("user_registration", command.data)
    role = data.text("role")
    _check_place(work, data, {role})
    registration = RegisterUser(
        login=data.text("login"),
        name=data.text("name"),
        roles=(role,),
        title=data.find("position"),
        district=data.find("district"),
        squad=data.find("squad"),
        certificate=data.find("certificate"),
        certificate_from=_day(data, "certificate_from"),
        certificate_until=_day(data, "certificate_until"),
        licence=data.find("licence"),
        reviewer_since=_day(data, "reviewer_since"),
        partner=data.find("partner"),
    )
    return register_user(registration, work)


@handles(ChangeUser)
def change_user(command: ChangeUser, work: Work) -> None:
    """Change what is known of a person; refuses a place that the department does not have or the roles need."""
    user = other(work, command.user_id)
    data = work.read_form("user_change", command.data)
    _check_place(work, data, user.roles)
    after = (data.text("name"), data.find("position"), data.find("district"), data.find("squad"))
    if after == (user.name, user.title, user.district, user.squad):
        raise InvalidInputError({"name": ["没有任何变化。"]})
    name, title, district, squad = after
    work.record(UserChanged(user=user.id, before=user.name, name=name, title=title, district=district, squad=squad, reason=data.text("reason")))


@handles(DisableUser)
def disable_user(command: DisableUser, work: Work) -> None:
    """Close an account, and end its tokens for good; what its person did stays.

    Nobody closes the own one, nor the last one that can grant rights.
    """
    if not command.reason.strip() or len(command.reason) > 500:
        raise InvalidInputError({"reason": ["必须填写理由，不超过500字。"]})
    found = work.rows(User, login=command.login, active=True)
    if not found:
        raise InvalidInputError({"login": ["没有这个在用的账号。"]})
    user = other(work, found[0].id)
    check_not_last(work, user)
    work.record(UserDisabled(user=user.id, name=user.name, reason=command.reason.strip()))
    for token in work.rows(Token, user_id=user.id):
        if token.revoked_at is None:
            work.record(TokenRevoked(token=token.id, user_name=user.name, name=token.name, revoked_at=work.now))
    sessions = tables.TABLES["login_session"]
    work.connection.execute(sessions.delete().where(sessions.c.user_id == user.id))


@handles(EnableUser)
def enable_user(command: EnableUser, work: Work) -> None:
    """Open a closed account again."""
    user = other(work, command.user_id)
    data = work.read_form("reason", command.data)
    if user.active:
        raise InvalidInputError({"reason": ["这个账号在用，不需要恢复。"]})
    work.record(UserEnabled(user=user.id, name=user.name, reason=data.text("reason")))


def target(work: Work, user_id: str) -> User:
    """Return a person by id; NotFoundError where there is none."""
    found = work.find(User, user_id)
    if found is None:
        raise NotFoundError("没有这个人员。")
    return found


def other(work: Work, user_id: str) -> User:
    """Return a person whose account the actor may change: anybody but the actor. Source: GB/T 22239-2019 8.1.4.2."""
    found = target(work, user_id)
    if found.id == work.actor.id:
        raise NotAllowedError("不能变更自己的账号和权限，请另一名安全管理员办理。", basis="GB/T 22239-2019 8.1.4.2")
    return found


def check_not_last(work: Work, user: User) -> None:
    """Refuse to take away the last account that can grant rights: nobody could give it back."""
    granting = [item for item in work.rows(User, active=True) if "security_admin" in item.roles]
    if [item.id for item in granting] == [user.id]:
        raise NotAllowedError(f"{user.name}是最后一名安全管理员，请先授权另一人。")


def _check_place(work: Work, data: FormData, roles: Iterable[str]) -> None:
    """Refuse a district or squad that the department does not have, and roles without the place that they need."""
    district, squad = data.find("district"), data.find("squad")
    known = work.law.department.districts
    problems = {}
    if district is not None and district not in known:
        problems["district"] = ["没有这个辖区。"]
    elif district is None and IN_DISTRICT.intersection(roles):
        problems["district"] = ["这个角色须属于一个辖区。"]
    if squad is not None and (district not in known or squad not in {item.code for item in known[str(district)].squads}):
        problems["squad"] = ["这个辖区没有这个中队。"]
    elif squad is None and IN_SQUAD.intersection(roles):
        problems["squad"] = ["执法人员和中队长须属于一个中队。"]
    if problems:
        raise InvalidInputError(problems)


def _day(data: FormData, name: str) -> date | None:
    return None if data.find(name) is None else data.day(name)


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
    person = None if command.user_id == NOBODY else command.user_id
    kind = "login" if command.succeeded and person is not None else "login_failed"
    security.note(work.connection, security.Event(kind=kind, person=person, person_name=command.name, address=command.address), work.now)
    if command.succeeded:
        work.connection.execute(table.update().where(mine).values(failures=0, locked_until=None))
        return
    failures = (work.connection.execute(table.update().where(mine).values(failures=table.c.failures + 1).returning(table.c.failures))).scalar() or 0
    if failures >= FAILURES:
        work.connection.execute(table.update().where(mine).values(failures=0, locked_until=work.now + LOCKED))
        locked = security.Event(kind="locked", person=person, person_name=command.name, address=command.address, detail=f"连续输错{FAILURES}次")
        security.note(work.connection, locked, work.now)
