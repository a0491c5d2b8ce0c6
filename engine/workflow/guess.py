"""Guesses (假设): every answer that an operation can give is tried, one script of answers after another."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from engine.workflow.choice import Domains, assignments
from engine.workflow.value import Scalar

INSTANT = datetime(2026, 1, 1, tzinfo=UTC)


class Guess:
    """A host that answers operations by a script of guesses, and with the first choice beyond its end."""

    now = INSTANT

    def __init__(self, script: tuple[int, ...], answers: Mapping[str, frozenset[str]], domain: Domains) -> None:
        self.script, self.answers, self.domain = script, answers, domain
        self.taken: list[int] = []
        self.widths: list[int] = []

    def operate(self, name: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
        """Return one of the answers that an operation can give."""
        del inputs, values
        options = assignments(self.answers[name], self.domain)
        place = len(self.taken)
        self.taken.append(self.script[place] if place < len(self.script) else 0)
        self.widths.append(len(options))
        return options[self.taken[-1]]

    def others(self) -> Iterator[tuple[int, ...]]:
        """Yield the scripts that differ where this one was not told what to guess."""
        for place in range(len(self.script), len(self.taken)):
            yield from ((*self.taken[:place], choice) for choice in range(1, self.widths[place]))
