"""Shapes (数据格式): schemas of JSON, derived from the engine's own dataclasses and tables, so that neither is written twice.

Money is a text with two decimals, an instant ISO 8601 in UTC, a date a date; a field that nothing says is null, and no field is left out.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from marshmallow import RAISE, Schema, ValidationError, validate
from marshmallow import fields as kinds

from engine.commands.command import Command
from engine.model import Base, Case, Draft, LoginSession, SavedSearch, Token, User
from engine.model.base import columns
from engine.rules.money import check_yuan, parse_yuan

LONGEST = 200_000
"""Characters of one text that is sent: a discretion table is the longest; the engine's own limits are narrower and say so."""

HIDDEN: Mapping[type[Any], frozenset[str]] = {
    Case: frozenset({"head_seq", "head_digest", "panel"}),
    Draft: frozenset({"user_id"}),
    SavedSearch: frozenset({"user_id"}),
    Token: frozenset({"digest", "user_id"}),
    User: frozenset(columns(User)) - {"id", "login", "name", "title", "district", "squad", "roles", "active"},
    LoginSession: frozenset({"user_id"}),
}
"""What no answer says: the journal's own columns, digests of tokens, and what colleagues need not know of one another."""

MESSAGES: dict[str, Any] = {
    "required": "必填。",
    "null": "不能为空。",
    "invalid": "格式或者类型不对。",
    "type": "须为一组填写项。",
    "unknown": "没有这一项。",
    "too_large": "数字过大。",
}

_NAMES: dict[str, tuple[type[Any], frozenset[str]]] = {}
REQUIRED: Mapping[str, Any] = {"required": True, "error_messages": MESSAGES}

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Shape(Schema):
    """A JSON object of known fields."""

    class Meta:
        """What is not asked is not taken."""

        unknown = RAISE

    error_messages = MESSAGES  # marshmallow declares this attribute as an instance's.


class Money(kinds.Field[Decimal]):
    """Yuan as text with two decimals."""

    def _serialize(self, value: Decimal | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else f"{value:.2f}"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Decimal:
        try:
            return check_yuan(parse_yuan(value if isinstance(value, str) else ""))
        except ValueError as problem:
            raise ValidationError(f"{problem}。") from None


class Moment(kinds.Field[datetime]):
    """An instant in UTC."""

    def _serialize(self, value: datetime | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class Day(kinds.Field[date]):
    """A date of the law, local to the office."""

    def _serialize(self, value: date | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else value.isoformat()

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        try:
            return date.fromisoformat(value if isinstance(value, str) and _DAY.fullmatch(value) else "")
        except ValueError:
            raise ValidationError("不是有效的日期，应如2026-10-28。") from None


class Flag(kinds.Field[bool]):
    """True or false, and nothing that looks like it."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise ValidationError("须为true或者false。")
        return value


class Names(kinds.List[Any]):
    """Texts without an order of their own, sorted."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> list[Any] | None:
        return super()._serialize(None if value is None else sorted(value), attr, obj, **kwargs)


class Open(kinds.Field[Any]):
    """Any JSON: what a form holds, or a rule explains. Exact numbers are texts."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return _plain(value)


FORMATS: Sequence[tuple[type[kinds.Field[Any]], str | None, str | None]] = (
    (Money, "string", "decimal"),
    (Moment, "string", "date-time"),
    (Day, "string", "date"),
    (Flag, "boolean", None),
    (Open, None, None),
)
"""What each of our kinds of field is called in OpenAPI."""


SCALARS: Mapping[Any, Callable[..., kinds.Field[Any]]] = {
    str: kinds.String,
    int: partial(kinds.Integer, strict=True),
    bool: Flag,
    date: Day,
    datetime: Moment,
    Decimal: Money,
}


def field_of(hint: Any, **traits: Any) -> kinds.Field[Any]:
    """Return the field for a type: scalars, tuples, mappings, dataclasses and rows, each of them possibly None."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {UnionType, Union}:
        inner = [part for part in arguments if part is not NoneType]
        traits = traits if len(inner) == len(arguments) else traits | {"allow_none": True}
        return field_of(inner[0] if len(inner) == 1 else Any, **traits)
    traits = {**REQUIRED, **traits}
    if hint in SCALARS:
        return SCALARS[hint](**traits)
    if origin in {tuple, list, Sequence, frozenset}:
        return (Names if origin is frozenset else kinds.List)(field_of(arguments[0], required=False), **traits)
    if isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, Base)):
        return kinds.Nested(shape(hint), **traits)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        inner = arguments[1]
        return kinds.Dict(keys=kinds.String(), values=field_of(inner, required=False) if _is_known(inner) else Open(), **traits)
    return Open(allow_none=True, **traits)


@cache
def shape(cls: type[Any], *, but: frozenset[str] = frozenset(), name: str | None = None) -> type[Shape]:
    """Return the schema of a dataclass or a table, under its own name or another; without what is hidden, and without what is named."""
    left_out = but | HIDDEN.get(cls, frozenset())
    wanted = name or cls.__name__
    if _NAMES.setdefault(wanted, (cls, but)) != (cls, but):
        # Two rooms may call different things by one name; the second is called after its room.
        wanted = f"{cls.__module__.rpartition('.')[2].title().replace('_', '')}{wanted}"
    return type(wanted, (Shape,), {key: field_of(hint) for key, hint in hints(cls).items() if key not in left_out})


def made(name: str, /, **parts: Any) -> type[Shape]:
    """Return a schema of named parts, each a type or a field."""
    return type(name, (Shape,), {key: part if isinstance(part, kinds.Field) else field_of(part) for key, part in parts.items()})


def asked(name: str, cls: type[Any], /, *, but: frozenset[str] = frozenset(), **parts: Any) -> type[Shape]:
    """Return the schema of what a command or a question is made of; what has a default need not be said."""
    hint = hints(cls)
    is_query = not issubclass(cls, Command)
    found = {item.name: _asked(item, hint[item.name], is_query=is_query) for item in fields(cls) if item.name not in but}
    return type(name, (Shape,), found | parts)


def hints(cls: type[Any]) -> Mapping[str, Any]:
    """Return the types of the fields of a dataclass, or of the columns of a table."""
    if issubclass(cls, Base):
        return columns(cls)
    found = get_type_hints(cls)
    return {item.name: found[item.name] for item in fields(cls)}


def _asked(item: Field[Any], hint: Any, *, is_query: bool) -> kinds.Field[Any]:
    traits: dict[str, Any] = {} if item.default is MISSING and item.default_factory is MISSING else {"required": False}
    if is_query and hint in {int, int | None}:
        # An address knows only texts.
        return kinds.Integer(validate=validate.Range(0, 10**9, error="须为不小于零的整数。"), error_messages=MESSAGES, **traits)
    if hint in {str, str | None}:
        traits["validate"] = validate.Length(max=LONGEST, error=f"不能超过{LONGEST}字。")
    return field_of(hint, **traits)


def _is_known(hint: Any) -> bool:
    return isinstance(hint, type) and hint is not object


def _plain(value: Any) -> Any:
    """Return a value of any kind as JSON."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(map(_plain, value))
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else value
