"""Scope (作用域): the values that an expression sees while it runs, and how much work it may still do."""

from collections.abc import Mapping

STEP_LIMIT = 100_000
CHARACTERS_PER_STEP = 64
STEPS_PER_SECOND = 50_000
_SIZED = (str, list, dict)


class StepLimitError(Exception):
    """An evaluation took more than 100,000 steps: rounds of loops, and elements of the lists and texts that it built."""


class Scope:
    """Values by name; scopes inside share the count of steps left."""

    __slots__ = ("_steps", "values")

    def __init__(self, values: Mapping[str, object], steps: list[int] | None = None) -> None:
        self.values = values
        self._steps = [STEP_LIMIT] if steps is None else steps

    def inner(self, name: str, value: object) -> "Scope":
        """Return a scope with one more value."""
        return Scope({**self.values, name: value}, self._steps)

    def around(self, item: object) -> "Scope":
        """Return the scope of a filter's condition: the element as `item` and, of a context, its entries by their names."""
        return self.inside({"item": item, **item} if isinstance(item, dict) else {"item": item})

    def inside(self, values: Mapping[str, object]) -> "Scope":
        """Return a scope with more values, which hide those of the same names."""
        return Scope({**self.values, **values}, self._steps)

    def step(self, count: int = 1) -> None:
        """Count steps; refuse the evaluation when the limit is reached."""
        self._steps[0] -= count
        if self._steps[0] < 0:
            raise StepLimitError(f"循环或列表超过 {STEP_LIMIT} 步")

    def spend(self, seconds: float) -> None:
        """Count the time of a call whose length only the clock tells: two seconds of them are all that an evaluation has."""
        self.step(int(seconds * STEPS_PER_SECOND))

    def charge(self, value: object) -> None:
        """Count the elements of a list or context, nested ones each time they appear, and the length of a text.

        Without it a few doublings such as `{a: "x", b: a + a, c: b + b}` would fill the memory.
        """
        if not isinstance(value, _SIZED):
            return
        waiting = [value]
        while waiting:
            current = waiting.pop()
            if isinstance(current, str):
                self.step(len(current) // CHARACTERS_PER_STEP)
            elif isinstance(current, (list, dict)):
                self.step(len(current))
                waiting.extend(current.values() if isinstance(current, dict) else current)
