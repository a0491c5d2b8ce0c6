"""A house for processes in tests: answers operations, remembers them, and walks a process by what each form says."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from engine.workflow.catalogue import Bundle, read_bundle
from engine.workflow.process import Process
from engine.workflow.value import Scalar
from tests.engine.workflow.model import Model, files

PROCESSES = {path.name: path.read_bytes() for path in (Path(__file__).parents[3] / "processes").glob("*.bpmn")}


class House:
    """A host whose operations return what `answers` says under their name."""

    now = datetime(2026, 3, 2, 1, tzinfo=UTC)

    def __init__(self, **answers: Mapping[str, Scalar]) -> None:
        self.answers = {name.replace("__", "."): answer for name, answer in answers.items()}
        self.calls: list[tuple[str, dict[str, str], dict[str, Scalar]]] = []

    def operate(self, name: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
        self.calls.append((name, dict(inputs), dict(values)))
        return self.answers.get(name, {})

    def operations(self) -> list[str]:
        return [name for name, _, _ in self.calls]


def bundle(*models: Model) -> Bundle:
    """Return the bundle whose root is the first model."""
    return read_bundle(files(*models), models[0].process)


def begin(*models: Model, house: House | None = None, **values: Scalar) -> Process:
    """Start the first model."""
    return Process.start(bundle(*models), "case-1", values, house or House())


def waiting(process: Process) -> list[str]:
    """Return the keys of the steps that wait."""
    return [step.key for step in process.steps()]


def submit(process: Process, key: str, house: House | None = None, **values: Scalar) -> None:
    """Complete the waiting step with a key."""
    step = next(step for step in process.steps() if step.key == key)
    process.complete(step.id, values, house or House())


def lapse(process: Process, key: str, house: House | None = None) -> None:
    """Let the waiting deadline with a key fall due."""
    timer = next(timer for timer in process.timers() if timer.key == key)
    process.fire(timer.id, house or House())
