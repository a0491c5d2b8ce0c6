"""Judgements (决策表求值): runs one table over the values of a scope."""

from dataclasses import dataclass

from engine.dmn.error import DecisionError
from engine.dmn.model import HitPolicy, Rule, Table
from engine.dmn.outcome import Hit
from engine.dmn.policy import SINGLE_HIT, choose
from engine.feel import Scope, StepLimitError

_SINGLE_COLUMN = 1


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a table answered: with and without the names of its columns, from which subjects, by which rules."""

    value: object
    result: object
    inputs: dict[str, object]
    hits: tuple[Hit, ...]


def judge(name: str, table: Table, scope: Scope) -> Judgement:
    """Return the answer of a table; DecisionError where an input or output does not fit its column, or the hit policy is broken."""
    subjects = []
    for column in table.inputs:
        value = column.expression.run(scope)
        fits, subject = column.type.fitted(value)
        objection = column.outside(subject) if fits else column.objection(value)
        if objection:
            raise DecisionError(f"“{column.label}”{objection}", decision=name)
        subjects.append(subject)
    hits = tuple(_hit(name, table, rule, scope) for rule in _matching(table, subjects, scope))
    chosen = choose(name, table, hits)
    value = chosen.value if hits else _default(table, scope, chosen.value)
    inputs = {column.expression.text: subject for column, subject in zip(table.inputs, subjects, strict=True)}
    return Judgement(value, _bare(table, value), inputs, chosen.hits)


def _matching(table: Table, subjects: list[object], scope: Scope) -> list[Rule]:
    matched = []
    column, cell = 0, None
    try:
        for rule in table.rules:
            for column, cell in rule.tests:
                if cell.test(subjects[column], scope) is not True:
                    break
            else:
                matched.append(rule)
                if table.hit_policy is HitPolicy.FIRST:
                    break
    except (StepLimitError, RecursionError):
        if cell is not None:
            # Once more, for the refusal in the cell's words: no steps are left.
            cell.run(subjects[column], scope)
        raise
    return matched


def _hit(name: str, table: Table, rule: Rule, scope: Scope) -> Hit:
    outputs: dict[str, object] = {}
    for column, cell in zip(table.outputs, rule.outputs, strict=True):
        found = cell.run(scope)
        fits, made = column.type.fitted(found)
        outputs[column.name] = made if fits else found
        objection = column.outside(made) if fits else column.objection(found)
        if objection:
            raise DecisionError(f"规则 {rule.index} 的输出“{column.name}”{objection}", decision=name)
    conditions = {column.label: cell.text for column, cell in zip(table.inputs, rule.conditions, strict=True)}
    return Hit(rule.id, rule.index, conditions, outputs, rule.annotations)


def _default(table: Table, scope: Scope, nothing: object) -> object:
    """Return the default outputs of a table in which no rule matched, as one hit would have given them."""
    if all(column.default is None for column in table.outputs) or nothing is not None:
        return nothing
    row = {column.name: None if column.default is None else column.default.run(scope) for column in table.outputs}
    return row if table.hit_policy in SINGLE_HIT else [row]


def _bare(table: Table, value: object) -> object:
    """Return a value with the only output column in place of the dicts around it."""
    if len(table.outputs) > _SINGLE_COLUMN:
        return value
    name = table.outputs[0].name
    if isinstance(value, list):
        return [row[name] for row in value]
    return value[name] if isinstance(value, dict) else value
