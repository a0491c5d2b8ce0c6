"""The recommended amount (建议数额, D4): where in its tier a fine lies, as the published rule says it, and what that comes to in yuan."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from engine.dmn import Outcome
from engine.law.benchmark import Benchmark
from engine.rules.assessment import Run
from engine.rules.rate import Base
from engine.rules.table import run_table

TABLE, FINE = "amount", "fine"
"""The published model, and the decision of it that answers in yuan."""

UNITS: Mapping[str, str] = {"yuan": "元", "percent": "百分比", "times": "倍", "each": "每件"}
"""What a range is counted in, as the model names it."""

ITEM, WHY, CONVERSION = "项目", "说明", "折合说明"
"""The annotations that the explanation quotes."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the coefficient: what it stands for, why, and how much it adds."""

    item: str
    why: str
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommended:
    """An amount with the way to it.

    Attributes:
        unit: in what the range is counted, as the catalogue says it; `rate` is in this unit, `fine` in yuan.
        parts: what the coefficient is made of; `free` is their sum, `coefficient` what it is bounded to, `bounds` says so in words.
        rounding: how the rate was rounded, in words, and `converted` how the yuan were.
        run: the run that can be kept.
    """

    unit: str
    rate: Decimal
    fine: Decimal
    parts: tuple[Part, ...]
    free: Decimal
    coefficient: Decimal
    bounds: str
    rounding: str
    converted: str
    run: Run


def recommend(base: Base, low: Decimal, high: Decimal, lenient: int, severe: int, table: Benchmark) -> Recommended:
    """Return the amount in a tier from `low` to `high` of the base, never outside it, by one version of the published rule.

    Source: domain.md §4.3; 行政处罚法 Art. 34.
    """
    outcome, made = run_table("D4", table, FINE, counted(base, low, high, lenient, severe))
    rate, sum_, coefficient, rounding = (outcome.part(name) for name in ("rate", "sum", "coefficient", "rounding"))
    notes = rounding.hits[0].annotations
    return Recommended(
        unit=base.unit,
        rate=_number(rate),
        fine=_number(outcome),
        parts=tuple(Part(hit.annotations[ITEM], hit.annotations[WHY], _plain(next(iter(hit.outputs.values())))) for hit in sum_.hits),
        free=_number(sum_),
        coefficient=_number(coefficient),
        bounds=coefficient.hits[0].annotations[WHY],
        rounding=notes[WHY],
        converted=notes[CONVERSION],
        run=made,
    )


def counted(base: Base, low: Decimal, high: Decimal, lenient: int, severe: int) -> Mapping[str, object]:
    """Return what the model asks for."""
    bottom, top = base.ends(low, high)
    return {
        "阶次下限": low,
        "阶次上限": high,
        "计罚单位": UNITS[base.unit],
        "从轻项数": lenient,
        "从重项数": severe,
        "计罚基数": base.amount,
        "罚款下限": bottom,
        "罚款上限": top,
    }


def _number(outcome: Outcome) -> Decimal:
    return _plain(outcome.result)


def _plain(value: object) -> Decimal:
    """Return a number without idle zeros and without an exponent."""
    number = (value if isinstance(value, Decimal) else Decimal(0)).normalize()
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number
