"""Arithmetic (算术): + - * / ** over numbers, texts, dates and durations; what does not fit gives null (DMN 1.5, tables 55 to 59)."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from engine.feel.calendar import DAY, Date, Duration, Instant, Months, Time, day_of, instant_of
from engine.feel.temporal import midnight, shifted
from engine.feel.value import CONTEXT


def calculate(operator: str, left: object, right: object) -> object:
    """Return the result of an operator, null for kinds that do not fit and for a result out of range."""
    try:
        if type(left) is Decimal and type(right) is Decimal:
            return _NUMBERS[operator](left, right)
        return _OTHERS[operator](left, right)
    except (ArithmeticError, ValueError):
        # Division by zero, more digits than the exponent holds, a date outside the years that FEEL has.
        return None


def negative(value: object) -> object:
    """Return the negative of a number or duration."""
    match value:
        case Decimal():
            return CONTEXT.minus(value)
        case Duration(nanoseconds):
            return Duration(-nanoseconds)
        case Months(count):
            return Months(-count)
        case _:
            return None


def _add(left: object, right: object) -> object:
    match left, right:
        case str(), str():
            return left + right
        case Duration(), Duration():
            return Duration(left.nanoseconds + right.nanoseconds)
        case Months(), Months():
            return Months(left.count + right.count)
        case (Duration() | Months(), Date() | Instant() | Time()):
            return _moved(right, left)
        case (Date() | Instant() | Time(), Duration() | Months()):
            return _moved(left, right)
        case _:
            return None


def _moved(value: Date | Instant | Time, shift: Duration | Months) -> object:
    match value, shift:
        case Date(), Months():
            return shifted(value, shift)
        case Instant(), Months():
            return Instant(shifted(value.day, shift), value.time)
        case Date(), Duration():
            # Of a date only whole days remain, for a date has no hours.
            return day_of((value.number * DAY + shift.nanoseconds) // DAY)
        case Instant(), Duration():
            return instant_of(value.day.number * DAY + value.time.nanoseconds + shift.nanoseconds, value.time.zone)
        case Time(), Duration():
            return Time((value.nanoseconds + shift.nanoseconds) % DAY, value.zone)
        case _:
            return None


def _subtract(left: object, right: object) -> object:
    match left, right:
        case (Instant() | Date(), Instant() | Date()):
            return _apart(left, right)
        case Time(), Time():
            return _between(left.moment, right.moment)
        case (Date() | Instant() | Time() | Duration() | Months(), Duration() | Months()):
            return _add(left, negative(right))
        case _:
            return None


def _apart(left: Instant | Date, right: Instant | Date) -> Duration | None:
    if isinstance(left, Date) and isinstance(right, Date):
        return Duration((left.number - right.number) * DAY)
    one, other = (midnight(value) if isinstance(value, Date) else value for value in (left, right))
    return _between(one.moment, other.moment)


def _between(left: tuple[bool, int], right: tuple[bool, int]) -> Duration | None:
    return Duration(left[1] - right[1]) if left[0] == right[0] else None


def _multiply(left: object, right: object) -> object:
    match left, right:
        case Duration(), Decimal():
            return Duration(_whole(CONTEXT.multiply(Decimal(left.nanoseconds), right)))
        case Months(), Decimal():
            return Months(_whole(CONTEXT.multiply(Decimal(left.count), right)))
        case Decimal(), Duration() | Months():
            return _multiply(right, left)
        case _:
            return None


def _divide(left: object, right: object) -> object:
    match left, right:
        case Duration(), Decimal():
            return Duration(_whole(CONTEXT.divide(Decimal(left.nanoseconds), right)))
        case Duration(), Duration():
            return CONTEXT.divide(Decimal(left.nanoseconds), Decimal(right.nanoseconds))
        case Months(), Decimal():
            return Months(_whole(CONTEXT.divide(Decimal(left.count), right)))
        case Months(), Months():
            return CONTEXT.divide(Decimal(left.count), Decimal(right.count))
        case _:
            return None


def _whole(number: Decimal) -> int:
    """Return a number without its fraction; OverflowError for one of more digits than a number holds."""
    if number.adjusted() >= CONTEXT.prec:
        raise OverflowError
    return int(number)


def _nothing(_left: object, _right: object) -> object:
    return None


def _power(base: Decimal, exponent: Decimal) -> Decimal:
    """Return a power; everything to the power of zero is one (IEEE 754-2008, 9.2.1), zero too."""
    return CONTEXT.power(base, exponent) if exponent else Decimal(1)


_NUMBERS: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": CONTEXT.add,
    "-": CONTEXT.subtract,
    "*": CONTEXT.multiply,
    "/": CONTEXT.divide,
    "**": _power,
}
_OTHERS: Mapping[str, Callable[[object, object], object]] = {"+": _add, "-": _subtract, "*": _multiply, "/": _divide, "**": _nothing}
