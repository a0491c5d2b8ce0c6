"""The runner (执行): SpiffWorkflow's task tree with an index, so that no step walks the tree to find its work.

This file depends on how SpiffWorkflow 3.2.0 works inside: `Node` replaces the library's task, the two workflows its containers.
Ids are counted, not drawn, and the clock is a count of state changes, so that the same inputs give the same tree. The order of execution is
the library's: the deepest process first, tree order inside it.
"""

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Protocol

from SpiffWorkflow.bpmn.specs.mixins.events.end_event import EndEvent
from SpiffWorkflow.bpmn.specs.mixins.events.event_types import CatchingEvent
from SpiffWorkflow.bpmn.util.subworkflow import BpmnSubWorkflow
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from engine.workflow.feel_engine import FeelEngine, ProcessError
from engine.workflow.interruption import EventSubprocess
from engine.workflow.value import Scalar, check_total, checked
from engine.workflow.version import LIBRARY_VERSION

if TYPE_CHECKING:
    from engine.workflow.catalogue import Bundle

if version("SpiffWorkflow") != LIBRARY_VERSION:
    raise ImportError(f"engine.workflow is written for SpiffWorkflow {LIBRARY_VERSION}; read runner.py before changing it")

STEP_LIMIT = 500
"""Engine steps between two waits; the longest run of a drawn process has a tenth of them, so that more is a circle without a wait."""

ENGINE = FeelEngine()


