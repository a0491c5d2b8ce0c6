"""The costs of performances (代履行费用) as they stand, put together from what was booked. Source: 行政强制法 Art. 51(2)."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from sqlalchemy import Connection, select

from engine.model import Booking, Deadline, Document, Remedy
from engine.rules.remedy import COST

_SIGNS: Mapping[str, int] = {"cost": 1, "cost_paid": -1, "cost_dropped": -1, "cost_refund": 1}


def costs_of(connection: Connection, case_id: str) -> dict[str, Decimal]:
    """Return in yuan what is still to pay of every cost, by the procedure that collects it; what is below zero was paid too much."""
    table, owing = Booking.__table__, defaultdict[str, Decimal](Decimal)
    for row in connection.execute(select(table).where(table.c.case_id == case_id, table.c.kind.in_(tuple(_SIGNS)))):
        owing[row.id.split(":")[0]] += _SIGNS[row.kind] * row.amount
    return dict(owing)


def cost_excess(connection: Connection, case_id: str) -> Decimal:
    """Return in yuan what was paid for costs that nobody owes any more."""
    return sum((-owing for owing in costs_of(connection, case_id).values() if owing < 0), Decimal(0))


def costs_to_decide_anew(connection: Connection, case_id: str) -> frozenset[str]:
    """Return the ids of the decisions on costs that fell with the order to decide anew, which was not done yet, in time or late.

    Source: 行政复议法 Art. 64(1); 行政诉讼法 Art. 70.
    """
    ordered = (
        select(Document.id)
        .join(Remedy, Remedy.against == Document.id)
        .join(Deadline, Deadline.subject == Remedy.id)
        .where(Document.case_id == case_id, Document.code == COST, Deadline.key == "act.anew", Deadline.state.in_(("running", "expired")))
    )
    return frozenset(connection.execute(ordered).scalars())
