"""The measurement of clocks does what it says, on a small city."""

import pytest

from bench import deadlines


def test_every_clock_is_counted_anew_and_those_that_are_due_ring_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadlines, "CASES", 30)
    monkeypatch.setattr(deadlines, "DUE", 7)
    monkeypatch.setattr(deadlines, "IDLE_TICKS", 3)
    figures = {name: value for name, value, _ in deadlines.run()}
    assert figures["deadlines"] == 150
    assert figures["fired"] == 7
    assert 0 < figures["recomputed_moved"] < 150
