"""Tree (语法树): an expression as typed, frozen nodes; each knows its place in the text."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from engine.feel.function import Function
from engine.feel.type import FeelType


@dataclass(frozen=True, slots=True)
class Node:
    """A part of an expression that begins at the character `at`, counted from 0."""

    at: int


@dataclass(frozen=True, slots=True)
class Literal(Node):
    """A number, string, boolean, null or temporal value written in the text, or a built-in function that is named and not called."""

    value: object


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A value of the scope."""

    name: str


@dataclass(frozen=True, slots=True)
class Subject(Node):
    """The question mark: the value under test."""


@dataclass(frozen=True, slots=True)
class Path(Node):
    """A part of a context, or a component of a date or duration."""

    source: Node
    name: str


@dataclass(frozen=True, slots=True)
class Filter(Node):
    """Elements of a list, by position or by a condition on `item`."""

    source: Node
    condition: Node


@dataclass(frozen=True, slots=True)
class ItemName(Node):
    """A name inside a filter that no scope knows: an entry of the element, if it has one."""

    name: str


@dataclass(frozen=True, slots=True)
class InstanceOf(Node):
    """`value instance of type`."""

    value: Node
    type: FeelType


@dataclass(frozen=True, slots=True)
class Lambda(Node):
    """`function(a, b: number) body`: a function that is a value."""

    parameters: tuple[tuple[str, FeelType], ...]
    body: Node


@dataclass(frozen=True, slots=True)
class Invocation(Node):
    """A call of a function that is a value; `names` are those of the arguments, or none at all."""

    target: Node
    arguments: tuple[Node, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Negation(Node):
    """The unary minus."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    """One of + - * / **."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Comparison(Node):
    """One of = != < <= > >=."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Logic(Node):
    """`and` or `or` over two or more operands."""

    operator: str
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Between(Node):
    """`value between low and high`, both ends included."""

    value: Node
    low: Node
    high: Node


@dataclass(frozen=True, slots=True)
class In(Node):
    """`value in tests`."""

    value: Node
    tests: "Tests"


@dataclass(frozen=True, slots=True)
class If(Node):
    """`if condition then positive else negative`; a condition that is not true takes the else."""

    condition: Node
    positive: Node
    negative: Node


@dataclass(frozen=True, slots=True)
class Loop(Node):
    """One variable and its domain in `for`, `some` or `every`."""

    variable: str
    domain: Node


@dataclass(frozen=True, slots=True)
class For(Node):
    """`for variable in domain return result`."""

    loops: tuple[Loop, ...]
    result: Node


@dataclass(frozen=True, slots=True)
class Quantified(Node):
    """`some` or `every` variable in domain `satisfies` condition."""

    quantifier: str
    loops: tuple[Loop, ...]
    condition: Node


@dataclass(frozen=True, slots=True)
class ListLiteral(Node):
    """`[a, b]`."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entry(Node):
    """One entry of a context."""

    name: str
    value: Node


@dataclass(frozen=True, slots=True)
class ContextLiteral(Node):
    """`{name: value}`; an entry sees the entries before it."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class RangeLiteral(Node):
    """`[low..high]` with either end open or closed, `low..high` as the domain of a loop, or `(< high)` without a lower end."""

    low: Node
    high: Node
    low_closed: bool
    high_closed: bool


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A function with its arguments in the order of one of its forms."""

    function: Function
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class ComparisonTest(Node):
    """A unary test such as `< 10`."""

    operator: str
    operand: Node


@dataclass(frozen=True, slots=True)
class ValueTest(Node):
    """A unary test by value: equal to it, or inside it when it is a range or a list."""

    expression: Node


@dataclass(frozen=True, slots=True)
class ConditionTest(Node):
    """A unary test by an expression with `?`, which must be true."""

    expression: Node


@dataclass(frozen=True, slots=True)
class Tests(Node):
    """Unary tests of which one must hold, or, negated, none; no tests at all is `-`, which matches everything.

    In `strict` tests nothing but that it is null is known of an unknown subject: `not("严重")` does not match null.
    """

    tests: tuple[Node, ...]
    negated: bool = False
    strict: bool = False


def children(node: Node) -> Iterator[Node]:
    """Yield the nodes directly below a node, in the order of the text."""
    for field in fields(node):
        part = getattr(node, field.name)
        if isinstance(part, Node):
            yield part
        elif isinstance(part, tuple):
            yield from (item for item in part if isinstance(item, Node))


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all nodes below it."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(children(current))


def height(node: Node) -> int:
    """Return the number of levels of a tree, which is what its evaluation costs in stack."""
    level, levels = [node], 0
    while level:
        level = [below for current in level for below in children(current)]
        levels += 1
    return levels
