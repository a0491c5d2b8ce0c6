"""The legal basis (法律适用): in force at the act, or newer and lighter. I10."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from engine.proof.invariant.journal import Event, Journal
from engine.proof.invariant.office import Office

Found = Iterator[tuple[Event, str]]


def in_force(case: Journal, office: Office) -> Found:
    """Yield penalties on a basis that was not in force and is not lighter (I10). Source: 行政处罚法 Art. 37, 38."""
    for decision in (event for event in case.of("DecisionMade") if event["outcome"] == "penalty"):
        frozen = case.last("DiscretionAssessed", before=decision)
        if frozen is not None:
            reason = _fault(frozen, decision.day("decided_on"), office)
            if reason is not None:
                yield decision, reason


def _fault(frozen: Event, decided: date, office: Office) -> str | None:
    told, act = frozen["explanation"], date.fromisoformat(frozen["facts"]["act_end"])
    bases = office.bases(frozen.at, told["cause"], told.get("limb"))
    chosen = [basis for basis in bases if basis["cite"] == told["basis"]]
    if not chosen:
        return f"处罚依据{told['basis']}不在公布的案由目录中"
    if any(_holds(basis, act) for basis in chosen):
        return None
    old, new = [basis for basis in bases if _holds(basis, act)], [basis for basis in chosen if _holds(basis, decided)]
    if not new:
        return f"处罚依据{told['basis']}在行为时（{act}）和决定时都不是现行规定"
    if not old:
        return f"行为时（{act}）没有处罚依据"
    return None if _weight(new[0]) < _weight(old[0]) else f"处罚依据{told['basis']}是行为后的规定，并不较轻"


def _holds(basis: Mapping[str, Any], day: date) -> bool:
    return bool(basis["valid_from"] <= day <= basis.get("valid_to", date.max))


def _weight(basis: Mapping[str, Any]) -> tuple[Decimal, Decimal, int]:
    return Decimal(basis.get("maximum", "0")), Decimal(basis.get("minimum", "0")), len(basis["kinds"])
