"""A case may go on for years: neither its tree nor its bytes grow with the number of steps, and nothing stalls."""

from engine.workflow.process import Process
from tests.engine.workflow.house import House, begin, lapse, submit, waiting
from tests.engine.workflow.model import Model

ROUNDS = 600
"""The bare library stalls without a word after 333."""

LOOP = Model().start().exclusive("enter", "again").user("ask").end().line("begin", "enter", "ask", "again")
LOOP.flow("again", "enter", default=True).flow("again", "end", "done")

INNER = Model("inner").start("inner_begin", form=None).user("serve").end("inner_end").line("inner_begin", "serve", "inner_end")
INNER.boundary("due", "serve", 'deadline("service")').end("late").line("due", "late")
CALLS = Model().start().exclusive("enter", "again").call("go", "inner").user("ask").end().line("begin", "enter", "go", "ask", "again")
CALLS.flow("again", "enter", default=True).flow("again", "end", "done")


def size(process: Process) -> int:
    """Return how many tasks the trees hold."""
    return sum(1 for _ in process._nodes())


def test_six_hundred_rounds_neither_stall_nor_grow() -> None:
    process = begin(LOOP)
    submit(process, "ask")
    tasks, stored = size(process), len(process.dump())
    for _ in range(ROUNDS):
        submit(process, "ask")
    assert size(process) == tasks
    assert len(process.dump()) < 1.3 * stored
    submit(process, "ask", done=True)
    assert process.finished
    assert next(token.count for token in process.tokens() if token.element == "ask") == ROUNDS + 2


def test_called_processes_and_fired_deadlines_leave_nothing_behind() -> None:
    process = begin(CALLS, INNER)
    sizes = []
    for _ in range(40):
        lapse(process, "service")
        submit(process, "serve")
        submit(process, "ask")
        sizes.append((size(process), len(process.dump())))
    assert sizes[1][0] == sizes[-1][0]
    assert sizes[-1][1] < 1.3 * sizes[1][1]
    assert waiting(process) == ["serve"]


def test_a_finished_process_is_small() -> None:
    process = begin(CALLS, INNER)
    submit(process, "serve")
    submit(process, "ask", done=True)
    assert size(process) == 1
    loaded = Process.load(process.bundle, process.instance, process.dump())
    assert (loaded.finished, loaded.ended_at, loaded.steps()) == (True, "end", ())


def test_the_digest_does_not_depend_on_how_often_a_case_was_stored() -> None:
    kept, moved = begin(CALLS, INNER), begin(CALLS, INNER)
    for _ in range(5):
        for key in ("serve", "ask"):
            submit(kept, key, House())
            moved = Process.load(moved.bundle, moved.instance, moved.dump())
            submit(moved, key, House())
        assert kept.state_digest() == moved.state_digest()
