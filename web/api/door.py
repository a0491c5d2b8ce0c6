"""Doors (入口): how a command or a question becomes an endpoint; most need one line.

A door holds the endpoints of one noun. `give` opens a command, `ask` a question, `enumerate` a list; `opens` everything that needs a view of its own.
The names in the path and in the body are those of the dataclass.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial, wraps
from types import NoneType
from typing import Any, TypedDict, TypeVar, Unpack, get_args

from flask import Response, request
from flask_smorest import Blueprint
from marshmallow import fields as kinds

from engine.commands.command import CaseCommand, Command
from engine.queries.query import Query
from engine.rules.token import READ
from web.api import bearer, condition, cursor
from web.api.body import Parser, read_object
from web.api.shape import Shape, asked, field_of, made
from web.problem import ROOT
from web.request import engine

Answer = TypeVar("Answer")
View = Callable[..., Any]
ANSWERS: Mapping[Any, tuple[str, Any]] = {str: ("id", str), list[str]: ("waiting", list[str]), bool: ("done", bool), int: ("count", int)}
"""What the answers of commands are called: the id of what was made, the steps that wait next, whether something was done, or how often."""


EMPTY = partial(Response, status=204, content_type="")
BINARY: Mapping[str, str] = {"type": "string", "format": "binary"}
"""The shape of a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An endpoint as the architecture and the page of the API see it; `form` is the form that the body is, or any."""

    method: str
    rule: str
    scope: str
    gives: type[Command[Any]] | None
    form: str | None
    parts: tuple[str, ...]


class How(TypedDict, total=False):
    """What may be said of an endpoint: its scope, the command that it gives, the form or the parts that its body is, what it reads and answers."""

    scope: str
    gives: type[Command[Any]]
    form: str | None
    body: type[Shape] | None
    query: type[Shape] | None
    answer: tuple[int, type[Shape] | None]
    media: str
    parts: tuple[str, ...]


@dataclass(slots=True)
class Door:
    """The endpoints of one noun."""

    noun: str
    title: str
    operations: list[Operation] = field(default_factory=list)
    blueprint: Any = None

    def __post_init__(self) -> None:
        self.blueprint = Blueprint(f"api_{self.noun}", __name__, url_prefix=ROOT, description=self.title)
        self.blueprint.ARGUMENTS_PARSER = Parser()

    def opens(self, method: str, rule: str, summary: str, **how: Unpack[How]) -> Callable[[View], View]:
        """Open an endpoint with a view of its own, which gets the path, then `query` and `body` as they were read."""

        def register(view: View) -> View:
            wired, scope = view, how.get("scope", READ)
            for place, location in (("body", "json"), ("query", "query")):
                if how.get(place) is not None:
                    wired = self.blueprint.arguments(how[place], location=location)(wired)  # type: ignore[literal-required]  # Both are in `How`.
            status, reply = how.get("answer", (200, None))
            media = how.get("media")
            wired = self.blueprint.response(status, BINARY if media else reply, content_type=media)(wired)
            wired = self.blueprint.doc(summary=summary, operationId=f"{self.noun}_{view.__name__}")(wired)
            self.blueprint.add_url_rule(rule, endpoint=view.__name__, view_func=_guarded(wired, scope), methods=[method])
            traits: dict[str, Any] = {"gives": how.get("gives"), "form": how.get("form"), "parts": how.get("parts", ())}
            self.operations.append(Operation(method=method, rule=f"{ROOT}{rule}", scope=scope, **traits))
            return view

        return register

    def give(
        self,
        method: str,
        rule: str,
        command: type[Command[Any]],
        summary: str,
        *,
        scope: str,
        form: str | None = None,
        but: frozenset[str] = frozenset(),
        at: str | None = None,
    ) -> None:
        """Open a command. With `form` the body is that form; `but` names what machines may not say; what is made is found at the address `at`."""
        kind = get_args(command.__orig_bases__[0])[0]  # type: ignore[attr-defined]  # Every command says what its answer is.
        name, hint = ANSWERS.get(kind, ("", None))
        path = frozenset(part.split(">")[0] for part in rule.split("<")[1:])
        said = asked(f"{command.__name__}{'Query' if form else 'Body'}", command, but=path | but | {"data"} if form else path | but)
        asks: dict[str, Any] = {"query" if form else "body": said} if said().fields else {}
        status = 204 if kind is NoneType else 201 if at else 200
        reply = None if kind is NoneType else made(f"{command.__name__}Answer", **{name: hint})

        def view(*read: Mapping[str, Any], **places: str) -> Any:
            values = (_as_asked(read[0]) if read else {}) | ({"data": read_object(request)} if form else {})
            result = execute(command(**places, **values))
            if kind is NoneType:
                return EMPTY()
            headers = {"Location": ROOT + at.replace("<id>", str(result))} if at else {}
            return {name: result}, status, headers

        view.__name__ = command.__name__
        self.opens(method, rule, summary, scope=scope, gives=command, form=form, answer=(status, reply), **asks)(view)

    def ask(self, rule: str, question: type[Query[Any]], summary: str, *, answer: type[Shape], but: frozenset[str] = frozenset()) -> None:
        """Open a question; what the path does not say of it is asked in the query."""
        path = frozenset(part.split(">")[0] for part in rule.split("<")[1:])
        said = asked(f"{question.__name__}Query", question, but=path | but)

        def view(*read: Mapping[str, Any], **places: str) -> Any:
            return ask(question(**places, **(read[0] if read else {})))

        view.__name__ = question.__name__
        self.opens("GET", rule, summary, query=said if said().fields else None, answer=(200, answer))(view)

    def enumerate(
        self, rule: str, question: type[Query[Any]], summary: str, *, item: type[Shape], place: Callable[[Any], cursor.Place], length: int = 1
    ) -> None:
        """Open a question whose answer is a sequence, a stretch at a time, in the order of the items' places."""
        path = frozenset(part.split(">")[0] for part in rule.split("<")[1:])
        said = asked(f"{question.__name__}Query", question, but=path, **cursor.PAGING)

        def view(read: Mapping[str, Any], **places: str) -> Any:
            rest = {name: value for name, value in read.items() if name not in cursor.PAGING}
            return cursor.cut(ask(question(**places, **rest)), place, cursor=read["cursor"], limit=read["limit"], length=length)

        view.__name__ = question.__name__
        self.opens("GET", rule, summary, query=said, answer=(200, listed(question.__name__, item)))(view)


def listed(name: str, item: type[Shape]) -> type[Shape]:
    """Return the shape of a stretch of a list: its items, and where it goes on."""
    return made(f"{name}List", items=kinds.List(kinds.Nested(item), required=True), next=field_of(str | None))


def execute(command: Command[Answer]) -> Answer:
    """Carry out a command for the bearer, once for its key and on the version that the request demands."""
    actor = bearer.bearer().actor
    seen = condition.version(request, command.case_id, actor) if isinstance(command, CaseCommand) else None
    return engine().execute(command, actor, key=condition.key(request, actor), expected_version=seen)


def ask(question: Query[Answer]) -> Answer:
    """Return the engine's answer to the bearer."""
    return engine().ask(question, bearer.bearer().actor)


def _guarded(view: View, scope: str) -> View:
    @wraps(view)
    def guarded(**places: str) -> Any:
        bearer.demand(scope)
        return view(**places)

    return guarded


def _as_asked(read: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was read with lists as tuples, as frozen commands hold them."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in read.items()}
