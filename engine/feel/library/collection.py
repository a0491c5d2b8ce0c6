"""Functions of lists and contexts (列表函数)."""

import operator
from collections.abc import Callable
from decimal import Decimal
from functools import reduce

from engine.feel.arithmetic import calculate
from engine.feel.function import function
from engine.feel.value import CONTEXT, Ordering, equal, order

_DISTINCT_LIMIT = 2_000


def _extreme(comparison: Ordering) -> Callable[[list[object]], object]:
    def extreme(values: list[object]) -> object:
        """Return the extreme; null as soon as one value is null or of another kind, for the answer is then unknown."""
        if not values:
            return None
        best = values[0]
        for value in values:
            better = order(comparison, value, best)
            if better is None:
                return None
            best = value if better else best
        return best

    return extreme


def _sum(values: list[object]) -> object:
    return reduce(lambda total, value: calculate("+", total, value), values) if values else None


def _mean(values: list[object]) -> object:
    return calculate("/", _sum(values), Decimal(len(values))) if values else None


def _median(values: list[object]) -> object:
    numbers = sorted(value for value in values if isinstance(value, Decimal))
    if not numbers or len(numbers) != len(values):
        return None
    middle = len(numbers) // 2
    return numbers[middle] if len(numbers) % 2 else CONTEXT.divide(CONTEXT.add(numbers[middle - 1], numbers[middle]), Decimal(2))


def _contains(values: list[object], element: object) -> bool:
    return any(equal(value, element) for value in values)


def _positions(values: list[object], match: object) -> list[object]:
    return [Decimal(index) for index, value in enumerate(values, 1) if equal(value, match)]


def _distinct(values: list[object]) -> list[object] | None:
    if len(values) > _DISTINCT_LIMIT:
        # Every element is compared with every other, for contexts and lists have no hash.
        return None
    found: list[object] = []
    for value in values:
        if not _contains(found, value):
            found.append(value)
    return found


def _flat(values: list[object]) -> list[object]:
    found: list[object] = []
    waiting = values[::-1]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value[::-1])
        else:
            found.append(value)
    return found


def _appended(arguments: list[object]) -> object:
    first, *others = arguments
    return [*first, *others] if isinstance(first, list) else None


def _concatenated(lists: list[object]) -> object:
    return [item for values in lists if isinstance(values, list) for item in values] if all(isinstance(values, list) for values in lists) else None


def _union(lists: list[object]) -> object:
    joined = _concatenated(lists)
    return _distinct(joined) if isinstance(joined, list) else None


def _sublist(values: list[object], start: Decimal, length: Decimal | None = None) -> object:
    if not 1 <= abs(start) <= len(values) or (length is not None and not 1 <= length <= len(values)):
        return None
    first = int(start) - 1 if start > 0 else len(values) + int(start)
    return values[first:] if length is None else values[first : first + int(length)]


def _entry(context: dict[str, object], key: str) -> object:
    return context.get(key)


def _entries(context: dict[str, object]) -> list[object]:
    return [{"key": name, "value": value} for name, value in context.items()]


FUNCTIONS = (
    function("min", "list: list", call=_extreme(operator.lt), variadic=True),
    function("max", "list: list", call=_extreme(operator.gt), variadic=True),
    function("sum", "list: list", call=_sum, variadic=True),
    function("mean", "list: list", call=_mean, variadic=True),
    function("median", "list: list", call=_median, variadic=True),
    function("count", "list: list", call=lambda values: Decimal(len(values))),
    function("list contains", "list: list, element: any", call=_contains),
    function("index of", "list: list, match: any", call=_positions),
    function("distinct values", "list: list", call=_distinct),
    function("flatten", "list: list", call=_flat),
    function("reverse", "list: list", call=lambda values: values[::-1]),
    function("sublist", "list: list, start position: number, length: number", "list: list, start position: number", call=_sublist),
    function("append", call=_appended, variadic=True),
    function("concatenate", call=_concatenated, variadic=True),
    function("union", call=_union, variadic=True),
    function("get value", "m: context, key: string", call=_entry),
    function("get entries", "m: context", call=_entries),
)
