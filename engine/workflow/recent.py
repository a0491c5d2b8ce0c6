"""Recent processes (近用流程): what was used last is kept in memory, so many cases and no more; the others are read from their snapshots."""

from collections import OrderedDict

LARGEST = 500
"""Cases whose procedures are kept."""


class Recent(OrderedDict[str, tuple[int, dict[str, object]]]):
    """Procedures by case, with the version of the case at which they stood; the one that was not used for longest goes first."""

    def __setitem__(self, case: str, kept: tuple[int, dict[str, object]]) -> None:
        """Keep the procedures of a case."""
        super().__setitem__(case, kept)
        self.move_to_end(case)
        while len(self) > LARGEST:
            self.popitem(last=False)
