"""Clocks of a past day (当时的期限): the deadlines of a folded case, read as people read them on that day."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from engine.model import Deadline
from engine.queries.clock import ClockReading, read_clock


def clocks(rows: Mapping[str, Mapping[str, Any]], day: date) -> tuple[ClockReading, ...]:
    """Return how the deadlines read on the day, those that still ran first, by their last day."""
    found = [read_clock(_deadline(row), day) for row in rows.values()]
    return tuple(sorted(found, key=lambda clock: (clock.level == "over", clock.due or date.max, clock.key)))


def _deadline(row: Mapping[str, Any]) -> Deadline:
    return Deadline(**dict(_values(row)))


def _values(row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from (("ended_on", None), ("due", None))
    for name, value in row.items():
        if value is not None and name in {"start_on", "due", "ended_on"}:
            yield name, date.fromisoformat(value)
        elif value is not None and name == "ends_at":
            yield name, datetime.fromisoformat(value)
        else:
            yield name, value
