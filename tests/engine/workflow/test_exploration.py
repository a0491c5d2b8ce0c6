"""Every state of a process is walked over the engine: dead ends that only values make are found, and a walk that stops early says so."""

from pathlib import Path

import pytest

from engine.workflow.catalogue import read_bundle
from engine.workflow.choice import OTHER, domains
from engine.workflow.dialect import the_process
from engine.workflow.exploration import Exploration, explore
from engine.workflow.lint.chart import Chart, read_chart
from engine.workflow.lint.finding import Known
from engine.workflow.xml import read_xml
from tests.engine.workflow.model import Model, files
from web.catalogue import explore_files

KNOWN = Known(
    forms={"clue": {"way": ("a", "b", "c")}, "approval": {"approved": "bool"}, "note": {}},
    operations={"officer.pair": ("pair",), "case.file": ()},
    messages={"termination": {}},
)
DEADLINE = 'deadline("decision")'


def charts(*models: Model) -> dict[str, Chart]:
    """The models as graphs."""
    roots = {model.process: read_xml(model.process, model.xml()) for model in models}
    return {name: read_chart(name, root, the_process(f"{name}.bpmn", root)) for name, root in roots.items()}


def walk(*models: Model, states: int = 1000) -> Exploration:
    """The walk through the first of the models."""
    return explore(read_bundle(files(*models), models[0].process), charts(*models), KNOWN, states=states)


def asking(gateway: str = "way") -> Model:
    return Model().start().user("ask").exclusive(gateway).end().line("begin", "ask", gateway)


def test_a_sound_process_comes_to_its_end_in_every_state() -> None:
    found = walk(
        asking().flow("way", "end", "approved = true").exclusive("back").flow("way", "back", default=True).user("more").line("back", "more", "end")
    )
    assert (found.states, found.whole, found.dead, found.unreached) == (3, True, (), ())
    assert found.sound


def test_a_circle_whose_way_out_nobody_can_choose_any_more_is_found() -> None:
    """By the drawing alone an end can be reached: the lint has nothing to say."""
    model = Model().start().exclusive("merge").user("ask", form="note").exclusive("way").end().line("begin", "merge", "ask", "way")
    found = walk(model.flow("way", "end", 'way = "a"').flow("way", "merge", default=True))
    assert found.dead == ("停在名ask，不能到达结束：开始（way=b）",)
    assert not found.sound


def test_a_circle_without_a_gateway_is_said_in_words() -> None:
    """The lint refuses two lines into a task; who has drawn them hears it from the walk too."""
    model = asking().flow("way", "end", "approved = true").flow("way", "pair", default=True)
    found = walk(model.service("pair", "officer.pair").service("again", "officer.pair").flow("pair", "again").flow("again", "pair"))
    assert "连线转圈，其中没有网关" in found.dead[0]


def test_what_an_operation_answers_is_tried_both_ways() -> None:
    model = Model().start().service("pair", "officer.pair").exclusive("way").user("ask").end().line("begin", "pair", "way").line("ask", "end")
    found = walk(model.flow("way", "end", "pair = true").flow("way", "ask", default=True))
    assert (found.states, found.dead, found.unreached) == (2, (), ())


def test_a_join_that_values_starve_is_found() -> None:
    model = Model().start().user("ask").parallel("fork", "join").exclusive("left", "right").user("one").user("two").end().end("out")
    model.line("begin", "ask", "fork").flow("fork", "left").flow("fork", "right").line("one", "join", "end").flow("two", "join")
    model.flow("left", "one", "approved = true").flow("left", "out", default=True)
    found = walk(model.flow("right", "two", "approved = true").flow("right", "join", default=True))
    assert found.dead
    assert "（approved=False）" in found.dead[0]


def test_an_element_that_no_value_leads_to_is_named() -> None:
    model = asking().user("never").line("never", "end").flow("way", "end", default=True)
    assert walk(model.flow("way", "never", "approved = true and approved = false")).unreached == ("名never（never）",)


def test_timers_fire_or_not_and_messages_come_at_any_time() -> None:
    model = asking().boundary("late", "ask", DEADLINE).user("remind", form="note").line("late", "remind", "end").flow("way", "end", default=True)
    found = walk(model.flow("way", "end", "approved = true", id="yes").interruption())
    assert (found.whole, found.dead, found.unreached) == (True, (), ())


