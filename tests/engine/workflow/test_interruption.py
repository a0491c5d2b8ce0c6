"""Interruption by a message: all else is cancelled, the event subprocess runs to its end, and nothing depends on where the process was kept."""

import pytest

from engine.errors import StepNotWaitingError
from engine.workflow.process import Process
from tests.engine.workflow.house import House, begin, bundle, lapse, submit, waiting
from tests.engine.workflow.model import Model


def road() -> Model:
    """A road with a parallel clock, a called process and a boundary timer, which a message ends."""
    model = Model().start().parallel("split", "join").user("first").call("called", "inner").timer("clock", 'deadline("decision")').end()
    model.boundary("late", "called", 'deadline("plea")').user("remind").end("reminded").line("late", "remind", "reminded")
    model.line("begin", "split", "first", "called", "join", "end").line("split", "clock", "join")
    return model.interruption("stop", operation="deadline.void")


INNER = Model("inner").start("inner_begin").user("inside").end("inner_end").line("inner_begin", "inside", "inner_end")


def on_the_road() -> Process:
    """The road with the called process waiting and both timers running."""
    process = begin(road(), INNER)
    submit(process, "first")
    return process


def stop(process: Process, house: House | None = None, **values: str) -> None:
    process.receive("termination", values, house or House())


def test_the_message_cancels_tasks_timers_and_called_processes_and_runs_to_the_end() -> None:
    process, house = on_the_road(), House()
    assert waiting(process) == ["inside"]
    assert [timer.key for timer in process.timers()] == ["decision", "plea"]
    stop(process, house)
    assert (waiting(process), process.timers(), process.finished, process.ended_at) == ([], (), True, "stop_end")
    assert house.operations() == ["deadline.void"]


def test_tokens_say_what_was_cancelled_and_stand_in_the_drawing_of_the_root() -> None:
    process = on_the_road()
    stop(process)
    found = {(token.element, token.state): token.process for token in process.tokens()}
    assert found["inside", "cancelled"] == "inner"
    assert found["called", "cancelled"] == found["clock", "cancelled"] == "sample"
    assert found["stop", "done"] == found["stop_work", "done"] == found["stop_end", "done"] == "sample"
    assert ("end", "done") not in found


def test_a_road_on_which_the_message_never_arrives_does_not_know_of_it() -> None:
    process, plain = on_the_road(), begin(Model().start().user("first").end().line("begin", "first", "end"))
    submit(process, "inside")
    lapse(process, "decision")
    submit(plain, "first")
    assert (process.finished, process.ended_at) == (True, "end")
    assert not [token for token in process.tokens() if token.element.startswith("stop")]
    with pytest.raises(StepNotWaitingError):
        stop(process)
    with pytest.raises(StepNotWaitingError):
        stop(plain)


def test_other_messages_and_second_ones_are_refused_and_leave_the_process_as_it_was() -> None:
    process = on_the_road()
    before = process.state_digest()
    with pytest.raises(StepNotWaitingError):
        process.receive("nothing", {}, House())
    assert process.state_digest() == before
    stop(process)
    with pytest.raises(StepNotWaitingError):
        stop(process)


@pytest.mark.parametrize("steps", [(), ("first",), ("first", "inside")])
def test_cold_and_hot_come_to_the_same_state(steps: tuple[str, ...]) -> None:
    hot = begin(road(), INNER)
    cold = Process.load(bundle(road(), INNER), "case-1", hot.dump())
    for step in steps:
        submit(hot, step)
        submit(cold, step)
        cold = Process.load(cold.bundle, "case-1", cold.dump())
    stop(hot, reason="x")
    stop(cold, reason="x")
    assert hot.state_digest() == cold.state_digest()
    assert Process.load(hot.bundle, "case-1", hot.dump()).state_digest() == hot.state_digest()
    assert (hot.finished, hot.values) == (True, {"reason": "x"})


def test_the_event_subprocess_sees_what_was_said_last_wherever_it_was_said() -> None:
    process, house = on_the_road(), House()
    submit(process, "inside", finding="none")
    stop(process, house, reason="withdrawn")
    [(_, _, values)] = house.calls
    assert values == {"finding": "none", "reason": "withdrawn"}


def test_a_called_process_is_not_interrupted_by_a_message_to_its_caller() -> None:
    called = Model("inner").start("inner_begin").user("inside").end("inner_end").line("inner_begin", "inside", "inner_end").interruption("halt")
    caller = Model().start().call("called", "inner").end().line("begin", "called", "end")
    process = begin(caller, called)
    with pytest.raises(StepNotWaitingError):
        stop(process)
    submit(process, "inside")
    assert process.finished
