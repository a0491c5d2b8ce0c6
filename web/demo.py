"""The demonstration (演示): the city's cases played through the engine, day by day, up to the present."""

import gc
import json
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from heapq import merge
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

from engine.actor import SYSTEM, Actor
from engine.clock import SHANGHAI, SetClock, WallClock, local_date
from engine.commands.command import Command
from engine.queries.idempotency import AnsweredKeys
from engine.queries.person import People
from web import city, jobs
from web.demonstration.act import Act
from web.demonstration.crowd import SPAN, crowd
from web.demonstration.inspection import OfficeAct, office_acts
from web.demonstration.plan import PLANS
from web.demonstration.script import acts
from web.house import House, open_house
from web.scenario import Play
from web.scenario.reader import Step
from web.settings import Settings, SettingsError

Answer = TypeVar("Answer")
Say = Callable[[str], object]
FILLING = "filling"
"""The mark in the data folder that its cases are not complete: since when they are told, and how many there are to be."""

Moment = tuple[datetime, int, str, Act | None]
"""When something happens, in which case, under which key, and what; None: nothing more."""

OPENED = "demo:"
"""How the keys of the demonstration's commands begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tale:
    """A case to be played: how many days ago it began, where it stops, and what happens in it from the day it began."""

    began: int
    until: str
    story: Callable[[date], Iterator[Act]]


@dataclass(slots=True, kw_only=True)
class Stage(Play):
    """A play in a city whose people do not change; each command has a key, and processes of cases that are over are forgotten."""

    people: dict[str, Actor] = field(default_factory=dict)
    key: str | None = None

    def give(self, command: Command[Answer], actor: Actor) -> Answer:
        """Give a command under the key of its moment."""
        return self.house.engine.execute(command, actor, key=self.key)

    def actor(self, login: str) -> Actor:
        """Return somebody of the city; who it is, is asked once."""
        if login not in self.people:
            self.people[login] = city.actor(self.house, login)
        return self.people[login]

    def leave(self, name: str) -> None:
        """Let go of what is kept in memory of a case that nothing more happens in."""
        self.house.engine.ports.hot.pop(self.cases[name], None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """A city that is being made: the day up to which its cases go, and how many there are."""

    now: datetime
    cases: int

    @classmethod
    def read(cls, mark: Path) -> "Filling | None":
        """Return what an earlier call began and did not complete; SettingsError where nobody can tell."""
        if not mark.exists():
            return None
        try:
            told = json.loads(mark.read_text(encoding="utf-8"))
            return cls(now=datetime.fromisoformat(told["now"]), cases=int(told["cases"]))
        except (ValueError, KeyError, TypeError) as error:
            raise SettingsError(f"{mark.parent}里的演示城市没有建完，也看不出从哪里接着建。请删除这个文件夹，再建一次。") from error

    def write(self, mark: Path) -> None:
        """Set the mark."""
        unfinished = mark.with_suffix(".part")
        unfinished.write_text(json.dumps({"now": self.now.isoformat(), "cases": self.cases}), encoding="utf-8")
        unfinished.replace(mark)


def fill(settings: Settings, *, say: Say, cases: int | None = None) -> bool:
    """Found the city and play its cases, `cases` of them with generated ones; False where people live already.

    A call that was broken off is gone on with: what was done is known by its keys.

    Raises:
        SettingsError: an earlier call was broken off in this folder, and its mark cannot be read.
    """
    mark = settings.data / FILLING
    filling = Filling.read(mark)
    if filling is None and _settled(settings):
        return False
    say(f"{'接着' if filling else '正在'}建立演示城市江川市，{filling.cases if filling else max(cases or 0, len(PLANS))}个案件……")
    filling = filling or Filling(now=WallClock().now(), cases=max(cases or 0, len(PLANS)))
    filling.write(mark)
    many, begun = filling.cases > len(PLANS), perf_counter()
    clock = SetClock(filling.now - timedelta(days=1 + SPAN))
    house = open_house(settings, clock=clock, durable=False)
    try:
        city.found(house)
        with _lazy_collector():
            perform(house, clock, filling.now, tales(filling.cases), say=_progress(say, filling.cases) if many else _silent)
        papers = jobs.leave_papers(house) if many else _print(house)
    except KeyboardInterrupt:
        say("没有建完就停下了；再运行一次，会从停下的地方接着建。")
        raise
    finally:
        house.close()
    # Opened once more as for serving: what was written without waiting is on the disk before the mark goes.
    with open_house(settings).database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    mark.unlink()
    taken = f"，打开时印制；用时{perf_counter() - begun:.0f}秒" if many else ""
    say(f"演示城市已建立：{filling.cases}个案件、{papers}份文书{taken}。")
    return True


def tales(total: int) -> Iterator[Tale]:
    """Yield the cases of the city: those of the plan, then generated ones up to the number asked for."""
    for plan in PLANS:
        yield Tale(began=plan.began, until=plan.until, story=partial(acts, plan))
    for member in crowd(total - len(PLANS)):
        yield Tale(began=member.plan.began, until=member.plan.until, story=member.story)


def perform(house: House, clock: SetClock, now: datetime, cases: Iterable[Tale], *, say: Callable[[int, datetime], object]) -> None:
    """Play all cases side by side in the order of time, none beyond `now` nor beyond the step where it waits; what was done stays done."""
    stage = Stage(house=house, clock=clock)
    done = house.engine.ask(AnsweredKeys(prefix=OPENED), SYSTEM)
    lives = [_life(number, tale, local_date(now), now) for number, tale in enumerate(list(cases))]
    opened, office = 0, _office(stage, done, office_acts(now, local_date(clock.now())))
    next(office)
    for instant, number, key, act in merge(*lives, key=lambda moment: moment[:2]):
        office.send(instant)
        if act is None:
            stage.leave(str(number))
            continue
        if key in done:
            if act.step == "open":
                stage.cases[str(number)] = done[key]
        else:
            if instant > clock.now():
                stage.move(instant)
            stage.key = key
            stage.act(_step(act, str(number)))
        if act.step == "open":
            opened += 1
            say(opened, instant)
    office.send(now)
    stage.move(now)


def _office(stage: Stage, done: Mapping[str, Any], acts: Iterable[OfficeAct]) -> Generator[None, datetime, None]:
    """Let the office act up to each instant that is sent; what was done stays done, and its answers are known by their keys."""
    made: dict[str, Any] = {}
    upto = yield
    for order, act in enumerate(acts):
        while act.instant > upto:
            upto = yield
        key = f"{OPENED}office:{order}"
        if key in done:
            answer = done[key]
        else:
            stage.move(max(act.instant, stage.clock.now()))
            stage.key = key
            answer = stage.give(act.give(made), stage.actor(act.by))
        if act.name:
            made[act.name] = answer
    while True:
        yield


def _progress(say: Say, total: int) -> Callable[[int, datetime], None]:
    """Return who says at every twentieth of the cases how far the city is."""
    begun, every = perf_counter(), max(1, total // 20)

    def told(opened: int, instant: datetime) -> None:
        if opened % every == 0:
            say(f"办到{local_date(instant):%Y年%-m月%-d日}，已登记{opened}件（{100 * opened // total}%），用时{perf_counter() - begun:.0f}秒")

    return told


def _silent(opened: int, instant: datetime) -> None:
    """Say nothing: a few cases take a few seconds."""


def _life(number: int, tale: Tale, today: date, now: datetime) -> Iterator[Moment]:
    """Yield what happens in a case in the order of time."""
    began = today - timedelta(days=tale.began)
    instant = now
    for order, act in enumerate(tale.story(began)):
        day = began + timedelta(days=act.day)
        instant = datetime(day.year, day.month, day.day, act.hour, order % 60, tzinfo=SHANGHAI).astimezone(UTC)
        if act.step == tale.until or instant > now:
            break
        yield instant, number, f"{OPENED}{number}:{order}", act
    yield min(instant, now), number, "", None


@contextmanager
def _lazy_collector() -> Iterator[None]:
    """Let the collector of garbage look at what is new less often; what is old it must look at, or processes put away stay in memory."""
    usual = gc.get_threshold()
    gc.set_threshold(usual[0] * 10, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _settled(settings: Settings) -> bool:
    house = open_house(settings)
    try:
        return bool(house.engine.ask(People(), SYSTEM))
    finally:
        house.close()


def _print(house: House) -> int:
    papers = 0
    while done := jobs.drain_outbox(house):
        papers += done
    return papers


def _step(act: Act, name: str) -> Step:
    data: dict[str, Any] = dict(act.data)
    do = act.step if act.step in {"open", "evidence", "start"} else None
    return Step(place="", by=act.by, do=do, task=None if do else act.step, data=data, name=name, case=name, procedure=act.procedure)
