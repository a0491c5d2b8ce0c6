"""Temporal values (日期与时长): their texts, their parts and how months move a day (DMN 1.5, 10.3.2.3 and 10.3.2.15)."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from engine.feel.calendar import DAY, LARGEST_OFFSET, SECOND, UTC, Date, Duration, Instant, Months, Time, Zone, length_of_month, region

_DATE = re.compile(r"(-?(?:[1-9][0-9]{4,8}|[0-9]{4}))-([0-9]{2})-([0-9]{2})")
_TIME = re.compile(
    r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,9}))?"
    r"(?:(?P<utc>[Zz])|(?P<sign>[+-])(?P<hours>[0-9]{2}):(?P<minutes>[0-9]{2})(?::(?P<seconds>[0-9]{2}))?|@(?P<region>[\w/+-]+))?"
)
_DURATION = re.compile(
    r"(?P<sign>-)?P(?=.)(?:(?P<years>\d{1,9})Y)?(?:(?P<months>\d{1,11})M)?(?:(?P<days>\d{1,12})D)?"
    r"(?:T(?=.)(?:(?P<hours>\d{1,14})H)?(?:(?P<minutes>\d{1,15})M)?(?:(?P<seconds>\d{1,17})(?:\.(?P<fraction>\d{0,9})\d*)?S)?)?",
    re.ASCII,
)
_MIDNIGHT = Time(0)


def temporal(text: str) -> object:
    """Return the date, instant, time or duration that a text stands for, else None."""
    for read in (date_from, instant_from, time_from, duration_from):
        found = read(text)
        if found is not None:
            return found
    return None


def date_from(text: str) -> Date | None:
    """Return the date of a text like 2021-07-15."""
    match = _DATE.fullmatch(text)
    try:
        return None if match is None else Date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def time_from(text: str) -> Time | None:
    """Return the time of a text like 08:30:00, 08:30:00.5+08:00 or 08:30:00@Asia/Shanghai."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute, second = int(match[1]), int(match[2]), int(match[3])
    zone = _zone(match)
    if hour > 23 or minute > 59 or second > 59 or (zone is None and match.end() > match.end(4 if match[4] else 3)):
        return None
    return Time(((hour * 60 + minute) * 60 + second) * SECOND + int((match[4] or "").ljust(9, "0")), zone)


def _zone(match: re.Match[str]) -> Zone | None:
    if match["utc"]:
        return UTC
    if match["region"]:
        return region(match["region"])
    return None if match["sign"] is None else zone_of(_offset(match) * (-1 if match["sign"] == "-" else 1))


def _offset(match: re.Match[str]) -> int:
    minutes, seconds = int(match["minutes"]), int(match["seconds"] or 0)
    return LARGEST_OFFSET + 1 if minutes > 59 or seconds > 59 else (int(match["hours"]) * 60 + minutes) * 60 + seconds


def zone_of(seconds: int) -> Zone | None:
    """Return the zone of an offset from UTC in seconds; None beyond 18 hours."""
    return Zone(seconds) if abs(seconds) <= LARGEST_OFFSET else None


def instant_from(text: str) -> Instant | None:
    """Return the date and time of a text like 2021-07-15T08:30:00; a date alone is its midnight."""
    day_text, separator, time_text = text.partition("T")
    day = date_from(day_text)
    moment = time_from(time_text) if separator else _MIDNIGHT
    return None if day is None or moment is None else Instant(day, moment)


def midnight(day: Date) -> Instant:
    """Return the instant that a date stands for beside instants: its midnight in UTC (DMN 1.5, 10.3.2.3.5)."""
    return Instant(day, Time(0, UTC))


def duration_from(text: str) -> Duration | Months | None:
    """Return the duration of a text like P90D, PT24H or P1Y6M; years and months do not mix with days."""
    match = _DURATION.fullmatch(text)
    if match is None:
        return None
    sign = -1 if match["sign"] else 1
    if match["years"] or match["months"]:
        whole = int(match["years"] or 0) * 12 + int(match["months"] or 0)
        mixed = any(match[part] for part in ("days", "hours", "minutes", "seconds"))
        return None if mixed else Months(sign * whole)
    minutes = int(match["hours"] or 0) * 60 + int(match["minutes"] or 0)
    rest = (minutes * 60 + int(match["seconds"] or 0)) * SECOND + int((match["fraction"] or "").ljust(9, "0"))
    return Duration(sign * (int(match["days"] or 0) * DAY + rest))


def shifted(day: Date, months: Months) -> Date:
    """Return a date moved by months; the day of the month is cut to the length of the month reached."""
    year, month = divmod(day.year * 12 + day.month - 1 + months.count, 12)
    return Date(year, month + 1, min(day.day, length_of_month(year, month + 1)))


