"""Accounts on the command line (账号): the first one, and any other, made without a browser."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from click import ClickException

from engine.actor import SYSTEM
from engine.commands.user import RegisterUser, SetPassword
from engine.queries.person import People
from web import city
from web.house import opened
from web.password import Passwords, problem
from web.settings import Settings


def add(
    settings: Settings,
    *,
    login: str,
    name: str,
    roles: tuple[str, ...],
    district: str | None,
    squad: str | None,
    password: str | None,
    certificate: Mapping[str, object],
) -> str:
    """Register a person and set the first password, or a system account that has none; ClickException says what is wrong."""
    if password is not None and (weak := problem(password, login)):
        raise ClickException(weak)
    with opened(settings) as house:
        city.publish_law(house)
        command = RegisterUser(
            login=login,
            name=name,
            roles=roles,
            district=district,
            squad=squad,
            licence=str(certificate["licence"]) if certificate.get("licence") else None,
            certificate=str(certificate["certificate"]) if certificate.get("certificate") else None,
            certificate_from=_day(certificate.get("valid_from")),
            certificate_until=_day(certificate.get("valid_until")),
        )
        user = house.engine.execute(command, SYSTEM)
        if password is not None:
            house.engine.execute(SetPassword(user_id=user, password_hash=Passwords().hash(password), must_change=True), SYSTEM)
    return (
        f"已登记{name}（{login}），首次登录须更换口令。" if password is not None else f"已登记系统账号{name}（{login}），请用 token issue 签发令牌。"
    )


def listing(settings: Settings) -> Iterator[str]:
    """Yield a line for each active account."""
    with opened(settings) as house:
        for person in house.engine.ask(People(), SYSTEM):
            yield f"{person.login}\t{person.name}\t{person.district or '—'}\t{'、'.join(str(role) for role in person.roles)}"


def _day(value: object) -> date | None:
    return value.date() if isinstance(value, datetime) else None
