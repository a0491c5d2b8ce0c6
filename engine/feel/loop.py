"""Loops (循环): closures of filters, `for`, `some` and `every`; each round counts against the limit of the scope."""

from collections.abc import Callable
from decimal import Decimal

from engine.feel.compiler import Closure, closure
from engine.feel.scope import Scope
from engine.feel.tree import Filter, For, Loop, Quantified
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
            verdict = condition(scope.inner("item", item))
            if not isinstance(verdict, bool) and verdict is not None:
                return _element(items, verdict)
            if verdict is True:
                kept.append(item)
        return kept if items or not isinstance(condition(scope.inner("item", None)), Decimal) else None

    return chosen


def _element(items: list[object], position: object) -> object:
    """Return the element at a position counted from 1, or from the end when negative."""
    if not isinstance(position, Decimal) or not is_whole(position) or not 1 <= abs(position) <= len(items):
        return None
    return items[int(position) - 1 if position > 0 else int(position)]


@closure.register
def _for(node: For) -> Closure:
    loops, result = node.loops, closure(node.result)
    rounds = _rounds(loops)
    return lambda scope: None if (found := rounds(scope)) is None else [result(inner) for inner in found]


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
                items = _items(domain(outer), outer)
                if items is None:
                    return None
                deeper.extend(outer.inner(variable, item) for item in items)
            found = deeper
        return found

    return scopes


def _items(value: object, scope: Scope) -> list[object] | None:
    match value:
        case None:
            return None
        case list():
            scope.step(len(value))
            return value
        case Range(low=Decimal() as low, high=Decimal() as high):
            if not (is_whole(low) and is_whole(high)):
                return None
            scope.step(abs(int(high) - int(low)) + 1)
            direction = 1 if low <= high else -1
            return [Decimal(number) for number in range(int(low), int(high) + direction, direction)]
        case Range():
            return None
        case _:
            return [value]
