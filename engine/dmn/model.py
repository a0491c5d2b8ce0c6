"""Model (决策模型): decisions, their tables and rules, compiled and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from engine.dmn.type import Type
from engine.feel import Expression, UnaryTests, equal


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
        found = self.type.objection(value)
        if found is None and value is not None and self.allowed is not None:
            return Type(allowed=self.allowed).objection(value)
        return found


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
        found = self.type.objection(value)
        if found is None and value is not None and self.values is not None and not any(equal(value, allowed) for allowed in self.values):
            return "不在输出值之中"
        return found


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


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: a table or one expression, and the ids of the decisions whose results it needs."""

    id: str
    name: str
    type: Type
    requires: tuple[str, ...]
    names: frozenset[str]
    logic: Table | Expression

    @property
    def table(self) -> Table | None:
        """The table, None for a decision by one expression."""
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
    """The decisions of one file by id, the types of its input data by name, and the SHA-256 of its bytes."""

    file: str
    name: str
    digest: str
    decisions: Mapping[str, Decision]
    inputs: Mapping[str, Type]

    def needs(self, decision_id: str) -> frozenset[str]:
        """Return the names of the input values that a decision and those it requires read; KeyError for an unknown decision."""
        decision = self.decisions[decision_id]
        below = [self.needs(required) for required in decision.requires]
        results = {self.decisions[required].name for required in decision.requires}
        return frozenset(decision.names - results).union(*below)
