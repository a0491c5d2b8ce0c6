"""Inspections (涉企行政检查) in other forms: what a clue that came from one says already."""

from engine.clock import local_date
from engine.queries.inspection import InspectionView


def clue_of(view: InspectionView) -> dict[str, str]:
    """Return the fields of a clue that an inspection tells: the source, its number, the enterprise, the place and the day."""
    row = view.inspection
    told = {"source": "inspection", "inspection": row.number or "", "place": row.place, "party.name": row.name, "party.uscc": row.uscc}
    return told | ({} if row.arrived_at is None else {"discovered_on": local_date(row.arrived_at).isoformat()})
