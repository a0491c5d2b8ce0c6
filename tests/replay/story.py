"""The stories of `tests/processes` (情景) as lives use them: an office in the midst of one, and what its people say at each step."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tests.office import Office, found_office
from web.rehearsal import BEGINNING
from web.scenario import Play, Scenario, read_scenario
from web.scenario.reader import Step

FOLDER = Path(__file__).parents[1] / "processes"
DAY = re.compile(r"20\d\d-\d\d-\d\d")
BESIDE = frozenset({"open", "vote", "reply", "claim", "release", "start"})
"""What a story does that is no word in the file of a case: lives do it in their own way, or not at all."""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody does in a story, and on which day."""

    step: Step
    day: date

    def today(self, today: str) -> Step:
        """The same step as it is done today: all its days move with it."""
        days = date.fromisoformat(today) - self.day
        return replace(self.step, data=_moved(self.step.data, days))


@cache
def stories() -> Sequence[Scenario]:
    """Every story, in the order of their files."""
    return tuple(read_scenario(path) for path in sorted(FOLDER.glob("*.yaml")))


def widest(count: int) -> Sequence[Scenario]:
    """Return the stories that together do the most different things, the one with the most first."""
    found: list[Scenario] = []
    done: set[tuple[str, str]] = set()
    for _ in range(count):
        found.append(max(stories(), key=lambda story: len(_deeds(story) - done)))
        done |= _deeds(found[-1])
    return found


@cache
def said() -> Mapping[tuple[str, str], Sequence[Said]]:
    """What the stories say: of each step, of the start of each procedure, in answer to each letter, and with each word beside them."""
    found: dict[tuple[str, str], dict[str, Said]] = {}
    for story in stories():
        day = BEGINNING.date()
        for step in story.steps:
            day = day if step.at is None else step.at.date()
            key = _key(step)
            if key is not None and step.refuse is None:
                # Stories that go on from the same beginning say the same.
                found.setdefault(key, {}).setdefault(f"{step.by} {step.data}", Said(step, day))
    return {key: tuple(items.values()) for key, items in found.items()}


def enter(story: Scenario, steps: int, city: Path, folder: Path) -> tuple[Office, list[str]]:
    """Play so many steps of a story in an office of its own; the answer is the office and its cases, the newest last."""
    office = found_office(folder, city, start=BEGINNING)
    stage = Play(house=office.house, clock=office.clock)
    for step in story.steps[:steps]:
        if step.at is not None:
            stage.move(step.at)
        if step.refuse is None and (step.do or step.task):
            stage.act(step)
    return office, list(dict.fromkeys(stage.cases.values()))


def act(office: Office, case: str, step: Step) -> object:
    """Do in a case what a story does in its own."""
    stage = Play(house=office.house, clock=office.clock, cases={"case": case})
    return stage.act(replace(step, case="case", procedure=None))


def _deeds(story: Scenario) -> set[tuple[str, str]]:
    return {key for key in map(_key, story.steps) if key is not None}


def _key(step: Step) -> tuple[str, str] | None:
    if step.task is not None:
        return ("task", step.task)
    if step.do == "start":
        return ("start", str(step.procedure))
    return ("word", step.do) if step.do is not None and step.do not in BESIDE else ("reply", "") if step.do == "reply" else None


def _moved(value: Any, by: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _moved(item, by) for name, item in value.items()}
    if isinstance(value, list):
        return [_moved(item, by) for item in value]
    return (date.fromisoformat(value) + by).isoformat() if isinstance(value, str) and DAY.fullmatch(value) else value
