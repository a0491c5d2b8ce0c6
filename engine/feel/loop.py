"""Loops (循环): closures of filters, `for`, `some` and `every`; each round counts against the limit of the scope."""

from collections.abc import Callable
from decimal import Decimal

from engine.feel.calendar import Date, day_of
from engine.feel.compiler import Closure, closure
from engine.feel.parser import PARTIAL
from engine.feel.scope import Scope
from engine.feel.tree import Filter, For, Loop, Name, Quantified, walk
from engine.feel.value import Range, is_whole


@closure.register
def _filter(node: Filter) -> Closure:
    source, condition = closure(node.source), closure(node.condition)

    def chosen(scope: Scope) -> object:
        value = source(scope)
        items = value if isinstance(value, list) else [] if value is None else [value]
        kept = []
        for item in items:
            scope.step()
            verdict = condition(scope.around(item))
            if not isinstance(verdict, bool) and verdict is not None:
                return _element(items, verdict)
            if verdict is True:
                kept.append(item)
        return kept if items or not isinstance(condition(scope.around(None)), Decimal) else None

    return chosen


def _element(items: list[object], position: object) -> object:
    """Return the element at a position counted from 1, or from the end when negative."""
    if not isinstance(position, Decimal) or not is_whole(position) or not 1 <= abs(position) <= len(items):
        return None
    return items[int(position) - 1 if position > 0 else int(position)]


@closure.register
def _for(node: For) -> Closure:
    rounds, result = _rounds(node.loops), closure(node.result)
    looks_back = any(isinstance(part, Name) and part.name == PARTIAL for part in walk(node.result))

    def results(scope: Scope) -> list[object] | None:
        found = rounds(scope)
        if found is None:
            return None
        if not looks_back:
            return [result(inner) for inner in found]
        so_far: list[object] = []
        for inner in found:
            scope.step(len(so_far) + 1)
            so_far.append(result(inner.inner(PARTIAL, list(so_far))))
        return so_far

    return results


@closure.register
def _quantified(node: Quantified) -> Closure:
    rounds, condition = _rounds(node.loops), closure(node.condition)
    decisive = node.quantifier == "some"

    def verdict(scope: Scope) -> bool | None:
        found = rounds(scope)
        if found is None:
            return None
        answer: bool | None = not decisive
        for inner in found:
            value = condition(inner)
            if value is decisive:
                return decisive
            if not isinstance(value, bool):
                answer = None
        return answer

    return verdict


def _rounds(loops: tuple[Loop, ...]) -> Callable[[Scope], list[Scope] | None]:
    """Return the function that lists the scopes of all rounds; null when a domain is neither list nor range of whole numbers."""
    compiled = [(loop.variable, closure(loop.domain)) for loop in loops]

    def scopes(scope: Scope) -> list[Scope] | None:
        found = [scope]
        for variable, domain in compiled:
            deeper: list[Scope] = []
            for outer in found:
                items = elements(domain(outer), outer)
                if items is None:
                    return None
                deeper.extend(outer.inner(variable, item) for item in items)
            found = deeper
        return found

    return scopes


def elements(value: object, scope: Scope) -> list[object] | None:
    """Return what a loop over a value goes through; null for null and for a range without steps."""
    match value:
        case None:
            return None
        case list():
            scope.step(len(value))
            return value
        case Range(low=Decimal() as low, high=Decimal() as high):
            if not (is_whole(low) and is_whole(high)):
                return None
            return [Decimal(number) for number in _steps(int(low), int(high), value, scope)]
        case Range(low=Date() as first, high=Date() as last):
            return [day_of(int(number)) for number in _steps(first.number, last.number, value, scope)]
        case Range():
            return None
        case _:
            return [value]


def _steps(low: int, high: int, ends: Range, scope: Scope) -> range:
    """Return the whole numbers from one end to the other, upwards or downwards; an open end does not belong to them."""
    scope.step(abs(high - low) + 1)
    direction = 1 if low <= high else -1
    first = low if ends.low_closed else low + direction
    last = high if ends.high_closed else high - direction
    return range(first, last + direction, direction)
