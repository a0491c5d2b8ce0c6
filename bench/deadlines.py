"""How clocks ring (期限到期): 100,000 open ones on SQLite, a thousand of them due in the same minute, and a decree that moves the holidays.

The rows are made in bulk, each counted by the rules; ringing and recounting are the real commands, a hundred cases to a transaction that
waits for the disk.
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, func, select

from bench.report import Figure
from engine.actor import SYSTEM
from engine.clock import SHANGHAI, SetClock
from engine.commands.law import PublishLaw
from engine.commands.reckoning import Term, reckoned
from engine.law.book import LawBook
from engine.model import Base, Case, Deadline, Entry, ProcessBundle, ProcessState, Task, Timer
from engine.rules.deadlines import DEADLINES
from engine.store import tables
from engine.work import FRESH
from engine.workflow.catalogue import Bundle, read_bundle
from engine.workflow.process import Process
from web import city, jobs
from web.demonstration.plan import PLANS
from web.demonstration.script import acts
from web.house import House, open_house
from web.password import TRIFLING
from web.scenario import Play
from web.scenario.reader import Step
from web.settings import read_settings

CASES = 20_000
PER_CASE = 5
DUE = 1_000
IDLE_TICKS = 200
BEGAN = datetime(2026, 8, 27, 9, tzinfo=SHANGHAI)
TODAY = date(2026, 11, 25)
MINUTE = datetime(2026, 11, 26, tzinfo=SHANGHAI)
"""Ninety days after the filing the terms of the decision end together."""

DECREE = 'source = "江川政〔2026〕12号"\noff = [2026-12-02]\non = []\n'
KEYS = ("plea", "service", "publication", "payment", "reconsideration", "litigation", "demand", "archive", "hearing.request")


def run() -> list[Figure]:
    """Return the figures."""
    with TemporaryDirectory() as folder:
        house, clock, case = _city(Path(folder))
        clock.move(MINUTE - timedelta(minutes=1))
        deadlines = _fill(house, case)
        jobs.tick(house)
        recompute_s, moved = _recount(house)
        idle_ms = _idle(house)
        clock.move(MINUTE)
        fire_s, fired = _fire(house)
        house.close()
    return [
        ("deadlines", deadlines, "open"),
        ("recompute_s", round(recompute_s, 2), "s"),
        ("recomputed_moved", moved, "deadlines"),
        ("idle_tick_ms", round(idle_ms, 3), "ms"),
        ("fire_s", round(fire_s, 2), "s"),
        ("fired", fired, "deadlines"),
    ]


def _city(data: Path) -> tuple[House, SetClock, str]:
    """Return a city with one case under investigation, whose decision is due in the minute."""
    clock = SetClock(BEGAN)
    settings = replace(read_settings(demonstration=True), data=data, database=f"sqlite:///{data / 'zhifa.sqlite'}")
    house = open_house(settings, clock=clock)
    city.found(house, cost=TRIFLING)
    stage = Play(house=house, clock=clock)
    for act in acts(PLANS[0], BEGAN.date()):
        if act.step == "investigation":
            break
        stage.move(datetime(BEGAN.year, BEGAN.month, BEGAN.day, act.hour, tzinfo=SHANGHAI))
        direct = act.step if act.step in {"open", "evidence"} else None
        stage.act(Step(place="", by=act.by, do=direct, task=None if direct else act.step, data=act.data, name="case", case="case"))
    return house, clock, stage.cases["case"]


def _fill(house: House, pattern: str) -> int:
    """Copy the case and give each copy its clocks; return how many clocks are open."""
    names = [house.engine.ports.random_name() for _ in range(CASES)]
    with house.database.writing() as connection:
        law = house.engine.ports.law(connection, TODAY)
        (case,) = tables.rows(connection, Case, tables.matching(Case, ("id",), "id"), {"id": pattern})
        shared: dict[str, Any] = {**_copied(case), **FRESH["case"], "number": None}
        connection.execute(tables.TABLES["deadline"].delete())
        for first in range(0, CASES, 500):
            chosen = names[first : first + 500]
            tables.put(connection, Case, [shared | {"id": one} for one in chosen])
            tables.put(connection, Deadline, [row for place, one in enumerate(chosen, first) for row in _clocks(place, one, law)])
        for one in names[:DUE]:
            _start(connection, pattern, one)
        count = connection.execute(select(func.count()).select_from(Deadline.__table__).where(Deadline.state == "running")).scalar_one()
        connection.commit()
    return int(count)


def _start(connection: Connection, pattern: str, case: str) -> None:
    """Give a copy the process of the pattern, as it waits."""
    (row,) = tables.rows(connection, ProcessState, tables.matching(ProcessState, ("id",), "id"), {"id": pattern})
    bundle = tables.find(connection, ProcessBundle, row.bundle)
    if bundle is None:
        raise LookupError(row.bundle)
    tables.put(connection, ProcessState, _copied(row) | {"id": case, "case_id": case})
    process = Process.load(_read(bundle), case, row.snapshot)
    shared = {"case_id": case, "instance": case}
    tables.put(connection, Timer, [shared | {"task_id": item.id, "key": item.key, "element": item.element} for item in process.timers()])
    (waiting,) = tables.rows(connection, Task, tables.matching(Task, ("case_id", "state"), "id"), {"case_id": pattern, "state": "waiting"})
    tables.put(connection, Task, [_copied(waiting) | shared | {"id": step.id} for step in process.steps()])


def _copied(row: Base) -> dict[str, Any]:
    return {column.name: getattr(row, column.name) for column in tables.TABLES[row.__tablename__].c}


@cache
def _bundle(root: str, files: tuple[tuple[str, str], ...]) -> Bundle:
    return read_bundle({name: text.encode() for name, text in files}, root)


def _read(row: ProcessBundle) -> Bundle:
    return _bundle(row.root, tuple((name, str(text)) for name, text in row.files.items()))


def _clocks(place: int, case: str, law: LawBook) -> Iterator[dict[str, Any]]:
    """Yield the rows of a case's clocks; the first thousand cases have a decision that is due in the minute."""
    for number in range(PER_CASE):
        due = number == 0 and place < DUE
        key = "decision" if due else KEYS[(place + number) % len(KEYS)]
        yield _counted(key, BEGAN.date() if due else TODAY, law) | {"id": f"{case}:{key}", "case_id": case}


