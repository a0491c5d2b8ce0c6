"""Causes (案由): what is forbidden, in which limbs, on which dated basis, within which statutory range."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

PARTIES = frozenset({"any", "citizen", "org", "business"})
"""Whom a limb may punish: anybody, individuals (个人), units (单位), or units and individual businesses (单位和个体工商户)."""


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis with its term, both days included; minimum and maximum are None where it knows no fine.

    `unit` is `yuan`, or what the range is counted in, of the base that the limb names: `percent` or `times` of a sum such as the cost of
    a building, `each` yuan for every piece. `table` names the discretion table that was published under this basis, `licence` the
    licence that it revokes. `party` is whom the article punishes, one of PARTIES, where it names fewer than the limb; `serious` is the
    sum in yuan that only a serious case (情节严重) reaches and none but a serious case exceeds. `daily` marks what 生态环境法典 Art. 1060
    speaks of: whoever was fined under it and refuses to correct may be fined for every day.
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
    licence: str = ""
    party: str = ""
    serious: Decimal | None = None
    daily: bool = False

    @property
    def span(self) -> tuple[Decimal, Decimal] | None:
        """Return both ends of the range in its unit, None where the basis knows no fine."""
        return None if self.minimum is None or self.maximum is None else (self.minimum, self.maximum)

    @property
    def fixed(self) -> bool:
        """Tell whether the fine is a fixed sum or rate (定额): it leaves no discretion, so that no benchmark is needed."""
        return self.maximum is not None and self.minimum == self.maximum

    def in_force(self, day: date) -> bool:
        """Tell whether the basis is in force on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something measured: the form's key, the variable's name in the table, and the unit."""

    key: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class Limb:
    """One way of breaking the rule (情形) with its bases, new and old; `may` marks 可以 ranges, in which no fine is allowed with reasons.

    Attributes:
        party: who is punished, one of PARTIES.
        inputs: what is measured; those of the cause, where the limb names none of its own.
        base: the inputs whose product is the base of a range that is not in yuan.
        lawful: the article by which the conduct is no breach at all; such a limb has no basis and nothing follows from it.
        approval: who must have approved the penalty beforehand (报经批准); empty where nobody has to.
        duty: what has to be done besides, so many times the first input: `责令在规定地点补种树木{}株`, counted by `multiple`.
    """

    key: str
    title: str
    party: str
    conduct: str
    correction: str
    requires_prior_order: bool
    may: bool
    bases: tuple[Basis, ...]
    inputs: tuple[Quantity, ...] = ()
    base: tuple[str, ...] = ()
    lawful: str = ""
    duty: str = ""
    multiple: int = 1
    approval: str = ""


@dataclass(frozen=True, slots=True)
class SeizureBasis:
    """An article that allows to seize or seal in cases of a cause, with its term, both days included. Source: 行政强制法 Art. 10, 22.

    `measures` are seize (扣押) and seal (查封); `ordered` where the government must order it first (城乡规划法 Art. 68).
    """

    cite: str
    valid_from: date
    valid_to: date | None = None
    measures: tuple[str, ...] = ("seize",)
    ordered: bool = False

    def in_force(self, day: date) -> bool:
        """Tell whether the article is in force on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause of action of the local catalogue; `metric` is what its table computes from what is measured, `group` where people look for it.

    `daily` marks the cause of fines for every day (按日连续处罚): nobody registers it but after the re-check of a case that was fined.
    """

    id: str
    title: str
    brief: str
    metric: Quantity | None
    limbs: Mapping[str, Limb]
    seizures: tuple[SeizureBasis, ...] = ()
    group: str = ""
    daily: bool = False

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Return everything that is measured under any limb, once each, in the order of the catalogue."""
        return tuple(dict.fromkeys(quantity for limb in self.limbs.values() for quantity in limb.inputs))


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

    def limb(self, cause: str, key: str) -> Limb:
        """Return a limb of a cause; raise KeyError where the catalogue has none."""
        return self.causes[cause].limbs[key]

    def named(self, codes: Iterable[str]) -> str:
        """Return causes by title and code, 运输渣土等散装、流体物料未密闭（JC13）; what the catalogue does not know by its code alone."""
        return "、".join(f"{self.causes[code].title}（{code}）" if code in self.causes else code for code in codes)


def read_causes(text: str) -> Causes:
    """Read the catalogue; a range with its ends exchanged, an end alone, or an unknown kind of party raises ValueError."""
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
    base = entry.get("base", ())
    # Catalogues of before 0.3.0 name one input here, and they stay published.
    shared = {"inputs": entry.get("inputs", ()), "base": (base,) if isinstance(base, str) else base}
    limbs = [_limb(entry["id"], shared | limb) for limb in entry["limb"]]
    return Cause(
        id=entry["id"],
        title=entry["title"],
        brief=entry["brief"],
        metric=Quantity("metric", metric["name"], metric["unit"]) if metric else None,
        limbs={limb.key: limb for limb in limbs},
        seizures=tuple(_seizure(basis) for basis in entry.get("seizure", ())),
        group=entry.get("group", ""),
        daily=entry.get("daily", False),
    )


def _seizure(entry: Mapping[str, Any]) -> SeizureBasis:
    return SeizureBasis(**{**entry, "measures": tuple(entry.get("measures", ("seize",)))})


def _limb(cause: str, entry: Mapping[str, Any]) -> Limb:
    if entry["party"] not in PARTIES:
        raise ValueError(f"{cause} {entry['key']} 的当事人类型不明")
    bases = [_basis(cause, basis) for basis in entry.get("basis", ())]
    _check_terms(entry["key"], bases)
    inputs, base = tuple(Quantity(**quantity) for quantity in entry["inputs"]), tuple(entry["base"])
    known = {quantity.key for quantity in inputs}
    if not known.issuperset(base) or any((basis.unit == "yuan") == bool(base) for basis in bases if basis.maximum is not None):
        raise ValueError(f"{entry['key']} 的计罚基数与幅度的单位不一致")
    if bool(bases) == ("lawful" in entry):
        raise ValueError(f"{entry['key']} 须有处罚依据，或者写明不属于违法行为的依据")
    return Limb(**{name: value for name, value in entry.items() if name != "basis"} | {"bases": tuple(bases), "inputs": inputs, "base": base})


def _basis(cause: str, entry: Mapping[str, Any]) -> Basis:
    minimum, serious, maximum = (Decimal(entry[end]) if end in entry else None for end in ("minimum", "serious", "maximum"))
    if (minimum is None) != (maximum is None) or (minimum or 0) > (maximum or 0):
        raise ValueError(f"{entry['cite']} 的法定幅度不成幅度")
    if serious is not None and (entry.get("unit", "yuan") != "yuan" or not (minimum or 0) < serious < (maximum or 0)):
        raise ValueError(f"{entry['cite']} 情节严重的数额不在法定幅度之内")
    if entry.get("party", "any") not in PARTIES:
        raise ValueError(f"{cause} {entry['cite']} 的当事人类型不明")
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
        licence=entry.get("licence", ""),
        party=entry.get("party", ""),
        serious=serious,
        daily=entry.get("daily", False),
    )


def _check_terms(limb: str, bases: Sequence[Basis]) -> None:
    for i, one in enumerate(bases):
        if any(one.in_force(other.valid_from) or other.in_force(one.valid_from) for other in bases[:i]):
            raise ValueError(f"{limb} 的两个依据在同一日有效")
