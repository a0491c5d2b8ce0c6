"""Evaluation (决策求值): runs a decision, and before it the decisions that it requires."""

from collections.abc import Mapping, Sequence

from engine.dmn.error import DecisionError
from engine.dmn.judgement import judge
from engine.dmn.model import Decision, Model, Service, Table
from engine.dmn.outcome import Hit, Outcome
from engine.feel import Expression, FeelError, Scope, feel_value


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
    needed: dict[str, object] = {}
    for name in sorted(model.needs(decision_id)):
        if name not in values:
            raise DecisionError(f"缺少输入“{name}”", decision=decision_id)
        needed[name] = _input(model, name, values[name], decision_id)
    return _Evaluation(model, needed).outcome(model.decisions[decision_id])


def call_service(model: Model, service: Service, arguments: Sequence[object]) -> object:
    """Return what a decision service answers: the value of its output decision, or of several a context (DMN 1.5, 10.4)."""
    inputs = dict(zip(service.inputs, arguments, strict=False))
    given = dict(zip(service.given, arguments[len(service.inputs) :], strict=True))
    made = {key: Outcome(key, model.decisions[key].name, value, value, {}, (), ()) for key, value in given.items()}
    run = _Evaluation(model, dict.fromkeys(model.inputs) | inputs, made)
    outputs = [run.outcome(model.decisions[key]) for key in service.outputs]
    value: object = outputs[0].result if len(outputs) == 1 else {outcome.name: outcome.result for outcome in outputs}
    fits, found = service.type.fitted(value)
    return found if fits else None


def _input(model: Model, name: str, value: object, decision: str) -> object:
    try:
        converted = feel_value(value)
    except TypeError as error:
        raise DecisionError(f"输入“{name}”：{error}", decision=decision) from None
    if not model.strict:
        fits, found = model.inputs[name].fitted(converted)
        return found if fits else None
    objection = model.inputs[name].objection(converted)
    if objection:
        raise DecisionError(f"输入“{name}”{objection}", decision=decision)
    return converted


class _Evaluation:
    """One run over one set of input values; every required decision is made once."""

    def __init__(self, model: Model, values: Mapping[str, object], made: dict[str, Outcome] | None = None) -> None:
        self._model = model
        self._values = values
        self._made: dict[str, Outcome] = made or {}

    def outcome(self, decision: Decision) -> Outcome:
        if decision.id not in self._made:
            try:
                self._made[decision.id] = self._decide(decision)
            except FeelError as error:
                raise DecisionError(str(error), decision=decision.name) from None
            except DecisionError:
                if self._model.strict:
                    raise
                # The standard: what cannot be decided is null, and whoever requires it goes on with null.
                self._made[decision.id] = Outcome(decision.id, decision.name, None, None, {}, (), ())
        return self._made[decision.id]

    def _decide(self, decision: Decision) -> Outcome:
        required = tuple(self.outcome(self._model.decisions[needed]) for needed in decision.requires)
        scope = Scope(self._scope(decision, required))
        if decision.logic is None:
            raise DecisionError("决策没有可用的内容", decision=decision.name)
        if isinstance(decision.logic, Table):
            judged = judge(decision.name, decision.logic, scope)
            result = self._fitted(decision, judged.result)
            return Outcome(decision.id, decision.name, judged.value, result, judged.inputs, judged.hits, required)
        hits: list[Hit] = []
        value = decision.logic.run(scope) if isinstance(decision.logic, Expression) else decision.logic.run(scope, hits)
        value = self._fitted(decision, value)
        inputs = {name: scope.values[name] for name in sorted(decision.names)}
        return Outcome(decision.id, decision.name, value, value, inputs, tuple(hits), required)

    def _scope(self, decision: Decision, required: Sequence[Outcome]) -> dict[str, object]:
        values = {**self._values, **decision.functions, **{outcome.name: outcome.result for outcome in required}}
        for alias, entries in decision.imported.items():
            values[alias] = {
                name: self._values.get(entry.input) if entry.decision is None else self._made[entry.decision].result
                for name, entry in entries.items()
            }
        return values

    def _fitted(self, decision: Decision, value: object) -> object:
        if self._model.strict and isinstance(decision.logic, Table):
            return value
        fits, found = decision.type.fitted(value)
        if not fits:
            raise DecisionError(f"结果{decision.type.objection(value)}", decision=decision.name)
        return found