_ROWS: dict[str, dict[str, Any]] = {}


def _counted(key: str, since: date, law: LawBook) -> dict[str, Any]:
    """Return the row of a clock as the rules count it; clocks of one key and day are counted once."""
    if key not in _ROWS:
        length = law.parameters.integer(DEADLINES[key].parameter or "")
        # Of a decision that is due the first two warnings were given long ago.
        term = Term(case_id="", key=key, since=since, length=length, warned=2 if key == "decision" else 0)
        (change,) = reckoned(term, law, "测量").changes()
        _ROWS[key] = {"ended_on": None, "escalated": None, "warned": None, **change.values}
    return _ROWS[key]


def _recount(house: House) -> tuple[float, int]:
    """Return how long it takes to count everything anew after a decree, and how many clocks moved."""
    before = _facts(house, "DeadlineMoved")
    house.engine.execute(PublishLaw(kind="decree", name="flood", valid_from=TODAY, text=DECREE), SYSTEM)
    start = time.perf_counter()
    jobs.recount(house)
    return time.perf_counter() - start, _facts(house, "DeadlineMoved") - before


def _fire(house: House) -> tuple[float, int]:
    """Return how long the clocks of the minute take to ring, and how often the journal says that one did; a second tick must ring none."""
    start = time.perf_counter()
    jobs.fire_due(house)
    taken = time.perf_counter() - start
    jobs.fire_due(house)
    return taken, _facts(house, "DeadlineExpired")


def _idle(house: House) -> float:
    taken = []
    for _ in range(IDLE_TICKS):
        start = time.perf_counter()
        jobs.tick(house)
        taken.append(time.perf_counter() - start)
    return median(taken) * 1e3


def _facts(house: House, kind: str) -> int:
    """Return how many facts of a kind the journal holds."""
    with house.database.reading() as connection:
        bodies = connection.execute(select(Entry.body).where(Entry.body.contains(f'"{kind}"'))).scalars()
        return sum(body.count(f'"fact":"{kind}"') for body in bodies)
