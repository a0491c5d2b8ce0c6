"""Adapter (适配): our engine as the plug-in of the public runner for the DMN Technology Compatibility Kit.

`python3 tck_runner.py --tck <kit> --evaluator tests.conformance.tck_adapter:Adapter`
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from engine.clock import WallClock
from engine.dmn import DecisionError, Model, ModelError, evaluate, read_model
from engine.feel import Date, Duration, Function, Instant, Months, Time, duration_text, feel_value, host_value
from engine.feel.function import host_function
from engine.feel.temporal import temporal


def _today() -> object:
    return WallClock().now().date()


def _now() -> object:
    return WallClock().now()


CLOCK: Mapping[str, Function] = {"today": host_function("today", _today), "now": host_function("now", _now)}


_LEXICAL = {Date: "date", Time: "time", Instant: "dateTime", Duration: "duration"}


class Adapter:
    """Reads a model leniently, as the standard asks, and answers its decisions, knowledge and services."""

    name = "zhifa"
    lenient_temporal = False

    def load(self, model_path: Path, other_models: list[Path]) -> Model | None:
        """Return the compiled model, or None where the whole file is refused."""
        imports = {path.name: path.read_bytes() for path in other_models}
        try:
            return read_model(model_path.read_bytes(), file=model_path.name, imports=imports, strict=False, functions=CLOCK)
        except ModelError:
            return None

    def evaluate(self, model: Model | None, kind: str, target: str, result_node: str, inputs: Mapping[str, object]) -> object:
        """Return the value of a decision or of something that can be called, in the kit's own types; null where there is none."""
        return _kit(self.answer(model, kind, target, result_node, {name: _feel(value) for name, value in inputs.items()}))

    def answer(self, model: Model | None, kind: str, target: str, result_node: str, values: Mapping[str, object]) -> object:
        """Do the same with FEEL values."""
        if model is None:
            return None
        try:
            if kind != "decision":
                return _called(model, target, result_node, values)
            found = next((each for each in model.decisions.values() if each.name in (target, result_node)), None)
            return None if found is None else evaluate(model, found.id, dict.fromkeys(model.inputs) | dict(values)).result
        except DecisionError:
            return None

    def begin_case(self, case: object) -> None:
        """Do nothing: no state outlives a case."""

    def close(self) -> None:
        """Do nothing: nothing is open."""


def _called(model: Model, target: str, result_node: str, values: Mapping[str, object]) -> object:
    function = model.invocables.get(target)
    if function is None:
        return None
    found = function([values.get(name) for name, _ in function.forms[0]]) if function.forms else None
    # Of a service with several outputs the kit asks one by one.
    return found[result_node] if isinstance(found, dict) and result_node in found else found


def _feel(value: object) -> object:
    """Return the FEEL value of a value of the kit."""
    if isinstance(value, list):
        return [_feel(item) for item in value]
    if isinstance(value, dict):
        return {str(name): _feel(item) for name, item in value.items()}
    if hasattr(value, "months"):
        return Months(value.months)
    if hasattr(value, "text") and hasattr(value, "kind"):
        return temporal(value.text)
    return feel_value(value)


def _kit(value: object) -> object:
    """Return the value of the kit for a FEEL value: Python's where it can hold it, else the kit's own."""
    if isinstance(value, list):
        return [_kit(item) for item in value]
    if isinstance(value, dict):
        return {name: _kit(item) for name, item in value.items()}
    plain = host_value(value)
    if isinstance(plain, Months):
        return import_module("tck_runner").YMDuration(plain.count)
    if type(plain) not in _LEXICAL:
        return plain
    return import_module("tck_runner").Temporal(_LEXICAL[type(plain)], duration_text(plain) if isinstance(plain, Duration) else str(plain))