def test_reminders_without_number_are_walked_in_bounds() -> None:
    model = Model().start().exclusive("merge").user("ask").exclusive("way").end().line("begin", "merge", "ask", "way")
    model.boundary("late", "ask", DEADLINE).user("remind", form="note").end("told").line("late", "remind", "told")
    found = walk(model.flow("way", "end", "approved = true").flow("way", "merge", default=True))
    assert (found.whole, found.dead) == (True, ())
    assert found.states < 30


def test_a_walk_that_stops_early_says_so_and_judges_nothing_beyond() -> None:
    model = Model().start().user("one").user("two").user("three").end().line("begin", "one", "two", "three", "end")
    found = walk(model, states=1)
    assert (found.whole, found.dead, found.unreached) == (False, (), ())
    assert "没有走完" in list(found.lines())[-1]


def test_a_text_has_a_value_that_no_condition_asks_for() -> None:
    model = asking().flow("way", "end", 'way = "a"').flow("way", "end", 'note = "x"', id="other").flow("way", "end", default=True, id="else")
    assert domains(charts(model), KNOWN) == {"way": ("a", "b"), "note": ("x", OTHER)}


PROCESSES = Path(__file__).parents[3] / "processes"


@pytest.mark.parametrize("process", ["ordinary", "summary", "execution", "seizure", "hearing", "service", "publication"])
def test_the_processes_of_the_house_are_walked_whole_and_come_to_their_ends(process: str) -> None:
    found = next(explore_files([PROCESSES / f"{process}.bpmn"]))
    assert (found.dead, found.unreached, found.whole) == ((), (), True)
    assert f"状态{found.states}个" in list(found.lines())[-1]


def caller(*conditions: str) -> Model:
    """A process that calls another one and then goes by what it left behind."""
    model = Model().start(form=None).call("call", "other").exclusive("way").user("ask", form="note").end().end("out").line("begin", "call", "way")
    for number, condition in enumerate(conditions):
        model.flow("way", "out", condition, id=f"out{number}")
    return model.flow("way", "ask", default=True).line("ask", "end")


def test_a_called_process_is_one_step_that_ends_in_every_way_it_can() -> None:
    other = Model("other").start(form=None).user("one").user("two", form="clue").end().line("begin", "one", "two", "end")
    found = walk(caller('way = "a"'), other)
    assert (found.states, found.whole, found.dead, found.unreached) == (4, True, (), ())


def test_what_a_called_process_never_leaves_behind_is_not_supposed() -> None:
    other = Model("other").start(form=None).exclusive("merge").user("one").exclusive("gate").end().line("begin", "merge", "one", "gate")
    found = walk(caller("approved = false"), other.flow("gate", "end", "approved = true").flow("gate", "merge", default=True))
    assert (found.whole, found.dead, found.unreached) == (True, (), ("名out（out）",))


def test_a_called_process_that_cannot_end_is_told_with_its_name() -> None:
    other = Model("other").start(form=None).exclusive("merge").user("one").exclusive("gate").end().line("begin", "merge", "one", "gate")
    found = walk(caller("approved = true"), other.flow("gate", "end", 'way = "a"').flow("gate", "merge", default=True))
    assert found.dead[0].startswith("other.bpmn：停在名one，不能到达结束")


def test_a_called_process_begins_with_what_its_caller_knows() -> None:
    other = Model("other").start(form=None).exclusive("gate").user("late", form="clue").user("early", form="note").end().line("begin", "gate")
    other.flow("gate", "late", "approved = true").flow("gate", "early", default=True).line("late", "end").line("early", "end")
    model = Model().start(form=None).user("ask").exclusive("sure").call("call", "other").exclusive("way").end().end("out").end("none")
    model.line("begin", "ask", "sure").flow("sure", "call", "approved = true").flow("sure", "none", default=True).line("call", "way")
    found = walk(model.flow("way", "out", 'way = "a"').flow("way", "end", default=True), other)
    assert (found.whole, found.dead, found.unreached) == (True, (), ())


def test_a_reminder_rings_once_at_its_place() -> None:
    model = Model().start(form=None).exclusive("merge").user("ask").exclusive("way").end().line("begin", "merge", "ask", "way")
    model.boundary("late", "ask", DEADLINE).user("remind", form="note").end("told").line("late", "remind", "told")
    found = walk(model.flow("way", "end", "approved = true").flow("way", "merge", default=True))
    assert (found.whole, found.dead, found.states) == (True, (), 8)
