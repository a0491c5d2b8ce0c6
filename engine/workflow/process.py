"""Processes (流程实例): one running procedure of a case: what waits, what happened, and the four ways to move it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any, Literal, Protocol, Self

from SpiffWorkflow.bpmn.specs.mixins.events.intermediate_event import BoundaryEvent
from SpiffWorkflow.exceptions import SpiffWorkflowException
from SpiffWorkflow.util.task import TaskState

from engine.errors import StepNotWaitingError
from engine.workflow import snapshot
from engine.workflow.catalogue import Bundle
from engine.workflow.digest import state_digest
from engine.workflow.feel_engine import ProcessError
from engine.workflow.interruption import event_subprocesses
from engine.workflow.pruning import DONE, mark, prune
from engine.workflow.runner import Instance, Node, Operator, plant
from engine.workflow.timer import FIRED
from engine.workflow.value import Scalar
from engine.workflow.version import ENGINE_VERSION, STATE_FORMAT

__all__ = ["ENGINE_VERSION", "STATE_FORMAT", "Host", "Process", "ProcessError", "Step", "Token", "WaitingTimer"]

ID_BITS = 64


@dataclass(frozen=True, slots=True)
class Step:
    """A user task that waits: `slot` names the officer of the case (lead, second) it belongs to, None leaves it to anyone of the role."""

    id: str
    key: str
    title: str
    form: str
    role: str
    slot: str | None
    process: str


@dataclass(frozen=True, slots=True)
class WaitingTimer:
    """A timer that waits for the deadline `key`.

    `interrupting` when its firing ends the activity it is attached to, `reminding` when it lets the activity go on beside what it begins.
    """

    id: str
    key: str
    element: str
    interrupting: bool
    reminding: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """How often an element of a process is in a state, for the diagram."""

    element: str
    process: str
    state: Literal["done", "active", "waiting", "cancelled"]
    count: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a token stands in a process, and the routing values that it knows."""

    element: str
    process: str
    state: str
    values: Mapping[str, Scalar]


class Host(Operator, Protocol):
    """What a process needs from its surroundings while it runs.

    `operate` is called at once when a service task runs; its exceptions pass unchanged.
    """

    @property
    def now(self) -> datetime:
        """Return the instant of the command, in UTC."""
        ...


class Watch(Protocol):
    """What looks at an instance whenever it has run to its next wait."""

    def look(self, top: Instance) -> None:
        """Look at the whole tree, before what is finished leaves it."""
        ...


