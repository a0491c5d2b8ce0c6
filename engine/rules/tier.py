"""The tier (裁量阶次, D2): where the facts of a case stand in its cause's own table."""

from dataclasses import dataclass
from decimal import Decimal

from engine.dmn import Outcome, evaluate
from engine.errors import InvalidInputError, LawError
from engine.law.book import LawBook
from engine.law.causes import Basis, Cause
from engine.rules.assessment import AssessmentInput, Run
from engine.rules.table import TO_THE_PANEL, find_table, run

NONE_MADE_OUT = "不构成"
REPEATS = "重复次数"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A tier in the unit of the statutory range; `condition` are the words of its row, `metric` what chose it."""

    name: str
    low: Decimal
    high: Decimal
    condition: str
    metric: Decimal | None
    counts_repeats: bool
    run: Run


def find_tier(cause: Cause, basis: Basis, case: AssessmentInput, law: LawBook) -> Tier:
    """Return the tier of a case, the heaviest of the rows that fit.

    Refuses with no_basis where the facts do not make out the breach (行政处罚法 Art. 40), with no_benchmark where no row fits
    (Art. 34), with invalid input where a quantity is missing.
    """
    find_table(basis.table, law)
    outcome, made = run("D2", basis.table, "tier", _values(cause, case), law)
    if not isinstance(outcome.value, dict):
        raise LawError("no_benchmark", f"裁量基准中没有适合本案情形的阶次，{TO_THE_PANEL}", basis="行政处罚法 34", field="untiered")
    row, condition = outcome.value, outcome.hits[0].annotations["情形"]
    if row["阶次"] == NONE_MADE_OUT:
        raise LawError("no_basis", f"{condition}，违法事实不成立。", basis="行政处罚法 40", field=cause.inputs[0].key if cause.inputs else None)
    metric = _metric(cause, case, outcome)
    return Tier(
        name=row["阶次"],
        low=row["下限"],
        high=row["上限"],
        condition=condition,
        metric=metric,
        counts_repeats=REPEATS in find_table(basis.table, law).model.needs("tier"),
        run=made,
    )


def check_untiered(cause: Cause, basis: Basis, case: AssessmentInput, law: LawBook) -> None:
    """Refuse to go before the panel for want of a tier where the published table has one (行政处罚法 Art. 34)."""
    try:
        tier = find_tier(cause, basis, case, law)
    except LawError as refusal:
        if refusal.code == "no_benchmark":
            return
        raise
    raise InvalidInputError({"untiered": [f"本案适用“{tier.name}”阶次；要在阶次以外处罚的，不勾选此项，写明理由。"]})


def _metric(cause: Cause, case: AssessmentInput, outcome: Outcome) -> Decimal | None:
    """Return the quantity that chose the tier: what the table computes, or the one thing that was measured."""
    if cause.metric is None:
        return case.measures[cause.inputs[0].key] if len(cause.inputs) == 1 else None
    found = next((required.value for required in outcome.required if required.name == cause.metric.name), None)
    return found if isinstance(found, Decimal) else None


def is_slight(cause: Cause, basis: Basis, case: AssessmentInput, law: LawBook) -> bool:
    """Tell whether the cause's table names the facts 轻微: then exemption is examined before any tier."""
    table = law.benchmarks.get(basis.table)
    if table is None or "slight" not in table.model.decisions:
        return False
    return evaluate(table.model, "slight", _values(cause, case)).result is True


def _values(cause: Cause, case: AssessmentInput) -> dict[str, object]:
    absent = {quantity.key: [f"请填写{quantity.name}（{quantity.unit}）。"] for quantity in cause.inputs if quantity.key not in case.measures}
    if absent:
        raise InvalidInputError(absent)
    measures: dict[str, object] = {quantity.name: case.measures[quantity.key] for quantity in cause.inputs}
    return {**measures, REPEATS: case.repeats, "拒不改正": case.refused, "当场改正": case.circumstances.corrected}
