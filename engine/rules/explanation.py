"""Explanation (裁量说明): how an amount came about, line by line, for everyone who may ask."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from engine.law.causes import Basis, Cause, Limb
from engine.rules.amount import Recommended
from engine.rules.assessment import AppliedFactor, Assessment
from engine.rules.factor import LENIENT, SEVERE, Factors
from engine.rules.rate import Base, number
from engine.rules.reckoning import ReckoningLine
from engine.rules.tier import RATES, Tier, part_of

_WORDS = {LENIENT: ("从轻", "没有从轻情节"), SEVERE: ("从重", "没有从重情节")}
COEFFICIENT = "系数"
_MIDDLE = "0.5"

FIXED = "法定定额"
"""What stands in place of a tier where the law knows one sum or one rate only."""

FINE, RANGE = "罚款", "法定幅度"

CHANGED_LAW = "行政处罚法 37"
"""Among the sources of an assessment where old and new law differ."""


def reckoning_lines(cause: Cause, limb: Limb, tier: Tier, factors: Factors, made: Recommended) -> tuple[ReckoningLine, ...]:
    """Return the lines from the foot of the tier to the amount; the reader can redo the arithmetic."""
    low, width, unit = tier.low, tier.high - tier.low, made.unit
    shown = cause.metric or next(iter(limb.inputs), None)
    metric = "" if tier.metric is None or shown is None else f"，{shown.name}{number(tier.metric)}{shown.unit}"
    return (
        ReckoningLine(f"{tier.name}阶次下限", f"{tier.run.version} 第{cause.id}号{metric}，{tier.condition}", quantity(low, unit)),
        ReckoningLine("阶次宽度", f"{number(tier.high)} − {number(low)}", quantity(width, unit)),
        *_part_lines(factors, made),
        ReckoningLine(FINE, f"{number(low)} + {number(width)} × {number(made.coefficient)}，{made.rounding}", quantity(made.rate, unit)),
    )


def fixed_lines(cite: str, rate: Decimal, unit: str) -> tuple[ReckoningLine, ...]:
    """Return the line of a fine that the law fixes: it leaves no discretion, so that no benchmark is applied (行政处罚法 Art. 34)."""
    return (ReckoningLine(FIXED, f"{cite}规定了确定的数额，没有裁量幅度，不需要裁量基准", quantity(rate, unit)),)


def converted_lines(base: Base, made: Recommended) -> Iterator[ReckoningLine]:
    """Yield the lines from a rate to the fine in yuan; none where the range is in yuan."""
    if base.unit != "yuan":
        yield from _base_line(base)
        yield ReckoningLine("折合罚款", f"{base.times(made.rate)}，{made.converted}", f"{number(made.fine)}元")


def range_lines(base: Base, basis: Basis) -> Iterator[ReckoningLine]:
    """Yield the lines from the rates of the law to the range in yuan in which the panel decides; none where the range is in yuan."""
    if base.unit == "yuan" or basis.minimum is None or basis.maximum is None:
        return
    yield from _base_line(base)
    low, high = base.ends(basis.minimum, basis.maximum)
    rates = f"{quantity(basis.minimum, base.unit)}至{quantity(basis.maximum, base.unit)}"
    yield ReckoningLine(RANGE, f"{base.words} × {rates}", f"{number(low)}至{number(high)}元")


def serious_line(basis: Basis, tier: Tier | None) -> Iterator[ReckoningLine]:
    """Yield the line of an article that gives serious cases a range of their own: no adjustment leaves the part of the tier."""
    part = None if tier is None else part_of(basis, tier)
    if tier is None or part is None:
        return
    grave = "属于" if part[0] == basis.serious else "不属于"
    why = f"该条从{quantity(part[0] if grave == '属于' else part[1], basis.unit)}起只适用于情节严重的；“{tier.name}”阶次{grave}情节严重"
    yield ReckoningLine("情节严重的界限", why, f"{number(part[0])}至{number(part[1])}元")


def _base_line(base: Base) -> Iterator[ReckoningLine]:
    if " × " in base.words:
        yield ReckoningLine("计罚基数", base.words, number(base.amount))


def _part_lines(factors: Factors, made: Recommended) -> Iterator[ReckoningLine]:
    """Yield what the coefficient is made of: where it starts, the factors either way, whatever else the rule counts, and its bounds."""
    start, *others = made.parts
    counted = {word: sum((part.value for part in others if part.item == word), Decimal(0)) for word, _ in _WORDS.values()}
    yield ReckoningLine(start.item, start.why, number(start.value))
    yield _factor_line(LENIENT, factors.lenient, factors.applied, counted)
    yield _factor_line(SEVERE, factors.severe, factors.applied, counted)
    yield from (ReckoningLine(part.item, part.why, _signed(part.value)) for part in others if part.item not in counted)
    if made.free != made.coefficient:
        yield ReckoningLine(COEFFICIENT, made.bounds, number(made.coefficient))


def _factor_line(direction: str, count: int, applied: Sequence[AppliedFactor], counted: Mapping[str, Decimal]) -> ReckoningLine:
    word, nothing = _WORDS[direction]
    why = "；".join(f"{factor.title}，{'、'.join(factor.evidence)}" for factor in applied if factor.direction == direction)
    return ReckoningLine(f"{word}{count}项", why or ("" if count else nothing), _signed(counted[word]))


def _signed(value: Decimal) -> str:
    return f"{'−' if value < 0 else '+'}{number(abs(value))}"


def quantity(value: Decimal, unit: str) -> str:
    """Return a sum in yuan, a percentage, or so many times."""
    return f"{number(value)}{RATES[unit]}"


def compared(assessment: Assessment) -> str:
    """Return how old and new law, and old and new benchmark, were compared, for papers; nothing where they are the same."""
    changed = f"{assessment.basis_reason}。" if CHANGED_LAW in assessment.sources else ""
    return changed + assessment.edition_reason


def reckoned(assessment: Assessment) -> str:
    """Return the arithmetic of the recommended amount for papers, step by step, so that the party can redo it."""
    lines = {line.label: line for line in assessment.lines}
    told = _steps(assessment.lines, lines[FINE]) if FINE in lines else ""
    spans = f"法定幅度按{lines[RANGE].why}计算，为{lines[RANGE].value}。" if RANGE in lines else ""
    return told + spans + (f"折合罚款{lines['折合罚款'].value}（{lines['折合罚款'].why}）。" if "折合罚款" in lines else "")


def _steps(lines: Sequence[ReckoningLine], fine: ReckoningLine) -> str:
    """Return the way from the foot of the tier to the amount in one sentence."""
    foot, width, start = lines[:3]
    middle = "中值" if start.value == _MIDDLE else "起点"
    parts = [line for line in lines[3 : lines.index(fine)] if line.label != COEFFICIENT]
    counted = [f"{line.label}{'减' if line.value.startswith('−') else '加'}{line.value[1:]}" for line in parts if line.value != "+0"]
    clamp = [f"{line.why}，取{line.value}" for line in lines[3:] if line.label == COEFFICIENT]
    part = "，".join([f"系数从{middle}{start.value}起", *counted, *clamp]) if counted else f"系数取{middle}{start.value}"
    sum_, _, grain = fine.why.partition("，")
    return f"按裁量基准计算：{foot.label}{foot.value}，阶次宽度{width.value}；{part}；{sum_} = {fine.value}（{grain}）。"
