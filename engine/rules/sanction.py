"""Penalties other than a fine or a confiscation (其他处罚种类), and duties besides: how a decision words them. Source: 行政处罚法 Art. 9, 28(1)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from engine.law.causes import Basis, Limb
from engine.rules.demolition import DEMOLITION

_SAID = {"警告": "给予警告"}
_STATED_APART = ("罚款", "没收")


def clauses(kinds: Sequence[str], basis: Basis, correction: str) -> tuple[str, ...]:
    """Return the clause of each kind that is neither fine nor confiscation and that the order to put right does not say already."""
    others = (kind for kind in kinds if not kind.startswith(_STATED_APART) and kind.removeprefix("责令") not in correction)
    return tuple(f"吊销{basis.licence}" if basis.licence and kind.startswith("吊销") else _SAID.get(kind, kind) for kind in others)


def duties(limb: Limb, measures: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what the law orders besides, reckoned from what was measured, as a clause: 责令在规定地点补种树木30株."""
    measured = measures.get(limb.inputs[0].key) if limb.duty else None
    return () if measured is None else (limb.duty.format(f"{(Decimal(measured) * limb.multiple).normalize():f}"),)


def performance(others: Sequence[str], you: str) -> str:
    """Return how and until when such clauses are carried out, empty where there is none. Source: 行政处罚法 Art. 59(1)(4)."""
    if any(clause.startswith(DEMOLITION) for clause in others):
        return f"{you}应当在上述期限内自行拆除，并将拆除情况书面报告本机关。"
    return f"{'；'.join(others)}：自本决定书送达之日起执行。" if others else ""
