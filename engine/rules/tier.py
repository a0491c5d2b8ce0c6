"""The tier (裁量阶次, D2): where the facts of a case stand in its cause's own table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from engine.dmn import Outcome, evaluate
from engine.errors import InvalidInputError, LawError
from engine.law.benchmark import Benchmark
from engine.law.book import LawBook
from engine.law.causes import Basis, Cause, Quantity
from engine.rules.assessment import AssessmentInput, Run
from engine.rules.basis import NEW, compare, concluded, norm
from engine.rules.table import TO_THE_PANEL, run_table, tables_for

NONE_MADE_OUT = "不构成"
TIERS = ("特别严重", "严重", "较重", "一般", "轻微", NONE_MADE_OUT)
"""The heaviest first; other words have no place in the order."""

PIECES = frozenset({"张", "株", "只", "头", "件", "台", "日"})
RATES = {"yuan": "元", "percent": "%", "times": "倍", "each": "元"}
"""What stands after a number of a range, by its unit."""

REPEATS, FIRST, REFUSED, CORRECTED = "重复次数", "初次违法", "拒不改正", "当场改正"
"""Of a case: earlier fines in the window of `repeat.window`, whether there was neither a fine nor an exemption as a first breach, and
whether the party refused to correct or corrected at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A tier in the unit of the statutory range; `condition` are the words of its row, `metric` what chose it.

    `elements` are the names of what its table asks; `reason` and `compared` tell how two versions of the table were compared, nothing where
    there was one.
    """

    name: str
    low: Decimal
    high: Decimal
    condition: str
    metric: Decimal | None
    elements: frozenset[str]
    run: Run
    reason: str = ""
    compared: Run | None = None


def part_of(basis: Basis, tier: Tier) -> tuple[Decimal, Decimal] | None:
    """Return the part of the statutory range in which a tier lies; None where the article knows no sum for serious cases (情节严重)."""
    if basis.serious is None or basis.span is None:
        return None
    minimum, maximum = basis.span
    return (basis.serious, maximum) if tier.low >= basis.serious else (minimum, basis.serious)


def find_tier(cause: Cause, basis: Basis, case: AssessmentInput, law: LawBook) -> Tier:
    """Return the tier of a case, the heaviest of the rows that fit.

    Of two versions of the table the one in force at the act counts, unless today's is lighter (从旧兼从轻, 行政处罚法 Art. 37).
    Refuses with no_basis where the facts do not make out the breach (行政处罚法 Art. 40), with no_benchmark where no row fits
    (Art. 34), with invalid input where a quantity is missing.
    """
    found = [(table, tier_of(table, cause, case)) for table in tables_for(basis.table, law, case.act_end)]
    tiers = [(table, tier) for table, tier in found if tier is not None]
    if not tiers:
        raise LawError("no_benchmark", f"裁量基准中没有适合本案情形的阶次，{TO_THE_PANEL}", basis="行政处罚法 34", field="untiered")
    return tiers[0][1] if len(tiers) == 1 else _lighter(tiers, basis.unit, case.act_end, law)


def tier_of(table: Benchmark, cause: Cause, case: AssessmentInput) -> Tier | None:
    """Return the tier by one version of the table, None where none of its rows fits; refuses with no_basis what is no breach."""
    outcome, made = run_table("D2", table, "tier", _values(cause, case))
    if not isinstance(outcome.value, dict):
        return None
    row, condition = outcome.value, outcome.hits[0].annotations["情形"]
    if row["阶次"] == NONE_MADE_OUT:
        raise LawError(
            "no_basis",
            f"{condition}，违法事实不成立。",
            basis="行政处罚法 40",
            field=next((item.key for item in cause.limbs[case.limb].inputs), None),
        )
    return Tier(
        name=row["阶次"],
        low=row["下限"],
        high=row["上限"],
        condition=condition,
        metric=_metric(cause, case, outcome),
        elements=table.model.needs("tier"),
        run=made,
    )


def _lighter(tiers: Sequence[tuple[Benchmark, Tier]], unit: str, act_end: date, law: LawBook) -> Tier:
    """Return the tier of the version at the act unless today's is lighter, compared as old and new law are: a tie is not lighter."""
    (before, then), (after, now) = tiers
    terms = ((before.valid_from, after.valid_from - timedelta(days=1)), (after.valid_from, None))
    norms = [
        norm(number, tier.run.version, term, (tier.low, tier.high), ()) for number, (tier, term) in enumerate(zip((then, now), terms, strict=True), 1)
    ]
    outcome, compared = compare(norms, act_end, law.day, law, title="适用的裁量基准")
    lighter = concluded(outcome) == NEW
    chosen, which = (now, "现行基准较轻，适用现行基准") if lighter else (then, "现行基准不轻于行为时的基准，适用行为时的基准")
    told = "；".join(f"{when}{tier.run.version}：{tier.name}，{_span(tier, unit)}" for when, tier in (("行为时的", then), ("现行的", now)))
    return replace(chosen, reason=f"{told}。{which}（行政处罚法第37条从旧兼从轻）。", compared=compared)


def _span(tier: Tier, unit: str) -> str:
    return f"{tier.low:,f}至{tier.high:,f}{RATES[unit]}"


def check_untiered(cause: Cause, basis: Basis, case: AssessmentInput, law: LawBook) -> None:
    """Refuse to go before the panel for want of a tier where the published table has one (行政处罚法 Art. 34)."""
    if basis.fixed:
        raise InvalidInputError({"untiered": ["法律规定了确定的罚款数额，没有裁量幅度，不需要裁量阶次，不勾选此项。"]})
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
        inputs = cause.limbs[case.limb].inputs
        return case.measures[inputs[0].key] if len(inputs) == 1 else None
    found = next((required.value for required in outcome.required if required.name == cause.metric.name), None)
    return found if isinstance(found, Decimal) else None


def is_slight(cause: Cause, basis: Basis, case: AssessmentInput, law: LawBook) -> bool:
    """Tell whether the cause's table, at the act or today, names the facts 轻微: then exemption is examined before any tier."""
    tables = tables_for(basis.table, law, case.act_end) if basis.table in law.benchmarks else ()
    return any(names_slight(table, cause, case) for table in tables)


def names_slight(table: Benchmark, cause: Cause, case: AssessmentInput) -> bool:
    """Tell whether one version of a table names the facts 轻微."""
    return "slight" in table.model.decisions and evaluate(table.model, "slight", _values(cause, case)).result is True


def check_measured(inputs: Iterable[Quantity], case: AssessmentInput) -> None:
    """Ask for the quantities that were not measured; what is counted in pieces is a whole number."""
    problems = {quantity.key: [problem] for quantity in inputs if (problem := _problem(quantity, case))}
    if problems:
        raise InvalidInputError(problems)


def _problem(quantity: Quantity, case: AssessmentInput) -> str | None:
    measured = case.measures.get(quantity.key)
    if measured is None:
        return f"请填写{quantity.name}（{quantity.unit}）。"
    return f"{quantity.name}须为整数。" if quantity.unit in PIECES and measured != measured.to_integral_value() else None


def _values(cause: Cause, case: AssessmentInput) -> dict[str, object]:
    inputs = cause.limbs[case.limb].inputs
    check_measured(inputs, case)
    measures: dict[str, object] = {quantity.name: case.measures[quantity.key] for quantity in inputs}
    return {**measures, REPEATS: case.repeats, REFUSED: case.refused, CORRECTED: case.circumstances.corrected, FIRST: case.circumstances.first}
