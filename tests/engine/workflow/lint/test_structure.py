"""Graphs that do not mean what they seem to mean."""

import pytest

from tests.engine.workflow.lint.hostile import chain, choice, reasons, sound
from tests.engine.workflow.model import Model

STRUCTURE: dict[str, tuple[Model, str]] = {
    "flow without id": (Model().start().end().flow("begin", "end", id=""), "begin: sequenceFlow 没有编号"),
    "element without id": (sound().raw("<bpmn:textAnnotation/>"), "textAnnotation 没有编号"),
    "same id twice": (sound().user("review"), "review: 编号重复"),
    "id with a colon": (Model().start().user("a-b").end().line("begin", "a-b", "end"), "a-b: 编号只能用"),
    "dangling flow": (sound().flow("review", "nowhere"), "连线的一端 nowhere 不存在"),
    "no start": (Model().user("review").end().line("review", "end"), "现有 0 个"),
    "two starts": (sound().start("again").user("more").end("done").line("again", "more", "done"), "现有 2 个"),
    "no end": (Model().start().user("review").line("begin", "review"), "流程没有结束事件"),
    "flow into the start": (sound().exclusive("fork").flow("fork", "begin").flow("fork", "end"), "begin: 开始事件和边界事件不能"),
    "flow out of the end": (sound().user("more").flow("end", "more").flow("more", "end"), "end: 结束事件不能有流出"),
    "dead end": (sound().user("more").parallel("fork").flow("fork", "more").flow("begin", "fork"), "more: 没有流出的连线"),
    "nothing leads there": (sound().user("more").end("done").line("more", "done"), "more: 没有流入的连线"),
    "task with two ways in": (
        Model().start().parallel("fork").user("review").end().line("begin", "fork", "review", "end").flow("fork", "review", id="f2"),
        "review: 多条连线汇入",
    ),
    "task with two ways out": (sound().end("done").flow("review", "done"), "review: 多条连线分出"),
    "start with two ways out": (sound().end("done").flow("begin", "done"), "begin: 多条连线分出"),
    "one source twice into a join": (
        Model().start().parallel("fork", "join").end().flow("begin", "fork").flow("fork", "join").flow("fork", "join", id="f2").flow("join", "end"),
        "join: 同一元素有两条连线",
    ),
    "boundary of nothing": (sound().boundary("due", "nobody", 'deadline("plea")').end("late").flow("due", "late"), "due: 边界事件依附的 nobody"),
    "boundary of a service task": (
        chain(Model().start().service("act", "case.file").end(), "act").boundary("due", "act", 'deadline("plea")').end("late").flow("due", "late"),
        "due: 服务任务立即完成",
    ),
    "condition after a task": (Model().start().end().flow("begin", "end", "approved"), "begin_to_end: 只有排他网关"),
    "condition after a parallel gateway": (
        Model().start().parallel("fork").end("one").end("two").flow("begin", "fork").flow("fork", "one", "approved").flow("fork", "two"),
        "fork_to_one: 只有排他网关",
    ),
    "default of a parallel gateway": (
        Model().start().parallel("fork").end("one").end("two").flow("begin", "fork").flow("fork", "one", default=True).flow("fork", "two"),
        "fork: 只有排他网关可以有缺省",
    ),
    "two free flows": (choice(None, default=False), "fork_to_yes: 排他网关的连线没有条件"),
    "all conditions and no default": (
        Model().start().user("review").exclusive("fork").end("yes").end("no").line("begin", "review", "fork")
        .flow("fork", "yes", "approved").flow("fork", "no", "not(approved)"),
        "fork: 排他网关没有缺省连线",
    ),
    "condition on the default": (
        Model().start().user("review").exclusive("fork").end("yes").end("no").line("begin", "review", "fork")
        .flow("fork", "yes", "approved").flow("fork", "no", "not(approved)", default=True),
        "fork_to_no: 缺省连线不能有条件",
    ),
    "condition on the only flow": (
        Model().start().exclusive("fork").end().flow("begin", "fork").flow("fork", "end", "approved"),
        "fork_to_end: 唯一的连线不能有条件",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", STRUCTURE)
def test_graphs_that_do_not_mean_what_they_seem_are_refused(case: str) -> None:
    model, reason = STRUCTURE[case]
    assert any(reason in line for line in reasons(model))


def test_a_default_that_leaves_elsewhere_is_refused() -> None:
    model = choice("approved")
    model.defaults["fork"] = "begin_to_review"
    assert "sample.bpmn: fork: 缺省连线 begin_to_review 不是流出的连线" in reasons(model)
