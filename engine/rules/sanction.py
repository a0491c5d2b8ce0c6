"""Penalties other than a fine or a confiscation (其他处罚种类), and duties besides: what they need, how a decision words them.

Source: 行政处罚法 Art. 9, 28(1).
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from engine.errors import InvalidInputError
from engine.law.causes import Basis, Limb
from engine.rules.assessment import EITHER, GAINS
from engine.rules.demolition import DEMOLITION

_SAID = {"警告": "给予警告"}
_STATED_APART = ("罚款", "没收")


def clauses(kinds: Sequence[str], basis: Basis, correction: str, approval: str = "") -> tuple[str, ...]:
    """Return the clause of each kind that is neither fine nor confiscation and that the order to put right does not say already.

    `approval` is who approved it beforehand, by which paper; empty where nobody had to.
    """
    others = (kind for kind in kinds if not kind.startswith(_STATED_APART) and kind.removeprefix("责令") not in correction)
    said = (f"吊销{basis.licence}" if basis.licence and kind.startswith("吊销") else _SAID.get(kind, kind) for kind in others)
    return tuple(f"经{approval}批准，{clause}" if approval else clause for clause in said)


def duties(limb: Limb, measures: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what the law orders besides, reckoned from what was measured, as a clause: 责令在规定地点补种树木30株."""
    measured = measures.get(limb.inputs[0].key) if limb.duty else None
    return () if measured is None else (limb.duty.format(f"{(Decimal(measured) * limb.multiple).normalize():f}"),)


def performance(others: Sequence[str], you: str) -> str:
    """Return how and until when such clauses are carried out, empty where there is none. Source: 行政处罚法 Art. 59(1)(4)."""
    if any(clause.startswith(DEMOLITION) for clause in others):
        return f"{you}应当在上述期限内自行拆除，并将拆除情况书面报告本机关。"
    return f"{'；'.join(others)}：自本决定书送达之日起执行。" if others else ""


def gains_of(kinds: Sequence[str], stated: Any) -> Decimal | None:
    """Return the gains that a penalty of these kinds confiscates, in yuan, 0 where none were made; None where the basis takes none.

    `stated` is what the report says they are. Source: 行政处罚法 Art. 28(2).
    """
    return Decimal(stated or 0) if GAINS in kinds or (EITHER in kinds and stated is not None) else None


def check_approval(limb: Limb, approval: str, basis: str) -> None:
    """Refuse a penalty that a government has to approve first and nobody did, and an approval where the law asks for none."""
    if limb.approval and not approval.strip():
        message = f"依据{basis}，“{limb.title}”须报经{limb.approval}批准：填写批准机关和批准文号；没有批准的，选择其他情形。"
        raise InvalidInputError({"approval": [message]})
    if approval.strip() and not limb.approval:
        raise InvalidInputError({"approval": [f"依据{basis}，“{limb.title}”不需要报经批准，请不填此项。"]})
