"""Causes (案由): what is forbidden, in which limbs, on which dated basis, within which statutory range."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis with its term, both days included; minimum and maximum are None where it knows no fine.

    `unit` is `yuan`, or `percent` of a base amount such as the cost of a building. `table` names the discretion table that was
    published under this basis.
    """

    cite: str
    violated: str
    valid_from: date
    valid_to: date | None
    kinds: tuple[str, ...]
    minimum: Decimal | None
    maximum: Decimal | None
    unit: str
    table: str

    def in_force(self, day: date) -> bool:
        """Tell whether the basis is in force on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Limb:
    """One way of breaking the rule (情形) with its bases, new and old; `may` marks 可以 ranges, in which no fine is allowed with reasons."""

    key: str
    title: str
    party: str
    conduct: str
    correction: str
    requires_prior_order: bool
    may: bool
    bases: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something measured: the form's key, the variable's name in the table, and the unit."""

    key: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class SeizureBasis:
    """An article that allows to seize in cases of a cause, with its term, both days included. Source: 行政强制法 Art. 10, 22."""

    cite: str
    valid_from: date
    valid_to: date | None = None

    def in_force(self, day: date) -> bool:
        """Tell whether the article is in force on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause of action of the local catalogue; `base` is the input, in yuan, of which its percentages are taken."""

    id: str
    title: str
    brief: str
    inputs: tuple[Quantity, ...]
    metric: Quantity | None
    base: str | None
    limbs: Mapping[str, Limb]
    seizures: tuple[SeizureBasis, ...] = ()


@dataclass(frozen=True, slots=True)
class Factor:
    """A circumstance that lowers (`lenient`) or raises (`severe`) the fine inside its tier (从轻、从重情节)."""

    key: str
    title: str
    direction: str
    cite: str


@dataclass(frozen=True, slots=True)
class Causes:
    """The catalogue of causes and factors of one published benchmark."""

    benchmark: str
    version: str
    valid_from: date
    causes: Mapping[str, Cause]
    factors: Mapping[str, Factor]

    def cause(self, id: str) -> Cause:
        """Return a cause; raise KeyError where the catalogue has none."""
        return self.causes[id]


def read_causes(text: str) -> Causes:
    """Read the catalogue; a range with its ends exchanged, or an end alone, raises ValueError."""
    data = tomllib.loads(text)
    causes = [_cause(entry) for entry in data["cause"]]
    factors = [Factor(**entry) for entry in data["factor"]]
    return Causes(
        data["benchmark"],
        data["version"],
        data["valid_from"],
        {cause.id: cause for cause in causes},
        {factor.key: factor for factor in factors},
    )


def _cause(entry: Mapping[str, Any]) -> Cause:
    metric = entry.get("metric")
    limbs = [_limb(entry["id"], limb) for limb in entry["limb"]]
    return Cause(
        id=entry["id"],
        title=entry["title"],
        brief=entry["brief"],
        inputs=tuple(Quantity(**quantity) for quantity in entry.get("inputs", ())),
        metric=Quantity("metric", metric["name"], metric["unit"]) if metric else None,
        base=entry.get("base"),
        limbs={limb.key: limb for limb in limbs},
        seizures=tuple(SeizureBasis(**basis) for basis in entry.get("seizure", ())),
    )


def _limb(cause: str, entry: Mapping[str, Any]) -> Limb:
    bases = [_basis(cause, basis) for basis in entry["basis"]]
    _check_terms(entry["key"], bases)
    return Limb(**{**{name: value for name, value in entry.items() if name != "basis"}, "bases": tuple(bases)})


def _basis(cause: str, entry: Mapping[str, Any]) -> Basis:
    minimum, maximum = (Decimal(entry[end]) if end in entry else None for end in ("minimum", "maximum"))
    if (minimum is None) != (maximum is None) or (minimum or 0) > (maximum or 0):
        raise ValueError(f"{entry['cite']} 的法定幅度不成幅度")
    return Basis(
        cite=entry["cite"],
        violated=entry["violated"],
        valid_from=entry["valid_from"],
        valid_to=entry.get("valid_to"),
        kinds=tuple(entry["kinds"]),
        minimum=minimum,
        maximum=maximum,
        unit=entry.get("unit", "yuan"),
        table=entry.get("table", cause),
    )


def _check_terms(limb: str, bases: Sequence[Basis]) -> None:
    for i, one in enumerate(bases):
        if any(one.in_force(other.valid_from) or other.in_force(one.valid_from) for other in bases[:i]):
            raise ValueError(f"{limb} 的两个依据在同一日有效")
