"""Spread of fines (罚款分布): what similar cases paid (同案同罚), without telling who paid it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from engine.errors import InvalidInputError
from engine.rules.money import format_yuan, round_half_up

SMALLEST = 5
"""Fewer cases have no spread: it would say more about chance, and about single parties, than about practice."""

_LOW, _QUARTER, _HALF, _THREE, _HIGH = (Decimal(part) for part in ("0.1", "0.25", "0.5", "0.75", "0.9"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The fines of some cases in yuan: how many, the middle, the middle half, and the middle 80 %."""

    count: int
    low: Decimal
    quarter: Decimal
    median: Decimal
    three_quarters: Decimal
    high: Decimal

    def holds(self, fine: Decimal) -> bool:
        """Tell whether a fine lies in the middle 80 %."""
        return self.low <= fine <= self.high


def spread(fines: Sequence[Decimal]) -> Spread | None:
    """Return the spread of fines, None for fewer than five; between two fines a quantile lies in proportion, rounded to a yuan."""
    if len(fines) < SMALLEST:
        return None
    ordered = sorted(fines)
    low, quarter, median, three, high = (_quantile(ordered, part) for part in (_LOW, _QUARTER, _HALF, _THREE, _HIGH))
    return Spread(count=len(ordered), low=low, quarter=quarter, median=median, three_quarters=three, high=high)


def _quantile(ordered: Sequence[Decimal], part: Decimal) -> Decimal:
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return round_half_up(ordered[below] + (ordered[above] - ordered[below]) * (place - below), Decimal(1))


def check_reason(found: Spread | None, fine: Decimal, reason: str) -> None:
    """Refuse a fine outside the middle 80 % of similar cases without a reason on record (行政处罚法 Art. 34; 国办发〔2022〕27号: 类案同罚)."""
    if found is None or found.holds(fine) or reason.strip():
        return
    usual = f"{format_yuan(found.low)}至{format_yuan(found.high)}"
    message = f"同类案件{found.count}件，八成罚款在{usual}之间，拟罚款{format_yuan(fine)}不在其中：须写明理由（行政处罚法第三十四条，类案同罚）。"
    raise InvalidInputError({"fine_reason": [message]})
