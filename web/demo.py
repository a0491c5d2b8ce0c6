"""The demonstration (演示): the city's cases played through the engine, day by day, up to the present."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from engine.actor import SYSTEM
from engine.clock import SHANGHAI, SetClock, WallClock, local_date
from engine.queries.person import People
from web import city, jobs
from web.demonstration.plan import PLANS
from web.demonstration.script import Act, acts
from web.house import House, open_house
from web.scenario import Play
from web.scenario.reader import Step
from web.settings import Settings


def fill(settings: Settings, *, say: Callable[[str], object]) -> None:
    """Found the city and play its cases; does nothing where people live already."""
    now = WallClock().now()
    clock = SetClock(now - timedelta(days=1 + max(plan.began for plan in PLANS)))
    house = open_house(settings, clock=clock)
    try:
        if house.engine.ask(People(), SYSTEM):
            return
        say(f"正在建立演示城市江川市，{len(PLANS)}个案件……")
        city.found(house)
        perform(house, clock, now)
        papers = 0
        while done := jobs.drain_outbox(house):
            papers += done
        say(f"演示城市已建立：{len(PLANS)}个案件、{papers}份文书。")
    finally:
        house.close()


def perform(house: House, clock: SetClock, now: datetime) -> None:
    """Play all cases side by side in the order of time, none beyond `now` nor beyond the step where it waits."""
    stage = Play(house=house, clock=clock)
    waiting: set[int] = set()
    for instant, number, act in _programme(now):
        plan, name = PLANS[number], str(number)
        if number in waiting or instant > now:
            continue
        if act.step == plan.until:
            waiting.add(number)
            continue
        stage.move(instant)
        stage.act(_step(act, name))
    stage.move(now)


def _programme(now: datetime) -> list[tuple[datetime, int, Act]]:
    """Return everything that happens in the city in the order of time."""
    today, found = local_date(now), []
    for number, plan in enumerate(PLANS):
        began = today - timedelta(days=plan.began)
        for order, act in enumerate(acts(plan, began)):
            day = began + timedelta(days=act.day)
            instant = datetime(day.year, day.month, day.day, act.hour, order % 60, tzinfo=SHANGHAI).astimezone(UTC)
            found.append((instant, number, act))
    return sorted(found, key=lambda item: item[:2])


def _step(act: Act, name: str) -> Step:
    data: dict[str, Any] = dict(act.data)
    do = act.step if act.step in {"open", "evidence"} else None
    return Step(number=0, by=act.by, do=do, task=None if do else act.step, data=data, name=name, case=name)
