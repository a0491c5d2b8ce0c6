"""Points (界点): the constants at which the verdict of unary tests can change, for hosts that verify tables."""

from engine.feel.compiler import closure
from engine.feel.scope import Scope
from engine.feel.tree import ComparisonTest, Name, Node, Subject, Tests, ValueTest, walk
from engine.feel.value import UNBOUNDED, Range


def points(tests: Tests) -> list[object] | None:
    """Return the values and ends of ranges that the tests compare with; None when they depend on names or on `?`.

    Between two neighbouring points of an ordered kind the verdict is constant; at each point it may differ.
    """
    if any(isinstance(node, (Name, Subject)) for node in walk(tests)):
        return None
    found: list[object] = []
    for test in tests.tests:
        _collect(closure(_operand(test))(Scope({})), found)
    return found


def _operand(test: Node) -> Node:
    match test:
        case ComparisonTest(operand=operand):
            return operand
        case ValueTest(expression=expression):
            return expression
    raise NotImplementedError(type(test).__name__)


def _collect(value: object, found: list[object]) -> None:
    match value:
        case None:
            return
        case Range(low=low, high=high):
            found.extend(end for end in (low, high) if end is not None and end is not UNBOUNDED)
        case list():
            for item in value:
                _collect(item, found)
        case _:
            found.append(value)
