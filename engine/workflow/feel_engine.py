"""Conditions (条件): FEEL in the place of the library's Python engine; each text is compiled once to a closure."""

import re
from collections.abc import Mapping
from functools import lru_cache

from SpiffWorkflow.task import Task

from engine.feel import Expression, compile_expression
from engine.feel.dictionary import RESERVED
from engine.workflow.value import Scalar

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
IDENTIFIER = re.compile(r"\b[a-z][a-z0-9_]*\b(?!\s*\()")
"""A word that is no call: routing names are plain lower-case words, so that they can be told before the text is parsed."""


class ProcessError(Exception):
    """A process cannot go on: the model has a defect that the lint could not see, or a loaded state does not fit its model."""


class FeelEngine:
    """The library's script engine, reduced to conditions; scripts and services have no entrance here."""

    def evaluate(self, task: Task, expression: str, external_context: object = None) -> bool:
        """Return whether a condition holds for the values of a task; null counts as no.

        Raises:
            ProcessError: the condition gives something that is neither true, false nor null.
        """
        outcome = evaluate(expression, task.data)
        if outcome is None or isinstance(outcome, bool):
            return outcome is True
        raise ProcessError(f"{task.workflow.spec.name}: {task.task_spec.name}: 条件 {expression!r} 的结果不是真假值")

    def execute(self, task: Task, script: str, external_context: object = None) -> bool:
        """Refuse every script."""
        raise ProcessError(f"{task.workflow.spec.name}: {task.task_spec.name}: 禁止脚本")


def evaluate(text: str, values: Mapping[str, Scalar]) -> object:
    """Return the value of a FEEL text; a name without a value is null."""
    expression = compiled(text)
    return expression({name: values.get(name) for name in expression.names})


@lru_cache(maxsize=4096)
def compiled(text: str) -> Expression:
    """Return the closure of a FEEL text, which may use any name: the lint knows which names a process gives.

    Raises:
        FeelError: the text is not FEEL.
    """
    return compile_expression(text, words(text))


def words(text: str) -> frozenset[str]:
    """Return the words of a text that could be routing names."""
    return frozenset(IDENTIFIER.findall(STRING.sub(" ", text))) - RESERVED
