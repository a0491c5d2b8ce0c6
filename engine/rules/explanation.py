"""Explanation (裁量说明): how an amount came about, line by line, for everyone who may ask."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from engine.law.causes import Cause
from engine.rules.amount import coefficient
from engine.rules.assessment import AppliedFactor, Assessment
from engine.rules.factor import LENIENT, SEVERE, Factors
from engine.rules.reckoning import ReckoningLine
from engine.rules.tier import Tier

_WORDS = {LENIENT: ("从轻", "−", "没有从轻情节"), SEVERE: ("从重", "+", "没有从重情节")}


def reckoning_lines(cause: Cause, tier: Tier, factors: Factors, amount: Decimal, unit: str) -> tuple[ReckoningLine, ...]:
    """Return the lines from the foot of the tier to the amount; the reader can redo the arithmetic."""
    low, width = tier.low, tier.high - tier.low
    part = coefficient(factors.lenient, factors.severe)
    shown = cause.metric or next(iter(cause.inputs), None)
    metric = "" if tier.metric is None or shown is None else f"，{shown.name}{number(tier.metric)}{shown.unit}"
    grain = "取整到10元" if unit == "yuan" else "取到0.01%"
    return (
        ReckoningLine(f"{tier.name}阶次下限", f"{tier.run.version} 第{cause.id}号{metric}，{tier.condition}", quantity(low, unit)),
        ReckoningLine("阶次宽度", f"{number(tier.high)} − {number(low)}", quantity(width, unit)),
        ReckoningLine("起点系数", "无情节时取中值", "0.5"),
        _factor_line(LENIENT, factors.lenient, factors.applied),
        _factor_line(SEVERE, factors.severe, factors.applied),
        *_clamp_line(factors, part),
        ReckoningLine("罚款", f"{number(low)} + {number(width)} × {number(part)}，{grain}", quantity(amount, unit)),
    )


def _factor_line(direction: str, count: int, applied: Sequence[AppliedFactor]) -> ReckoningLine:
    word, sign, nothing = _WORDS[direction]
    why = "；".join(f"{factor.title}，{'、'.join(factor.evidence)}" for factor in applied if factor.direction == direction)
    return ReckoningLine(f"{word}{count}项", why or nothing, f"{sign}{number(Decimal('0.2') * count)}" if count else "+0")


def _clamp_line(factors: Factors, part: Decimal) -> Iterator[ReckoningLine]:
    free = Decimal("0.5") + Decimal("0.2") * (factors.severe - factors.lenient)
    if free != part:
        yield ReckoningLine("系数", "最低为0，最高为1", number(part))


def number(value: Decimal) -> str:
    """Return 15,000 or 0.3: thousands marks, no idle zeros."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantity(value: Decimal, unit: str) -> str:
    """Return a sum in yuan or a percentage."""
    return f"{number(value)}{'元' if unit == 'yuan' else '%'}"


def compared(assessment: Assessment) -> str:
    """Return how old and new law, and old and new benchmark, were compared, for papers; nothing where they are the same."""
    changed = f"{assessment.basis_reason}。" if "已修改" in assessment.basis_reason else ""
    return changed + assessment.edition_reason


def reckoned(assessment: Assessment) -> str:
    """Return the arithmetic of the recommended amount for papers, so that the party can redo it."""
    line = next((line for line in assessment.lines if line.label == "罚款"), None)
    return f"按裁量基准计算的数额为{line.value}（{line.why}）。" if line is not None else ""
