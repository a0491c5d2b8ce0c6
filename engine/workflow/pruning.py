"""Pruning (修剪): finished branches leave the tree, so that the two-hundredth step costs what the tenth did.

SpiffWorkflow keeps every task for ever; its walks then slow down, and stop silently at a depth of a thousand. What is finished matters to the
library in three places only, and stays there: the branches of a boundary event whose activity still runs, the branches that have arrived
at a join that still waits, and the parent of every unfinished task, whose data it inherits. The result depends on the tree alone, so
that an instance that was loaded prunes as one that stayed in memory. What leaves is counted per element for the diagram.
"""

from SpiffWorkflow.bpmn.specs.control import BoundaryEventSplit
from SpiffWorkflow.bpmn.specs.mixins.events.intermediate_event import BoundaryEvent, IntermediateCatchEvent
from SpiffWorkflow.bpmn.specs.mixins.subworkflow_task import CallActivity
from SpiffWorkflow.bpmn.specs.mixins.unstructured_join import UnstructuredJoin
from SpiffWorkflow.util.task import TaskState

from engine.workflow.runner import Instance, Node

DONE, CANCELLED = 0, 1


def prune(top: Instance) -> None:
    """Take from an instance that has run to its next wait what can no longer matter."""
    for number, called in tuple(top.subprocesses.items()):
        owner = called.owner
        if owner._state >= TaskState.COMPLETED or owner.workflow.tasks.get(number) is not owner:
            _close(top, called)
            del top.subprocesses[number]
    if top.completed:
        _close(top, top)
        return
    for workflow in (top, *top.subprocesses.values()):
        if workflow.touched:
            _prune_tree(top, workflow)
            workflow.touched = False


def mark(node: Node) -> int | None:
    """Return whether a finished task counts as done or as cancelled work; None for what no reader of the diagram would call either."""
    if node.task_spec.bpmn_id is None:
        return None
    if node._state == TaskState.COMPLETED:
        return DONE
    work = node.task_spec.manual or isinstance(node.task_spec, CallActivity | IntermediateCatchEvent)
    return CANCELLED if work and node._state == TaskState.CANCELLED else None


def _close(top: Instance, workflow: Instance) -> None:
    """Keep only the root of a tree that has come to its end."""
    for node in tuple(workflow.tasks.values()):
        _count(top, node)
        top.forget(node)
    root = workflow.task_tree
    root._children.clear()
    root.row = None
    workflow.tasks.clear()
    workflow.tasks[root.id] = root


def _prune_tree(top: Instance, workflow: Instance) -> None:
    """Remove finished leaves and join finished links of a chain, children before parents."""
    waiting = {node.task_spec for node in top.joins.values() if node.workflow is workflow and isinstance(node.task_spec, UnstructuredJoin)}
    for node in reversed(tuple(workflow.tasks.values())):
        parent = workflow.tasks.get(node._parent)
        if node._state < TaskState.COMPLETED or parent is None or _watched(parent):
            continue
        if not node._children:
            if node.task_spec not in waiting:
                _count(top, node)
                workflow._remove_task(node.id)
        elif len(node._children) == 1:
            child = workflow.tasks[node._children[0]]
            if child._state >= TaskState.COMPLETED and child.task_spec not in waiting:
                _splice(top, parent, node, child)


def _watched(split: Node) -> bool:
    """Tell whether a task is the split of boundary events whose activity still runs: the library looks at its children."""
    if not isinstance(split.task_spec, BoundaryEventSplit):
        return False
    return any(child._state < TaskState.COMPLETED and not isinstance(child.task_spec, BoundaryEvent) for child in split.children)


def _splice(top: Instance, parent: Node, node: Node, child: Node) -> None:
    """Put the only child of a finished task in its place."""
    _count(top, node)
    parent._children[parent._children.index(node.id)] = child.id
    child._parent = parent.id
    child.row = None
    del node.workflow.tasks[node.id]
    top.forget(node)


def _count(top: Instance, node: Node) -> None:
    kind = mark(node)
    if kind is not None:
        top.history.setdefault(node.workflow.spec.name, {}).setdefault(node.task_spec.bpmn_id, [0, 0])[kind] += 1
