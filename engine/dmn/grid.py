"""Grid (取值网格): a table over the parts of its columns, on each of which every cell is constant."""

from collections.abc import Mapping

from engine.dmn.model import Table
from engine.dmn.region import Part, parts
from engine.feel import Scope

STEP_LIMIT = 50_000


class UncutError(Exception):
    """A column cannot be cut into parts; the text says which and why, in Chinese."""


class TooManyError(Exception):
    """A table has more combinations than can be enumerated."""


class Grid:
    """The parts of every column with the rules that each fits; a set of rules is an int with one bit for each."""

    def __init__(self, table: Table) -> None:
        """Cut the columns of a table; raises UncutError."""
        self.table = table
        self.all = (1 << len(table.rules)) - 1
        self.columns: list[list[Part]] = []
        self.masks: list[list[int]] = []
        for place, column in enumerate(table.inputs):
            cut = parts(column, [rule.conditions[place] for rule in table.rules])
            if isinstance(cut, str):
                raise UncutError(f"列“{column.label}”未能核对：{cut}")
            self.columns.append(cut)
            self.masks.append([self._mask(place, part) for part in cut])

    def _mask(self, place: int, part: Part) -> int:
        scope = Scope({})
        tests = (rule.conditions[place].run(part.sample, scope) is True for rule in self.table.rules)
        return sum(1 << bit for bit, passes in enumerate(tests) if passes)

    def together(self, first: int, second: int) -> list[list[int]] | None:
        """Return by column the parts that both of two rules fit, counted from 0; None where they never fit together."""
        both = 1 << first | 1 << second
        places = [[place for place, mask in enumerate(masks) if mask & both == both] for masks in self.masks]
        return places if all(places) else None

    def combinations(self, without: int | None = None) -> Mapping[int, tuple[int, ...]]:
        """Return every set of rules that the columns leave together, and one choice of parts for each; TooManyError beyond the limit.

        `without` names a column that is left out: its place in the choice is 0.
        """
        reachable: dict[int, tuple[int, ...]] = {self.all: ()}
        for place, masks in enumerate(self.masks):
            chosen = [(0, self.all)] if place == without else list({mask: (part, mask) for part, mask in enumerate(masks)}.values())
            reachable = {mask & other: (*path, part) for mask, path in reachable.items() for part, other in chosen}
            if len(reachable) > STEP_LIMIT:
                raise TooManyError
        return reachable

    def sample(self, choice: tuple[int, ...]) -> dict[str, object]:
        """Return a value of every input expression from a choice of parts."""
        sampled = zip(self.table.inputs, self.columns, choice, strict=True)
        return {column.expression.text: whole[part].sample for column, whole, part in sampled}
