"""Scope (作用域): the values that an expression sees while it runs, and how many steps its loops may take."""

from collections.abc import Mapping

STEP_LIMIT = 100_000


class StepLimitError(Exception):
    """The loops of one evaluation took more than 100,000 steps."""


class Scope:
    """Values by name; scopes inside share the count of steps left."""

    __slots__ = ("_steps", "values")

    def __init__(self, values: Mapping[str, object], steps: list[int] | None = None) -> None:
        self.values = values
        self._steps = [STEP_LIMIT] if steps is None else steps

    def inner(self, name: str, value: object) -> "Scope":
        """Return a scope with one more value."""
        return Scope({**self.values, name: value}, self._steps)

    def step(self, count: int = 1) -> None:
        """Count steps of a loop; refuse the evaluation when the limit is reached."""
        self._steps[0] -= count
        if self._steps[0] < 0:
            raise StepLimitError(f"循环超过 {STEP_LIMIT} 步")
