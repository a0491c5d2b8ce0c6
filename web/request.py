"""The request at hand (本次请求): the house behind it, who asks, and what was typed into its form."""

from collections.abc import Mapping
from typing import TypeVar, cast

import flask_login
from flask import Request, current_app, request

from engine.actor import Actor
from engine.commands.command import Command
from engine.engine import Engine
from engine.queries.query import Query
from web.house import House

Answer = TypeVar("Answer")
Typed = Mapping[str, str | list[str]]
"""What was typed, by the name of the field in HTML; several values of one name as a list."""


def house() -> House:
    """Return the running installation."""
    return cast("House", current_app.extensions["house"])


def engine() -> Engine:
    """Return its engine."""
    return house().engine


def actor() -> Actor:
    """Return who is logged in, as the engine's plain actor."""
    return cast("Actor", flask_login.current_user.actor)


def ask(query: Query[Answer]) -> Answer:
    """Return the engine's answer to who is logged in."""
    return engine().ask(query, actor())


def execute(command: Command[Answer]) -> Answer:
    """Carry out a command for who is logged in, once for the page that sent it and only on the version that the page showed."""
    return engine().execute(command, actor(), key=idempotency_key(request), expected_version=seen_version(request))


def idempotency_key(sent: Request) -> str | None:
    """Return the key that the page was given, or None; what is no key of ours counts as none."""
    key = sent.form.get("_key", "")
    return key if len(key) == 32 and key.isalnum() and key.isascii() else None


def seen_version(sent: Request) -> int | None:
    """Return the version of the case that the page showed, or None."""
    return _number(sent.form.get("_version", ""))


def page_number(sent: Request) -> int:
    """Return the page that the address asks for, the first where it says nothing sensible."""
    return _number(sent.args.get("page", "")) or 1


def typed(sent: Request) -> dict[str, str | list[str]]:
    """Return what was typed into the form of a page, without what the page itself put there."""
    return {name: sole(values) for name, values in sent.form.lists() if not name.startswith("_") and name != "csrf_token"}


def sole(values: list[str]) -> str | list[str]:
    """Return the only value, or all of several."""
    return values[0] if len(values) == 1 else values


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None
