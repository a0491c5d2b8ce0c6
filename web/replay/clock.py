"""Clocks of a past day (当时的期限): the deadlines of a folded case, read as people read them on that day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.model import Deadline
from engine.queries.clock import read_clock
from web import render

_OVER = {"met": "已履行", "expired": "已届满"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PastClock:
    """A deadline as it stood: its `level` is as of the page of the case, `words` say what was left or how it ended."""

    title: str
    due: date | None
    level: str
    words: str
    gone: int


def clocks(rows: Mapping[str, Mapping[str, Any]], day: date) -> tuple[PastClock, ...]:
    """Return how the deadlines read on the day, those that still ran first, by their last day.

    What has run out is overdue only where it was a duty of the agency: for a party it is a right that has ended, and some days open a way.
    """
    found = [_past(row, day) for row in rows.values()]
    return tuple(sorted(found, key=lambda clock: (clock.level == "over", clock.due or date.max, clock.title)))


def _past(row: Mapping[str, Any], day: date) -> PastClock:
    reading = read_clock(Deadline(**dict(_values(row))), day)
    over = row["state"] == "met" or (row["state"] == "expired" and (row["owner"] != "agency" or reading.level == "over"))
    return PastClock(
        title=reading.title,
        due=reading.due,
        level="over" if over else reading.level,
        words=_OVER[row["state"]] if over else render.left(reading.left),
        gone=reading.gone,
    )


def _values(row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from (("ended_on", None), ("due", None))
    for name, value in row.items():
        if value is not None and name in {"start_on", "due", "ended_on"}:
            yield name, date.fromisoformat(value)
        elif value is not None and name == "ends_at":
            yield name, datetime.fromisoformat(value)
        else:
            yield name, value
