"""Advancing a case (流转): its procedures run to their next wait inside the transaction of a command, and say what they saw.

A case has one main procedure, whose instance has the id of the case, and any number beside it. Each has its own state, steps, timers and
record in the journal. `start`, `complete`, `deliver` and `send` are the four ways to move them; an operation of one may move another by `start`
or `send`, inside the same transaction, but not itself.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import and_, bindparam, delete, exists, or_, select, update

from engine.events.codec import Plain, plain
from engine.events.procedure import ProcedureEnded
from engine.events.task import TaskCancelled, TaskOpened
from engine.model import Deadline, Task, Timer
from engine.store import tables
from engine.work import Work
from engine.workflow.operations import OPERATIONS
from engine.workflow.process import Process, WaitingTimer
from engine.workflow.published import bundle_of
from engine.workflow.value import Scalar
from engine.workflow.version import ENGINE_VERSION, STATE_FORMAT

_PROCESS = tables.TABLES["process"]
_TIMER = tables.TABLES["timer"]
_DEADLINE = tables.TABLES["deadline"]
_OWN = _DEADLINE.alias("own")
_WAITING = select(Task.id, Task.title).where(Task.case_id == bindparam("case"), Task.state == "waiting", Task.instance == bindparam("instance"))
_TIMERS = select(Timer.task_id).where(Timer.case_id == bindparam("case"), Timer.instance == bindparam("instance"))
_HAS_OWN = exists(select(_OWN.c.id).where(_OWN.c.case_id == Timer.case_id, _OWN.c.key == Timer.key, _OWN.c.subject == Timer.instance))
_OVERDUE = (
    select(Timer.task_id, Timer.instance, Deadline.ends_at)
    .join(Deadline, and_(Deadline.case_id == Timer.case_id, Deadline.key == Timer.key))
    .where(Timer.case_id == bindparam("case"), Deadline.state == "expired")
    .where(or_(Deadline.subject == Timer.instance, and_(Deadline.subject.is_(None), ~_HAS_OWN)))
    .where(or_(Timer.rung.is_(None), Timer.rung != Deadline.ends_at))
    .order_by(Timer.task_id)
)
"""The timers whose deadline is over and that were not told so yet: that of their own procedure, and where it has none, the case's."""
_OVERDUE_OF = _OVERDUE.where(Timer.instance == bindparam("instance"))
_STORE = (
    update(_PROCESS).where(_PROCESS.c.id == bindparam("instance")).values(snapshot=bindparam("state"), finished=bindparam("over"))
)  # fmt: skip
_SNAPSHOT = select(_PROCESS.c.bundle, _PROCESS.c.snapshot).where(_PROCESS.c.id == bindparam("instance"))


