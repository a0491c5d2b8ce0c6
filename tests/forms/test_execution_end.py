"""The end of an execution: three years are over when their last day is."""

import pytest

from tests.forms.filled import read, refused

ENDED = {"ground": "three_years", "facts": "查无财产。", "harmless": "on"}


@pytest.mark.parametrize("paused_on", ["2023-11-23", "2023-11-24"])
def test_three_years_are_not_over_on_their_last_day(paused_on: str) -> None:
    assert set(refused("execution_end", {**ENDED, "paused_on": paused_on})) == {"paused_on"}


def test_three_years_are_over_on_the_day_after() -> None:
    read("execution_end", {**ENDED, "paused_on": "2023-11-22"})


def test_the_stop_after_three_years_does_no_harm() -> None:
    assert "harmless" in refused("execution_end", {**ENDED, "paused_on": "2023-11-22", "harmless": "false"})
