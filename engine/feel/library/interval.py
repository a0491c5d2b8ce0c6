"""Functions of ranges (区间函数, DMN 1.5, table 78): Allen's relations between points and intervals."""

import operator
import re
from collections.abc import Callable
from decimal import InvalidOperation

from engine.feel.function import Function, function
from engine.feel.temporal import temporal
from engine.feel.value import CONTEXT, ORDERED, UNBOUNDED, Range, equal, order

_TEXT = re.compile(r"\s*(?P<opening>[\[(\]])\s*(?P<low>.*?)\s*\.\.\s*(?P<high>.*?)\s*(?P<closing>[\])\[])\s*", re.DOTALL)
_BOUND = re.compile(r"\s*\(?\s*(?P<sign><=|>=|<|>|=)\s*(?P<end>[^)]*?)\s*\)?\s*", re.DOTALL)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_CALLED = re.compile(r'(?:date|time|date and time|duration)\(\s*"([^"]*)"\s*\)|@"([^"]*)"')


def _less(one: object, other: object) -> bool | None:
    return order(operator.lt, one, other)


def _both(*verdicts: bool | None) -> bool | None:
    return False if False in verdicts else None if None in verdicts else True


def _either(*verdicts: bool | None) -> bool | None:
    return True if True in verdicts else None if None in verdicts else False


def _interval(value: object) -> Range | None:
    return value if isinstance(value, Range) and UNBOUNDED not in (value.low, value.high) else None


def _before(one: object, other: object) -> object:
    match _interval(one), _interval(other):
        case None, None:
            return _less(one, other)
        case None, Range() as right:
            return _either(_less(one, right.low), _both(equal(one, right.low), not right.low_closed))
        case Range() as left, None:
            return _either(_less(left.high, other), _both(equal(left.high, other), not left.high_closed))
        case Range() as left, Range() as right:
            return _either(_less(left.high, right.low), _both(equal(left.high, right.low), not (left.high_closed and right.low_closed)))
    return None


def _after(one: object, other: object) -> object:
    return _before(other, one)


def _meets(one: Range, other: Range) -> bool | None:
    return _both(one.high_closed, other.low_closed, equal(one.high, other.low))


def _overlaps(one: Range, other: Range) -> bool | None:
    reaches = _either(_less(other.low, one.high), _both(equal(one.high, other.low), one.high_closed, other.low_closed))
    begins = _either(_less(one.low, other.high), _both(equal(one.low, other.high), one.low_closed, other.high_closed))
    return _both(reaches, begins)


def _overlaps_before(one: Range, other: Range) -> bool | None:
    """Tell whether the first begins before the second and ends inside it."""
    begins = _either(_less(one.low, other.low), _both(equal(one.low, other.low), one.low_closed, not other.low_closed))
    reaches = _either(_less(other.low, one.high), _both(equal(one.high, other.low), one.high_closed, other.low_closed))
    ends = _either(_less(one.high, other.high), _both(equal(one.high, other.high), not one.high_closed or other.high_closed))
    return _both(begins, reaches, ends)


def _starts_alike(inner: Range, outer: Range) -> bool | None:
    return _both(equal(inner.low, outer.low), inner.low_closed == outer.low_closed)


def _ends_alike(inner: Range, outer: Range) -> bool | None:
    return _both(equal(inner.high, outer.high), inner.high_closed == outer.high_closed)


def _begins_within(inner: Range, outer: Range) -> bool | None:
    return _either(_less(outer.low, inner.low), _both(equal(inner.low, outer.low), outer.low_closed or not inner.low_closed))


def _ends_within(inner: Range, outer: Range) -> bool | None:
    return _either(_less(inner.high, outer.high), _both(equal(inner.high, outer.high), outer.high_closed or not inner.high_closed))


def _finishes(one: object, other: object) -> object:
    outer = _interval(other)
    if outer is None:
        return None
    inner = _interval(one)
    if inner is None:
        return _both(outer.high_closed, equal(one, outer.high))
    return _both(_ends_alike(inner, outer), _begins_within(inner, outer))


