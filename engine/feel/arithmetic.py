"""Arithmetic (算术): + - * / ** over numbers, texts, dates and durations; what does not fit gives null."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from engine.feel.temporal import duration_of, seconds_of, shifted
from engine.feel.value import CONTEXT, Months


def calculate(operator: str, left: object, right: object) -> object:
    """Return the result of an operator, null for kinds that do not fit and for a result out of range."""
    try:
        if type(left) is Decimal and type(right) is Decimal:
            return _NUMBERS[operator](left, right)
        return _OTHERS[operator](left, right)
    except (ArithmeticError, ValueError):
        # Division by zero, more digits than the exponent holds, a date outside the years 1 to 9999.
        return None


def negative(value: object) -> object:
    """Return the negative of a number or duration."""
    match value:
        case Decimal():
            return CONTEXT.minus(value)
        case timedelta():
            return -value
        case Months(count):
            return Months(-count)
        case _:
            return None


def _add(left: object, right: object) -> object:
    match left, right:
        case str(), str():
            return left + right
        case (timedelta(), timedelta()):
            return left + right
        case Months(), Months():
            return Months(left.count + right.count)
        case (timedelta() | Months(), date() | time()):
            return _add(right, left)
        case date(), Months():
            return shifted(left, right)
        case date(), timedelta():
            return _moved(left, right)
        case time(), timedelta():
            return (datetime.combine(date(2000, 1, 2), left) + timedelta(seconds=right.seconds, microseconds=right.microseconds)).timetz()
        case _:
            return None


def _moved(day: date, duration: timedelta) -> date:
    """Move a date or instant; of a date only whole days remain, for a date has no hours."""
    if isinstance(day, datetime):
        return day + duration
    return (datetime.combine(day, time()) + duration).date()


def _subtract(left: object, right: object) -> object:
    match left, right:
        case (datetime(), datetime()):
            return _apart(left, right)
        case datetime(), date():
            return _apart(left, datetime.combine(right, time(), left.tzinfo))
        case date(), datetime():
            return _apart(datetime.combine(left, time(), right.tzinfo), right)
        case date(), date():
            return left - right
        case time(), time():
            return _apart(datetime.combine(date(2000, 1, 1), left), datetime.combine(date(2000, 1, 1), right))
        case (date() | time() | timedelta() | Months(), timedelta() | Months()):
            return _add(left, negative(right))
        case _:
            return None


def _apart(left: datetime, right: datetime) -> timedelta | None:
    if (left.tzinfo is None) != (right.tzinfo is None):
        return None
    return left - right


def _multiply(left: object, right: object) -> object:
    match left, right:
        case timedelta(), Decimal():
            return duration_of(CONTEXT.multiply(seconds_of(left), right))
        case Months(), Decimal():
            return Months(int(CONTEXT.multiply(Decimal(left.count), right)))
        case Decimal(), timedelta() | Months():
            return _multiply(right, left)
        case _:
            return None


def _divide(left: object, right: object) -> object:
    match left, right:
        case timedelta(), Decimal():
            return duration_of(CONTEXT.divide(seconds_of(left), right))
        case timedelta(), timedelta():
            return CONTEXT.divide(seconds_of(left), seconds_of(right))
        case Months(), Decimal():
            return Months(int(CONTEXT.divide(Decimal(left.count), right)))
        case Months(), Months():
            return CONTEXT.divide(Decimal(left.count), Decimal(right.count))
        case _:
            return None


def _nothing(_left: object, _right: object) -> object:
    return None


_NUMBERS: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": CONTEXT.add,
    "-": CONTEXT.subtract,
    "*": CONTEXT.multiply,
    "/": CONTEXT.divide,
    "**": CONTEXT.power,
}
_OTHERS: Mapping[str, Callable[[object, object], object]] = {"+": _add, "-": _subtract, "*": _multiply, "/": _divide, "**": _nothing}
