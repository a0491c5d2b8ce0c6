"""The demonstration (演示): the city's cases played through the engine, day by day, up to the present."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from heapq import merge
from time import perf_counter
from typing import Any

from engine.actor import SYSTEM, Actor
from engine.clock import SHANGHAI, SetClock, WallClock, local_date
from engine.queries.person import People
from web import city, jobs
from web.demonstration.crowd import SPAN, crowd
from web.demonstration.plan import PLANS
from web.demonstration.script import Act, acts
from web.house import House, open_house
from web.scenario import Play
from web.scenario.reader import Step
from web.settings import Settings, SettingsError

Say = Callable[[str], object]
FILLING = "filling"
"""The mark in the data folder that its cases are not complete."""

Moment = tuple[datetime, int, Act | None]
"""When something happens, in which case, and what; None: nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tale:
    """A case to be played: how many days ago it began, where it stops, and what happens in it from the day it began."""

    began: int
    until: str
    story: Callable[[date], Iterator[Act]]


@dataclass(slots=True, kw_only=True)
class Stage(Play):
    """A play in a city whose people do not change; processes of cases that are over are forgotten."""

    people: dict[str, Actor] = field(default_factory=dict)

    def actor(self, login: str) -> Actor:
        """Return somebody of the city; who it is, is asked once."""
        if login not in self.people:
            self.people[login] = city.actor(self.house, login)
        return self.people[login]

    def leave(self, name: str) -> None:
        """Let go of what is kept in memory of a case that nothing more happens in."""
        self.house.engine.ports.hot.pop(self.cases[name], None)


def fill(settings: Settings, *, say: Say, cases: int | None = None) -> None:
    """Found the city and play its cases, `cases` of them with generated ones; does nothing where people live already.

    Raises:
        SettingsError: an earlier call was broken off in this folder.
    """
    mark = settings.data / FILLING
    if mark.exists():
        raise SettingsError(f"{settings.data}里的演示城市没有建完。请删除这个文件夹，再建一次。")
    if _settled(settings):
        return
    total = max(cases or 0, len(PLANS))
    say(f"正在建立演示城市江川市，{total}个案件……")
    mark.touch()
    now, begun = WallClock().now(), perf_counter()
    clock = SetClock(now - timedelta(days=1 + SPAN))
    house = open_house(settings, clock=clock, durable=False)
    try:
        city.found(house)
        with _no_collector():
            perform(house, clock, now, tales(total), say=say)
        papers = jobs.leave_papers(house) if total > len(PLANS) else _print(house)
    finally:
        house.close()
    # Opened once more as for serving: what was written without waiting is on the disk before the mark goes.
    with open_house(settings).database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    mark.unlink()
    taken = f"，打开时印制；用时{perf_counter() - begun:.0f}秒" if total > len(PLANS) else ""
    say(f"演示城市已建立：{total}个案件、{papers}份文书{taken}。")


def tales(total: int) -> Iterator[Tale]:
    """Yield the cases of the city: those of the plan, then generated ones up to the number asked for."""
    for plan in PLANS:
        yield Tale(began=plan.began, until=plan.until, story=partial(acts, plan))
    for member in crowd(total - len(PLANS)):
        yield Tale(began=member.plan.began, until=member.plan.until, story=member.story)


def perform(house: House, clock: SetClock, now: datetime, cases: Iterable[Tale], *, say: Say) -> None:
    """Play all cases side by side in the order of time, none beyond `now` nor beyond the step where it waits."""
    stage = Stage(house=house, clock=clock)
    told = list(cases)
    lives = [_life(number, tale, local_date(now), now) for number, tale in enumerate(told)]
    opened = 0
    for instant, number, act in merge(*lives, key=lambda moment: moment[:2]):
        if instant > clock.now():
            stage.move(instant)
        if act is None:
            stage.leave(str(number))
            continue
        stage.act(_step(act, str(number)))
        if act.step == "open":
            opened += 1
            if opened % 1000 == 0:
                say(f"已登记{opened}件，办到{local_date(instant):%Y年%-m月%-d日}……")
    stage.move(now)


def _life(number: int, tale: Tale, today: date, now: datetime) -> Iterator[Moment]:
    """Yield what happens in a case in the order of time."""
    began = today - timedelta(days=tale.began)
    instant = now
    for order, act in enumerate(tale.story(began)):
        day = began + timedelta(days=act.day)
        instant = datetime(day.year, day.month, day.day, act.hour, order % 60, tzinfo=SHANGHAI).astimezone(UTC)
        if act.step == tale.until or instant > now:
            break
        yield instant, number, act
    yield min(instant, now), number, None


@contextmanager
def _no_collector() -> Iterator[None]:
    """Let the collector of garbage look at what is new only: the many cases at hand are no garbage."""
    usual = gc.get_threshold()
    gc.set_threshold(usual[0] * 10, usual[1], 100_000)
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
    do = act.step if act.step in {"open", "evidence"} else None
    return Step(number=0, by=act.by, do=do, task=None if do else act.step, data=data, name=name, case=name)
