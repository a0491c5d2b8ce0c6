"""Deadline timers (期限定时): a timer event that names a statutory deadline and holds no date."""

import re

from SpiffWorkflow.bpmn.specs.event_definitions.timer import TimerEventDefinition

DEADLINE = re.compile(r"""\s*deadline\s*\(\s*"([a-z][a-z0-9_.]*)"\s*\)\s*""")
FIRED = "event_fired"


class DeadlineEventDefinition(TimerEventDefinition):  # type: ignore[misc]  # SpiffWorkflow has no types.
    """Waits until the process is told that the deadline with `key` fell due for this very task.

    The due date is a row that the law's arithmetic computes (`rules/deadlines.py`), so a moved date moves the row, never the process.
    """

    def __init__(self, name: str, key: str) -> None:
        super().__init__(name, f'deadline("{key}")')
        self.key = key


def deadline_key(text: str | None) -> str | None:
    """Return the key in `deadline("key")`, or None where the text says anything else."""
    match = DEADLINE.fullmatch(text or "")
    return match.group(1) if match else None
