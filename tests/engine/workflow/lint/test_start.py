"""What a process must say before people can start it, and the messages of event subprocesses."""

from dataclasses import replace

import pytest

from engine.workflow.lint import Known, lint
from tests.engine.workflow.lint.hostile import KNOWN, sound
from tests.engine.workflow.model import Model, files

HOUSE = replace(KNOWN, standing={"filed": "bool", "state": frozenset({"open", "closed"})}, messages={"termination": {"reason": frozenset({"a"})}})


def reasons(model: Model, known: Known = HOUSE) -> list[str]:
    return [f"{finding.element}: {finding.reason}" for finding in lint(files(model), known)]


def test_a_process_that_says_everything_is_sound() -> None:
    assert reasons(sound().started_by("officer, head", 'filed = true and state = "open"')) == []


@pytest.mark.parametrize(
    ("roles", "condition", "reason", "said"),
    [
        ("nobody", "filed = true", "尚未立案。", "没有角色 nobody"),
        ("officer", "", "尚未立案。", "须写启动条件"),
        ("officer", "filed = true", "not filed", "须用中文写明不能启动的理由"),
        ("officer", "weather = true", "天气不好。", "条件用到的 weather 不是案件的已知情况"),
        ("officer", "filed = ", "尚未立案。", "条件无法编译"),
        ("officer", 'state = "opened"', "尚未立案。", "state 不可能等于 “opened”"),
        ("", "filed = true", "尚未立案。", "没有写由谁启动"),
    ],
)
def test_what_is_missing_or_unknown_is_said(roles: str, condition: str, reason: str, said: str) -> None:
    model = sound().started_by(roles, condition, reason)
    assert any(said in line for line in reasons(model))


def test_a_start_by_people_needs_a_form() -> None:
    model = Model().start(form=None).end().line("begin", "end").started_by("officer")
    assert "sample: 由人启动的流程，开始事件须有表单（camunda:formKey）" in reasons(model)


def test_an_event_subprocess_waits_for_a_known_message_and_is_drawn() -> None:
    assert reasons(sound().interruption()) == []
    assert "stop: 没有消息 termination" in reasons(sound().interruption(), KNOWN)
    [finding] = lint({"sample.bpmn": sound().interruption().xml(undrawn=("stop",))}, HOUSE)
    assert (finding.element, finding.reason) == ("stop", "图上没有这个元素（BPMNShape）")