def _starts(one: object, other: object) -> object:
    outer = _interval(other)
    if outer is None:
        return None
    inner = _interval(one)
    if inner is None:
        return _both(outer.low_closed, equal(one, outer.low))
    return _both(_starts_alike(inner, outer), _ends_within(inner, outer))


def _includes(one: object, other: object) -> object:
    if not isinstance(one, Range):
        return None
    inner = _interval(other)
    return one.contains(other) if inner is None else _both(_begins_within(inner, one), _ends_within(inner, one))


def _coincides(one: object, other: object) -> object:
    left, right = _interval(one), _interval(other)
    if left is None and right is None:
        return equal(one, other)
    return None if left is None or right is None else _both(_starts_alike(left, right), _ends_alike(left, right))


def _mirrored(relation: Callable[[object, object], object]) -> Callable[[object, object], object]:
    return lambda one, other: relation(other, one)


def _range(text: str) -> Range | None:
    """Return the range that a text writes with constants for its ends."""
    match = _TEXT.fullmatch(text)
    if match is not None:
        low, high = _constant(match["low"]), _constant(match["high"])
        fits = low is not None and high is not None and order(operator.le, low, high) is True
        return Range(low, high, match["opening"] == "[", match["closing"] == "]") if fits else None
    match = _BOUND.fullmatch(text)
    end = None if match is None else _constant(match["end"])
    if match is None or end is None:
        return None
    match match["sign"]:
        case "=":
            return Range(end, end)
        case "<" | "<=" as sign:
            return Range(UNBOUNDED, end, low_closed=False, high_closed=sign == "<=")
        case sign:
            return Range(end, UNBOUNDED, low_closed=sign == ">=", high_closed=False)


def _constant(text: str) -> object:
    string = _STRING.fullmatch(text)
    if string is not None:
        return string[1]
    called = _CALLED.fullmatch(text)
    if called is not None:
        return temporal(called[1] or called[2] or "")
    try:
        return CONTEXT.create_decimal(text) if set(text) <= set("0123456789.-+eE") else None
    except InvalidOperation:
        return None


def _ranges(name: str, call: Callable[[Range, Range], bool | None]) -> Function:
    def related(one: object, other: object) -> object:
        left, right = _interval(one), _interval(other)
        return None if left is None or right is None else call(left, right)

    return function(name, "range1: any, range2: any", call=related)


def _points(name: str, call: Callable[[object, object], object], *forms: str) -> Function:
    return function(name, *(f"{first}: any, {second}: any" for first, second in (form.split() for form in forms)), call=_known(call))


def _known(call: Callable[[object, object], object]) -> Callable[[object, object], object]:
    """Return the relation with null for whatever is neither a point with an order nor a range."""

    def checked(one: object, other: object) -> object:
        return call(one, other) if all(isinstance(value, Range) or type(value) in ORDERED for value in (one, other)) else None

    return checked


FUNCTIONS = (
    _points("before", _before, "point1 point2", "point range", "range point", "range1 range2"),
    _points("after", _after, "point1 point2", "point range", "range point", "range1 range2"),
    _ranges("meets", _meets),
    _ranges("met by", lambda one, other: _meets(other, one)),
    _ranges("overlaps", _overlaps),
    _ranges("overlaps before", _overlaps_before),
    _ranges("overlaps after", lambda one, other: _overlaps_before(other, one)),
    _points("finishes", _finishes, "point range", "range1 range2"),
    _points("finished by", _mirrored(_finishes), "range point", "range1 range2"),
    _points("includes", _includes, "range point", "range1 range2"),
    _points("during", _mirrored(_includes), "point range", "range1 range2"),
    _points("starts", _starts, "point range", "range1 range2"),
    _points("started by", _mirrored(_starts), "range point", "range1 range2"),
    _points("coincides", _coincides, "point1 point2", "range1 range2"),
    function("range", "from: string", call=_range),
)
