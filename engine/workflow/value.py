"""Routing values (流转变量): the flat scalars that a process sees; everything else stays in the tables of the case."""

import re
from collections.abc import Mapping
from decimal import Decimal

import orjson

Scalar = str | bool | Decimal | None

NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
TEXT_LIMIT = 200
TOTAL_LIMIT = 2048
"""Bytes of all routing values of one process as canonical JSON."""


def checked(values: Mapping[str, object]) -> dict[str, Scalar]:
    """Return the values as scalars: whole numbers become Decimal, and equal Decimals become identical ones.

    Raises:
        ValueError: a name that no expression could use, or a value that is not a flat scalar.
    """
    return {_checked_name(name): _checked_value(name, value) for name, value in values.items()}


def check_total(values: Mapping[str, Scalar]) -> None:
    """Refuse routing values that are larger than the limit.

    Raises:
        ValueError: they are; case data belong in tables.
    """
    size = len(orjson.dumps(values, default=pack, option=orjson.OPT_SORT_KEYS))
    if size > TOTAL_LIMIT:
        raise ValueError(f"流转变量共 {size} 字节，超过 {TOTAL_LIMIT} 字节")


def pack(value: object) -> dict[str, str]:
    """Return a Decimal as JSON that keeps it exact; the `default` of every encoder in this room."""
    if isinstance(value, Decimal):
        return {"d": str(value)}
    raise TypeError(f"{type(value).__name__} is no routing value")


def unpack(values: Mapping[str, object]) -> dict[str, Scalar]:
    """Return the values that `pack` helped to encode."""
    return {name: Decimal(value["d"]) if isinstance(value, dict) else value for name, value in values.items()}  # type: ignore[misc]  # our own JSON


def same(one: Scalar, other: Scalar) -> bool:
    """Tell whether two values are the same; True is not the number 1."""
    return one is other or (type(one) is type(other) and one == other)


def _checked_name(name: str) -> str:
    if not NAME.fullmatch(name):
        raise ValueError(f"流转变量名 {name!r} 不合规")
    return name


def _checked_value(name: str, value: object) -> Scalar:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        if len(value) > TEXT_LIMIT:
            raise ValueError(f"流转变量 {name} 超过 {TEXT_LIMIT} 个字符")
        return str(value)
    if isinstance(value, int | Decimal):
        return _canonical(name, Decimal(value))
    raise ValueError(f"流转变量 {name} 的类型 {type(value).__name__} 不是标量")


def _canonical(name: str, number: Decimal) -> Decimal:
    if not number.is_finite() or abs(number.adjusted()) > TEXT_LIMIT:
        raise ValueError(f"流转变量 {name} 不是有限的数")
    return Decimal(format(number.normalize(), "f")) if number else Decimal(0)
