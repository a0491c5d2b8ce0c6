"""A process runs from wait to wait: steps, values, timers, called processes, ends, and what happens when something goes wrong."""

from decimal import Decimal

import pytest

from engine.errors import StepNotWaitingError
from engine.workflow.process import Process, ProcessError, Step, Token, WaitingTimer
from engine.workflow.value import Scalar
from tests.engine.workflow.house import House, begin, bundle, lapse, submit, waiting
from tests.engine.workflow.model import Model

LINE = Model().start().user("review", role="head", slot="second").service("act", "case.file", template="D15").user("after").end()
LINE.line("begin", "review", "act", "after", "end")

BLOCK = Model().start().parallel("fork", "join").user("one").user("two").user("after").end()
BLOCK.line("begin", "fork", "one", "join", "after", "end").line("fork", "two", "join")

RETRY = Model().start().exclusive("enter", "good").user("ask").end().line("begin", "enter", "ask", "good")
RETRY.flow("good", "end", "approved").flow("good", "enter", default=True)


def attached(*, interrupting: bool) -> Model:
    """Return a model with a deadline at the edge of a task; when it falls due somebody is reminded."""
    model = Model().start().user("pay").user("remind").end().end("reminded").line("begin", "pay", "end").line("remind", "reminded")
    return model.boundary("due", "pay", 'deadline("payment")', interrupting=interrupting).line("due", "remind")


def test_a_step_says_what_the_model_says() -> None:
    process = begin(LINE)
    (step,) = process.steps()
    expected = Step(id=step.id, key="review", title="名review", form="approval", role="head", slot="second", process="sample")
    assert step == expected
    assert len(step.id) == 32
    assert not process.finished
    assert process.ended_at is None


def test_an_operation_gets_inputs_and_values_and_gives_values() -> None:
    house = House(case__file={"number": Decimal(7)})
    process = begin(LINE, house=house, cause="dust")
    submit(process, "review", house, approved=True)
    assert house.calls == [("case.file", {"template": "D15"}, {"cause": "dust", "approved": True})]
    assert process.values == {"cause": "dust", "approved": True, "number": Decimal(7)}
    submit(process, "after", house)
    assert process.finished
    assert process.ended_at == "end"
    assert process.steps() == ()


def test_ids_depend_on_the_instance_and_on_nothing_else() -> None:
    one, same, other = (Process.start(bundle(LINE), name, {}, House()) for name in ("case-1", "case-1", "case-2"))
    assert one.steps()[0].id == same.steps()[0].id != other.steps()[0].id
    assert one.counter == same.counter == other.counter
    assert one.state_digest() == same.state_digest()


def test_parallel_branches_wait_for_each_other() -> None:
    process = begin(BLOCK)
    assert waiting(process) == ["one", "two"]
    submit(process, "two", b=True)
    assert waiting(process) == ["one"]
    submit(process, "one", a=True)
    assert waiting(process) == ["after"]
    assert process.values == {"a": True, "b": True}


def test_a_parallel_block_in_a_loop_waits_for_both_branches_each_time() -> None:
    """The bare library takes the first round's arrival for one of the second, and goes on too early."""
    model = Model().start().exclusive("enter", "again").parallel("fork", "join").user("one").user("two").user("ask").end()
    model.line("begin", "enter", "fork", "one", "join", "ask", "again").line("fork", "two", "join")
    model.flow("again", "enter", "more").flow("again", "end", default=True)
    process = begin(model)
    for order in (("one", "two"), ("two", "one"), ("one", "two")):
        submit(process, order[0])
        assert waiting(process) == [order[1]]
        submit(process, order[1])
        assert waiting(process) == ["ask"]
        submit(process, "ask", more=True)


def test_a_condition_decides_and_a_name_without_value_is_null() -> None:
    process = begin(RETRY)
    submit(process, "ask")
    assert waiting(process) == ["ask"]
    submit(process, "ask", approved=False)
    assert waiting(process) == ["ask"]
    submit(process, "ask", approved=True)
    assert process.ended_at == "end"


