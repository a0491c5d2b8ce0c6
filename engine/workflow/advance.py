"""Advancing a case (流转): the process runs to its next wait inside the transaction of a command, and says what it saw."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update

from engine.events.codec import Plain, plain
from engine.events.task import TaskCancelled, TaskOpened
from engine.model import Deadline, ProcessBundle, ProcessState, Task, Timer
from engine.store import tables
from engine.work import Work
from engine.workflow.catalogue import Bundle, read_bundle
from engine.workflow.operations import OPERATIONS
from engine.workflow.process import Process
from engine.workflow.value import Scalar
from engine.workflow.version import ENGINE_VERSION, STATE_FORMAT

_PROCESS = tables.TABLES["process"]
_TIMER = tables.TABLES["timer"]
_WAITING = select(Task.id, Task.title).where(Task.case_id == bindparam("case"), Task.state == "waiting")
_TIMERS = select(Timer.task_id).where(Timer.case_id == bindparam("case"))
_OVERDUE = (
    select(Timer.task_id)
    .join(Deadline, (Deadline.case_id == Timer.case_id) & (Deadline.key == Timer.key))
    .where(Timer.case_id == bindparam("case"), Deadline.state == "expired")
    .order_by(Timer.task_id)
)
_STORE = (
    update(_PROCESS).where(_PROCESS.c.case_id == bindparam("case")).values(snapshot=bindparam("state"), finished=bindparam("over"))
)  # fmt: skip
_SNAPSHOT = select(_PROCESS.c.bundle, _PROCESS.c.snapshot).where(_PROCESS.c.case_id == bindparam("case"))


_BUNDLES: dict[str, Bundle] = {}
"""Bundles by the digest of their content; what has a digest never changes. The proofs read them anew."""


class _Host:
    """What the process asks of the house while it runs; every answer is written down."""

    def __init__(self, work: Work, case_id: str) -> None:
        self._work = work
        self._case_id = case_id
        self.operations: list[Plain] = []

    @property
    def now(self) -> datetime:
        """Return the instant of the command."""
        return self._work.now

    def operate(self, name: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
        """Carry out an operation inside the transaction and write down what it returned."""
        answer = OPERATIONS[name].handler(self._work, self._case_id, inputs, values)
        self.operations.append([name, plain(dict(inputs)), tagged(answer)])
        return answer


def start(work: Work, case_id: str, bundle_id: str, values: Mapping[str, object]) -> list[str]:
    """Start the process of a new case on its bundle; return the keys of the steps that wait."""
    host = _Host(work, case_id)
    bundle = bundle_of(work, bundle_id)
    process = Process.start(bundle, case_id, values, host)
    tables.put(work.connection, ProcessState, {"case_id": case_id, "bundle": bundle_id, "snapshot": b"", "finished": False})
    return _settle(work, case_id, process, host, {"kind": "start", "values": tagged(values)})


def complete(work: Work, case_id: str, task_id: str, values: Mapping[str, object]) -> list[str]:
    """Complete a waiting step with its routing values; return the keys of the steps that wait next; none means that the procedure is over."""
    host = _Host(work, case_id)
    process = _running(work, case_id)
    process.complete(task_id, values, host)
    return _settle(work, case_id, process, host, {"kind": "complete", "task": task_id, "values": tagged(values)})


def deliver(work: Work, case_id: str) -> list[str]:
    """Deliver every expired deadline to the tokens that wait for it; return the keys of the steps that wait next."""
    host = _Host(work, case_id)
    return _settle(work, case_id, _running(work, case_id), host, None)


def tagged(values: Mapping[str, object]) -> Plain:
    """Return routing values as plain JSON that keeps numbers apart from text."""
    return {name: {"d": format(value, "f")} if hasattr(value, "as_tuple") else plain(value) for name, value in sorted(values.items())}


def keep(work: Work, version: int) -> None:
    """Keep the process in memory for the next command, after its transaction was committed; one that did not move stays as it was."""
    if work.stream is None:
        return
    before, process = work.ports.hot.get(work.stream, (-1, None))
    if isinstance(work.running, Process):
        work.ports.hot[work.stream] = (version, work.running)
    elif process is not None and before == version - 1:
        work.ports.hot[work.stream] = (version, process)


def bundle_of(work: Work, bundle_id: str) -> Bundle:
    """Return a published bundle; it is read once per process of the operating system."""
    bundle = _BUNDLES.get(bundle_id)
    if bundle is None:
        row = work.get(ProcessBundle, bundle_id)
        bundle = _BUNDLES[bundle_id] = read_bundle({name: str(text).encode() for name, text in row.files.items()}, row.root)
    return bundle


def _running(work: Work, case_id: str) -> Process:
    if isinstance(work.running, Process):
        return work.running
    version, process = work.ports.hot.pop(case_id, (-1, None))
    if isinstance(process, Process) and version == work.case(case_id).version:
        return process
    row = work.connection.execute(_SNAPSHOT, {"case": case_id}).one()
    return Process.load(bundle_of(work, row.bundle), case_id, row.snapshot)


def _settle(work: Work, case_id: str, process: Process, host: _Host, stimulus: dict[str, Plain] | None) -> list[str]:
    """Bring tasks and clocks in line with the process, deliver deadlines that have already passed, and store its state."""
    work.running = process
    stimuli: list[Plain] = [] if stimulus is None else [stimulus]
    _project(work, case_id, process)
    while overdue := work.connection.execute(_OVERDUE, {"case": case_id}).scalars().first():
        process.fire(overdue, host)
        stimuli.append({"kind": "deadline", "task": overdue})
        _project(work, case_id, process)
    if not stimuli:
        return [step.key for step in process.steps()]
    work.connection.execute(_STORE, {"case": case_id, "state": process.dump(), "over": process.finished})
    seen: dict[str, Plain] = {"stimuli": stimuli, "operations": host.operations}
    known = work.process or {}
    for name, items in seen.items():
        before = known.get(name)
        seen[name] = (before if isinstance(before, list) else []) + (items if isinstance(items, list) else [])
    state: dict[str, Plain] = {"bundle": process.bundle.digest, "engine": ENGINE_VERSION, "format": STATE_FORMAT, "ids": process.counter}
    work.process = seen | state | {"state": process.state_digest(), "ended": process.ended_at}
    return [step.key for step in process.steps()]


def _project(work: Work, case_id: str, process: Process) -> None:
    """Open and cancel the rows of tasks and timers as the process has it now."""
    steps = {step.id: step for step in process.steps()}
    waiting = {row.id: row.title for row in work.connection.execute(_WAITING, {"case": case_id})}
    for task in waiting.keys() - steps.keys():
        work.record(TaskCancelled(case=case_id, task=task, title=waiting[task]))
    for step in steps.values():
        if step.id not in waiting:
            work.record(
                TaskOpened(
                    case=case_id,
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
    known = set(work.connection.execute(_TIMERS, {"case": case_id}).scalars())
    if gone := known - timers.keys():
        work.connection.execute(delete(_TIMER).where(_TIMER.c.case_id == case_id, _TIMER.c.task_id.in_(gone)))
    fresh = [timer for timer in timers.values() if timer.id not in known]
    tables.put(work.connection, Timer, [{"case_id": case_id, "task_id": timer.id, "key": timer.key, "element": timer.element} for timer in fresh])
