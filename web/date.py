"""Dates (日期): days and instants as Chinese readers write them, in the local time of the law."""

from datetime import date, datetime

from engine.clock import SHANGHAI


def day(value: date | datetime | str | None) -> str:
    """Return 2026年9月14日; a dash for nothing."""
    found = _local(value)
    return "—" if found is None else f"{found.year}年{found.month}月{found.day}日"


def short_day(value: date | datetime | str | None) -> str:
    """Return 9月14日."""
    found = _local(value)
    return "—" if found is None else f"{found.month}月{found.day}日"


def instant(value: datetime | str | None) -> str:
    """Return 9月14日 15:40 in the local time of the law."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    return "—" if found is None else f"{short_day(found)} {found.astimezone(SHANGHAI):%H:%M}"


def full_instant(value: datetime | str | None) -> str:
    """Return 2026年9月14日 15:40:07."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    return "—" if found is None else f"{day(found)} {found.astimezone(SHANGHAI):%H:%M:%S}"


def iso(value: date | datetime | str | None) -> str:
    """Return 2026-09-14, for the machine-readable side of a `time` element."""
    return "" if value is None else value if isinstance(value, str) else value.isoformat()


def _local(value: date | datetime | str | None) -> date | None:
    if isinstance(value, str):
        value = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value) if value else None
    return value.astimezone(SHANGHAI).date() if isinstance(value, datetime) else value
