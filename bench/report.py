"""Reports (报告): figures as lines `name value unit`, or as one JSON object."""

import json
from collections.abc import Iterable

Figure = tuple[str, float, str]
"""Name, value, unit."""


def print_figures(figures: Iterable[Figure], *, as_json: bool) -> None:
    """Print figures."""
    if as_json:
        print(json.dumps({name: {"value": value, "unit": unit} for name, value, unit in figures}, ensure_ascii=False))
        return
    for name, value, unit in figures:
        print(name, f"{value:.6g}", unit)


def mean_of_least(rounds: list[list[float]]) -> float:
    """Return the mean over the steps of the least time of each: what the work costs, without what other programs took."""
    least: list[float] = [min(times) for times in zip(*rounds, strict=True)]
    return sum(least) / len(least)
