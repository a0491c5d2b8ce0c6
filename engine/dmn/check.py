"""Check (核对): finds gaps, overlaps and rules without effect in decision tables, exactly."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from engine.dmn.grid import STEP_LIMIT, Grid, TooManyError, UncutError
from engine.dmn.model import Decision, HitPolicy, Model, Output, Rule, Table
from engine.dmn.outcome import Json, plain
from engine.dmn.region import ANYTHING, described
from engine.dmn.type import ANY
from engine.feel import Expression, FeelError, Scope, equal

GAP_LIMIT = 50


class Fault(StrEnum):
    """What is wrong with a table."""

    GAP = "gap"
    OVERLAP = "overlap"
    UNREACHABLE = "unreachable"
    UNCHECKED = "unchecked"
    UNFIT = "unfit"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of a table: the rules concerned, the region of values by column, and a sample of input values from it."""

    fault: Fault
    decision: str
    rules: tuple[str, ...]
    message: str
    region: Mapping[str, str]
    sample: Mapping[str, object]

    def explain(self) -> dict[str, Json]:
        """Return the finding as plain JSON values."""
        return {
            "fault": self.fault.value,
            "decision": self.decision,
            "rules": list(self.rules),
            "message": self.message,
            "region": dict(self.region),
            "sample": plain(self.sample),
        }


def check(model: Model) -> list[Finding]:
    """Return the faults of all tables of a model, none for a sound one.

    An overlap is a fault in UNIQUE tables, in ANY tables when the outputs differ, and in PRIORITY tables when they differ and neither
    rule comes before the other; a constant that its column does not take, always; a gap where one answer is due (UNIQUE,
    ANY, FIRST, PRIORITY) and there is no default; a rule that can never decide, always. Values that an input may not take
    by its type or its input values do not count; null does not count either. A table that could
    have a gap or an overlap is reported as unchecked when a cell is not made of constants, or when it has too many
    combinations to enumerate.
    """
    tables = [(decision, decision.table) for decision in model.decisions.values() if decision.table is not None]
    return [finding for decision, table in tables for finding in (*_unfit(model, decision, table), *_Checker(decision, table).findings())]


def _unfit(model: Model, decision: Decision, table: Table) -> Iterator[Finding]:
    """Yield the constants that their column does not take, and the columns that do not take what is asked of them: they would stop every case."""
    results = {model.decisions[key].name: model.decisions[key].type for key in decision.requires}
    for column in table.inputs:
        subject = {**model.inputs, **results}.get(column.expression.text, ANY)
        kinds = {subject.kind, column.type.kind} - {ANY.kind}
        if len(kinds) > 1 and not (subject.collection or column.type.collection):
            what = f"列“{column.label}”为{column.type.name}，“{column.expression.text}”为{subject.name}，类型不同"
            yield Finding(Fault.UNFIT, decision.id, (), what, {}, {})
    for rule in table.rules:
        for output, cell in zip(table.outputs, rule.outputs, strict=True):
            if objection := _objection(output, cell):
                yield Finding(Fault.UNFIT, decision.id, (rule.id,), f"第 {rule.index} 条规则的“{output.name}”{objection}：{cell.text}", {}, {})
    for output in table.outputs:
        if output.default is not None and (objection := _objection(output, output.default)):
            yield Finding(Fault.UNFIT, decision.id, (), f"“{output.name}”的默认值{objection}：{output.default.text}", {}, {})


def _objection(output: Output, cell: Expression) -> str | None:
    """Return why a constant may not leave its column, in Chinese; None for what depends on names."""
    if cell.names:
        return None
    try:
        fits, value = output.type.fitted(found := cell({}))
    except FeelError as error:
        return f"算不出来（{error}）"
    return output.outside(value) if fits else output.objection(found)


