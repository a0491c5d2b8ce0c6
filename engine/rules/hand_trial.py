"""A case tried by hand on a table (手工试算): what somebody types, and the tier, the range, the sum and how it comes about."""

from dataclasses import dataclass
from decimal import Decimal

from engine.dmn import DecisionError
from engine.errors import LawError
from engine.law.benchmark import Benchmark
from engine.law.causes import Cause, Limb
from engine.rules.amount import recommend
from engine.rules.assessment import AssessmentInput
from engine.rules.explanation import converted_lines, reckoning_lines
from engine.rules.factor import Factors
from engine.rules.rate import base_of
from engine.rules.reckoning import ReckoningLine
from engine.rules.tier import RATES, names_slight, tier_of

SLIGHT, NOTHING, TIERED, UNDECIDED = "slight", "nothing", "tiered", "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandTrial:
    """What a table says of a case that somebody made up; `low` and `high` are in the unit of the range, `sign`, the amount in yuan.

    Attributes:
        verdict: slight (exemption is examined first), nothing (no breach), tiered, or undecided: `message` says why.
        version: the version of the table that answered.
        condition: the words of the row that decided.
        lines: the arithmetic from the foot of the tier to the sum.
    """

    verdict: str
    version: str
    message: str = ""
    tier: str = ""
    condition: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    amount: Decimal | None = None
    sign: str = "元"
    lines: tuple[ReckoningLine, ...] = ()


def try_by_hand(
    tables: tuple[Benchmark, Benchmark], cause: Cause, limb: Limb, case: AssessmentInput, unit: str, counts: tuple[int, int]
) -> HandTrial:
    """Return what one version of a table, with one of the rule of amounts, says of a case; `counts` are lenient and severe factors.

    Refuses with invalid input where a quantity of the cause is missing.
    """
    table, amounts = tables
    try:
        if names_slight(table, cause, case):
            return HandTrial(verdict=SLIGHT, version=table.version, message="情节轻微：先审查是否不予处罚，不进入阶次。")
        tier = tier_of(table, cause, case)
    except LawError as refusal:
        return HandTrial(verdict=NOTHING, version=table.version, message=refusal.message)
    except DecisionError as error:
        return HandTrial(verdict=UNDECIDED, version=table.version, message=f"{error.reason}。")
    if tier is None:
        return HandTrial(verdict=UNDECIDED, version=table.version, message="没有任何一行适用。")
    base, factors = base_of(limb, unit, case), Factors(applied=(), lenient=counts[0], severe=counts[1], runs=())
    made = recommend(base, tier.low, tier.high, *counts, amounts)
    return HandTrial(
        verdict=TIERED,
        version=table.version,
        tier=tier.name,
        condition=tier.condition,
        low=tier.low,
        high=tier.high,
        amount=made.fine,
        sign=RATES[unit],
        lines=(*reckoning_lines(cause, limb, tier, factors, made), *converted_lines(base, made)),
    )
