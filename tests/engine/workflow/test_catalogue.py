"""Bundles hold what a process needs and are known by their content."""

import pytest

from engine.workflow.catalogue import bundle_digest, read_bundle
from engine.workflow.xml import ModelError
from tests.engine.workflow.model import Model, files

INNER = Model("inner", "内部").start("inner_begin", form=None).user("deep").end("inner_end").line("inner_begin", "deep", "inner_end")
OUTER = Model("outer", "外部").start(form="clue").call("go", "inner").end().line("begin", "go", "end")
OTHER = Model("other").start().end().line("begin", "end")


def test_a_bundle_holds_the_called_processes_and_the_routing_decisions_only() -> None:
    bundle = read_bundle(files(OUTER, INNER, OTHER) | {"routing.dmn": b"<x/>", "discretion.dmn": b"<y/>"}, "outer")
    assert list(bundle.files) == ["inner.bpmn", "outer.bpmn", "routing.dmn"]
    assert bundle.starting.form == "clue"
    assert read_bundle(files(INNER), "inner").starting.form is None


def test_titles_are_the_names_of_elements_and_processes() -> None:
    titles = read_bundle(files(OUTER, INNER), "outer").titles
    assert (titles["go"], titles["deep"], titles["outer"], titles["inner"]) == ("名go", "名deep", "外部", "内部")


def test_the_digest_knows_content_names_and_root() -> None:
    given = files(OUTER, INNER)
    digest = read_bundle(given, "outer").digest
    assert digest == bundle_digest("outer", given)
    assert len(digest) == 64
    assert digest != bundle_digest("inner", given)
    assert digest != bundle_digest("outer", given | {"inner.bpmn": given["inner.bpmn"] + b" "})
    assert digest != bundle_digest("outer", given | {"routing.dmn": b""})


def test_the_same_files_are_read_once_whatever_folder_they_lie_in() -> None:
    given = files(OUTER, INNER)
    moved = {f"processes/{name}": content for name, content in reversed(given.items())}
    assert read_bundle(given, "outer") is read_bundle(moved, "outer")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (files(OUTER), "outer.bpmn: inner: 没有这个流程文件"),
        (files(Model("outer").start().node("scriptTask", "odd").end().line("begin", "odd", "end")), "outer.bpmn: odd: 不支持 scriptTask"),
        (files(Model("outer").start().timer("odd", "2026-01-01").end().line("begin", "odd", "end")), "outer.bpmn: odd: 定时只能写"),
        (files(Model("outer").start().node("serviceTask", "odd").end().line("begin", "odd", "end")), "outer.bpmn: odd: 服务任务没有操作"),
        (files(Model("outer").node("userTask", "odd").end().line("odd", "end")), "outer.bpmn: outer: "),
        ({"outer.bpmn": b"<!DOCTYPE x><x/>"}, "outer.bpmn: outer.bpmn: 禁止 DOCTYPE"),
        ({}, "outer.bpmn: outer: 没有这个流程文件"),
    ],
)
def test_every_refusal_names_file_element_and_reason(given: dict[str, bytes], reason: str) -> None:
    with pytest.raises(ModelError) as refusal:
        read_bundle(given, "outer")
    assert str(refusal.value).startswith(reason)