class Operator(Protocol):
    """What runs the operations of service tasks."""

    def operate(self, name: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
        """Run an operation and return the routing values that it gives."""
        ...


class Node(Task):  # type: ignore[misc]  # SpiffWorkflow has no types.
    """A task of the tree: numbered in order of creation, and known to the index of its instance.

    `row` is its encoded form while nothing of it has changed.
    """

    def __init__(self, workflow: Any, task_spec: Any, parent: "Node | None" = None, state: int = TaskState.MAYBE) -> None:
        top = workflow.top_workflow
        top.counter += 1
        self._fill(workflow, top, task_spec, top.counter, parent.id if parent else 0, state)
        self.last_state_change = top.ticks
        if parent is not None:
            parent._children.append(self.id)

    def _fill(self, workflow: Any, top: "Instance", task_spec: Any, number: int, parent: int, state: int) -> None:
        self.id = number
        self.workflow = workflow
        self.top = top
        self.task_spec = task_spec
        self._parent = parent
        self._children: list[int] = []
        self._state = state
        self.triggered = False
        self.thread_id = 0
        self.data: dict[str, Scalar] = {}
        self.internal_data: dict[str, object] = {}
        self.last_state_change = 0
        self.row: Any = None
        workflow.tasks[number] = self

    @classmethod
    def restored(cls, workflow: Any, task_spec: Any, number: int, parent: int, state: int) -> "Node":
        """Return a task as it was stored; the caller links the children and fills in the data."""
        node = cls.__new__(cls)
        node._fill(workflow, workflow.top_workflow, task_spec, number, parent, state)
        workflow.top_workflow.index(node)
        return node

    def _add_child(self, task_spec: Any, state: int = TaskState.MAYBE) -> "Node":
        node = Node(self.workflow, task_spec, self, state)
        if state == TaskState.READY:
            node._ready()
        return node

    def _set_state(self, value: int) -> None:
        if value != self._state:
            self._state = value
            self.top.ticks += 1
            self.last_state_change = self.top.ticks
            self.workflow.touched = True
        self.row = None
        self.top.index(self)

    def _inherit_data(self) -> None:
        self.data.update(self.parent.data)
        self.row = None


class _Indexed:
    """What both kinds of workflow do through the index of their instance."""

    tasks: dict[int, Node]
    top_workflow: "Instance"
    touched = True

    def _remove_task(self, number: int) -> None:
        node = self.tasks[number]
        for child in tuple(node._children):
            self._remove_task(child)
        self.tasks[node._parent]._children.remove(number)
        del self.tasks[number]
        self.top_workflow.forget(node)

    def update_waiting_tasks(self) -> None:
        """Let waiting joins look again; a timer waits for its deadline and for nothing else."""
        for node in sorted(self.top_workflow.joins.values(), key=_number):
            if node.workflow is self and node._state == TaskState.WAITING and node.id in self.tasks:
                node.task_spec._update(node)


class CalledInstance(_Indexed, BpmnSubWorkflow):  # type: ignore[misc]  # SpiffWorkflow has no types.
    """A called process, owned by the call activity that waits for it."""

    def __init__(self, spec: Any, owner: Node) -> None:
        self.owner = owner
        super().__init__(spec, owner.id, owner.top, deserializing=True)

    @property
    def parent_workflow(self) -> Any:
        """Return the workflow that called this one."""
        return self.owner.workflow


class Instance(_Indexed, BpmnWorkflow):  # type: ignore[misc]  # SpiffWorkflow has no types.
    """A root process with all that it has called, and the index of what is ready or waits.

    `values` holds the last value of every routing name, wherever in the process it was given; `history` how often each element of each process was
    done and cancelled, as far as pruning took it from the tree.
    """

    def __init__(self, bundle: "Bundle") -> None:
        self.counter = self.ticks = 0
        self.ready: dict[int, Node] = {}
        self.timers: dict[int, Node] = {}
        self.joins: dict[int, Node] = {}
        self.history: dict[str, dict[str, list[int]]] = {}
        self.values: dict[str, Scalar] = {}
        self.ended_at: str | None = None
        self.operator: Operator | None = None
        super().__init__(bundle.specs[bundle.root], bundle.specs, script_engine=ENGINE, deserializing=True)

    def index(self, node: Node) -> None:
        """Keep the index true after a change of a task's state."""
        self.forget(node)
        if node._state == TaskState.READY:
            self.ready[node.id] = node
        elif node._state == TaskState.WAITING:
            (self.timers if isinstance(node.task_spec, CatchingEvent) else self.joins)[node.id] = node

    def forget(self, node: Node) -> None:
        """Take a task out of the index."""
        for part in (self.ready, self.timers, self.joins):
            part.pop(node.id, None)

    def give(self, values: Mapping[str, object]) -> dict[str, Scalar]:
        """Check routing values that enter, keep them and return them.

        Raises:
            ValueError: they are no flat scalars, or too many together.
        """
        scalars = checked(values)
        check_total(self.values | scalars)
        self.values |= scalars
        return scalars

    def operate(self, name: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> dict[str, Scalar]:
        """Run an operation for a service task; exceptions of the operation pass unchanged."""
        if self.operator is None:
            raise ProcessError(f"{name}: 无人办理操作")
        return self.give(self.operator.operate(name, inputs, dict(values)))

    def create_subprocess(self, my_task: Node, spec_name: str) -> CalledInstance:
        """Return the called process of a call activity, with its start ready."""
        called = CalledInstance(self.subprocess_specs[spec_name], my_task)
        self.subprocesses[my_task.id] = called
        plant(called)
        return called

    def catch(self, event: object) -> None:
        """Do nothing: a terminate end event does its work itself, and no other event is thrown."""

    def run(self) -> None:
        """Run every task that needs no person, until only people and deadlines are waited for.

        Raises:
            ProcessError: the model runs in a circle, or waits for nothing.
        """
        for steps, node in enumerate(self._work()):
            if steps > STEP_LIMIT:
                raise ProcessError(f"{self.spec.name}: 流程空转超过 {STEP_LIMIT} 步")
            node.run()
            if isinstance(node.task_spec, EndEvent) and self._is_own(node.workflow):
                self.ended_at = node.task_spec.bpmn_id
        if not (self.completed or self.ready or self.timers):
            raise ProcessError(f"{self.spec.name}: 流程停滞，没有等待的任务或期限")

    def interrupt(self, spec: EventSubprocess) -> None:
        """Cancel whatever the root process waits for or has called, and begin an event subprocess in its place."""
        for branch in self.task_tree.children:
            branch.cancel()
        node = self.task_tree._add_child(spec, TaskState.FUTURE)
        spec._predict(node, mask=TaskState.NOT_FINISHED_MASK)
        spec._update(node)

    def _is_own(self, workflow: Any) -> bool:
        """Tell whether a workflow is the root process itself or the event subprocess that ends it."""
        return workflow is self or isinstance(workflow.owner.task_spec, EventSubprocess)

    def _work(self) -> Iterator[Node]:
        while todo := [node for node in self.ready.values() if not node.task_spec.manual and not node.workflow.completed]:
            for node in _in_order(todo):
                if node._state == TaskState.READY and node.id in node.workflow.tasks:
                    yield node


def plant(workflow: Any) -> None:
    """Create the root of a workflow's tree, as the library does when it makes one."""
    workflow.task_tree = Node(workflow, workflow.spec.start, state=TaskState.FUTURE)
    workflow.task_tree.task_spec._predict(workflow.task_tree, mask=TaskState.NOT_FINISHED_MASK)
    workflow.task_tree._ready()


def tree_order(workflow: Any) -> Iterator[Node]:
    """Yield the tasks of one workflow, parents first, children in their order."""
    stack = [workflow.task_tree]
    while stack:
        node = stack.pop()
        yield node
        stack += [workflow.tasks[child] for child in reversed(node._children)]


def _in_order(todo: list[Node]) -> list[Node]:
    if len(todo) == 1:
        return todo
    depth = max(node.workflow.depth for node in todo)
    workflow = next(node.workflow for node in todo if node.workflow.depth == depth)
    return [node for node in tree_order(workflow) if node._state == TaskState.READY and not node.task_spec.manual]


def _number(node: Node) -> int:
    return node.id
