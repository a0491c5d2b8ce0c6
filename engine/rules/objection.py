"""Objections (核对意见): what stands against a table before it is published, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from engine.law.causes import Cause
from engine.rules.tier import CORRECTED, FIRST, REFUSED, REPEATS

TIER, SLIGHT = "tier", "slight"
"""The decision that holds the rows, and the one that names the facts 轻微 (行政处罚法 33)."""

FLAGS = {REFUSED: ("拒不改正", "没有拒不改正"), CORRECTED: ("当场改正", "没有当场改正"), FIRST: ("初次违法", "不是初次违法")}
"""What is established of a case as yes or no, in words for either."""

_UNITS = {"m²": "平方米", "m³": "立方米"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What stands against a table: what kind, in words, in which rows from 1 of which decision and in which column."""

    code: str
    message: str
    rows: tuple[int, ...] = ()
    column: str = ""
    decision: str = TIER


def said(values: Mapping[str, object], cause: Cause) -> str:
    """Return values of a table's inputs in words: 占用面积=5平方米、一年内第2次、拒不改正."""
    return "、".join(_said(name, value, cause) for name, value in values.items())


def _said(name: str, value: object, cause: Cause) -> str:
    if name == REPEATS and isinstance(value, Decimal):
        return f"一年内第{value + 1}次"
    if isinstance(value, bool):
        return FLAGS.get(name, (name, f"不属于{name}"))[0 if value else 1]
    known = [*cause.quantities, *([cause.metric] if cause.metric else [])]
    unit = next((quantity.unit for quantity in known if quantity.name == name), "")
    shown = f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
    return f"{name}={shown}{_UNITS.get(unit, unit)}"