class _Checker:
    """The checks of one table, on its grid."""

    def __init__(self, decision: Decision, table: Table) -> None:
        self._decision = decision
        self._table = table
        self._steps = 0

    def findings(self) -> Iterator[Finding]:
        try:
            self._grid = Grid(self._table)
        except UncutError as error:
            if self._in_doubt():
                yield Finding(Fault.UNCHECKED, self._decision.id, (), str(error), {}, {})
            return
        yield from self._unreachable()
        if self._table.hit_policy in (HitPolicy.UNIQUE, HitPolicy.ANY, HitPolicy.PRIORITY):
            yield from self._overlaps()
        try:
            if self._table.hit_policy is HitPolicy.FIRST:
                yield from self._shadowed()
            if self._one_answer_due():
                yield from self._gaps()
        except TooManyError:
            yield Finding(Fault.UNCHECKED, self._decision.id, (), "取值组合太多，未能核对空缺", {}, {})

    def _one_answer_due(self) -> bool:
        due = self._table.hit_policy in (HitPolicy.UNIQUE, HitPolicy.ANY, HitPolicy.FIRST, HitPolicy.PRIORITY)
        return due and all(output.default is None for output in self._table.outputs)

    def _in_doubt(self) -> bool:
        """Tell whether a table that cannot be cut into parts may have a gap or an overlap all the same."""
        caught = any(not rule.tests for rule in self._table.rules)
        return self._table.hit_policy in (HitPolicy.UNIQUE, HitPolicy.ANY) or (self._one_answer_due() and not caught)

    def _finding(self, fault: Fault, rules: Sequence[Rule], what: str, places: Sequence[Sequence[int]]) -> Finding:
        cuts = zip(self._table.inputs, self._grid.columns, places, strict=False)
        region = {column.label: ANYTHING for column in self._table.inputs}
        region.update({column.label: described(whole, chosen) for column, whole, chosen in cuts})
        firsts = [chosen[0] for chosen in places] + [0] * (len(self._grid.columns) - len(places))
        sample = self._grid.sample(tuple(firsts))
        where = "，".join(f"{label} {text}" for label, text in region.items())
        return Finding(fault, self._decision.id, tuple(rule.id for rule in rules), f"{what}：{where}" if where else what, region, sample)

    def _unreachable(self) -> Iterator[Finding]:
        """Yield the rules of which one cell fits no value that its column can have, such as a misspelt one."""
        for bit, rule in enumerate(self._table.rules):
            for place, column in enumerate(self._table.inputs):
                seen = any(mask >> bit & 1 for mask in self._grid.masks[place])
                if not seen and rule.conditions[place].run(None, Scope({})) is not True:
                    what = f"第 {rule.index} 条规则永远不会命中：{column.label} 没有符合“{rule.conditions[place].text}”的取值"
                    yield Finding(Fault.UNREACHABLE, self._decision.id, (rule.id,), what, {}, {})

    def _overlaps(self) -> Iterator[Finding]:
        for (first, one), (second, other) in combinations(enumerate(self._table.rules), 2):
            places = self._grid.together(first, second)
            if places is not None and self._conflict(one, other):
                what = f"第 {one.index} 条与第 {other.index} 条规则重叠"
                yield self._finding(Fault.OVERLAP, (one, other), what, places)

    def _conflict(self, one: Rule, other: Rule) -> bool:
        """Tell whether two rules that fit the same case leave the answer open: under PRIORITY when neither comes before the other."""
        if self._table.hit_policy is HitPolicy.UNIQUE:
            return True
        if _same_outputs(one, other):
            return False
        ranked = [place for place, column in enumerate(self._table.outputs) if column.values is not None]
        return self._table.hit_policy is HitPolicy.ANY or all(_same_output(one.outputs[place], other.outputs[place]) for place in ranked)

    def _shadowed(self) -> Iterator[Finding]:
        """Yield the rules of a FIRST table before which earlier rules take every case; tests for null are left alone."""
        deciding = {mask & -mask for mask in self._grid.combinations()}
        for bit, rule in enumerate(self._table.rules):
            own = all(any(mask >> bit & 1 for mask in masks) for masks in self._grid.masks)
            nullable = any(cell.run(None, Scope({})) is True for _, cell in rule.tests)
            if own and not nullable and 1 << bit not in deciding:
                what = f"第 {rule.index} 条规则永远不会生效：前面的规则已包括它的全部情形"
                yield Finding(Fault.UNREACHABLE, self._decision.id, (rule.id,), what, {}, {})

    def _gaps(self) -> Iterator[Finding]:
        covered: set[tuple[int, int]] = set()
        for count, box in enumerate(self._uncovered(0, self._grid.all, [], covered)):
            if count == GAP_LIMIT:
                return
            yield self._finding(Fault.GAP, (), "没有规则的情形", box)

    def _uncovered(self, place: int, rules: int, path: list[list[int]], covered: set[tuple[int, int]]) -> Iterator[list[list[int]]]:
        """Yield the boxes of parts, column by column, in which none of the rules matches."""
        if rules == 0:
            yield list(path)
            return
        if place == len(self._grid.columns) or (place, rules) in covered:
            return
        self._steps += 1
        if self._steps > STEP_LIMIT:
            raise TooManyError
        groups: dict[int, list[int]] = {}
        for index, mask in enumerate(self._grid.masks[place]):
            groups.setdefault(rules & mask, []).append(index)
        found = False
        for remaining, indexes in groups.items():
            for box in self._uncovered(place + 1, remaining, [*path, indexes], covered):
                found = True
                yield box
        if not found:
            covered.add((place, rules))


def _same_outputs(one: Rule, other: Rule) -> bool:
    """Tell whether two rules answer the same."""
    return all(_same_output(left, right) for left, right in zip(one.outputs, other.outputs, strict=True))


def _same_output(left: Expression, right: Expression) -> bool:
    """Tell whether two cells say the same; those that depend on names only when they are written the same."""
    return left.text == right.text or (not left.names | right.names and equal(left({}), right({})) is True)
