"""Compiler (编译): turns the tree of an expression into closures, once, so that evaluation only calls."""

import operator
from collections.abc import Callable, Mapping
from functools import partial, singledispatch
from time import perf_counter

from engine.feel.arithmetic import calculate, negative
from engine.feel.function import Function
from engine.feel.scope import Scope
from engine.feel.temporal import component
from engine.feel.tree import (
    Arithmetic,
    Between,
    Call,
    Comparison,
    ContextLiteral,
    If,
    InstanceOf,
    Invocation,
    ItemName,
    Lambda,
    ListLiteral,
    Literal,
    Logic,
    Name,
    Negation,
    Node,
    Path,
    RangeLiteral,
    Subject,
)
from engine.feel.type import belongs
from engine.feel.value import ORDERED, UNBOUNDED, Ordering, Range, equal, kind, order

Closure = Callable[[Scope], object]

SUBJECT = "?"
_CONTAINERS = frozenset({list, dict})
ORDERS: Mapping[str, Ordering] = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


@singledispatch
def closure(node: Node) -> Closure:
    """Return the function from a scope to the value of a node."""
    raise NotImplementedError(type(node).__name__)


@closure.register
def _literal(node: Literal) -> Closure:
    value = node.value
    return lambda scope: value


@closure.register
def _name(node: Name) -> Closure:
    name = node.name
    return lambda scope: scope.values[name]


@closure.register
def _subject(node: Subject) -> Closure:
    return lambda scope: scope.values[SUBJECT]


@closure.register
def _path(node: Path) -> Closure:
    source, name = closure(node.source), node.name
    return lambda scope: part(source(scope), name)


def part(value: object, name: str) -> object:
    """Return the entry of a context, the component of a temporal value or, of a list, the parts of its elements."""
    if isinstance(value, dict):
        return value.get(name)
    if isinstance(value, list):
        return [part(item, name) for item in value]
    if isinstance(value, Range):
        return value.part(name)
    return component(value, name)


@closure.register
def _item_name(node: ItemName) -> Closure:
    name = node.name
    return lambda scope: scope.values.get(name)


@closure.register
def _instance_of(node: InstanceOf) -> Closure:
    value, wanted = closure(node.value), node.type
    return lambda scope: belongs(value(scope), wanted)


@closure.register
def _lambda(node: Lambda) -> Closure:
    body, form = closure(node.body), node.parameters
    names = [name for name, _ in form]

    def made(scope: Scope) -> Function:
        def call(*arguments: object) -> object:
            scope.step()
            return body(scope.inside(dict(zip(names, arguments, strict=True))))

        return Function("function", (form,), call, lenient=True)

    return made


@closure.register
def _invocation(node: Invocation) -> Closure:
    target, names = closure(node.target), node.names
    arguments = [closure(argument) for argument in node.arguments]

    def result(scope: Scope) -> object:
        called = target(scope)
        if not isinstance(called, Function):
            return None
        values = [argument(scope) for argument in arguments]
        scope.charge(values)
        if names:
            positions = called.positions(names)
            if positions is None:
                return None
            values = [None if position is None else values[position] for position in positions]
        return called(values)

    return result


@closure.register
def _negation(node: Negation) -> Closure:
    operand = closure(node.operand)
    return lambda scope: negative(operand(scope))


@closure.register
def _arithmetic(node: Arithmetic) -> Closure:
    sign, left, right = node.operator, closure(node.left), closure(node.right)

    def calculated(scope: Scope) -> object:
        value = calculate(sign, left(scope), right(scope))
        if type(value) is str:
            scope.charge(value)
        return value

    return calculated


@closure.register
def _comparison(node: Comparison) -> Closure:
    compare = comparison(node.operator)
    left, right = closure(node.left), closure(node.right)

    def compared(scope: Scope) -> bool | None:
        one = left(scope)
        if type(one) in _CONTAINERS:
            scope.charge(one)
        return compare(one, right(scope))

    return compared


def comparison(sign: str) -> Callable[[object, object], bool | None]:
    """Return the function of a comparison sign."""
    if sign == "=":
        return equal
    if sign == "!=":
        return lambda left, right: opposite(equal(left, right))
    return partial(order, ORDERS[sign])


def opposite(verdict: object) -> bool | None:
    """Negate a truth value; what is none stays unknown."""
    return not verdict if isinstance(verdict, bool) else None


@closure.register
def _logic(node: Logic) -> Closure:
    operands = [closure(operand) for operand in node.operands]
    decisive = node.operator == "or"

    def joined(scope: Scope) -> bool | None:
        verdict: bool | None = not decisive
        for operand in operands:
            value = operand(scope)
            if value is decisive:
                return decisive
            if not isinstance(value, bool):
                verdict = None
        return verdict

    return joined


@closure.register
def _between(node: Between) -> Closure:
    value, low, high = closure(node.value), closure(node.low), closure(node.high)
    return lambda scope: Range(low(scope), high(scope)).contains(value(scope))


@closure.register
def _if(node: If) -> Closure:
    condition, positive, negative_case = closure(node.condition), closure(node.positive), closure(node.negative)
    return lambda scope: positive(scope) if condition(scope) is True else negative_case(scope)


@closure.register
def _list(node: ListLiteral) -> Closure:
    items = [closure(item) for item in node.items]

    def built(scope: Scope) -> list[object]:
        values = [item(scope) for item in items]
        scope.charge(values)
        return values

    return built


@closure.register
def _context(node: ContextLiteral) -> Closure:
    entries = [(entry.name, closure(entry.value)) for entry in node.entries]

    def context(scope: Scope) -> object:
        built: dict[str, object] = {}
        for name, value in entries:
            built[name] = value(scope)
            scope = scope.inner(name, built[name])
        scope.charge(built)
        return built

    return context


@closure.register
def _range(node: RangeLiteral) -> Closure:
    low, high = closure(node.low), closure(node.high)
    low_closed, high_closed = node.low_closed, node.high_closed

    def made(scope: Scope) -> Range | None:
        ends = low(scope), high(scope)
        fits = UNBOUNDED in ends or None in ends or (kind(ends[0]) == kind(ends[1]) and type(ends[0]) in ORDERED)
        return Range(*ends, low_closed, high_closed) if fits else None

    return made


@closure.register
def _call(node: Call) -> Closure:
    called = node.function
    arguments = [closure(argument) for argument in node.arguments]

    def result(scope: Scope) -> object:
        values = [argument(scope) for argument in arguments]
        scope.charge(values)
        return called(values)

    def timed(scope: Scope) -> object:
        begun = perf_counter()
        value = result(scope)
        scope.spend(perf_counter() - begun)
        return value

    return timed if called.timed else result
