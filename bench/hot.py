"""Our own processes (本引擎): a step is the run to the next wait, the snapshot and one row."""

import sqlite3
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import walk
from bench.report import mean_of_least
from bench.store import opened
from engine.workflow.catalogue import read_bundle
from engine.workflow.process import Process
from engine.workflow.value import Scalar

Clock = Callable[[], float]


class Answers:
    """A host that answers operations from the walk."""

    now = datetime(2026, 3, 2, tzinfo=UTC)

    def operate(self, name: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
        """Return what the walk says."""
        return walk.OPERATIONS.get(name, {})


HOST = Answers()


def durations(
    clock: str = "process_time", *, forms: Mapping[str, Mapping[str, Scalar]] = walk.FORMS, rounds: int = 20, steps: int = 1000
) -> list[list[float]]:
    """Return per round the seconds of each step, by the named clock of `time`, up to a number of steps."""
    now: Clock = getattr(time, clock)
    bundle = read_bundle(walk.FILES, walk.ROOT)
    with TemporaryDirectory() as folder:
        connection = opened(Path(folder), full=False)
        return [_round(connection, Process.start(bundle, f"case-{number}", {}, HOST), forms, now, steps) for number in range(rounds)]


def digest_seconds(rounds: int = 20) -> float:
    """Return the CPU seconds of a state digest, the mean over the walk."""
    bundle = read_bundle(walk.FILES, walk.ROOT)
    taken: list[list[float]] = []
    for number in range(rounds):
        process = Process.start(bundle, f"case-{number}", {}, HOST)
        taken.append([])
        while not process.finished:
            _move(process, walk.FORMS)
            begun = time.process_time()
            process.state_digest()
            taken[-1].append(time.process_time() - begun)
    return mean_of_least(taken)


def _round(connection: sqlite3.Connection, process: Process, forms: Mapping[str, Mapping[str, Scalar]], now: Clock, steps: int) -> list[float]:
    connection.execute("insert or replace into process values (1, ?)", (process.dump(),))
    taken: list[float] = []
    while not process.finished and len(taken) < steps:
        begun = now()
        _move(process, forms)
        connection.execute("update process set state = ? where id = 1", (process.dump(),))
        taken.append(now() - begun)
    return taken


def _move(process: Process, forms: Mapping[str, Mapping[str, Scalar]]) -> None:
    step = process.steps()[0]
    process.complete(step.id, forms.get(step.form, {}), HOST)
