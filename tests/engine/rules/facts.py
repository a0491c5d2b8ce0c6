"""S2 for the rules: the facts of the grease-smoke case, and the law of its day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.rules.assessment import Assessment, AssessmentInput, ProvenFactor
from engine.rules.discretion import assess
from tests.engine.law.published import BOOK

DECIDED = date(2026, 10, 26)
SMOKE = AssessmentInput(
    cause="JC04",
    limb="exceeding",
    party="org",
    act_end=date(2026, 9, 14),
    decided=DECIDED,
    measures={"measured": Decimal("4.8"), "limit": Decimal("2.0")},
)
PURIFIER = ProvenFactor("harm_reduced", ("证据7", "发票"))


def assessed(**changes: object) -> Assessment:
    """Return the assessment of S2 with some facts changed."""
    return assess(replace(SMOKE, **changes), BOOK)  # type: ignore[arg-type]  # The names are those of the fields.
