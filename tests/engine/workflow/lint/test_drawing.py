"""Elements that nobody sees, and names that nobody reads."""

import pytest

from tests.engine.workflow.lint.hostile import chain, reasons, sound
from tests.engine.workflow.model import Model

NAMES: dict[str, tuple[Model, str]] = {
    "process": (Model(name="sample").start().end().line("begin", "end"), "sample: 流程没有中文名称"),
    "task": (chain(Model().start().node("userTask", "odd", name=None).end(), "odd"), "odd: 任务没有中文名称"),
    "task in English": (chain(Model().start().node("callActivity", "odd", name="Go").end(), "odd"), "odd: 任务没有中文名称"),
}


@pytest.mark.parametrize("case", NAMES)
def test_names_are_chinese(case: str) -> None:
    model, reason = NAMES[case]
    assert any(reason in line for line in reasons(model))


def test_a_branch_without_a_name_is_refused() -> None:
    model = Model().start().user("review").exclusive("fork").end("yes").end("no").line("begin", "review", "fork")
    model.flow("fork", "yes", "approved", name="").flow("fork", "no", default=True, name="no")
    assert reasons(model) == ["sample.bpmn: fork_to_yes: 分支连线没有中文名称", "sample.bpmn: fork_to_no: 分支连线没有中文名称"]


UNDRAWN: dict[str, tuple[bytes, str]] = {
    "undrawn node": (sound().xml(undrawn=("review",)), "review: 图上没有这个元素"),
    "undrawn flow": (sound().xml(undrawn=("review_to_end",)), "review_to_end: 图上没有这条连线"),
}


@pytest.mark.parametrize("case", UNDRAWN)
def test_what_is_not_drawn_is_refused(case: str) -> None:
    content, reason = UNDRAWN[case]
    assert any(reason in line for line in reasons(content))
