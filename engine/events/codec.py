"""Facts as plain JSON values and back (事实编码): exact for money, dates and instants, strict about unknown fields."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from engine.events.fact import FACTS, Fact

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]


class FactError(Exception):
    """A recorded fact cannot be read: its kind or one of its fields is unknown or of the wrong type."""


_PLAIN = frozenset({str, int, bool, NoneType})
"""The types that nearly every value has: asked first, because every fact passes here several times."""


def plain(value: object) -> Plain:
    """Return a value of a fact as plain JSON: money and dates become strings; floats are refused."""
    kind = type(value)
    if kind in _PLAIN:
        return value  # type: ignore[return-value]  # Exactly a text, a number or nothing.
    if kind is dict:
        return {str(key): plain(item) for key, item in value.items()}  # type: ignore[attr-defined]  # Exactly a dictionary.
    if isinstance(value, str | int):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        # An instant is written one way only, whatever zone it came in.
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    raise FactError(f"a fact cannot hold {type(value).__name__}")


def encode(fact: Fact) -> dict[str, Plain]:
    """Return a fact as plain JSON, its kind under `fact`."""
    body: dict[str, Plain] = {"fact": type(fact).__name__}
    for name in _decoders(type(fact)):
        body[name] = plain(getattr(fact, name))
    return body


def decode(body: Mapping[str, Plain]) -> Fact:
    """Return the fact that `encode` wrote; FactError if anything is unknown, missing or of the wrong type.

    A field that a kind of fact was given later has a default, which older entries mean by its absence.
    """
    cls = FACTS.get(str(body.get("fact")))
    if cls is None:
        raise FactError(f"unknown fact {body.get('fact')!r}")
    decoders = _decoders(cls)
    if unknown := body.keys() - decoders.keys() - {"fact"}:
        raise FactError(f"{cls.__name__} has no field {min(unknown)}")
    try:
        return cls(**{name: decoders[name](body[name]) for name in decoders if name in body})
    except (ArithmeticError, KeyError, TypeError, ValueError) as error:
        raise FactError(f"{cls.__name__}: {error}") from error


def _decoders(cls: type[Fact]) -> Mapping[str, Callable[[Plain], Any]]:
    known = _DECODERS.get(cls.__name__)
    if known is None:
        hints = get_type_hints(cls)
        known = _DECODERS[cls.__name__] = {item.name: _decoder(hints[item.name]) for item in fields(cls)}
    return known


def _decoder(hint: Any) -> Callable[[Plain], Any]:
    origin = get_origin(hint)
    if origin in {UnionType, Union}:
        inner = [_decoder(part) for part in get_args(hint) if part is not NoneType]
        return lambda value: None if value is None else inner[0](value)
    if origin is tuple:
        item = _decoder(get_args(hint)[0])
        return lambda value: tuple(item(part) for part in _of(list, value))
    if origin is Mapping or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return lambda value: _of(dict, value)
    return _SCALARS[hint]


def _of(kind: type, value: Plain) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not {kind.__name__}")
    return value


_SCALARS: Mapping[Any, Callable[[Plain], Any]] = {
    str: lambda value: _of(str, value),
    int: lambda value: _of(int, value),
    bool: lambda value: _of(bool, value),
    Decimal: lambda value: Decimal(cast("str", _of(str, value))),
    date: lambda value: date.fromisoformat(_of(str, value)),
    datetime: lambda value: datetime.fromisoformat(_of(str, value)),
}

_DECODERS: dict[str, Mapping[str, Callable[[Plain], Any]]] = {}
