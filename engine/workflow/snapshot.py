"""Snapshots (快照): a process instance as compact bytes; the rows of unchanged tasks are encoded once and kept.

A row is `[id, parent, state, element, fired, values, dropped]`; rows stand in tree order, so that children need no list. Values are those that
differ from the parent's, `dropped` the parent's names that the task does not have (1 for all).
"""

from typing import Any

import orjson
from SpiffWorkflow.util.task import TaskState

from engine.workflow.runner import CalledInstance, Instance, Node, tree_order
from engine.workflow.timer import FIRED
from engine.workflow.value import pack, same, unpack
from engine.workflow.version import SNAPSHOT_FORMAT

ALL_DROPPED = 1


def dump(top: Instance) -> bytes:
    """Return the state of an instance that waits."""
    called = [[number, workflow.completed, _rows(workflow)] for number, workflow in top.subprocesses.items()]
    state = [SNAPSHOT_FORMAT, top.counter, top.ticks, top.completed, top.ended_at, top.values, top.history, _rows(top), called]
    return orjson.dumps(state, default=pack)


def load(top: Instance, content: bytes) -> None:
    """Fill a new instance with the state that was dumped.

    Raises:
        ValueError: the bytes have another format or fit another model.
    """
    state = orjson.loads(content)
    if state[0] != SNAPSHOT_FORMAT:
        raise ValueError(f"snapshot format {state[0]} is not {SNAPSHOT_FORMAT}")
    try:
        _fill(top, state[1:])
    except KeyError as error:
        raise ValueError(f"snapshot does not fit the model: {error}") from None


def _fill(top: Instance, parts: list[Any]) -> None:
    counter, ticks, top.completed, top.ended_at, values, top.history, root, called = parts
    top.values = unpack(values)
    owners: dict[int, Node] = {}
    _plant(top, root, owners)
    for number, completed, rows in called:
        owner = owners[number]
        workflow = CalledInstance(top.subprocess_specs[owner.task_spec.spec], owner)
        workflow.completed = completed
        workflow.completed_event.connect(owner.task_spec._on_subworkflow_completed, owner)
        top.subprocesses[number] = workflow
        _plant(workflow, rows, owners)
    top.counter, top.ticks = counter, ticks


def _rows(workflow: Any) -> list[Any]:
    rows = []
    for node in tree_order(workflow):
        if node.row is None:
            node.row = orjson.Fragment(orjson.dumps(_row(node), default=pack))
        rows.append(node.row)
    return rows


def _row(node: Node) -> list[object]:
    parent = node.parent
    inherited = {} if parent is None else parent.data
    own = {name: value for name, value in node.data.items() if name not in inherited or not same(inherited[name], value)}
    dropped: object = ALL_DROPPED if not node.data else [name for name in inherited if name not in node.data]
    return [node.id, node._parent, node._state, node.task_spec.name, int(bool(node.internal_data.get(FIRED))), own or 0, dropped or 0]


def _plant(workflow: Any, rows: list[Any], owners: dict[int, Node]) -> None:
    specs = workflow.spec.task_specs
    for number, parent_number, state, name, fired, own, dropped in rows:
        node = Node.restored(workflow, specs[name], number, parent_number, state)
        if fired:
            node.internal_data[FIRED] = True
        if parent_number:
            parent = workflow.tasks[parent_number]
            parent._children.append(number)
            if dropped != ALL_DROPPED:
                node.data = {key: value for key, value in parent.data.items() if not dropped or key not in dropped}
        else:
            workflow.task_tree = node
        if own:
            node.data |= unpack(own)
        if state == TaskState.STARTED:
            owners[number] = node
    workflow.tasks = dict(sorted(workflow.tasks.items()))
    workflow.touched = False
