"""Functions of lists and contexts (列表与上下文函数, DMN 1.5, tables 75 and 80)."""

import operator
from collections.abc import Callable
from decimal import Decimal
from functools import cmp_to_key, reduce

from engine.feel.arithmetic import calculate
from engine.feel.function import Function, function
from engine.feel.value import CONTEXT, Ordering, equal, is_whole, order

_DISTINCT_LIMIT = 2_000


def _extreme(comparison: Ordering) -> Callable[[list[object]], object]:
    def extreme(values: list[object]) -> object:
        """Return the extreme; null as soon as one value is null or of another kind, for the answer is then unknown."""
        if not values:
            return None
        best = values[0]
        if order(comparison, best, best) is None:
            return None
        for value in values:
            better = order(comparison, value, best)
            if better is None:
                return None
            best = value if better else best
        return best

    return extreme


def _numbers(values: list[object]) -> list[Decimal] | None:
    """Return the values of a list that holds numbers alone and is not empty."""
    found = [value for value in values if isinstance(value, Decimal)]
    return found if found and len(found) == len(values) else None


def _sum(values: list[object]) -> object:
    if not values:
        return None
    if isinstance(values[0], Decimal):
        numbers = _numbers(values)
        return None if numbers is None else reduce(CONTEXT.add, numbers)
    return None if isinstance(values[0], str) else reduce(lambda total, value: calculate("+", total, value), values)


def _product(values: list[object]) -> object:
    numbers = _numbers(values)
    return None if numbers is None else reduce(CONTEXT.multiply, numbers)


def _mean(values: list[object]) -> object:
    return calculate("/", _sum(values), Decimal(len(values))) if values else None


def _median(values: list[object]) -> object:
    numbers = _numbers(values)
    if numbers is None:
        return None
    numbers.sort()
    middle = len(numbers) // 2
    return numbers[middle] if len(numbers) % 2 else CONTEXT.divide(CONTEXT.add(numbers[middle - 1], numbers[middle]), Decimal(2))


def _deviation(values: list[object]) -> object:
    """Return the standard deviation of a sample; null for fewer than two numbers."""
    numbers = _numbers(values)
    if numbers is None or len(numbers) < 2:
        return None
    mean = CONTEXT.divide(reduce(CONTEXT.add, numbers), Decimal(len(numbers)))
    squares = (CONTEXT.power(CONTEXT.subtract(number, mean), Decimal(2)) for number in numbers)
    return CONTEXT.sqrt(CONTEXT.divide(reduce(CONTEXT.add, squares), Decimal(len(numbers) - 1)))


def _mode(values: list[object]) -> object:
    """Return the most frequent numbers in ascending order; the empty list for no numbers at all."""
    if not values:
        return []
    numbers = _numbers(values)
    if numbers is None:
        return None
    counts: dict[Decimal, int] = {}
    for number in numbers:
        counts[number] = counts.get(number, 0) + 1
    most = max(counts.values())
    return sorted(number for number, count in counts.items() if count == most)


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
    if first is None:
        return None
    return [*(first if isinstance(first, list) else [first]), *others]


def _lists(values: list[object]) -> list[list[object]] | None:
    """Return the arguments as lists, a single value as a list of one; null where one is null."""
    return None if None in values else [value if isinstance(value, list) else [value] for value in values]


def _concatenated(values: list[object]) -> list[object] | None:
    lists = _lists(values)
    return None if lists is None else [item for each in lists for item in each]


def _union(values: list[object]) -> object:
    joined = _concatenated(values)
    return None if joined is None else _distinct(joined)


def _place(values: list[object], position: Decimal) -> int | None:
    """Return the index of a position counted from 1, or from the end when negative, its fraction cut off; null outside the list."""
    if not 1 <= abs(position) < len(values) + 1:
        return None
    return int(position) - 1 if position > 0 else len(values) + int(position)


def _sublist(values: list[object], start: Decimal, length: Decimal | None = None) -> object:
    first = _place(values, start)
    if first is None or (length is not None and not (is_whole(length) and 0 <= length <= len(values) - first)):
        return None
    return values[first:] if length is None else values[first : first + int(length)]


