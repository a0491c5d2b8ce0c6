"""Acts (动作): what somebody does in a case of the demonstration, and the answers that all of its stories share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from web.demonstration.plan import Plan

AGREE = {"approved": "true", "opinion": "同意。"}
CONFIRM = {"confirmed": "true"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something somebody does: `step` is a task's key, or `open`, `evidence` or `start` of a `procedure`; `day` counts from the beginning."""

    day: int
    hour: int
    by: str
    step: str
    data: Mapping[str, Any] = field(default_factory=dict)
    procedure: str | None = None


def served(plan: Plan, day: str) -> Mapping[str, Any]:
    """Return that a paper was handed over on this day: to the person itself, or to who represents the organisation."""
    natural = "id_number" in plan.party
    recipient = plan.party["name"] if natural else plan.party["legal_representative"]
    relation = "party" if natural else "legal_representative"
    return {"served": "true", "served_on": day, "way": "direct", "recipient": recipient, "relation": relation, "place": plan.place}


def day_of(began: date, days: int) -> str:
    """Return the day so many days after the beginning, as forms state it."""
    return (began + timedelta(days=days)).isoformat()
