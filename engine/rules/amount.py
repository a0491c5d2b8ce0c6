"""The recommended amount (建议数额, D4): where in its tier a fine lies."""

from decimal import Decimal

from engine.rules.money import round_half_up

_MIDDLE, _STEP = Decimal("0.5"), Decimal("0.2")
_GRAIN = {"yuan": Decimal(10), "percent": Decimal("0.01")}


def coefficient(lenient: int, severe: int) -> Decimal:
    """Return how far into the tier a fine lies, 0 to 1: the middle, a fifth less for each lenient and more for each severe factor."""
    return max(Decimal(0), min(Decimal(1), _MIDDLE - _STEP * lenient + _STEP * severe))


def recommended(low: Decimal, high: Decimal, lenient: int, severe: int, unit: str) -> Decimal:
    """Return the amount in a tier, half rounded up to 10 yuan, or to 0.01 % where the tier is a percentage; never outside the tier."""
    amount = round_half_up(low + (high - low) * coefficient(lenient, severe), _GRAIN[unit])
    return max(low, min(high, amount))


def share(base: Decimal, percent: Decimal) -> Decimal:
    """Return so many per cent of a base amount such as the cost of a building (城乡规划法 Art. 64), half rounded up to 1 yuan."""
    return round_half_up(base * percent / 100, Decimal(1))
