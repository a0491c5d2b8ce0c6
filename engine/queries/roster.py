"""The roster (人员名册): everybody with an account, for who grants rights and who watches that."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from engine.actor import Actor
from engine.errors import NotFoundError
from engine.journal.read import records
from engine.model import Credential, LoginSession, User
from engine.queries.query import Query, Reading, answers
from engine.work import OFFICE

PAGE = 20
WATCHERS = frozenset({"security_admin", "audit_admin", "auditor", "SYSTEM"})
"""Who may see everybody's account: who grants rights, and who watches that."""

WARNINGS = (30, 60, 90)
"""Days before the end of a certificate at which it is listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in the roster.

    Attributes:
        locked_until: the end of the lock after wrong passwords, None where there is none.
        valid: whether the certificate is good today; None where there is none.
        left: days until the certificate ends, negative after; None where there is none or it was withdrawn.
    """

    user: User
    locked_until: datetime | None
    must_change: bool
    valid: bool | None
    left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterPage:
    """One page of the roster; `counts` are those of the whole roster by view, `roles` by role, whatever the filter."""

    members: tuple[Member, ...]
    total: int
    page: int
    pages: int
    counts: Mapping[str, int]
    roles: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster(Query[RosterPage]):
    """People by view (active, disabled, locked, expired, or the days 30, 60, 90 within which a certificate ends), role, district and words."""

    view: str = "active"
    role: str | None = None
    district: str | None = None
    text: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One entry of the office's journal that concerns a person."""

    seq: int
    at: datetime
    actor_name: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person with sessions and history, newest first."""

    member: Member
    sessions: tuple[LoginSession, ...]
    history: tuple[Happening, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage(Query[PersonView]):
    """One person; NotFoundError where there is none."""

    user_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MySessions(Query[tuple[LoginSession, ...]]):
    """Where the actor is logged in."""


@answers(Roster, roles=WATCHERS)
def roster(query: Roster, actor: Actor, reading: Reading) -> RosterPage:
    """Return the people that meet the filter, by login."""
    del actor
    everybody = _members(reading)
    counts = {view: sum(_in_view(member, view) for member in everybody) for view in ("active", "disabled", "locked", "expired", "30", "60", "90")}
    chosen = [member for member in everybody if _in_view(member, query.view)]
    roles = Counter(str(role) for member in chosen for role in member.user.roles)
    if query.role is not None:
        chosen = [member for member in chosen if query.role in member.user.roles]
    if query.district is not None:
        chosen = [member for member in chosen if member.user.district == query.district]
    if needle := query.text.strip():
        chosen = [
            member for member in chosen if any(needle in (text or "") for text in (member.user.name, member.user.login, member.user.certificate))
        ]
    pages = max(1, -(-len(chosen) // PAGE))
    page = min(max(1, query.page), pages)
    shown = tuple(chosen[(page - 1) * PAGE : page * PAGE])
    return RosterPage(members=shown, total=len(chosen), page=page, pages=pages, counts=counts, roles=roles)


@answers(PersonPage, roles=WATCHERS)
def person_page(query: PersonPage, actor: Actor, reading: Reading) -> PersonView:
    """Return the person, where logged in, and what the office's journal says of the account."""
    del actor
    found = [member for member in _members(reading) if member.user.id == query.user_id]
    if not found:
        raise NotFoundError("没有这个人员。")
    sessions = select(LoginSession.__table__).where(LoginSession.user_id == query.user_id).order_by(LoginSession.began_at.desc())
    history = [
        Happening(seq=entry.seq, at=entry.at, actor_name=entry.actor_name, sentence=fact.sentence())
        for entry in records(reading.connection, OFFICE)
        for fact in entry.facts
        if getattr(fact, "user", None) == query.user_id
    ]
    return PersonView(member=found[0], sessions=tuple(reading.rows(LoginSession, sessions)), history=tuple(reversed(history)))


@answers(MySessions)
def my_sessions(query: MySessions, actor: Actor, reading: Reading) -> tuple[LoginSession, ...]:
    """Return the actor's own sessions, newest first."""
    del query
    statement = select(LoginSession.__table__).where(LoginSession.user_id == actor.id).order_by(LoginSession.began_at.desc())
    return tuple(reading.rows(LoginSession, statement))


def _members(reading: Reading) -> list[Member]:
    credentials = {item.user_id: item for item in reading.rows(Credential, select(Credential.__table__))}
    people = reading.rows(User, select(User.__table__).order_by(User.login))
    return [_member(user, credentials.get(user.id), reading) for user in people]


def _member(user: User, credential: Credential | None, reading: Reading) -> Member:
    locked = credential.locked_until if credential is not None else None
    return Member(
        user=user,
        locked_until=locked if locked is not None and locked > reading.now else None,
        must_change=credential is not None and credential.must_change,
        valid=None if user.certificate is None else _valid(user, reading.today),
        left=_left(user, reading.today),
    )


def _valid(user: User, day: date) -> bool:
    suspended = user.certificate_suspended_from is not None and (
        user.certificate_suspended_from <= day <= (user.certificate_suspended_until or date.max)
    )
    withdrawn = user.certificate_withdrawn_on is not None and user.certificate_withdrawn_on <= day
    left = user.certificate_from is not None and user.certificate_until is not None and user.certificate_from <= day <= user.certificate_until
    return left and not suspended and not withdrawn


def _left(user: User, day: date) -> int | None:
    if user.certificate_until is None or user.certificate_withdrawn_on is not None:
        return None
    return (user.certificate_until - day) // timedelta(days=1)


def _in_view(member: Member, view: str) -> bool:
    if view == "disabled":
        return not member.user.active
    if not member.user.active:
        return False
    if view == "locked":
        return member.locked_until is not None
    if view == "expired":
        return member.valid is False
    if view.isdigit():
        return member.left is not None and 0 <= member.left <= int(view)
    return True
