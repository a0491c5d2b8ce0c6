"""Values (值): which Python values FEEL computes with, and how they compare.

Null is None, a number is a Decimal of at most 34 digits, a boolean is never a number. Where the kinds of two values do not
fit, the answer is null (None), as the DMN standard says.
"""

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import Any

from engine.feel.calendar import Date, Duration, Instant, Months, Time, from_python, to_python

EXPONENT_LIMIT = 6143
CONTEXT = Context(prec=34, Emin=-EXPONENT_LIMIT, Emax=EXPONENT_LIMIT, traps=[InvalidOperation, DivisionByZero, Overflow])


Ordering = Callable[[Any, Any], bool]


class _Unbounded:
    """The end of a range that has no bound on this side."""

    def __repr__(self) -> str:
        return "UNBOUNDED"


UNBOUNDED = _Unbounded()


@dataclass(frozen=True, slots=True)
class Range:
    """An interval between two values, each end open or closed; an end that is UNBOUNDED is open."""

    low: object
    high: object
    low_closed: bool = True
    high_closed: bool = True

    def contains(self, value: object) -> bool | None:
        """Tell whether a value lies inside; null when its kind does not fit the ends."""
        above = True if self.low is UNBOUNDED else order(operator.ge if self.low_closed else operator.gt, value, self.low)
        if above is None:
            return None
        below = True if self.high is UNBOUNDED else order(operator.le if self.high_closed else operator.lt, value, self.high)
        return None if below is None else above and below

    def part(self, name: str) -> object:
        """Return an end, or whether it belongs to the range; null for every other name."""
        parts = {
            "start": None if self.low is UNBOUNDED else self.low,
            "end": None if self.high is UNBOUNDED else self.high,
            "start included": self.low_closed,
            "end included": self.high_closed,
        }
        return parts.get(name)


KINDS: Mapping[type, str] = {
    type(None): "null",
    bool: "boolean",
    Decimal: "number",
    str: "string",
    Date: "date",
    Instant: "date and time",
    Time: "time",
    Duration: "days and time duration",
    Months: "years and months duration",
    list: "list",
    dict: "context",
    Range: "range",
}
ORDERED = frozenset({Decimal, str, Date, Instant, Time, Duration, Months})
_OF_PYTHON = (date, datetime, time, timedelta)


def kind(value: object) -> str:
    """Return the FEEL name of the kind of a value; what can be called is a function."""
    found = KINDS.get(type(value))
    if found is None and not callable(value):
        raise TypeError(f"FEEL 没有 {type(value).__name__} 类型的值")
    return found or "function"


def feel_value(value: object) -> object:
    """Return the FEEL value of a Python value: int becomes Decimal, tuple list, mapping dict, date and its kin their FEEL forms.

    Raises:
        TypeError: for a float, which cannot hold an amount of money, and for every other foreign type.
    """
    plain = type(value)
    if plain is str or plain is bool or value is None:
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(int(value))
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, Mapping):
        return {_key(name): feel_value(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [feel_value(part) for part in value]
    if plain in KINDS:
        return value
    if isinstance(value, _OF_PYTHON):
        return from_python(value)
    raise TypeError(f"FEEL 不接受 {plain.__name__} 类型的值：{value!r}")


def host_value(value: object) -> object:
    """Return the Python value of a FEEL value: dates, times and durations of Python where these hold them without loss."""
    if isinstance(value, list):
        return [host_value(part) for part in value]
    if isinstance(value, dict):
        return {name: host_value(part) for name, part in value.items()}
    return to_python(value)


def _number(value: Decimal) -> Decimal:
    if not value.is_finite() or abs(value.adjusted()) > EXPONENT_LIMIT:
        raise TypeError(f"FEEL 不接受这样的数：{value}")
    return Decimal(value)


def _key(name: object) -> str:
    if not isinstance(name, str):
        raise TypeError(f"上下文的键必须是字符串：{name!r}")
    return str(name)


def equal(left: object, right: object) -> bool | None:
    """Compare two values of one kind; null equals only null, two kinds give null."""
    if left is None or right is None:
        return left is right
    if type(left) is not type(right):
        return None
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and _all_equal(zip(left, right, strict=True))
    if isinstance(left, Range) and isinstance(right, Range):
        ends = (left.low_closed, left.high_closed) == (right.low_closed, right.high_closed)
        return ends and _all_equal([(left.low, right.low), (left.high, right.high)])
    if isinstance(left, (Time, Instant)) and isinstance(right, (Time, Instant)) and left.moment[0] != right.moment[0]:
        return None
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and _all_equal((part, right[name]) for name, part in left.items())
    return left == right


def _all_equal(pairs: Iterable[tuple[object, object]]) -> bool | None:
    verdict: bool | None = True
    for left, right in pairs:
        same = equal(left, right)
        if same is False:
            return False
        if same is None:
            verdict = None
    return verdict


def order(comparison: Ordering, left: object, right: object) -> bool | None:
    """Apply an order comparison (`operator.lt` and its kin) to two values of one ordered kind, else null."""
    if type(left) is not type(right) or type(left) not in ORDERED:
        return None
    try:
        return comparison(left, right)
    except TypeError:
        # Instants with a time zone have no order against instants without one.
        return None


def number_text(number: Decimal) -> str:
    """Return a number in plain digits, never in exponent notation, without zeros at the end of a fraction."""
    digits = format(number, "f")
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) if number else "0"


def is_whole(number: Decimal) -> bool:
    """Tell whether a number has no fraction; the remainder by 1 would not be defined for numbers of many digits."""
    return number == number.to_integral_value()
