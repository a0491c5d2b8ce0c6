"""Hit policies (命中策略): make one answer of the rules that matched."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from engine.dmn.error import DecisionError
from engine.dmn.model import Aggregation, HitPolicy, Output, Table
from engine.dmn.outcome import Hit
from engine.feel import CONTEXT, equal

SINGLE_HIT = frozenset({HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.PRIORITY, HitPolicy.ANY})


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer of a table and the rules that gave it; None when no rule matched."""

    value: object
    hits: tuple[Hit, ...]


def choose(decision: str, table: Table, hits: tuple[Hit, ...]) -> Choice:
    """Return the answer of a table's hit policy; COUNT over no rules is 0, everything else over no rules None."""
    if table.aggregation is not None:
        return Choice(_aggregated(decision, table.aggregation, table.outputs, hits), hits)
    if not hits:
        return Choice(None, hits)
    if table.hit_policy is HitPolicy.UNIQUE and len(hits) > 1:
        raise DecisionError(f"唯一命中的表有多条规则命中：{_indexes(hits)}", decision=decision)
    if table.hit_policy is HitPolicy.ANY and not all(equal(dict(hits[0].outputs), dict(hit.outputs)) for hit in hits):
        raise DecisionError(f"同时命中的规则结果不同：{_indexes(hits)}", decision=decision)
    if table.hit_policy in (HitPolicy.PRIORITY, HitPolicy.OUTPUT_ORDER):
        hits = tuple(sorted(hits, key=lambda hit: _rank(decision, table.outputs, hit)))
    rows = [dict(hit.outputs) for hit in hits]
    return Choice(rows[0] if table.hit_policy in SINGLE_HIT else rows, hits)


def _indexes(hits: tuple[Hit, ...]) -> str:
    return "、".join(f"第 {hit.index} 条（{hit.rule}）" for hit in hits)


def _rank(decision: str, outputs: tuple[Output, ...], hit: Hit) -> tuple[int, ...]:
    """Return the places of the outputs in their lists of values, column by column from the left."""
    return tuple(_place(decision, column, hit) for column in outputs if column.values is not None)


def _place(decision: str, column: Output, hit: Hit) -> int:
    for place, value in enumerate(column.values or ()):
        if equal(value, hit.outputs[column.name]):
            return place
    raise DecisionError(f"规则 {hit.index} 的输出“{column.name}”不在输出值之中", decision=decision)


_FOLDS: Mapping[Aggregation, Callable[[Decimal, Decimal], Decimal]] = {
    Aggregation.SUM: CONTEXT.add,
    Aggregation.MIN: min,
    Aggregation.MAX: max,
}


def _aggregated(decision: str, aggregation: Aggregation, outputs: tuple[Output, ...], hits: tuple[Hit, ...]) -> object:
    if aggregation is Aggregation.COUNT:
        return Decimal(len(hits))
    if not hits:
        return None
    columns = {column.name: _folded(decision, aggregation, column.name, hits) for column in outputs}
    return columns if len(columns) > 1 else columns[outputs[0].name]


def _folded(decision: str, aggregation: Aggregation, name: str, hits: tuple[Hit, ...]) -> Decimal:
    numbers = [value for hit in hits if isinstance(value := hit.outputs[name], Decimal)]
    if len(numbers) < len(hits):
        raise DecisionError(f"输出“{name}”不是数值，不能聚合", decision=decision)
    return reduce(_FOLDS[aggregation], numbers)
