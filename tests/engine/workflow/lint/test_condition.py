"""Conditions that cannot decide."""

import pytest

from engine.workflow.lint import lint
from tests.engine.workflow.lint.hostile import KNOWN, choice, reasons
from tests.engine.workflow.model import Model, files

CONDITIONS: dict[str, tuple[Model, str]] = {
    "does not compile": (choice("approved ="), "fork_to_yes: 条件无法编译"),
    "python": (choice("approved == True"), "fork_to_yes: 条件"),
    "a call of Python": (choice("__import__('os')"), "fork_to_yes: 条件"),
    "unknown name": (choice('weather = "rain"'), "fork_to_yes: 条件用到的 weather 没有任何表单或操作给出"),
    "a text": (choice('"yes"'), "fork_to_yes: 条件的结果不是真假值"),
    "a sum": (choice("days + 1", "memo"), "fork_to_yes: 条件的结果不是真假值"),
    "a name that is no yes or no": (choice("finding", "finding"), "fork_to_yes: 条件的结果不是真假值：finding"),
    "an impossible choice": (choice('finding = "filed"', "finding"), "fork_to_yes: finding 不可能等于 “filed”"),
    "an impossible choice on the left": (choice('"filed" = finding', "finding"), "finding 不可能等于"),
    "an impossible choice in a list": (choice('finding in ("file", "filed")', "finding"), "finding 不可能等于 “filed”"),
    "an impossible choice deep inside": (choice('not(finding = "file" or finding = "nil")', "finding"), "finding 不可能等于 “nil”"),
    "yes or no as a text": (choice('approved = "true"'), "approved 不可能等于 “true”"),
    "a number as a text": (choice('days = "1"', "memo"), "days 不可能等于"),
    "a text as a number": (choice("note = 1", "memo"), "note 不可能等于 1"),
}


@pytest.mark.parametrize("case", CONDITIONS)
def test_conditions_that_cannot_decide_are_refused(case: str) -> None:
    model, reason = CONDITIONS[case]
    assert any(reason in line for line in reasons(model))


def test_a_condition_may_use_what_an_operation_or_a_caller_gives() -> None:
    lapsing = Model().start().service("lapse", "plea.lapse").exclusive("fork").end("yes").end("no").line("begin", "lapse", "fork")
    assert reasons(lapsing.flow("fork", "yes", 'plea = "lapsed"').flow("fork", "no", default=True)) == []
    called = Model("called").start(form=None).exclusive("fork").end("yes").end("no").flow("begin", "fork")
    called.flow("fork", "yes", "approved").flow("fork", "no", default=True)
    caller = Model("caller").start().user("review").call("go", "called").end().line("begin", "review", "go", "end")
    assert lint(files(caller, called), KNOWN) == []
    assert [finding.element for finding in lint(files(called), KNOWN)] == ["fork_to_yes"]
