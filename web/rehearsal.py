"""Rehearsals (演练): scenario files played against a house of their own that lives no longer than the play."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from time import perf_counter

from engine.clock import SetClock
from web import city, jobs
from web.house import House, open_house
from web.password import TRIFLING
from web.scenario import DifferenceError, ScenarioError, play, read_scenario
from web.settings import read_settings

BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


@contextmanager
def stage(founded: Path | None = None) -> Iterator[tuple[House, SetClock]]:
    """Open a house with its city, and the clock that it goes by; both are gone afterwards. `founded` is a city to copy, from `founded_city`."""
    with TemporaryDirectory(prefix="zhifa-") as folder:
        if founded is not None:
            copytree(founded, folder, dirs_exist_ok=True)
        house, clock = _open(Path(folder))
        try:
            if founded is None:
                city.found(house, cost=TRIFLING)
            yield house, clock
        finally:
            house.close()


@contextmanager
def founded_city() -> Iterator[Path]:
    """Found the city once, for many plays: the folder to copy is gone afterwards."""
    with TemporaryDirectory(prefix="zhifa-") as folder:
        house, _ = _open(Path(folder))
        city.found(house, cost=TRIFLING)
        house.close()
        yield Path(folder)


def _open(data: Path) -> tuple[House, SetClock]:
    settings = replace(read_settings(demonstration=True), data=data, database=f"sqlite:///{data / 'zhifa.sqlite'}", demonstration=True)
    clock = SetClock(BEGINNING)
    return open_house(settings, clock=clock), clock


def rehearse(file: Path, *, say: Callable[[str], object]) -> str | None:
    """Play a file and put its documents on paper; return the first difference in words, or None when all went as written."""
    try:
        scenario = read_scenario(file)
    except ScenarioError as error:
        return str(error)
    with stage() as (house, clock):
        started = perf_counter()
        try:
            play(scenario, house, clock)
        except DifferenceError as difference:
            return f"{file.name}（{scenario.title}）{difference}"
        papers = jobs.drain_outbox(house)
    say(f"{scenario.title}：{len(scenario.steps)}步全部如所写，文书{papers}份，用时{perf_counter() - started:.1f}秒")
    return None
