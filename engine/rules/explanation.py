"""Explanation (裁量说明): how an amount came about, line by line, for everyone who may ask."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from engine.law.causes import Basis, Cause, Limb
from engine.rules.amount import coefficient
from engine.rules.assessment import AppliedFactor, Assessment
from engine.rules.factor import LENIENT, SEVERE, Factors
from engine.rules.rate import Base, number
from engine.rules.reckoning import ReckoningLine
from engine.rules.tier import RATES, Tier, part_of

_WORDS = {LENIENT: ("从轻", "−", "没有从轻情节"), SEVERE: ("从重", "+", "没有从重情节")}


_GRAINS = {"yuan": "取整到10元", "percent": "取到0.01%", "times": "取到0.01倍", "each": "取整到元"}
_ROUNDED = "四舍五入到元"
FIXED = "法定定额"
"""What stands in place of a tier where the law knows one sum or one rate only."""

FINE, RANGE = "罚款", "法定幅度"

CHANGED_LAW = "行政处罚法 37"
"""Among the sources of an assessment where old and new law differ."""


def reckoning_lines(cause: Cause, limb: Limb, tier: Tier, factors: Factors, amount: Decimal, unit: str) -> tuple[ReckoningLine, ...]:
    """Return the lines from the foot of the tier to the amount; the reader can redo the arithmetic."""
    low, width = tier.low, tier.high - tier.low
    part = coefficient(factors.lenient, factors.severe)
    shown = cause.metric or next(iter(limb.inputs), None)
    metric = "" if tier.metric is None or shown is None else f"，{shown.name}{number(tier.metric)}{shown.unit}"
    return (
        ReckoningLine(f"{tier.name}阶次下限", f"{tier.run.version} 第{cause.id}号{metric}，{tier.condition}", quantity(low, unit)),
        ReckoningLine("阶次宽度", f"{number(tier.high)} − {number(low)}", quantity(width, unit)),
        ReckoningLine("起点系数", "无情节时取中值", "0.5"),
        _factor_line(LENIENT, factors.lenient, factors.applied),
        _factor_line(SEVERE, factors.severe, factors.applied),
        *_clamp_line(factors, part),
        ReckoningLine(FINE, f"{number(low)} + {number(width)} × {number(part)}，{_GRAINS[unit]}", quantity(amount, unit)),
    )


def fixed_lines(cite: str, rate: Decimal, unit: str) -> tuple[ReckoningLine, ...]:
    """Return the line of a fine that the law fixes: it leaves no discretion, so that no benchmark is applied (行政处罚法 Art. 34)."""
    return (ReckoningLine(FIXED, f"{cite}规定了确定的数额，没有裁量幅度，不需要裁量基准", quantity(rate, unit)),)


def converted_lines(base: Base, rate: Decimal, fine: Decimal) -> Iterator[ReckoningLine]:
    """Yield the lines from a rate to the fine in yuan; none where the range is in yuan."""
    if base.unit != "yuan":
        yield from _base_line(base)
        yield ReckoningLine("折合罚款", f"{base.times(rate)}，{_ROUNDED}", f"{number(fine)}元")


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


def _factor_line(direction: str, count: int, applied: Sequence[AppliedFactor]) -> ReckoningLine:
    word, sign, nothing = _WORDS[direction]
    why = "；".join(f"{factor.title}，{'、'.join(factor.evidence)}" for factor in applied if factor.direction == direction)
    return ReckoningLine(f"{word}{count}项", why or ("" if count else nothing), f"{sign}{number(Decimal('0.2') * count)}" if count else "+0")


def _clamp_line(factors: Factors, part: Decimal) -> Iterator[ReckoningLine]:
    free = Decimal("0.5") + Decimal("0.2") * (factors.severe - factors.lenient)
    if free != part:
        yield ReckoningLine("系数", "最低为0，最高为1", number(part))


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
    counted = [f"{line.label}{'减' if line.value.startswith('−') else '加'}{line.value[1:]}" for line in lines[3:5] if line.value != "+0"]
    clamp = [f"{line.why}，取{line.value}" for line in lines[5:] if line.label == "系数"]
    part = "，".join([f"系数从中值{start.value}起", *counted, *clamp]) if counted else f"系数取中值{start.value}"
    sum_, _, grain = fine.why.partition("，")
    return f"按裁量基准计算：{foot.label}{foot.value}，阶次宽度{width.value}；{part}；{sum_} = {fine.value}（{grain}）。"
