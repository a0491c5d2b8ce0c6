"""Versions (版本): what ran a process, written beside every state in the journal."""

from importlib.metadata import version

LIBRARY_VERSION = "3.2.0"
"""The one SpiffWorkflow that the runner is written for."""

ENGINE_VERSION = f"1+SpiffWorkflow-{version('SpiffWorkflow')}"
"""What runs the processes; a change of the order of execution or of the ids changes the number."""

STATE_FORMAT = 1
"""The canonical form that the state digest is taken of."""

SNAPSHOT_FORMAT = 1
"""The form of the stored bytes."""
