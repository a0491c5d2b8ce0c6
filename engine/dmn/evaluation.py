"""Evaluation (决策求值): runs a decision, and before it the decisions that it requires."""

from collections.abc import Mapping

from engine.dmn.error import DecisionError
from engine.dmn.model import Decision, HitPolicy, Model, Rule, Table
from engine.dmn.outcome import Hit, Outcome
from engine.dmn.policy import SINGLE_HIT, choose
from engine.feel import Expression, FeelError, Scope, feel_value

_SINGLE_COLUMN = 1


def evaluate(model: Model, decision_id: str, values: Mapping[str, object]) -> Outcome:
    """Return the outcome of a decision.

    `values` must hold a value, possibly None, for every name of `model.needs(decision_id)`; others are ignored. Numbers are
    int or Decimal, never float. None matches only `-` and tests for null.

    Raises:
        DecisionError: for an unknown decision, a missing input, a value of a wrong type or outside the allowed values, a
            second match in a UNIQUE table, different results in an ANY table.
    """
    if decision_id not in model.decisions:
        raise DecisionError("模型中没有这个决策", decision=decision_id)
    return _Evaluation(model, decision_id, values).outcome(model.decisions[decision_id])


class _Evaluation:
    """One run over one set of input values; every required decision is made once."""

    def __init__(self, model: Model, decision_id: str, values: Mapping[str, object]) -> None:
        self._model = model
        self._values: dict[str, object] = {}
        self._made: dict[str, Outcome] = {}
        for name in sorted(model.needs(decision_id)):
            if name not in values:
                raise DecisionError(f"缺少输入“{name}”", decision=decision_id)
            self._values[name] = _converted(name, values[name], decision_id)
            objection = model.inputs[name].objection(self._values[name])
            if objection:
                raise DecisionError(f"输入“{name}”{objection}", decision=decision_id)

    def outcome(self, decision: Decision) -> Outcome:
        if decision.id not in self._made:
            try:
                self._made[decision.id] = self._decide(decision)
            except FeelError as error:
                raise DecisionError(str(error), decision=decision.name) from None
        return self._made[decision.id]

    def _decide(self, decision: Decision) -> Outcome:
        required = tuple(self.outcome(self._model.decisions[needed]) for needed in decision.requires)
        scope = Scope({**self._values, **{outcome.name: outcome.result for outcome in required}})
        if isinstance(decision.logic, Expression):
            return self._by_expression(decision, decision.logic, scope, required)
        return _by_table(decision, decision.logic, scope, required)

    def _by_expression(self, decision: Decision, expression: Expression, scope: Scope, required: tuple[Outcome, ...]) -> Outcome:
        value = expression.run(scope)
        objection = decision.type.objection(value)
        if objection:
            raise DecisionError(f"结果{objection}", decision=decision.name)
        inputs = {name: scope.values[name] for name in sorted(expression.names)}
        return Outcome(decision.id, decision.name, value, value, inputs, (), required)


def _converted(name: str, value: object, decision: str) -> object:
    try:
        return feel_value(value)
    except TypeError as error:
        raise DecisionError(f"输入“{name}”：{error}", decision=decision) from None


def _by_table(decision: Decision, table: Table, scope: Scope, required: tuple[Outcome, ...]) -> Outcome:
    subjects = [column.expression.run(scope) for column in table.inputs]
    for column, subject in zip(table.inputs, subjects, strict=True):
        objection = column.objection(subject)
        if objection:
            raise DecisionError(f"“{column.label}”{objection}", decision=decision.name)
    matched = _matching(table, subjects, scope)
    hits = tuple(_hit(decision, table, rule, scope) for rule in matched)
    chosen = choose(decision.name, table, hits)
    value = chosen.value if hits else _default(decision, table, scope, chosen.value)
    inputs = {column.expression.text: subject for column, subject in zip(table.inputs, subjects, strict=True)}
    return Outcome(decision.id, decision.name, value, _bare(table, value), inputs, chosen.hits, required)


def _matching(table: Table, subjects: list[object], scope: Scope) -> list[Rule]:
    matched = []
    for rule in table.rules:
        for column, cell in rule.tests:
            if cell.run(subjects[column], scope) is not True:
                break
        else:
            matched.append(rule)
            if table.hit_policy is HitPolicy.FIRST:
                break
    return matched


def _hit(decision: Decision, table: Table, rule: Rule, scope: Scope) -> Hit:
    outputs = {column.name: cell.run(scope) for column, cell in zip(table.outputs, rule.outputs, strict=True)}
    for column in table.outputs:
        objection = column.objection(outputs[column.name])
        if objection:
            raise DecisionError(f"规则 {rule.index} 的输出“{column.name}”{objection}", decision=decision.name)
    conditions = {column.label: cell.text for column, cell in zip(table.inputs, rule.conditions, strict=True)}
    return Hit(rule.id, rule.index, conditions, outputs, rule.annotations)


def _default(decision: Decision, table: Table, scope: Scope, nothing: object) -> object:
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
