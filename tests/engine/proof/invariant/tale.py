"""A told case (案件日志): the journal of a played case as plain JSON, which a test may forge."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from engine.proof.invariant import Finding, Journal, Office, inspect, read_journal

Fact = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tale:
    """The entries of a case and the office in which it was played."""

    entries: list[dict[str, Any]]
    office: Office

    def copy(self) -> "Tale":
        """The same case, to be forged."""
        return Tale(deepcopy(self.entries), self.office)

    def facts(self, kind: str, **fields: Any) -> list[Fact]:
        """Every fact of a kind with these fields."""
        return [fact for _, fact in self._found(kind, fields)]

    def fact(self, kind: str, **fields: Any) -> Fact:
        """The last fact of a kind with these fields."""
        return self.facts(kind, **fields)[-1]

    def drop(self, kind: str, **fields: Any) -> None:
        """Leave out every fact of a kind with these fields."""
        for entry, fact in list(self._found(kind, fields)):
            entry["facts"].remove(fact)

    def add(self, fact: Fact, *, after: Mapping[str, Any]) -> Fact:
        """Put a fact behind another; the answer is the new one."""
        for entry in self.entries:
            for place, known in enumerate(entry["facts"]):
                if known is after:
                    entry["facts"].insert(place + 1, fact)
                    return fact
        raise AssertionError(after)

    def again(self, kind: str, **fields: Any) -> Fact:
        """Tell the last fact of a kind a second time at the end of the journal."""
        return self.add(deepcopy(self.fact(kind, **fields)), after=self.entries[-1]["facts"][-1])

    def journal(self, stream: str = "case") -> Journal:
        """The journal as it is now."""
        return read_journal(stream, self.entries)

    def found(self) -> list[Finding]:
        """What breaks an invariant now."""
        return list(inspect([self.journal()], self.office, whole=True).findings)

    def _found(self, kind: str, fields: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], Fact]]:
        for entry in self.entries:
            for fact in entry["facts"]:
                if fact["fact"] == kind and fields.items() <= fact.items():
                    yield entry, fact