def test_an_interrupting_deadline_takes_the_task_away() -> None:
    process = begin(attached(interrupting=True))
    (timer,) = process.timers()
    assert timer == WaitingTimer(id=timer.id, key="payment", element="due", interrupting=True)
    lapse(process, "payment")
    assert waiting(process) == ["remind"]
    assert process.timers() == ()
    submit(process, "remind")
    assert process.ended_at == "reminded"


def test_a_deadline_that_does_not_interrupt_fires_once() -> None:
    process = begin(attached(interrupting=False))
    lapse(process, "payment")
    assert waiting(process) == ["pay", "remind"]
    assert process.timers() == ()
    submit(process, "pay")
    assert not process.finished
    submit(process, "remind")
    assert process.finished


def test_a_task_done_in_time_takes_its_deadline_along() -> None:
    process = begin(attached(interrupting=False))
    timer = process.timers()[0]
    submit(process, "pay")
    assert process.ended_at == "end"
    with pytest.raises(StepNotWaitingError):
        process.fire(timer.id, House())


def test_a_deadline_in_the_way_waits_until_it_is_told() -> None:
    process = begin(Model().start().timer("term", 'deadline("plea")').user("after").end().line("begin", "term", "after", "end"))
    assert waiting(process) == []
    assert process.timers()[0].interrupting is False
    lapse(process, "plea")
    assert waiting(process) == ["after"]


def test_a_terminate_end_closes_every_branch() -> None:
    model = Model().start().parallel("fork").user("main").timer("clock", 'deadline("decision")').service("tell", "case.escalate")
    model.end("told").end(terminate=True).line("begin", "fork", "main", "end").line("fork", "clock", "tell", "told")
    process = begin(model)
    submit(process, "main")
    assert process.ended_at == "end"
    assert process.timers() == ()


def called(*, interrupting: bool | None = None) -> tuple[Model, Model]:
    """Return a caller and the process that it calls."""
    inner = Model("inner").start("inner_begin", form=None).user("deep").service("act", "case.file").end("inner_end", terminate=True)
    inner.boundary("deep_due", "deep", 'deadline("service")').end("deep_late").line("deep_due", "deep_late")
    inner.line("inner_begin", "deep", "act", "inner_end")
    outer = Model().start().user("first").call("go", "inner").user("after").end().line("begin", "first", "go", "after", "end")
    if interrupting is not None:
        outer.boundary("due", "go", 'deadline("plea")', interrupting=interrupting).user("late").end("lapsed").line("due", "late", "lapsed")
    return outer, inner


def test_a_called_process_takes_and_gives_values() -> None:
    house = House(case__file={"served": True})
    process = begin(*called(), house=house)
    submit(process, "first", house, document="notice-1")
    assert process.steps()[0].process == "inner"
    assert [timer.key for timer in process.timers()] == ["service"]
    submit(process, "deep", house, day="2026-03-02")
    assert house.calls == [("case.file", {}, {"document": "notice-1", "day": "2026-03-02"})]
    assert waiting(process) == ["after"]
    assert process.timers() == ()
    submit(process, "after", house)
    assert process.ended_at == "end"
    assert process.values == {"document": "notice-1", "day": "2026-03-02", "served": True}


def test_an_interrupted_call_is_closed_with_all_inside() -> None:
    process = begin(*called(interrupting=True))
    submit(process, "first")
    lapse(process, "plea")
    assert waiting(process) == ["late"]
    assert process.timers() == ()
    submit(process, "late")
    assert process.ended_at == "lapsed"


def test_tokens_count_what_each_element_did() -> None:
    process = begin(RETRY)
    submit(process, "ask", approved=False)
    tokens = {(token.element, token.state): token.count for token in process.tokens()}
    assert tokens == {("begin", "done"): 1, ("enter", "done"): 2, ("ask", "done"): 1, ("good", "done"): 1, ("ask", "active"): 1}
    interrupted = begin(attached(interrupting=True))
    assert Token("due", "sample", "waiting", 1) in interrupted.tokens()
    lapse(interrupted, "payment")
    assert Token("pay", "sample", "cancelled", 1) in interrupted.tokens()
    assert Token("due", "sample", "done", 1) in interrupted.tokens()


