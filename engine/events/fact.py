"""Facts (事实): the frozen record of something that happened; the tables are nothing but their fold.

A fact says three things: what happened (its fields), how the tables change (`changes`), and how an auditor reads it (`sentence`).
The engine applies `changes` when it records a fact, and the proof applies the same `changes` to empty tables.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

FactClass = TypeVar("FactClass", bound="type[Fact]")


@dataclass(frozen=True, slots=True)
class Change:
    """One row of one table takes these values; a row that is not there yet is made, and `new` says that it certainly is not."""

    table: str
    key: str
    values: Mapping[str, object]
    new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that happened in a stream; subclasses are registered by `fact`."""

    def changes(self) -> Iterator[Change]:
        """Yield how the tables change."""
        raise NotImplementedError

    def sentence(self) -> str:
        """Return what happened as a Chinese sentence for the audit."""
        raise NotImplementedError


FACTS: dict[str, type[Fact]] = {}
"""Every kind of fact by its name in the journal."""


def fact(cls: FactClass) -> FactClass:
    """Register a kind of fact under its class name."""
    FACTS[cls.__name__] = cls
    return cls


def personal(*, default: Any = None) -> Any:
    """Mark a field as personal data: the journal holds a salted commitment to it, an erasable table the plain text.

    Source: 个人信息保护法 Art. 47 (erasure), Art. 51 (measures by kind of data).
    """
    return field(default=default, metadata={"personal": True})


def personal_fields(cls: type[Fact]) -> frozenset[str]:
    """Return the names of the personal fields of a kind of fact."""
    return frozenset(item.name for item in fields(cls) if item.metadata.get("personal"))
