"""Stored states are compact, checked and encoded only where something changed."""

import orjson
import pytest

from engine.workflow.process import Process
from tests.engine.workflow.house import begin, bundle, submit
from tests.engine.workflow.model import Model

LOOP = Model().start().parallel("fork").exclusive("enter", "again").user("ask").user("other").end().end("done")
LOOP.line("begin", "fork", "enter", "ask", "again").line("fork", "other", "done")
LOOP.flow("again", "enter", default=True).flow("again", "end", "over")


def test_another_format_is_refused() -> None:
    process = begin(LOOP)
    state = orjson.loads(process.dump())
    state[0] = 99
    with pytest.raises(ValueError, match="snapshot format 99"):
        Process.load(process.bundle, process.instance, orjson.dumps(state))


def test_the_state_of_another_model_is_refused() -> None:
    stored = begin(LOOP).dump()
    other = bundle(Model().start().user("alone").end().line("begin", "alone", "end"))
    with pytest.raises(ValueError, match="does not fit"):
        Process.load(other, "case-1", stored)


def test_what_did_not_change_is_not_encoded_again() -> None:
    process = begin(LOOP)
    process.dump()
    other = next(node for node in process._nodes() if node.task_spec.name == "other")
    row = other.row
    submit(process, "ask", a=True)
    process.dump()
    assert other.row is row


def test_values_of_a_branch_stay_with_the_branch() -> None:
    process = begin(LOOP, start="x")
    submit(process, "ask", seen=True)
    loaded = Process.load(process.bundle, process.instance, process.dump())
    data = {node.task_spec.name: node.data for node in loaded._nodes() if node.task_spec.manual and node.data}
    assert data == {"ask": {"start": "x", "seen": True}, "other": {"start": "x"}}


def test_the_digest_sees_values_bundle_and_place() -> None:
    digests = [begin(LOOP).state_digest(), begin(LOOP, a=True).state_digest(), begin(LOOP, a=False).state_digest()]
    moved = begin(LOOP)
    submit(moved, "ask")
    renamed = Model(name="另一").start().user("ask").end().line("begin", "ask", "end")
    digests += [moved.state_digest(), begin(renamed).state_digest()]
    assert len(set(digests)) == 5
