"""Clockwork (期限试验): what a command does to the clocks of a case, done without a command of its own."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from engine.commands.deadline import FireDeadline
from engine.model import Deadline
from engine.work import Work
from engine.workflow.operations import OPERATIONS
from tests.office import Office


@contextmanager
def working(office: Office, case: str, by: str = "zhouyan") -> Iterator[Work]:
    """One transaction on a case; what it records is written to the journal as the engine does it."""
    engine = office.house.engine
    with office.house.database.writing() as connection:
        work = Work(connection=connection, ports=engine.ports, actor=office.actor(by), now=engine.clock.now(), stream=case)
        yield work
        engine._write(work, FireDeadline(case_id=case, deadline_id=""), None)
        connection.commit()
    # The version of the case moved behind the engine's back: its process is read again from what was stored.
    engine.ports.hot.pop(case, None)


def operate(office: Office, case: str, name: str, inputs: Mapping[str, str], by: str = "zhouyan") -> Mapping[str, Any]:
    """Carry out an operation as a service task would."""
    with working(office, case, by) as work:
        return OPERATIONS[name].handler(work, case, inputs, {})


def clock_of(office: Office, case: str, key: str, subject: str | None = None) -> Deadline:
    """The row of a clock."""
    with working(office, case) as work:
        return work.get(Deadline, f"{case}:{key}" if subject is None else f"{case}:{key}:{subject}")
