"""Unary tests (一元测试): closures that judge a subject, as the cells of a decision table do."""

import operator
from collections.abc import Callable
from decimal import Decimal

from engine.feel.compiler import ORDERS, SUBJECT, Closure, closure, comparison, opposite
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
    Subject,
    Tests,
    ValueTest,
    walk,
)
from engine.feel.value import Ordering, Range, equal

Test = Callable[[object, Scope], bool | None]

_CONSTANT = (Literal, Negation, Arithmetic, RangeLiteral, ListLiteral)


def test(node: Tests) -> Test:
    """Return the function from a subject and a scope to the verdict of unary tests."""
    if not node.tests:
        return lambda subject, scope: True
    tests = [_single(inner, strict=node.strict) for inner in node.tests]
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


def _single(node: Node, *, strict: bool) -> Test:
    match node:
        case ComparisonTest():
            return _comparison_test(node)
        case ValueTest():
            return _value_test(node, strict=strict)
        case ConditionTest():
            return _condition_test(node)
    raise NotImplementedError(type(node).__name__)


def _comparison_test(node: ComparisonTest) -> Test:
    compare, operand = comparison(node.operator), closure(node.operand)
    if _is_constant(node.operand):
        limit = operand(Scope({}))
        if isinstance(limit, Decimal) and node.operator in ORDERS:
            return _beyond_number(ORDERS[node.operator], limit)
        return _against(compare, limit)
    if any(isinstance(part, Subject) for part in walk(node.operand)):
        return lambda subject, scope: _against(compare, operand(scope.inner(SUBJECT, subject)))(subject, scope)
    return lambda subject, scope: _against(compare, operand(scope))(subject, scope)


def _beyond_number(beyond: Ordering, limit: Decimal) -> Test:
    return lambda subject, scope: beyond(subject, limit) if type(subject) is Decimal else None


def _against(compare: Callable[[object, object], bool | None], limit: object) -> Test:
    """Return the test against a limit; of an unknown subject nothing is known but that it is null."""
    if limit is None:
        return lambda subject, scope: compare(subject, None)
    return lambda subject, scope: None if subject is None else compare(subject, limit)


def _value_test(node: ValueTest, *, strict: bool) -> Test:
    expression = closure(node.expression)
    compared = matches_known if strict else matches
    if _is_constant(node.expression):
        return _expecting(expression(Scope({})), compared)
    return lambda subject, scope: compared(subject, expression(scope))


def _expecting(constant: object, compared: Callable[[object, object], bool | None]) -> Test:
    """Return the test against a constant; the kinds that tables are full of are compared without detours."""
    if isinstance(constant, (str, Decimal)):
        plain = type(constant)
        return lambda subject, scope: subject == constant if type(subject) is plain else compared(subject, constant)
    if isinstance(constant, Range) and isinstance(constant.low, Decimal) and isinstance(constant.high, Decimal):
        return _between_numbers(constant, constant.low, constant.high)
    return lambda subject, scope: compared(subject, constant)


def _between_numbers(interval: Range, low: Decimal, high: Decimal) -> Test:
    above = operator.ge if interval.low_closed else operator.gt
    below = operator.le if interval.high_closed else operator.lt
    return lambda subject, scope: above(subject, low) and below(subject, high) if isinstance(subject, Decimal) else None


def _is_constant(node: Node) -> bool:
    """Tell whether an expression has one value for ever, so that it can be computed when compiling."""
    return all(isinstance(part, _CONSTANT) or (isinstance(part, Call) and part.function.checked) for part in walk(node))


def _condition_test(node: ConditionTest) -> Test:
    expression = closure(node.expression)

    def holds(subject: object, scope: Scope) -> bool | None:
        verdict = expression(scope.inner(SUBJECT, subject))
        return verdict if isinstance(verdict, bool) else None

    return holds


def matches(subject: object, expected: object) -> bool | None:
    """Tell whether a subject equals a value, or lies in it when it is a range or a list, also a list of ranges."""
    if isinstance(expected, Range):
        return equal(subject, expected) if isinstance(subject, Range) else expected.contains(subject)
    if not isinstance(expected, list):
        return equal(subject, expected)
    if isinstance(subject, list) and equal(subject, expected) is True:
        return True
    verdicts = [matches(subject, item) for item in expected]
    return True if True in verdicts else None if verdicts and all(verdict is None for verdict in verdicts) else False


def matches_known(subject: object, expected: object) -> bool | None:
    """Do the same as `matches`, but of an unknown subject nothing is known except that it is null."""
    if subject is not None or expected is None:
        return _matches_strictly(subject, expected)
    if isinstance(expected, list):
        verdicts = [matches_known(subject, item) for item in expected]
        return True if True in verdicts else None
    return None


def _matches_strictly(subject: object, expected: object) -> bool | None:
    if isinstance(expected, list) and not isinstance(subject, list):
        verdicts = [_matches_strictly(subject, item) for item in expected]
        return True if True in verdicts else None if None in verdicts else False
    return expected.contains(subject) if isinstance(expected, Range) else equal(subject, expected)


@closure.register
def _in(node: In) -> Closure:
    value, tests = closure(node.value), test(node.tests)
    return lambda scope: tests(value(scope), scope)
