"""History (既往处理): what was decided before against the same party for the same cause, and what follows from it.

Only an effective fine counts as a prior; a breach that was spared as the first one uses up the first time
(行政处罚法 Art. 33(1), 34; the windows are parameters of the city's benchmark).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.law.parameters import Values
from engine.rules.reckoning import months_later


@dataclass(frozen=True, slots=True)
class PastDecision:
    """A decision that took effect before the act: its number, the day of its service, and the fine in yuan, None where none was imposed."""

    number: str
    on: date
    fine: Decimal | None


def repeats(past: Sequence[PastDecision], act_end: date, parameters: Values) -> int:
    """Return how many fines lie within the window of repeats up to the act; one of them makes the act the second."""
    return len(_fines_since(past, act_end, parameters.integer("repeat.window")))


def is_first(past: Sequence[PastDecision], act_end: date, parameters: Values) -> bool:
    """Tell whether there was neither a fine nor an exemption as first offence within the window up to the act."""
    since = months_later(act_end, -parameters.integer("first_offence.window"))
    return not any(each.on >= since for each in past)


def priors(past: Sequence[PastDecision], act_end: date, parameters: Values) -> Sequence[PastDecision]:
    """Return the fines within the window of the factors 从重, oldest first (parameter `prior.window`, domain.md §12)."""
    return _fines_since(past, act_end, parameters.integer("prior.window"))


def _fines_since(past: Sequence[PastDecision], act_end: date, months: int) -> Sequence[PastDecision]:
    since = months_later(act_end, -months)
    return [each for each in past if each.fine and each.on >= since]
