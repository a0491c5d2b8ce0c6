"""Which flows were taken is seen where several lead to one place, across loops, joins, calls and timers, and what was not is said in words."""

from engine.workflow.passage import Passages, share
from engine.workflow.process import Process
from tests.engine.workflow.house import House, bundle, lapse, submit
from tests.engine.workflow.model import Model
from tests.engine.workflow.test_exploration import DEADLINE, charts


def loop() -> Model:
    model = Model().start().exclusive("merge").user("ask").exclusive("way").end().line("begin", "merge", "ask", "way")
    return model.flow("way", "end", "approved = true").flow("way", "merge", default=True, name="退回")


def watched(*models: Model) -> tuple[Passages, Process]:
    """The first of the models, begun, and what is seen of it."""
    passages = Passages(charts(*models))
    return passages, Process.start(bundle(*models), "case-1", {}, House(), passages.watch())


def test_a_way_back_that_nobody_took_is_named() -> None:
    passages, process = watched(loop())
    submit(process, "ask", approved=True)
    found = share(passages.charts["sample"], passages)
    assert (found.flows, found.pairs, found.missing) == ((5, 4), (5, 3), ("名way → 名merge（退回）",))
    assert list(found.lines()) == [
        "sample.bpmn: 场景走过流向4/5（80%），前后相接的两段流向3/5（60%）",
        "sample.bpmn: 没有场景走过：名way → 名merge（退回）",
    ]


def test_the_second_way_into_a_merge_is_told_from_the_first() -> None:
    passages, process = watched(loop())
    submit(process, "ask", approved=False)
    assert ("sample", "way", "merge", "ask") in passages.pairs
    assert ("sample", "begin", "merge", "ask") in passages.pairs
    submit(process, "ask", approved=True)
    found = share(passages.charts["sample"], passages)
    assert (found.flows, found.pairs, found.missing) == ((5, 5), (5, 5), ())


def test_branches_calls_and_timers_are_seen() -> None:
    other = Model("other").start(form=None).user("work").end().line("begin", "work", "end")
    model = Model().start().parallel("fork", "join").call("call", "other").user("ask").user("remind", form="note").end().end("told")
    model.line("begin", "fork", "call", "join", "end").line("fork", "ask", "join").boundary("late", "ask", DEADLINE).line("late", "remind", "told")
    passages, process = watched(model, other)
    submit(process, "work")
    assert ("other", "work", "end") in passages.flows
    assert ("sample", "join", "end") not in passages.flows
    lapse(process, "decision")
    submit(process, "remind")
    submit(process, "ask")
    shares = [share(chart, passages) for chart in passages.charts.values()]
    assert [(each.flows, each.pairs, each.missing) for each in shares] == [((8, 8), (7, 7), ()), ((2, 2), (1, 1), ())]
