"""The demonstration city (江川市): its law, its processes and its people, founded through the engine."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from engine.actor import SYSTEM, Actor
from engine.commands.law import PublishLaw, PublishProcess
from engine.commands.user import RegisterUser, SetPassword
from engine.law.seed import seeds
from engine.queries.person import FindAccount, actor_of
from engine.workflow.dialect import the_process
from engine.workflow.starting import read_starting
from engine.workflow.xml import read_xml
from web.filters import PROCEDURES
from web.house import House
from web.password import DEMONSTRATION, ORDINARY, Cost, Passwords

ROOT = Path(__file__).resolve().parents[1]
PEOPLE = Path(__file__).parent / "demonstration" / "people.toml"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the demonstration city: the account, and in one line what it may do."""

    login: str
    does: str


def publish_law(house: House) -> None:
    """Publish the packaged law and processes; what is published already stays as it is."""
    for seed in seeds():
        command = PublishLaw(kind=seed.kind, name=seed.name, valid_from=seed.valid_from, text=seed.content.decode())
        house.engine.execute(command, SYSTEM)
    files = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "processes").glob("*.bpmn"))}
    for root in roots(files):
        house.engine.execute(PublishProcess(root=root, files=files), SYSTEM)


def roots(files: Mapping[str, str]) -> list[str]:
    """Return the processes that are published for themselves: the main procedures, and those that people start beside them."""
    beside = [
        name.removesuffix(".bpmn") for name, text in sorted(files.items()) if read_starting(the_process(name, read_xml(name, text.encode()))).roles
    ]
    return [*PROCEDURES, *beside]


def found(house: House, *, cost: Cost = ORDINARY) -> None:
    """Publish the law and register the people of the city with their public password."""
    publish_law(house)
    shared = Passwords(cost).hash(DEMONSTRATION)
    for entry in _entries():
        account = house.engine.ask(FindAccount(login=entry["login"]), SYSTEM)
        if account is None or account.credential is None:
            user = house.engine.execute(_registration(entry), SYSTEM) if account is None else account.user.id
            house.engine.execute(SetPassword(user_id=user, password_hash=shared), SYSTEM)


def people() -> list[Person]:
    """Return the people of the demonstration with what each may do."""
    return [Person(entry["login"], entry["does"]) for entry in _entries()]


def actor(house: House, login: str) -> Actor:
    """Return somebody of the city as an actor; LookupError for a stranger."""
    account = house.engine.ask(FindAccount(login=login), SYSTEM)
    if account is None:
        raise LookupError(f"没有登录名为{login}的人员")
    return actor_of(account.user, account.proxies)


def _entries() -> list[dict[str, Any]]:
    return list(tomllib.loads(PEOPLE.read_text(encoding="utf-8"))["person"])


def _registration(entry: dict[str, Any]) -> RegisterUser:
    certificate = entry.get("certificate")
    return RegisterUser(
        login=entry["login"],
        name=entry["name"],
        title=entry.get("title"),
        roles=tuple(entry["roles"]),
        district=entry.get("district"),
        squad=entry.get("squad"),
        certificate=certificate,
        certificate_from=date(2024, 1, 1) if certificate else None,
        certificate_until=entry.get("certificate_until", date(2028, 12, 31)) if certificate else None,
        licence=entry.get("licence"),
        reviewer_since=entry.get("reviewer_since"),
        partner=entry.get("partner"),
        demonstration=True,
    )