@pytest.mark.parametrize("name", ["", "zz", "0", "-1", "f" * 32, "１"])
def test_what_does_not_wait_cannot_be_completed(name: str) -> None:
    process = begin(LINE)
    with pytest.raises(StepNotWaitingError):
        process.complete(name, {}, House())
    assert waiting(process) == ["review"]


def test_an_id_has_one_spelling() -> None:
    process = begin(LINE)
    name = process.steps()[0].id
    for spelling in (name.upper(), f"0x{name}", f" {name}", f"0{name}"):
        if spelling != name:
            with pytest.raises(StepNotWaitingError):
                process.complete(spelling, {}, House())


def test_a_step_cannot_be_completed_twice() -> None:
    process = begin(LINE)
    step = process.steps()[0]
    process.complete(step.id, {}, House())
    with pytest.raises(StepNotWaitingError):
        process.complete(step.id, {}, House())


def test_a_timer_is_no_step_and_a_step_no_timer() -> None:
    process = begin(attached(interrupting=False))
    with pytest.raises(StepNotWaitingError):
        process.complete(process.timers()[0].id, {}, House())
    with pytest.raises(StepNotWaitingError):
        process.fire(process.steps()[0].id, House())


class Refusing(House):
    """A host that refuses."""

    def operate(self, name, inputs, values):  # type: ignore[no-untyped-def]  # as the host
        raise KeyError("no number left")


def test_a_refusal_of_an_operation_passes_unchanged_and_spoils_the_process() -> None:
    process = begin(LINE)
    stored = process.dump()
    with pytest.raises(KeyError, match="no number left"):
        submit(process, "review", Refusing())
    for use in (process.dump, process.state_digest, lambda: submit(process, "after")):
        with pytest.raises((ProcessError, StopIteration)):
            use()
    again = Process.load(process.bundle, process.instance, stored)
    submit(again, "review")
    assert waiting(again) == ["after"]


@pytest.mark.parametrize("values", [{"text": "x" * 201}, {"list": []}, {"number": 0.1}, {"Bad": 1}, {"nan": Decimal("NaN")}])
def test_values_that_are_no_routing_values_are_refused(values: dict[str, Scalar]) -> None:
    process = begin(LINE)
    with pytest.raises(ValueError, match="流转变量"):
        process.complete(process.steps()[0].id, values, House())


def test_all_values_together_are_limited() -> None:
    process = begin(RETRY)
    for number in range(9):
        process.complete(process.steps()[0].id, {f"v{number}": "x" * 200}, House())
    with pytest.raises(ValueError, match="超过 2048 字节"):
        submit(process, "ask", last="x" * 200)


def test_an_operation_cannot_give_what_is_no_routing_value() -> None:
    process = begin(LINE)
    with pytest.raises(ValueError, match="流转变量"):
        submit(process, "review", House(case__file={"people": ["a"]}))  # type: ignore[dict-item]  # what is refused


def test_a_circle_without_a_wait_is_stopped() -> None:
    model = Model().start().exclusive("enter", "again").service("act", "case.file").end().line("begin", "enter", "act", "again")
    model.flow("again", "end", "done").flow("again", "enter", default=True)
    with pytest.raises(ProcessError, match="空转"):
        begin(model)


def test_a_join_that_can_never_fire_is_said_and_not_waited_for() -> None:
    model = Model().start().user("ask").exclusive("fork", "left", "right").parallel("join").end().line("begin", "ask", "fork")
    model.flow("fork", "left", "approved").flow("fork", "right", default=True).line("left", "join", "end").flow("right", "join")
    with pytest.raises(ProcessError, match="停滞"):
        submit(begin(model), "ask")


def test_a_gateway_without_a_way_out_is_said() -> None:
    model = Model().start().user("ask").exclusive("fork").end("yes").end("no").line("begin", "ask", "fork")
    model.flow("fork", "yes", 'way = "yes"').flow("fork", "no", 'way = "no"')
    with pytest.raises(ProcessError, match="No conditions satisfied for fork"):
        submit(begin(model), "ask")


def test_a_condition_that_is_no_yes_or_no_is_said() -> None:
    with pytest.raises(ProcessError, match="不是真假值"):
        submit(begin(RETRY), "ask", approved="yes")