def months_between(start: Date, end: Date) -> Months:
    """Return the whole months from one date to another, negative when the second is earlier."""
    if end < start:
        return Months(-months_between(end, start).count)
    whole = (end.year - start.year) * 12 + end.month - start.month
    return Months(whole - (end.day < start.day))


def duration_text(duration: Duration | Months) -> str:
    """Return the ISO 8601 text of a duration."""
    if isinstance(duration, Months):
        years, months = divmod(abs(duration.count), 12)
        parts = (f"{years}Y" if years else "") + (f"{months}M" if months or not years else "")
        return ("-P" if duration.count < 0 else "P") + parts
    days, rest = divmod(abs(duration.nanoseconds), DAY)
    seconds, fraction = divmod(rest, SECOND)
    digits = f".{fraction:09}".rstrip("0") if fraction else ""
    clock = [(seconds // 3600, "H"), (seconds // 60 % 60, "M")]
    clock_text = "".join(f"{count}{unit}" for count, unit in clock if count) + (f"{seconds % 60}{digits}S" if seconds % 60 or fraction else "")
    body = (f"{days}D" if days else "") + (f"T{clock_text}" if clock_text else "")
    return ("-P" if duration.nanoseconds < 0 else "P") + (body or "T0S")


def weekday(day: Date) -> int:
    """Return the day of the week, 1 for Monday."""
    return (day.number + 3) % 7 + 1


def _toward_zero(value: int, unit: int) -> int:
    return -(-value // unit) if value < 0 else value // unit


def _remainder(value: int, unit: int, size: int) -> Decimal:
    whole = _toward_zero(value, unit)
    return Decimal(whole - _toward_zero(whole, size) * size)


def _of_time(value: object) -> Time | None:
    return value if isinstance(value, Time) else value.time if isinstance(value, Instant) else None


def _time_offset(value: object) -> object:
    moment = _of_time(value)
    if moment is None or moment.zone is None:
        return None
    day = value.day if isinstance(value, Instant) else Date(2000, 1, 1)
    offset = moment.zone.at(day, moment.nanoseconds)
    return None if offset is None else Duration(offset * SECOND)


def _timezone(value: object) -> object:
    moment = _of_time(value)
    return moment.zone.name if moment is not None and moment.zone is not None and moment.zone.name else None


_DAY_PARTS: Mapping[str, Callable[[Date], object]] = {
    "year": lambda day: Decimal(day.year),
    "month": lambda day: Decimal(day.month),
    "day": lambda day: Decimal(day.day),
    "weekday": lambda day: Decimal(weekday(day)),
}
_CLOCK_PARTS: Mapping[str, Callable[[Time], object]] = {
    "hour": lambda time: Decimal(time.nanoseconds // (3600 * SECOND)),
    "minute": lambda time: Decimal(time.nanoseconds // (60 * SECOND) % 60),
    "second": lambda time: Decimal(time.nanoseconds % (60 * SECOND)) / SECOND,
}
_ZONE_PARTS: Mapping[str, Callable[[object], object]] = {"time offset": _time_offset, "timezone": _timezone}
_DURATION_PARTS: Mapping[str, Callable[[Duration], object]] = {
    "days": lambda value: Decimal(_toward_zero(value.nanoseconds, DAY)),
    "hours": lambda value: _remainder(value.nanoseconds, 3600 * SECOND, 24),
    "minutes": lambda value: _remainder(value.nanoseconds, 60 * SECOND, 60),
    "seconds": lambda value: _remainder(value.nanoseconds, 1, 60 * SECOND) / SECOND,
}
_MONTHS_PARTS: Mapping[str, Callable[[Months], object]] = {
    "years": lambda value: Decimal(_toward_zero(value.count, 12)),
    "months": lambda value: _remainder(value.count, 1, 12),
}


def component(value: object, name: str) -> object:
    """Return a named component of a temporal value, else None."""
    found: object = None
    match value:
        case Date() if name in _DAY_PARTS:
            found = _DAY_PARTS[name](value)
        case Instant() if name in _DAY_PARTS:
            found = _DAY_PARTS[name](value.day)
        case Instant() if name in _CLOCK_PARTS:
            found = _CLOCK_PARTS[name](value.time)
        case Instant() if name in ("date", "time"):
            found = value.day if name == "date" else value.time
        case Time() if name in _CLOCK_PARTS:
            found = _CLOCK_PARTS[name](value)
        case Time() | Instant() if name in _ZONE_PARTS:
            found = _ZONE_PARTS[name](value)
        case Duration() if name in _DURATION_PARTS:
            found = _DURATION_PARTS[name](value)
        case Months() if name in _MONTHS_PARTS:
            found = _MONTHS_PARTS[name](value)
    return found
