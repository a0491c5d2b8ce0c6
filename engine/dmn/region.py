"""Regions (取值区间): cuts the values of a column into parts on which every cell of the column is constant.

Between two neighbouring points a cell made of constants cannot change its verdict. So one sample of each part, the points
themselves among them, answers exactly for the whole part.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from itertools import pairwise
from typing import Any

from engine.dmn.model import Input
from engine.dmn.outcome import plain
from engine.feel import DAY, Date, Duration, FeelError, Instant, Months, Time, UnaryTests, calculate, kind

ANYTHING = "任意"
_OTHERS = "其他"
_SAMPLE_DIGITS = 100


@dataclass(frozen=True, slots=True)
class Part:
    """A point, or all values between two ends that do not belong to it; an end None is without bound."""

    sample: object
    low: object
    high: object

    @property
    def is_point(self) -> bool:
        """Whether the part is one value."""
        return self.low is not None and self.low == self.high


def parts(column: Input, cells: Sequence[UnaryTests]) -> list[Part] | str:
    """Return the parts of the values that may enter a column, in ascending order, or why it cannot be cut, in Chinese."""
    tests = [*cells, *(each for each in (column.allowed, column.type.allowed) if each is not None)]
    found: list[object] = []
    for each in tests:
        try:
            points = each.points
        except FeelError as error:
            return f"单元格“{each.text}”算不出来：{error}"
        if points is None:
            return f"单元格“{each.text}”不是常量"
        found.extend(points)
    kinds = {kind(point) for point in found} | ({column.type.kind} - {"any"})
    if not kinds:
        return [Part(None, None, None)]
    if len(kinds) > 1:
        return "各单元格的数据类型不同"
    whole = _cut(kinds.pop(), found, integer=column.type.integer)
    if isinstance(whole, str):
        return whole
    return [part for part in whole if column.objection(part.sample) is None] or "没有允许的取值"


def _cut(name: str, points: list[object], *, integer: bool) -> list[Part] | str:
    if name == "boolean":
        return [Part(value, value, value) for value in (False, True)]
    if name not in _NEXT:
        return f"不能核对{name}类型的列"
    between = _next_integer if integer else _NEXT[name]
    try:
        return _pieces(points, between)
    except TypeError:
        # Instants with and without a time zone have no common order.
        return "界点不可比较"


Between = Callable[[Any, Any], Any]


def _pieces(points: list[Any], between: Between) -> list[Part]:
    ends = sorted(set(points))
    if not ends:
        return [Part(between(None, None), None, None)]
    below, above = between(None, ends[0]), between(ends[-1], None)
    found = [] if below is None else [Part(below, None, ends[0])]
    for low, high in pairwise(ends):
        found.append(Part(low, low, low))
        sample = between(low, high)
        if sample is not None:
            found.append(Part(sample, low, high))
    found.append(Part(ends[-1], ends[-1], ends[-1]))
    return found if above is None else [*found, Part(above, ends[-1], None)]


def _next_number(low: Decimal | None, high: Decimal | None) -> Decimal:
    """Return a number between two numbers: there always is one."""
    with localcontext(prec=_SAMPLE_DIGITS):
        if low is None:
            return Decimal(0) if high is None else min(high - 1, high - abs(high) / 2)
        return max(low + 1, low + abs(low) / 2) if high is None else (low + high) / 2


def _next_integer(low: Decimal | None, high: Decimal | None) -> Decimal | None:
    if low is None:
        return Decimal(0) if high is None else Decimal(-(-high // 1)) - 1
    following = Decimal(low.to_integral_value("ROUND_FLOOR")) + 1
    return following if high is None or following < high else None


def _next_text(low: str | None, high: str | None) -> str | None:
    """Return the first text after another in the order of texts, unless it is the upper end already."""
    following = "" if low is None else low + "\0"
    return following if high is None or following < high else None


def _stepping(step: Any, start: Any) -> Between:
    """Return the search for a value between two ends of a kind with a smallest step."""

    def between(low: Any, high: Any) -> Any:
        if low is None:
            return start if high is None else calculate("-", high, step)
        following: Any = calculate("+", low, step)
        return following if following is not None and (high is None or following < high) else None

    return between


def _next_months(low: Months | None, high: Months | None) -> Months | None:
    if low is None:
        return Months(0 if high is None else high.count - 1)
    return Months(low.count + 1) if high is None or low.count + 1 < high.count else None


_NEXT: dict[str, Between] = {
    "number": _next_number,
    "string": _next_text,
    "date": _stepping(Duration(DAY), Date(2000, 1, 1)),
    "date and time": _stepping(Duration(1), Instant(Date(2000, 1, 1), Time(0))),
    "days and time duration": _stepping(Duration(1), Duration(0)),
    "years and months duration": _next_months,
}


def described(whole: Sequence[Part], chosen: Sequence[int]) -> str:
    """Return some parts of a column, by their places in ascending order, in words."""
    if len(chosen) == len(whole):
        return ANYTHING
    if isinstance(whole[0].sample, (str, bool)):
        return "、".join(dict.fromkeys(_name(whole[place]) for place in sorted(chosen, key=lambda place: not whole[place].is_point)))
    runs: list[list[int]] = []
    for place in chosen:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return " 或 ".join(_interval(whole[run[0]], whole[run[-1]]) for run in runs)


def _name(part: Part) -> str:
    if isinstance(part.sample, bool):
        return "true" if part.sample else "false"
    return str(part.sample) if part.is_point else _OTHERS


def _interval(first: Part, last: Part) -> str:
    low, high = plain(first.low), plain(last.high)
    if first is last and first.is_point:
        return f"= {low}"
    if low is None:
        return f"{'<=' if last.is_point else '<'} {high}"
    if high is None:
        return f"{'>=' if first.is_point else '>'} {low}"
    return f"{'[' if first.is_point else '('}{low}..{high}{']' if last.is_point else ')'}"
