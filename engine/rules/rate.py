"""Rates (计罚倍数): a range that the law counts in per cent, times or pieces, reckoned in yuan from what was measured."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from engine.errors import InvalidInputError
from engine.law.causes import Limb
from engine.rules.assessment import AssessmentInput
from engine.rules.money import LIMIT
from engine.rules.tier import RATES, check_measured

_SCALE = {"percent": Decimal("0.01"), "times": Decimal(1), "each": Decimal(1)}
_EXACT = Context(prec=60)
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Base:
    """The base of a range (计罚基数): what it comes to, how it is put together in words, and the unit of the rates."""

    amount: Decimal
    words: str
    unit: str

    def ends(self, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
        """Return both ends of a range in yuan."""
        return (low, high) if self.unit == "yuan" else walls(self.amount, low, high, self.unit)

    def times(self, rate: Decimal) -> str:
        """Return the multiplication in words: 工程造价1,200,000元 × 5.75%."""
        return f"{self.words} × {number(rate)}{RATES[self.unit]}"


def base_of(limb: Limb, unit: str, case: AssessmentInput) -> Base:
    """Return the base of a limb's range; refuses with invalid input where a quantity is missing, or too small or too large to be true.

    Source: 城乡规划法 Art. 64 (造价的百分比), 北京市绿化条例 Art. 70, 71 (价值、地价款的倍数).
    """
    if unit == "yuan":
        return Base(Decimal(1), "", unit)
    check_measured(limb.inputs, case)
    parts = [quantity for quantity in limb.inputs if quantity.key in limb.base]
    amount = product(*(case.measures[part.key] for part in parts))
    if not 1 <= amount < LIMIT:
        raise InvalidInputError({part.key: [f"{part.name}须合乎实际：罚款按它计算，计罚基数不足一元或者过大。"] for part in parts})
    return Base(amount, " × ".join(f"{part.name}{number(case.measures[part.key])}{part.unit}" for part in parts), unit)


def product(*numbers: Decimal) -> Decimal:
    """Return the exact product of quantities and prices, such as an area times a price per square metre."""
    result = Decimal(1)
    for number in numbers:
        result = _EXACT.multiply(result, number)
    return result


def walls(base: Decimal, low: Decimal, high: Decimal, unit: str) -> tuple[Decimal, Decimal]:
    """Return the ends of a range of rates in yuan, to the fen: the lower never below the law's, the upper never above it.

    Where no sum in whole fen lies in a range, it comes to its upper end.
    """
    upper = product(base, high, _SCALE[unit]).quantize(_CENT, ROUND_FLOOR, _EXACT)
    return min(product(base, low, _SCALE[unit]).quantize(_CENT, ROUND_CEILING, _EXACT), upper), upper


def number(value: Decimal) -> str:
    """Return 15,000 or 0.3: thousands marks, no idle zeros."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