class _Host:
    """What a process asks of the house while it runs; every answer is written down."""

    def __init__(self, work: Work, case_id: str, instance: str) -> None:
        self._work = work
        self._case_id = case_id
        self.instance = instance
        self.operations: list[Plain] = []

    @property
    def now(self) -> datetime:
        """Return the instant of the command."""
        return self._work.now

    def operate(self, name: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
        """Carry out an operation inside the transaction and write down what it returned."""
        before, self._work.instance = self._work.instance, self.instance
        answer = OPERATIONS[name].handler(self._work, self._case_id, inputs, values)
        self._work.instance = before
        self.operations.append([name, plain(dict(inputs)), tagged(answer)])
        return answer


def start(work: Work, case_id: str, instance: str, bundle_id: str, values: Mapping[str, object]) -> list[str]:
    """Start a procedure whose row was recorded; return the keys of its steps that wait."""
    host = _Host(work, case_id, instance)
    process = Process.start(bundle_of(work.connection, bundle_id), instance, values, host)
    return _settle(work, case_id, process, host, {"kind": "start", "values": tagged(values)})


def complete(work: Work, case_id: str, instance: str, task_id: str, values: Mapping[str, object]) -> list[str]:
    """Complete a waiting step of a procedure with its routing values; return the keys of its steps that wait next; none means that it is over."""
    host = _Host(work, case_id, instance)
    process = _running(work, case_id, instance)
    process.complete(task_id, values, host)
    return _settle(work, case_id, process, host, {"kind": "complete", "task": task_id, "values": tagged(values)})


def send(work: Work, case_id: str, message: str, values: Mapping[str, object], *, instance: str | None = None) -> list[str]:
    """Interrupt a procedure of a case, the main one where none is named, by a message that an event subprocess of it waits for.

    Raises:
        StepNotWaitingError: the procedure has ended, or its version has no such event subprocess.
    """
    receiver = instance or case_id
    host = _Host(work, case_id, receiver)
    process = _running(work, case_id, receiver)
    process.receive(message, values, host)
    return _settle(work, case_id, process, host, {"kind": "message", "name": message, "values": tagged(values)})


def knows(work: Work, case_id: str, instance: str, element: str) -> bool:
    """Tell whether the version of a procedure that this case follows has an element, by its id; later versions may have more."""
    return element in _running(work, case_id, instance).bundle.titles


def deliver(work: Work, case_id: str) -> list[str]:
    """Deliver every expired deadline to the tokens that wait for it; return the keys of the steps that wait next."""
    waiting: list[str] = []
    for instance in sorted({row.instance for row in work.connection.execute(_OVERDUE, {"case": case_id})}):
        host = _Host(work, case_id, instance)
        waiting += _settle(work, case_id, _running(work, case_id, instance), host, None)
    return waiting


def tagged(values: Mapping[str, object]) -> Plain:
    """Return routing values as plain JSON that keeps numbers apart from text."""
    return {name: {"d": format(value, "f")} if hasattr(value, "as_tuple") else plain(value) for name, value in sorted(values.items())}


def keep(work: Work, version: int) -> None:
    """Keep the procedures in memory for the next command, after its transaction was committed; those that did not move stay as they were."""
    if work.stream is None:
        return
    if work.processes is not None:
        work.ports.hot[work.stream] = (version, {name: each for name, each in work.processes.items() if not cast("Process", each).finished})
        return
    before, processes = work.ports.hot.get(work.stream, (-1, {}))
    if before == version - 1:
        work.ports.hot[work.stream] = (version, processes)


def _running(work: Work, case_id: str, instance: str) -> Process:
    if work.processes is None:
        version, processes = work.ports.hot.pop(case_id, (-1, {}))
        work.processes = processes if version == work.case(case_id).version else {}
    process = work.processes.get(instance)
    if not isinstance(process, Process):
        row = work.connection.execute(_SNAPSHOT, {"instance": instance}).one()
        process = work.processes[instance] = Process.load(bundle_of(work.connection, row.bundle), instance, row.snapshot)
    return process


def _settle(work: Work, case_id: str, process: Process, host: _Host, stimulus: dict[str, Plain] | None) -> list[str]:
    """Bring tasks and clocks in line with the process, deliver deadlines that have already passed, and store its state."""
    work.processes = (work.processes or {}) | {process.instance: process}
    stimuli: list[Plain] = [] if stimulus is None else [stimulus]
    _project(work, case_id, process)
    place = {"case": case_id, "instance": process.instance}
    while overdue := work.connection.execute(_OVERDUE_OF, place).scalars().first():
        process.fire(overdue, host)
        stimuli.append({"kind": "deadline", "task": overdue})
        _project(work, case_id, process)
    if not stimuli:
        return [step.key for step in process.steps()]
    work.connection.execute(_STORE, {"instance": process.instance, "state": process.dump(), "over": process.finished})
    if process.finished and process.instance != case_id:
        # How the main procedure ended, the case itself says.
        title = process.bundle.titles.get(process.bundle.root, process.bundle.root)
        ended_as = process.bundle.titles.get(process.ended_at or "", "")
        work.record(ProcedureEnded(case=case_id, instance=process.instance, title=title, ended_at=work.now, ended_as=ended_as))
    _note(work, process, stimuli, host.operations)
    return [step.key for step in process.steps()]


def _note(work: Work, process: Process, stimuli: list[Plain], operations: list[Plain]) -> None:
    """Write down for the journal what a procedure saw and where that brought it."""
    work.process = work.process or {"engine": ENGINE_VERSION, "format": STATE_FORMAT, "instances": {}}
    instances = cast("dict[str, Any]", work.process["instances"])
    before = instances.get(process.instance, {"stimuli": [], "operations": []})
    instances[process.instance] = {
        "bundle": process.bundle.digest,
        "stimuli": before["stimuli"] + stimuli,
        "operations": before["operations"] + operations,
        "ids": process.counter,
        "state": process.state_digest(),
        "ended": process.ended_at,
    }


def _project(work: Work, case_id: str, process: Process) -> None:
    """Open and cancel the rows of tasks and timers as the process has it now."""
    place = {"case": case_id, "instance": process.instance}
    steps = {step.id: step for step in process.steps()}
    waiting = {row.id: row.title for row in work.connection.execute(_WAITING, place)}
    for task in sorted(waiting.keys() - steps.keys()):
        work.record(TaskCancelled(case=case_id, task=task, title=waiting[task]))
    for step in steps.values():
        if step.id not in waiting:
            work.record(
                TaskOpened(
                    case=case_id,
                    instance=process.instance,
                    task=step.id,
                    step=step.key,
                    title=step.title,
                    form=step.form,
                    role=step.role,
                    slot=step.slot,
                    process=step.process,
                    opened_at=work.now,
                )
            )
    timers = {timer.id: timer for timer in process.timers()}
    known = set(work.connection.execute(_TIMERS, place).scalars())
    if gone := known - timers.keys():
        work.connection.execute(delete(_TIMER).where(_TIMER.c.case_id == case_id, _TIMER.c.task_id.in_(gone)))
    fresh = [timer for timer in timers.values() if timer.id not in known]
    row = {"case_id": case_id, "instance": process.instance}
    tables.put(work.connection, Timer, [row | {"task_id": timer.id, "key": timer.key, "element": timer.element} for timer in fresh])
    if reminding := [timer for timer in fresh if timer.reminding]:
        _silence(work, case_id, process, reminding)


def _silence(work: Work, case_id: str, process: Process, timers: list[WaitingTimer]) -> None:
    """Keep a clock that ran out from ringing again where a loop came back: each payment in part would call for another reminder, and demand."""
    told = {token.element for token in process.tokens() if token.state == "done"}
    again = {timer.id for timer in timers if timer.element in told}
    if not again:
        return
    for row in work.connection.execute(_OVERDUE_OF, {"case": case_id, "instance": process.instance}).all():
        if row.task_id in again:
            work.connection.execute(_TIMER.update().where(_TIMER.c.case_id == case_id, _TIMER.c.task_id == row.task_id).values(rung=row.ends_at))