class Process:
    """A process instance that runs from wait to wait.

    After any exception out of `start`, `complete`, `fire` or `receive` the instance is half-way: throw it away and load it again. It says so
    itself when it is used further. It is no refuge for case data: routing values are flat scalars, 2 KB at most.
    """

    def __init__(self, bundle: Bundle, instance: str) -> None:
        self.bundle = bundle
        self.instance = instance
        self._top = Instance(bundle)
        self._base = int.from_bytes(blake2b(instance.encode(), digest_size=ID_BITS // 8).digest(), "big") << ID_BITS
        self._dirty = False
        self._watch: Watch | None = None

    @classmethod
    def start(cls, bundle: Bundle, instance: str, values: Mapping[str, object], host: Host, watch: Watch | None = None) -> Self:
        """Return a new process that has run to its first wait; `watch` looks on whenever it runs, until it is dumped.

        Raises:
            ValueError: the values are no flat scalars, or more than 2 KB.
        """
        process = cls(bundle, instance)
        process._watch = watch
        with process._running(host):
            plant(process._top)
            process._top.task_tree.data.update(process._top.give(values))
        return process

    @classmethod
    def load(cls, bundle: Bundle, instance: str, content: bytes) -> Self:
        """Return the process that was dumped.

        Raises:
            ValueError: the bytes have another format.
        """
        process = cls(bundle, instance)
        snapshot.load(process._top, content)
        return process

    def complete(self, step_id: str, values: Mapping[str, object], host: Host) -> None:
        """Complete a waiting step with the routing values of its form, and run to the next wait.

        Raises:
            StepNotWaitingError: no such step waits.
            ValueError: the values are no flat scalars, or more than 2 KB together with what is known.
        """
        node = self._waiting(step_id, self._top.ready)
        with self._running(host):
            node.data.update(self._top.give(values))
            node.run()

    def fire(self, timer_id: str, host: Host) -> None:
        """Tell a waiting timer that its deadline fell due, and run to the next wait.

        Raises:
            StepNotWaitingError: no such timer waits.
        """
        node = self._waiting(timer_id, self._top.timers)
        with self._running(host):
            node.internal_data[FIRED] = True
            node.task_spec._update(node)

    def receive(self, message: str, values: Mapping[str, object], host: Host) -> None:
        """Interrupt the process by a message: all else is cancelled, and the event subprocess that waits for it runs to its end.

        Raises:
            StepNotWaitingError: the process has ended, or no event subprocess of it waits for the message.
            ValueError: the values are no flat scalars, or more than 2 KB together with what is known.
        """
        self._check()
        found = next((spec for spec in event_subprocesses(self._top.spec) if spec.message == message), None)
        if found is None or self.finished:
            raise StepNotWaitingError("办案程序已经结束，或者本案的流程版本没有这一出口。")
        with self._running(host):
            self._top.give(values)
            self._top.interrupt(found)

    def steps(self) -> tuple[Step, ...]:
        """Return the user tasks that wait, the oldest first."""
        return tuple(self._step(node) for node in _by_age(self._top.ready))

    def timers(self) -> tuple[WaitingTimer, ...]:
        """Return the timers that wait, the oldest first."""
        return tuple(self._timer(node) for node in _by_age(self._top.timers))

    def tokens(self) -> tuple[Token, ...]:
        """Return what each element of the process and of those it called has done and does, in order of process and element."""
        counts: dict[tuple[str, str, str], int] = {}
        for process, elements in self._top.history.items():
            for element, (done, cancelled) in elements.items():
                counts[_drawn_in(process), element, "done"] = done
                counts[_drawn_in(process), element, "cancelled"] = cancelled
        for node in self._nodes():
            if state := _token_state(node):
                key = (_drawn_in(node.workflow.spec.name), node.task_spec.bpmn_id, state)
                counts[key] = counts.get(key, 0) + 1
        return tuple(Token(element, process, state, count) for (process, element, state), count in sorted(counts.items()) if count)  # type: ignore[arg-type]  # the four states

    def places(self) -> tuple[Place, ...]:
        """Return where tokens stand, and the routing values that each of them knows."""
        found = ((node, _token_state(node)) for node in self._nodes())
        return tuple(
            Place(node.task_spec.bpmn_id, _drawn_in(node.workflow.spec.name), state, dict(node.data))
            for node, state in found
            if state in {"active", "waiting"}
        )

    def dump(self) -> bytes:
        """Return the state as compact bytes for `load`."""
        self._check()
        return snapshot.dump(self._top)

    def state_digest(self) -> str:
        """Return the digest of the canonical state: equal for a process that stayed in memory, was loaded, or was run again."""
        self._check()
        return state_digest(self._top, self.bundle.digest)

    @property
    def counter(self) -> int:
        """Return how many ids have been given."""
        return self._top.counter

    @property
    def values(self) -> dict[str, Scalar]:
        """Return the last value of every routing name, wherever in the process it was given."""
        return dict(self._top.values)

    @property
    def finished(self) -> bool:
        """Return whether the process has come to an end."""
        return bool(self._top.completed)

    @property
    def ended_at(self) -> str | None:
        """Return the end event that the root process reached last; None while it runs."""
        return self._top.ended_at if self._top.completed else None

    @contextmanager
    def _running(self, host: Host) -> Iterator[None]:
        self._check()
        self._dirty = True
        self._top.operator = host
        try:
            yield
            self._top.run()
        except SpiffWorkflowException as error:
            raise ProcessError(f"{self.bundle.root}: {error}") from error
        if self._watch is not None:
            self._watch.look(self._top)
        prune(self._top)
        self._top.operator = None
        self._dirty = False

    def _check(self) -> None:
        if self._dirty:
            raise ProcessError(f"{self.instance}: 流程中途出错，须重新载入")

    def _waiting(self, name: str, index: Mapping[int, Node]) -> Node:
        self._check()
        for node in index.values():
            if self._id(node) == name:
                return node
        raise StepNotWaitingError("这项任务已办结、尚未开始或不属于本案。")

    def _nodes(self) -> Iterator[Node]:
        yield from self._top.tasks.values() if self._top.tasks else ()
        for called in self._top.subprocesses.values():
            yield from called.tasks.values()

    def _id(self, node: Node) -> str:
        return f"{self._base + node.id:032x}"

    def _step(self, node: Node) -> Step:
        spec = node.task_spec
        attributes: Mapping[str, Any] = spec.extensions
        return Step(
            id=self._id(node),
            key=spec.bpmn_id,
            title=spec.bpmn_name or spec.bpmn_id,
            form=attributes["formKey"] or "",
            role=attributes["candidateGroups"] or "",
            slot=attributes["assignee"],
            process=node.workflow.spec.name,
        )

    def _timer(self, node: Node) -> WaitingTimer:
        spec = node.task_spec
        attached = isinstance(spec, BoundaryEvent)
        interrupting = attached and bool(spec.cancel_activity)
        return WaitingTimer(self._id(node), spec.event_definition.key, spec.bpmn_id, interrupting, reminding=attached and not interrupting)


def _drawn_in(name: str) -> str:
    """Return the process in whose drawing a process stands: an event subprocess is drawn in its root's."""
    return name.partition(".")[0]


def _by_age(index: Mapping[int, Node]) -> list[Node]:
    return [index[number] for number in sorted(index)]


def _token_state(node: Node) -> str | None:
    if node.task_spec.bpmn_id is None or node._state < TaskState.WAITING:
        return None
    if node._state == TaskState.WAITING:
        return "waiting"
    if node._state < TaskState.COMPLETED:
        return "active"
    kind = mark(node)
    return None if kind is None else "done" if kind == DONE else "cancelled"
