"""The catalogue of what processes may name (流程目录): forms, operations, roles, slots, deadlines, decisions; and lint over it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import forms
from engine import commands
from engine.commands.user import ROLES
from engine.law.seed import seeds
from engine.rules.deadlines import DEADLINES
from engine.rules.standing import STANDING
from engine.workflow.catalogue import ROUTING, read_bundle
from engine.workflow.dialect import the_process
from engine.workflow.exploration import Exploration, explore
from engine.workflow.lint import Finding, Known, lint
from engine.workflow.lint.chart import Chart, read_chart
from engine.workflow.operations import MESSAGES, OPERATIONS
from engine.workflow.xml import read_xml

SLOTS = frozenset({"lead", "second"})

__all__ = ["SLOTS", "commands", "explore_files", "known", "lint_files", "read_charts"]


def known() -> Known:
    """Return everything that a process may name."""
    return Known(
        forms=forms.ROUTING,
        operations={name: operation.returns for name, operation in OPERATIONS.items()},
        inputs={name: operation.inputs for name, operation in OPERATIONS.items()},
        options={name: operation.options for name, operation in OPERATIONS.items()},
        roles=ROLES,
        slots=SLOTS,
        deadlines=frozenset(DEADLINES),
        messages=MESSAGES,
        standing=STANDING,
        decisions=frozenset(seed.name for seed in seeds() if seed.kind == "discretion"),
    )


def explore_files(files: Sequence[Path], *, go_on: Callable[[], bool] = lambda: True) -> Iterator[Exploration]:
    """Yield what a walk through every state of each process finds, as long as `go_on` says; the files that they call are read beside them.

    Raises:
        ModelError: a file cannot be read, or what it calls is not there.
    """
    contents, charts = _beside(files), read_charts(files)
    for file in files:
        yield explore(read_bundle(contents, file.stem), charts, known(), go_on=go_on)


def read_charts(files: Sequence[Path]) -> Mapping[str, Chart]:
    """Return the graphs of processes and of those beside them, by id; ModelError for a file that cannot be read."""
    return {chart.process: chart for chart in (_chart(name, content) for name, content in _beside(files).items() if name.endswith(".bpmn"))}


def _beside(files: Sequence[Path]) -> Mapping[str, bytes]:
    folders = {file.parent for file in files}
    return {file.name: file.read_bytes() for folder in folders for file in (*sorted(folder.glob("*.bpmn")), *folder.glob(ROUTING))}


def _chart(file: str, content: bytes) -> Chart:
    root = read_xml(file, content)
    return read_chart(file, root, the_process(file, root))


def lint_files(files: Sequence[Path]) -> list[Finding]:
    """Return what is wrong with process files; a file that cannot be read is a finding too."""
    contents = {file.name: file.read_bytes() for file in files}
    return lint(contents, known())
