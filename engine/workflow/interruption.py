"""Interruption (中断): an event subprocess that ends everything else of its process when its message arrives.

SpiffWorkflow starts its own event subprocesses beside the rest and never interrupts; this one is triggered by `Process.receive` alone, cancels
every task, timer and called process of the root, and runs to its end at once, because it holds only what runs by itself.
"""

from typing import Any

from SpiffWorkflow.bpmn.specs.defaults import CallActivity
from SpiffWorkflow.bpmn.specs.event_definitions.base import EventDefinition


class Arrival(EventDefinition):  # type: ignore[misc]  # SpiffWorkflow has no types.
    """The start of an event subprocess: by the time it runs, its message has arrived."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def has_fired(self, my_task: Any) -> bool:
        """Return that the message is there."""
        del my_task
        return True


class EventSubprocess(CallActivity):  # type: ignore[misc]  # SpiffWorkflow has no types.
    """An interrupting event subprocess of a root process; it sees the last value of every routing name."""

    message = ""

    def adopt(self, spec: Any, message: str) -> None:
        """Take the process inside under a name that no other file can have, and lead from it to the end of the root."""
        self.message = message
        self.spec = spec.name = f"{self._wf_spec.name}.{self.name}"
        self._connect_notify(self._wf_spec.start)
        self.connect(self._wf_spec.end)

    def copy_data(self, my_task: Any, subworkflow: Any) -> None:
        """Give the process inside the last value of every routing name, wherever it was given."""
        subworkflow.task_tree.data.update(my_task.top.values)


def event_subprocesses(spec: Any) -> list[EventSubprocess]:
    """Return the event subprocesses of a process."""
    return [spec.task_specs[name] for name in spec.start.trigger_specs]
