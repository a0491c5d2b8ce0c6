"""What became of the orders to correct in a case (责令改正的复查结果)."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from engine.events.correction_order import ANNULLED
from engine.model import CorrectionOrder, Deadline
from engine.rules.correction_order import Outcome, has_refused

CLOCK = "correction"

_REINSPECTED = (
    select(CorrectionOrder.result, CorrectionOrder.corrected_on, CorrectionOrder.refused, Deadline.due)
    .join(Deadline, (Deadline.case_id == CorrectionOrder.case_id) & (Deadline.subject == CorrectionOrder.id))
    .where(
        CorrectionOrder.case_id == bindparam("case"), Deadline.key == CLOCK, CorrectionOrder.result.is_not(None), CorrectionOrder.result != ANNULLED
    )
    .order_by(CorrectionOrder.inspected_on, CorrectionOrder.id)
)


def outcomes_of(connection: Connection, case_id: str) -> Sequence[Outcome]:
    """Return the orders that were served and looked at again, the newest re-inspection last."""
    rows = connection.execute(_REINSPECTED, {"case": case_id})
    return [Outcome(due=row.due, result=row.result, corrected_on=row.corrected_on, refused=bool(row.refused)) for row in rows]


def known_correction(connection: Connection, case_id: str) -> Mapping[str, Any]:
    """Return what the re-inspections of a case let a report start with."""
    outcomes = outcomes_of(connection, case_id)
    if not outcomes:
        return {}
    refused = has_refused(outcomes)
    return {"refused": refused, "corrected": outcomes[-1].in_time and not refused}
