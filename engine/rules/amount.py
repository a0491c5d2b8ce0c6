"""The recommended amount (建议数额, D4): where in its tier a fine lies, and what a rate of a base comes to."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from engine.rules.money import round_half_up

_MIDDLE, _STEP = Decimal("0.5"), Decimal("0.2")
_GRAIN = {"yuan": Decimal(10), "percent": Decimal("0.01"), "times": Decimal("0.01"), "each": Decimal(1)}
_SCALE = {"percent": Decimal("0.01"), "times": Decimal(1), "each": Decimal(1)}
_EXACT = Context(prec=60)
_CENT = Decimal("0.01")


def coefficient(lenient: int, severe: int) -> Decimal:
    """Return how far into the tier a fine lies, 0 to 1: the middle, a fifth less for each lenient and more for each severe factor."""
    return max(Decimal(0), min(Decimal(1), _MIDDLE - _STEP * lenient + _STEP * severe))


def recommended(low: Decimal, high: Decimal, lenient: int, severe: int, unit: str) -> Decimal:
    """Return the amount in a tier, half rounded up to 10 yuan, or to 0.01 % (times, 1 yuan a piece) of a tier in rates; never outside it."""
    amount = round_half_up(low + (high - low) * coefficient(lenient, severe), _GRAIN[unit])
    return max(low, min(high, amount))


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


def share(base: Decimal, rate: Decimal, unit: str = "percent") -> Decimal:
    """Return what a rate of a base amount comes to (城乡规划法 Art. 64), half rounded up to 1 yuan."""
    return round_half_up(product(base, rate, _SCALE[unit]), Decimal(1))
