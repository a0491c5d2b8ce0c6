"""Unary tests (一元测试): closures that judge a subject, as the cells of a decision table do."""

from collections.abc import Callable
from functools import partial, singledispatch

from engine.feel.compiler import SUBJECT, Closure, closure, comparison, opposite
from engine.feel.scope import Scope
from engine.feel.tree import ComparisonTest, ConditionTest, In, Literal, Node, Tests, ValueTest
from engine.feel.value import Range, equal

Test = Callable[[object, Scope], bool | None]


@singledispatch
def test(node: Node) -> Test:
    """Return the function from a subject and a scope to the verdict of a unary test."""
    raise NotImplementedError(type(node).__name__)


@test.register
def _tests(node: Tests) -> Test:
    if not node.tests:
        return lambda subject, scope: True
    tests = [test(inner) for inner in node.tests]
    some = tests[0] if len(tests) == 1 else partial(_some, tests)
    if node.negated:
        return lambda subject, scope: opposite(some(subject, scope))
    return some


def _some(tests: list[Test], subject: object, scope: Scope) -> bool | None:
    verdict: bool | None = False
    for each in tests:
        holds = each(subject, scope)
        if holds is True:
            return True
        if holds is None:
            verdict = None
    return verdict


@test.register
def _comparison_test(node: ComparisonTest) -> Test:
    compare, operand = comparison(node.operator), closure(node.operand)
    if isinstance(node.operand, Literal):
        limit = node.operand.value
        return lambda subject, scope: None if subject is None and limit is not None else compare(subject, limit)

    def holds(subject: object, scope: Scope) -> bool | None:
        limit = operand(scope)
        return None if subject is None and limit is not None else compare(subject, limit)

    return holds


@test.register
def _value_test(node: ValueTest) -> Test:
    if isinstance(node.expression, Literal):
        constant = node.expression.value
        return lambda subject, scope: same(subject, constant)
    expression = closure(node.expression)
    return lambda subject, scope: matches(subject, expression(scope))


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
