"""Ways that lead nowhere."""

import pytest

from tests.engine.workflow.lint.hostile import reasons, sound
from tests.engine.workflow.model import Model

PATHS: dict[str, tuple[Model, str]] = {
    "an island": (
        sound().user("one").user("two").exclusive("ring").line("one", "two", "ring").flow("ring", "one"),
        "one: 从开始事件无法到达",
    ),
    "a circle without exit": (
        Model().start().exclusive("ring").user("one").end().flow("begin", "ring").flow("ring", "one", "approved")
        .flow("ring", "end", default=True).parallel("trap").flow("one", "trap").user("two").flow("trap", "two").flow("two", "trap"),
        "trap: 从此处无法到达结束",
    ),
    "a join that one branch never reaches": (
        Model().start().user("review").exclusive("fork").user("one").user("two").parallel("join").end()
        .line("begin", "review", "fork").flow("fork", "one", "approved").flow("fork", "two", default=True)
        .line("one", "join", "end").flow("two", "join"),
        "join: 从此处无法到达结束",
    ),
    "a branch that leaves its parallel block": (
        Model().start().parallel("fork", "join").user("one").user("two").exclusive("way").end().end("out")
        .line("begin", "fork", "one", "way").flow("fork", "two").flow("way", "join", "approved").flow("way", "out", default=True)
        .flow("two", "join").flow("join", "end"),
        "join: 从此处无法到达结束",
    ),
    "what follows a join that never fires": (
        Model().start().user("review").exclusive("fork").user("one").user("two").parallel("join").end().end("other").exclusive("way")
        .line("begin", "review", "fork").flow("fork", "one", "approved").flow("fork", "way", default=True)
        .flow("way", "two", "approved").flow("way", "other", default=True).line("one", "join", "end").flow("two", "join"),
        "end: 永远不会执行",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PATHS)
def test_ways_without_an_end_are_refused(case: str) -> None:
    model, reason = PATHS[case]
    assert any(reason in line for line in reasons(model))


def test_a_parallel_block_and_an_escalating_timer_are_sound() -> None:
    model = Model().start().parallel("fork", "join").user("one").user("two").end().line("begin", "fork", "one", "join", "end")
    model.line("fork", "two", "join").boundary("due", "one", 'deadline("plea")').service("tell", "case.escalate", deadline="plea").end("told")
    assert reasons(model.line("due", "tell", "told")) == []
