"""The comparison is fair: both engines take the same steps, and the figures have names and units."""

import pytest

from bench import hot, library, walk
from bench.execute import execute_wall_seconds_per_step
from bench.report import mean_of_least, print_figures


def test_both_engines_take_the_same_number_of_steps() -> None:
    assert len(library.durations(rounds=1)[0]) == len(hot.durations(rounds=1)[0]) > 20


def test_the_loop_of_the_growth_figure_does_not_end() -> None:
    assert len(hot.durations(forms=walk.APPRAISALS, rounds=1, steps=30)[0]) == 30


def test_the_mean_is_taken_of_the_least() -> None:
    assert mean_of_least([[1.0, 9.0], [5.0, 3.0]]) == 2.0


def test_figures_are_lines_or_json(capsys: pytest.CaptureFixture[str]) -> None:
    print_figures([("ratio", 12.5, "times")], as_json=False)
    print_figures([("ratio", 12.5, "times")], as_json=True)
    assert capsys.readouterr().out == 'ratio 12.5 times\n{"ratio": {"value": 12.5, "unit": "times"}}\n'


def test_a_whole_case_is_walked_from_clue_to_archive_at_any_time_of_the_year() -> None:
    assert execute_wall_seconds_per_step(rounds=1) > 0
