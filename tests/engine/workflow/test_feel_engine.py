"""Conditions are FEEL, compiled once, and never Python."""

import pytest

from engine.feel import FeelError
from engine.workflow.feel_engine import FeelEngine, ProcessError, compiled, evaluate, words
from tests.engine.workflow.house import begin
from tests.engine.workflow.model import Model


def test_words_are_names_and_neither_calls_nor_texts() -> None:
    assert words('finding = "file \\"it\\"" and not(approved) or days > 3') == {"finding", "approved", "days"}
    assert words("true and null") == frozenset()


def test_a_name_without_value_is_null() -> None:
    assert evaluate('finding = "file"', {"finding": "file"}) is True
    assert evaluate("finding = null", {}) is True


def test_a_text_is_compiled_once() -> None:
    assert compiled("approved") is compiled("approved")


@pytest.mark.parametrize("text", ["__import__('os')", "().__class__", "lambda: 1", "approved ==", "exec(approved)"])
def test_python_is_no_feel(text: str) -> None:
    with pytest.raises(FeelError):
        compiled(text)


def test_scripts_are_refused() -> None:
    process = begin(Model().start().user("ask").end().line("begin", "ask", "end"))
    with pytest.raises(ProcessError, match="禁止脚本"):
        FeelEngine().execute(process._top.task_tree, "import os")
