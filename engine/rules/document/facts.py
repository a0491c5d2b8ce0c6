"""Facts of a document (文书要素): what a paper must say, as plain values, each with the article that asks for it."""

import hashlib
import json
import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

AMOUNT = re.compile(r"\d{1,15}(\.\d{1,2})?")

F = TypeVar("F", bound="Facts")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a field says and who asks for it: the label of people, the statute and article, and how many entries there must be.

    An empty basis means: the same as that of the part which holds the field.
    """

    label: str
    basis: str = ""
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class Shape:
    """How the text of a field is written.

    `day` is an ISO date, `minute` an ISO local time to the minute or, where the hour is not known, the day alone, `money` yuan with
    at most two decimals.
    """

    name: str


Day = Annotated[str, Shape("day")]
Minute = Annotated[str, Shape("minute")]
Money = Annotated[str, Shape("money")]


@dataclass(frozen=True, slots=True)
class Missing:
    """A content that the law asks for and the facts lack: the path of the field, its label and the legal basis."""

    field: str
    label: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The root of all facts: values are texts, numbers, truth values, tuples of them and other facts."""

    def spared(self) -> frozenset[str]:
        """Return the fields which the law does not ask for in this case, although it asks for them elsewhere."""
        return frozenset()

    @property
    def is_blank(self) -> bool:
        """Tell whether these facts, as a part of a document, say nothing."""
        return False


def statements(kind: type[Facts]) -> Mapping[str, Stated]:
    """Return the mandatory fields of a class of facts with what they state, in the order of the class."""
    return _statements(cast(Any, kind))


@cache
def _statements(kind: Any) -> Mapping[str, Stated]:
    hints = get_type_hints(kind, include_extras=True)
    marks = {name: [mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Stated)] for name, hint in hints.items()}
    return {name: found[0] for name, found in marks.items() if found}


def missing(facts: Facts) -> tuple[Missing, ...]:
    """Return every mandatory content that the facts lack, in the order of the document; none means that it may be numbered and printed."""
    return tuple(_missing(facts, path="", label="", basis=""))


def _missing(part: Facts, *, path: str, label: str, basis: str) -> Iterator[Missing]:
    asked, spared = statements(type(part)), part.spared()
    for name in (field.name for field in fields(part)):
        value, stated = getattr(part, name), asked.get(name)
        own = stated.label if stated else ""
        source = stated.basis or basis if stated else basis
        if stated and name not in spared and _is_short(value, stated.at_least):
            yield Missing(path + name, label + own, source)
        for below, place, entry in _parts(name, value):
            yield from _missing(entry, path=f"{path}{below}.", label=f"{label}{own}{place}：" if own else label, basis=source)


def _is_short(value: object, at_least: int) -> bool:
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, tuple):
        return len(value) < at_least or any(isinstance(entry, str) and not entry.strip() for entry in value)
    return value.is_blank if isinstance(value, Facts) else value is None


def _parts(name: str, value: object) -> Iterator[tuple[str, str, Facts]]:
    if isinstance(value, Facts):
        yield name, "", value
    elif isinstance(value, tuple):
        yield from ((f"{name}[{index}]", f"（第{index + 1}项）", entry) for index, entry in enumerate(value) if isinstance(entry, Facts))


def to_json(facts: Facts) -> dict[str, Any]:
    """Return the facts as values that JSON can hold: texts, integers, truth values, null, lists and objects."""
    return {field.name: _plain(getattr(facts, field.name)) for field in fields(facts)}


def _plain(value: object) -> Any:
    if isinstance(value, Facts):
        return to_json(value)
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    return value


def from_json(kind: type[F], data: Mapping[str, Any]) -> F:
    """Return the facts that `to_json` wrote.

    Raises:
        ValueError: a field is unknown, absent, or not of its type or shape; the message names its path.
    """
    return cast(F, _read_part(kind, data, kind.__name__))


def _read(hint: Any, data: Any, path: str) -> Any:
    origin = get_origin(hint)
    if origin is Annotated:
        base, *marks = get_args(hint)
        value = _read(base, data, path)
        shapes = [mark.name for mark in marks if isinstance(mark, Shape)]
        return _shaped(value, shapes[0], path) if shapes and value else value
    if origin in (Union, types.UnionType):
        inner = [each for each in get_args(hint) if each is not type(None)]
        return None if data is None else _read(inner[0], data, path)
    if origin is tuple:
        _expect(isinstance(data, list | tuple), path, "应为列表")
        return tuple(_read(get_args(hint)[0], entry, f"{path}[{index}]") for index, entry in enumerate(data))
    if is_dataclass(hint):
        return _read_part(hint, data, path)
    _expect(type(data) is hint, path, f"应为 {hint.__name__}")
    return data


def _read_part(kind: Any, data: Any, path: str) -> Any:
    _expect(isinstance(data, Mapping), path, "应为对象")
    hints = get_type_hints(kind, include_extras=True)
    names = [field.name for field in fields(kind)]
    needed = {field.name for field in fields(kind) if field.default is MISSING}  # What came later has a default, and old papers lack it.
    strange, absent = sorted(set(data) - set(names)), sorted(needed - set(data))
    _expect(not strange, path, f"有未知的要素 {strange}")
    _expect(not absent, path, f"缺少要素 {absent}")
    return kind(**{name: _read(hints[name], data[name], f"{path}.{name}") for name in names if name in data})


def _shaped(text: str, shape: str, path: str) -> str:
    if shape == "money":
        _expect(AMOUNT.fullmatch(text) is not None, path, "应为金额（元，至多两位小数）")
        return text
    try:
        alone = shape == "day" or len(text) == len("2026-10-26")
        again = date.fromisoformat(text).isoformat() if alone else datetime.fromisoformat(text).isoformat(timespec="minutes")
    except ValueError:
        again = ""
    _expect(again == text, path, "应为日期 2026-10-26" if shape == "day" else "应为时间 2026-10-26T09:30")
    return text


def _expect(held: object, path: str, message: str) -> None:
    if not held:
        raise ValueError(f"{path}：{message}")


def digest(facts: Facts) -> str:
    """Return the SHA-256 of the facts in one fixed spelling, in hexadecimal: the same for every print and reprint of the document."""
    text = json.dumps([type(facts).__name__, to_json(facts)], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def money(text: str) -> Decimal:
    """Return an amount of the facts in yuan. Raises ValueError when the text is not an amount."""
    return Decimal(_shaped(text, "money", "金额"))
