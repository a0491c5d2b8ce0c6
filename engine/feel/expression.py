"""Expressions (表达式): compiled once, evaluated often; the door through which hosts use FEEL."""

from collections.abc import Callable, Collection, Mapping
from typing import Final

from engine.feel import loop  # noqa: F401 - importing the module registers the closures of the loops.
from engine.feel.compiler import closure
from engine.feel.cursor import STRICT, Language
from engine.feel.error import FeelError
from engine.feel.function import Function, host_function
from engine.feel.library import BUILT_IN
from engine.feel.parser import Parser
from engine.feel.point import points
from engine.feel.scope import Scope, StepLimitError
from engine.feel.tree import Node, Tests
from engine.feel.unary import test
from engine.feel.value import feel_value, host_value

Functions = Mapping[str, Callable[..., object]]
_NONE: Final[Functions] = {}


class Expression:
    """A compiled expression; call it with the values of its names.

    `names` are the free names that the text uses, `tree` its syntax tree.
    """

    __slots__ = ("_closure", "names", "text", "tree")

    def __init__(self, text: str, tree: Node, names: frozenset[str]) -> None:
        self.text = text
        self.tree = tree
        self.names = names
        self._closure = closure(tree)

    def __call__(self, values: Mapping[str, object]) -> object:
        """Return the value: None, bool, Decimal, str, date, datetime, time, timedelta, Months, Range, list, dict or Function.

        A date beyond the year 9999 and a fraction of a microsecond come as what `engine.feel.calendar` has.

        Raises:
            FeelError: when a name has no value, or loops take more than 100,000 steps.
            TypeError: when a value has a type foreign to FEEL, above all float.
        """
        return host_value(self.run(scope_of(self.text, self.names, values)))

    def run(self, scope: Scope) -> object:
        """Return the value in a scope that already holds FEEL values; hosts with many expressions convert once."""
        try:
            return self._closure(scope)
        except StepLimitError as excess:
            raise FeelError(str(excess), self.text, 0) from None
        except RecursionError:
            raise FeelError("函数调用得太深", self.text, 0) from None


class UnaryTests:
    """The compiled tests of a cell; call them with the subject and the values of their names.

    `test` is the bare function from a subject and a scope to the verdict: hosts that run many cells catch `StepLimitError` and
    `RecursionError` themselves, and run the cell once more for the refusal in words.
    """

    __slots__ = ("names", "test", "text", "tree")

    def __init__(self, text: str, tree: Tests, names: frozenset[str]) -> None:
        self.text = text
        self.tree = tree
        self.names = names
        self.test = test(tree)

    @property
    def always(self) -> bool:
        """Whether the cell is `-`, which every subject passes."""
        return not self.tree.tests

    @property
    def points(self) -> list[object] | None:
        """The values and ends of ranges that the cell compares with; None when it depends on names or on `?`.

        Raises:
            FeelError: when they take more than 100,000 steps to compute.
        """
        try:
            return points(self.tree)
        except StepLimitError as excess:
            raise FeelError(str(excess), self.text, 0) from None
        except RecursionError:
            raise FeelError("函数调用得太深", self.text, 0) from None

    def __call__(self, subject: object, values: Mapping[str, object] = _NONE) -> bool | None:
        """Return whether the subject passes; None when that is unknown, which in a table is no match.

        Raises:
            FeelError: when a name has no value, or loops take more than 100,000 steps.
            TypeError: when a value has a type foreign to FEEL, above all float.
        """
        return self.run(feel_value(subject), scope_of(self.text, self.names, values))

    def run(self, subject: object, scope: Scope) -> bool | None:
        """Return whether a FEEL value passes, in a scope that already holds FEEL values."""
        try:
            return self.test(subject, scope)
        except StepLimitError as excess:
            raise FeelError(str(excess), self.text, 0) from None
        except RecursionError:
            raise FeelError("函数调用得太深", self.text, 0) from None


def scope_of(text: str, names: frozenset[str], values: Mapping[str, object]) -> Scope:
    """Return a scope with the values of the names, converted to FEEL values."""
    try:
        return Scope({name: feel_value(values[name]) for name in names})
    except KeyError as missing:
        raise FeelError(f"没有给出“{missing.args[0]}”的值", text, 0) from None


def compile_expression(text: str, names: Collection[str], functions: Functions = _NONE, language: Language = STRICT) -> Expression:
    """Return the compiled expression; `names` are all names it may use, `functions` those of the host.

    Raises:
        FeelError: with line and column, when the text is no FEEL or uses an unknown name or function.
    """
    parser = Parser(text, names, _register(functions), language)
    tree = parser.whole_expression()
    return Expression(text, tree, frozenset(parser.free))


def compile_unary_tests(text: str, names: Collection[str], functions: Functions = _NONE, language: Language = STRICT) -> UnaryTests:
    """Return the compiled tests of a cell, such as `-`, `"轻微", "较重"`, `not("严重")`, `(10..20]` or `< 10`.

    Raises:
        FeelError: with line and column, when the text is no FEEL or uses an unknown name or function.
    """
    parser = Parser(text, names, _register(functions), language, subject=True)
    tree = parser.whole_tests()
    return UnaryTests(text, tree, frozenset(parser.free))


def parse(text: str, names: Collection[str], functions: Functions = _NONE) -> Node:
    """Return the syntax tree of an expression.

    Raises:
        FeelError: with line and column, when the text is no FEEL or uses an unknown name or function.
    """
    return Parser(text, names, _register(functions)).whole_expression()


def _register(functions: Functions) -> Mapping[str, Function]:
    if not functions:
        return BUILT_IN
    return {**BUILT_IN, **{name: call if isinstance(call, Function) else host_function(name, call) for name, call in functions.items()}}
