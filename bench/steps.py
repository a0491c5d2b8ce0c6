"""How fast a step is (办理速度): against the bare library on the same process, and how it grows with the length of a case.

Both store one row per step in SQLite, `synchronous=NORMAL`. Each engine runs in its own process of the operating system; a step's time is the least
over several instances, the figure the mean over the steps of a whole case.
"""

import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bench import hot, library, walk
from bench.execute import execute_wall_seconds_per_step
from bench.report import Figure, mean_of_least
from bench.store import opened

Result = TypeVar("Result")
COMMITS = 300
EARLY, LATE = slice(8, 12), slice(198, 202)
"""The steps around the tenth and the two-hundredth: two turns of the loop each."""


def run() -> list[Figure]:
    """Return the figures."""
    bare = apart(_library_cpu)
    ours = apart(_our_cpu)
    early, late = apart(_growth)
    return [
        ("ratio_to_library_cpu", round(bare / ours, 1), "times"),
        ("library_cpu_ms_per_step", round(bare * 1e3, 3), "ms"),
        ("cpu_ms_per_step", round(ours * 1e3, 3), "ms"),
        ("digest_cpu_ms", round(apart(hot.digest_seconds) * 1e3, 3), "ms"),
        ("growth_200_to_10", round(late / early, 2), "times"),
        ("steps_per_second", round(1 / apart(_our_wall)), "1/s"),
        ("execute_to_library", round(apart(library.library_wall_seconds_per_step) / (executed := apart(execute_wall_seconds_per_step)), 2), "times"),
        ("execute_wall_ms_per_step", round(executed * 1e3, 3), "ms"),
        ("commits_per_second", round(apart(_commits)), "1/s"),
    ]


def apart(work: Callable[[], Result]) -> Result:
    """Return what a function gives in a fresh process of the operating system."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work).result()


def _library_cpu() -> float:
    return mean_of_least(library.durations())


def _our_cpu() -> float:
    return mean_of_least(hot.durations())


def _our_wall() -> float:
    return mean_of_least(hot.durations("perf_counter"))


def _growth() -> tuple[float, float]:
    least = [min(times) for times in zip(*hot.durations(forms=walk.APPRAISALS, rounds=8, steps=210), strict=True)]
    return sum(least[EARLY]), sum(least[LATE])


def _commits() -> float:
    """Return the commits per second of this disk, one row of a usual size each, waiting for the disk."""
    with TemporaryDirectory() as folder:
        connection = opened(Path(folder), full=True)
        begun = time.perf_counter()
        for number in range(COMMITS):
            connection.execute("insert into process values (?, ?)", (number, bytes(4000)))
        return COMMITS / (time.perf_counter() - begun)
