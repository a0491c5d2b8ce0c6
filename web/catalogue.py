"""The catalogue of what processes may name (流程目录): forms, operations, roles, slots, deadlines, decisions; and lint over it."""

from collections.abc import Sequence
from pathlib import Path

import forms
from engine import commands
from engine.commands.user import ROLES
from engine.law.seed import seeds
from engine.rules.deadlines import DEADLINES
from engine.rules.standing import STANDING
from engine.workflow.lint import Finding, Known, lint
from engine.workflow.operations import MESSAGES, OPERATIONS

SLOTS = frozenset({"lead", "second"})

__all__ = ["SLOTS", "commands", "known", "lint_files"]


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


def lint_files(files: Sequence[Path]) -> list[Finding]:
    """Return what is wrong with process files; a file that cannot be read is a finding too."""
    contents = {file.name: file.read_bytes() for file in files}
    return lint(contents, known())
