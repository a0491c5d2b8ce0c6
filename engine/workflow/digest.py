"""The state digest (状态摘要): what a process instance is, in a canonical and versioned form that no change of storage touches."""

from hashlib import sha256
from typing import Any

import orjson
from SpiffWorkflow.util.task import TaskState

from engine.workflow.runner import Instance
from engine.workflow.value import pack
from engine.workflow.version import STATE_FORMAT


def state_digest(top: Instance, bundle_digest: str) -> str:
    """Return SHA-256 of the canonical state, hexadecimal.

    The form is JSON with sorted keys: the format, the bundle, the id counter, whether and where the process ended, the routing
    values, what the elements have done, and of each process its definite tasks in order of id with their values. Predictions of the
    library are no state.
    """
    state = {
        "format": STATE_FORMAT,
        "bundle": bundle_digest,
        "counter": top.counter,
        "ended": [top.completed, top.ended_at],
        "values": top.values,
        "history": top.history,
        "processes": [[0, *_process(top)], *([number, *_process(workflow)] for number, workflow in sorted(top.subprocesses.items()))],
    }
    return sha256(orjson.dumps(state, default=pack, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _process(workflow: Any) -> list[object]:
    nodes = sorted((node for node in workflow.tasks.values() if node._state >= TaskState.WAITING), key=lambda node: node.id)
    tasks = [[node.id, node._parent, TaskState.get_name(node._state), node.task_spec.name, node.data] for node in nodes]
    return [workflow.spec.name, workflow.completed, tasks]