def _inserted(values: list[object], position: Decimal, item: object) -> object:
    place = _place(values, position)
    return None if place is None else [*values[:place], item, *values[place:]]


def _removed(values: list[object], position: Decimal) -> object:
    place = _place(values, position)
    return None if place is None else [*values[:place], *values[place + 1 :]]


def _replaced(values: list[object], which: object, item: object) -> object:
    """Return the list with another item at a position, or wherever a function of (item, new item) is true."""
    if isinstance(which, Decimal):
        place = _place(values, which)
        return None if place is None else [*values[:place], item, *values[place + 1 :]]
    if not isinstance(which, Function) or not which.accepts(2):
        return None
    verdicts = [which([value, item]) for value in values]
    if not all(isinstance(verdict, bool) for verdict in verdicts):
        return None
    return [item if verdict else value for value, verdict in zip(values, verdicts, strict=True)]


def _sorted(values: list[object], precedes: object = None) -> object:
    def compared(one: object, other: object) -> int:
        before = order(operator.lt, one, other) if precedes is None else _asked(precedes, one, other)
        if before is True:
            return -1
        after = order(operator.lt, other, one) if precedes is None else _asked(precedes, other, one)
        if before is None or after is None:
            raise ValueError("no order")
        return 1 if after else 0

    if precedes is not None and not (isinstance(precedes, Function) and precedes.accepts(2)):
        return None
    return sorted(values, key=cmp_to_key(compared))


def _asked(precedes: object, one: object, other: object) -> bool | None:
    verdict = precedes([one, other]) if isinstance(precedes, Function) else None
    return verdict if isinstance(verdict, bool) else None


def _value(context: dict[str, object], key: object) -> object:
    keys = key if isinstance(key, list) else [key]
    found: object = context
    for name in keys:
        if not isinstance(found, dict) or not isinstance(name, str):
            return None
        found = found.get(name)
    return found if keys else None


def _entries(context: dict[str, object]) -> list[object]:
    return [{"key": name, "value": value} for name, value in context.items()]


def _context(entries: list[object]) -> object:
    found: dict[str, object] = {}
    for entry in entries:
        if not isinstance(entry, dict) or not {"key", "value"} <= entry.keys():
            return None
        key = entry["key"]
        if not isinstance(key, str) or key in found:
            return None
        found[key] = entry["value"]
    return found


def _put(context: dict[str, object], key: object, value: object) -> object:
    keys = [name for name in (key if isinstance(key, list) else [key]) if isinstance(name, str)]
    if not keys or (isinstance(key, list) and len(keys) < len(key)):
        return None
    first, *others = keys
    if not others:
        return {**context, first: value}
    inner = context.get(first)
    deeper = _put(inner, others, value) if isinstance(inner, dict) else None
    return None if deeper is None else {**context, first: deeper}


def _merged(contexts: list[object]) -> object:
    if not all(isinstance(context, dict) for context in contexts):
        return None
    return {name: value for context in contexts if isinstance(context, dict) for name, value in context.items()}


FUNCTIONS = (
    function("min", "list: list", call=_extreme(operator.lt), variadic=True),
    function("max", "list: list", call=_extreme(operator.gt), variadic=True),
    function("sum", "list: list", call=_sum, variadic=True),
    function("product", "list: list", call=_product, variadic=True),
    function("mean", "list: list", call=_mean, variadic=True),
    function("median", "list: list", call=_median, variadic=True),
    function("stddev", "list: list", call=_deviation, variadic=True),
    function("mode", "list: list", call=_mode, variadic=True),
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
    function("insert before", "list: list, position: number, newItem: any", call=_inserted),
    function("remove", "list: list, position: number", call=_removed),
    function("list replace", "list: list, position: any, newItem: any", "list: list, match: any, newItem: any", call=_replaced),
    function("sort", "list: list", "list: list, precedes: any", call=_sorted),
    function("get value", "m: context, key: any", call=_value),
    function("get entries", "m: context", call=_entries),
    function("context", "entries: list", call=_context),
    function("context put", "context: context, key: any, value: any", "context: context, keys: any, value: any", call=_put),
    function("context merge", "contexts: list", call=_merged),
)
