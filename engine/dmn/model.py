"""Model (决策模型): decisions, their tables and rules, compiled and frozen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from engine.dmn.outcome import Hit
from engine.dmn.type import Type
from engine.feel import Expression, Function, Scope, UnaryTests, equal


class HitPolicy(StrEnum):
    """What a table answers when several rules match (命中策略)."""

    UNIQUE = "UNIQUE"
    FIRST = "FIRST"
    PRIORITY = "PRIORITY"
    ANY = "ANY"
    COLLECT = "COLLECT"
    RULE_ORDER = "RULE ORDER"
    OUTPUT_ORDER = "OUTPUT ORDER"


class Aggregation(StrEnum):
    """How COLLECT joins the outputs of all matching rules into one."""

    SUM = "SUM"
    MIN = "MIN"
    MAX = "MAX"
    COUNT = "COUNT"


@dataclass(frozen=True, slots=True)
class Input:
    """A column of conditions."""

    id: str
    label: str
    expression: Expression
    type: Type
    allowed: UnaryTests | None

    def objection(self, value: object) -> str | None:
        """Return why a value may not enter the column, in Chinese, else None."""
        return self.type.objection(value) or self.outside(value)

    def outside(self, value: object) -> str | None:
        """Return why a value of the right type may not enter the column, else None."""
        if value is None or self.allowed is None:
            return None
        return Type(allowed=self.allowed).objection(value)


@dataclass(frozen=True, slots=True)
class Output:
    """A column of results; `values` are its allowed values, the most important first."""

    id: str
    name: str
    type: Type
    values: tuple[object, ...] | None
    default: Expression | None

    def objection(self, value: object) -> str | None:
        """Return why a value may not leave the column, in Chinese, else None."""
        return self.type.objection(value) or self.outside(value)

    def outside(self, value: object) -> str | None:
        """Return why a value of the right type may not leave the column, else None."""
        if value is None or self.values is None or any(equal(value, allowed) for allowed in self.values):
            return None
        return "不在输出值之中"


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of a table; `index` counts from 1, `tests` are the cells that are not `-` with their columns."""

    id: str
    index: int
    conditions: tuple[UnaryTests, ...]
    outputs: tuple[Expression, ...]
    annotations: Mapping[str, str]
    tests: tuple[tuple[int, UnaryTests], ...] = field(init=False)

    def __post_init__(self) -> None:
        tests = tuple((column, cell) for column, cell in enumerate(self.conditions) if not cell.always)
        object.__setattr__(self, "tests", tests)


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table (决策表)."""

    hit_policy: HitPolicy
    aggregation: Aggregation | None
    inputs: tuple[Input, ...]
    outputs: tuple[Output, ...]
    rules: tuple[Rule, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of the scope that its cells use."""
        parts: list[Expression | UnaryTests] = [column.expression for column in self.inputs]
        parts.extend(column.default for column in self.outputs if column.default is not None)
        for rule in self.rules:
            parts.extend((*rule.conditions, *rule.outputs))
        return frozenset(name for part in parts for name in part.names)


class Logic(Protocol):
    """A boxed expression that decides."""

    @property
    def run(self) -> Callable[[Scope, list[Hit]], object]:
        """The function from a scope, and a list for the rules that match, to the value."""

    @property
    def names(self) -> frozenset[str]:
        """The names of the scope that it uses."""


@dataclass(frozen=True, slots=True)
class Imported:
    """An entry of the context that stands for an imported model: a decision by its id, or input data by its name."""

    decision: str | None = None
    input: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A decision service: the input data and the decisions that a caller gives, and the decisions that it gets."""

    name: str
    type: Type
    inputs: tuple[str, ...]
    given: tuple[str, ...]
    outputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: a table, an expression or a box of them; without any it cannot be made.

    Attributes:
        requires: ids of the decisions whose results it needs.
        names: the names of the scope that it uses.
        imported: what the contexts hold that stand for imported models, by the name that a model has here.
        functions: what its expressions may call: business knowledge and decision services.
    """

    id: str
    name: str
    type: Type
    requires: tuple[str, ...]
    names: frozenset[str]
    logic: Table | Expression | Logic | None
    imported: Mapping[str, Mapping[str, Imported]] = field(default_factory=dict)
    functions: Mapping[str, Function] = field(default_factory=dict)

    @property
    def table(self) -> Table | None:
        """The table, None for a decision by an expression."""
        return self.logic if isinstance(self.logic, Table) else None

    @property
    def hit_policy(self) -> HitPolicy | None:
        """The hit policy of the table."""
        return self.table.hit_policy if self.table else None

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The columns of conditions."""
        return self.table.inputs if self.table else ()

    @property
    def outputs(self) -> tuple[Output, ...]:
        """The columns of results."""
        return self.table.outputs if self.table else ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rows."""
        return self.table.rules if self.table else ()


@dataclass(frozen=True, slots=True)
class Model:
    """The decisions of one file by id, the types of its input data by name, and the SHA-256 of its bytes.

    `invocables` are its business knowledge models and decision services by name.
    """

    file: str
    name: str
    digest: str
    decisions: Mapping[str, Decision]
    inputs: Mapping[str, Type]
    invocables: Mapping[str, Function] = field(default_factory=dict)
    strict: bool = True
    _needs: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def needs(self, decision_id: str) -> frozenset[str]:
        """Return the names of the input values that a decision and those it requires read; KeyError for an unknown decision."""
        if decision_id not in self._needs:
            self._needs[decision_id] = self._needed(decision_id)
        return self._needs[decision_id]

    def _needed(self, decision_id: str) -> frozenset[str]:
        decision = self.decisions[decision_id]
        below = [self.needs(required) for required in decision.requires]
        results = {self.decisions[required].name for required in decision.requires}
        passed = {entry.input for entries in decision.imported.values() for entry in entries.values() if entry.decision is None}
        return frozenset((decision.names | passed) - results - decision.imported.keys()).union(*below)
