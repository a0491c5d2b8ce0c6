"""The lint as a whole: what passes, and files that are refused before any rule."""

import pytest

from engine.workflow.lint import lint
from engine.workflow.xml import SIZE_LIMIT
from tests.engine.workflow.house import PROCESSES
from tests.engine.workflow.lint.hostile import KNOWN, choice, event, reasons, sound
from tests.engine.workflow.model import Model, timer


def test_a_sound_model_passes() -> None:
    assert reasons(sound()) == []
    assert reasons(choice("approved")) == []
    assert reasons(choice('finding = "file"', "finding")) == []
    assert reasons(event(timer('deadline("plea")'))) == []


def test_the_drawn_processes_have_only_names_that_are_strange_here() -> None:
    strange, inside = ("没有表单", "没有操作", "没有角色", "没有期限", "没有消息"), ("没有任何", "不是案件的已知情况")
    found = [finding for finding in lint(PROCESSES, KNOWN) if not finding.reason.startswith(strange)]
    assert [finding for finding in found if not any(words in finding.reason for words in inside)] == []


def test_a_finding_is_one_line_with_file_element_and_reason() -> None:
    assert reasons(Model().start().user("review", form="poem").end().line("begin", "review", "end")) == ["sample.bpmn: review: 没有表单 poem"]


FILES: dict[str, tuple[bytes, str]] = {
    "doctype": (sound().xml().replace(b"<bpmn:definitions", b'<!DOCTYPE x [<!ENTITY e "e">]><bpmn:definitions', 1), "禁止 DOCTYPE"),
    "entity bomb in another encoding": ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x>'.encode("utf-16"), "不是 UTF-8"),
    "not well-formed": (sound().xml()[:-30], "XML 无法解析"),
    "not BPMN": (b"<html/>", "不是 BPMN 2.0 文件"),
    "too large": (b" " * (SIZE_LIMIT + 1), "文件超过"),
    "no process": (sound().xml().replace(b"bpmn:process ", b"bpmn:choreography ").replace(b"/bpmn:process", b"/bpmn:choreography"), "现有 0 个"),
    "another id than the file": (Model("other").start().end().line("begin", "end").xml(), "流程编号与文件名不一致"),
}


@pytest.mark.parametrize("case", FILES)
def test_hostile_files_are_refused(case: str) -> None:
    content, reason = FILES[case]
    assert any(reason in line for line in reasons(content))
