"""Findings (检查结果), and what the house knows when it checks a model."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

Kind = str | Collection[str]
"""What a routing value can be: `bool`, `number`, `text`, or the texts that it is chosen from; any other word tells nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with an element of a file, in Chinese."""

    file: str
    element: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.element}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The names that models may mention.

    Attributes:
        forms: form key → its routing names and their kinds.
        operations: operation → the routing names that it returns.
        inputs: operation → the inputs that it needs; an operation that is not named here is not checked for them.
        options: operation → the inputs that it may be given beside them.
        roles: roles of user tasks.
        slots: places of officers in a case.
        deadlines: keys of statutory deadlines.
        decisions: names of routing decisions.
        messages: message that an operation sends → the routing values that come with it and their kinds.
        standing: what the condition of a start may ask of a case, with the kinds.
    """

    forms: Mapping[str, Mapping[str, Kind]] = field(default_factory=dict)
    operations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inputs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roles: frozenset[str] = frozenset()
    slots: frozenset[str] = frozenset({"lead", "second"})
    deadlines: frozenset[str] = frozenset()
    decisions: frozenset[str] = frozenset()
    messages: Mapping[str, Mapping[str, Kind]] = field(default_factory=dict)
    standing: Mapping[str, Kind] = field(default_factory=dict)
