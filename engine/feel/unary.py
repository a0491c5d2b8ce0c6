"""Unary tests (一元测试): closures that judge a subject, as the cells of a decision table do."""

import operator
from collections.abc import Callable
from decimal import Decimal
from functools import singledispatch

from engine.feel.compiler import SUBJECT, Closure, closure, comparison, opposite
from engine.feel.scope import Scope
from engine.feel.tree import (
    Arithmetic,
    Call,
    ComparisonTest,
    ConditionTest,
    In,
    ListLiteral,
    Literal,
    Negation,
    Node,
    RangeLiteral,
    Tests,
    ValueTest,
    walk,
)
from engine.feel.value import Range, equal

Test = Callable[[object, Scope], bool | None]

_CONSTANT = (Literal, Negation, Arithmetic, RangeLiteral, ListLiteral)


@singledispatch
def test(node: Node) -> Test:
    """Return the function from a subject and a scope to the verdict of a unary test."""
    raise NotImplementedError(type(node).__name__)


@test.register
def _tests(node: Tests) -> Test:
    if not node.tests:
        return lambda subject, scope: True
    tests = [test(inner) for inner in node.tests]
    some = tests[0] if len(tests) == 1 else _some(tests)
    if node.negated:
        return lambda subject, scope: opposite(some(subject, scope))
    return some


def _some(tests: list[Test]) -> Test:
    def some(subject: object, scope: Scope) -> bool | None:
        verdict: bool | None = False
        for each in tests:
            holds = each(subject, scope)
            if holds is True:
                return True
            if holds is None:
                verdict = None
        return verdict

    return some


@test.register
def _comparison_test(node: ComparisonTest) -> Test:
    compare, operand = comparison(node.operator), closure(node.operand)
    if _is_constant(node.operand):
        return _against(compare, operand(Scope({})))
    return lambda subject, scope: _against(compare, operand(scope))(subject, scope)


def _against(compare: Callable[[object, object], bool | None], limit: object) -> Test:
    """Return the test against a limit; of an unknown subject nothing is known but that it is null."""
    if limit is None:
        return lambda subject, scope: compare(subject, None)
    return lambda subject, scope: None if subject is None else compare(subject, limit)


@test.register
def _value_test(node: ValueTest) -> Test:
    expression = closure(node.expression)
    if _is_constant(node.expression):
        return _expecting(expression(Scope({})))
    return lambda subject, scope: matches(subject, expression(scope))


def _expecting(constant: object) -> Test:
    """Return the test against a constant; the kinds that tables are full of are compared without detours."""
    if isinstance(constant, str):
        return lambda subject, scope: subject == constant if type(subject) is str else None
    if isinstance(constant, Range) and isinstance(constant.low, Decimal) and isinstance(constant.high, Decimal):
        return _between_numbers(constant, constant.low, constant.high)
    return lambda subject, scope: matches(subject, constant)


def _between_numbers(interval: Range, low: Decimal, high: Decimal) -> Test:
    above = operator.ge if interval.low_closed else operator.gt
    below = operator.le if interval.high_closed else operator.lt
    return lambda subject, scope: above(subject, low) and below(subject, high) if isinstance(subject, Decimal) else None


def _is_constant(node: Node) -> bool:
    """Tell whether an expression has one value for ever, so that it can be computed when compiling."""
    return all(isinstance(part, _CONSTANT) or (isinstance(part, Call) and part.function.checked) for part in walk(node))


@test.register
def _condition_test(node: ConditionTest) -> Test:
    expression = closure(node.expression)

    def holds(subject: object, scope: Scope) -> bool | None:
        verdict = expression(scope.inner(SUBJECT, subject))
        return verdict if isinstance(verdict, bool) else None

    return holds


def same(subject: object, expected: object) -> bool | None:
    """Tell whether a subject equals a value; of an unknown subject nothing is known but that it is null."""
    return None if subject is None and expected is not None else equal(subject, expected)


def matches(subject: object, expected: object) -> bool | None:
    """Tell whether a subject equals a value, or lies in it when it is a range or a list."""
    if isinstance(expected, Range):
        return expected.contains(subject)
    if isinstance(expected, list) and not isinstance(subject, list):
        verdicts = [matches(subject, item) for item in expected]
        return True if True in verdicts else None if None in verdicts else False
    return same(subject, expected)


@closure.register
def _in(node: In) -> Closure:
    value, tests = closure(node.value), test(node.tests)
    return lambda scope: tests(value(scope), scope)
