"""The whole engine (整个引擎): `Engine.execute` on every form of a demonstration case, from access to commit, waiting for the disk."""

import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.report import mean_of_least
from engine.actor import SYSTEM
from engine.clock import SHANGHAI, SetClock
from engine.commands.task import CompleteTask
from engine.queries.task import TaskOfStep
from web import city
from web.demonstration.plan import PLANS
from web.demonstration.script import acts
from web.house import open_house
from web.password import TRIFLING
from web.scenario import Play
from web.scenario.reader import Step
from web.settings import read_settings

BEGAN = datetime(2026, 9, 1, tzinfo=SHANGHAI)
ROUNDS = 5


def execute_wall_seconds_per_step(rounds: int = ROUNDS) -> float:
    """Return the wall time of one command in seconds: the least of the rounds for each step, and the mean over the steps of a case."""
    with TemporaryDirectory() as folder:
        data = Path(folder)
        clock = SetClock(BEGAN)
        settings = replace(read_settings(demonstration=True), data=data, database=f"sqlite:///{data / 'zhifa.sqlite'}")
        house = open_house(settings, clock=clock)
        city.found(house, cost=TRIFLING)
        stage = Play(house=house, clock=clock)
        # Each round is a case of its own; the first one warms tables, fonts and statements and does not count.
        durations = [_walk(stage, number) for number in range(rounds + 1)][1:]
        house.close()
    return mean_of_least(durations)


def _walk(stage: Play, number: int) -> list[float]:
    """Return the wall time of every form of one case."""
    began = (BEGAN + timedelta(days=70 * number)).date()
    name = str(number)
    taken: list[float] = []
    for act in acts(PLANS[0], began):
        day = began + timedelta(days=act.day)
        stage.move(datetime(day.year, day.month, day.day, act.hour, tzinfo=SHANGHAI))
        direct = act.step if act.step in {"open", "evidence", "start"} else None
        if direct:
            stage.act(Step(place="", by=act.by, do=direct, procedure=act.procedure, data=act.data, name=name, case=name))
            continue
        task = stage.house.engine.ask(TaskOfStep(case_id=stage.cases[name], step=act.step), SYSTEM)
        data = {**act.data, **({"receipt_no": f"P{number}"} if act.step == "confirm_payment" else {})}
        command = CompleteTask(case_id=stage.cases[name], task_id=task.id if task else "", data=data)
        actor = city.actor(stage.house, act.by)
        start = time.perf_counter()
        stage.house.engine.execute(command, actor, key=f"{name}:{len(taken)}")
        taken.append(time.perf_counter() - start)
    return taken
