"""Temporal values (日期与时长): their texts and their arithmetic.

Years run from 1 to 9999 and fractions of seconds to microseconds; beyond that FEEL answers null.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from engine.feel.value import CONTEXT, Months

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})?")
_DURATION = re.compile(
    r"(?P<sign>-)?P(?=.)(?:(?P<years>\d{1,6})Y)?(?:(?P<months>\d{1,6})M)?(?:(?P<days>\d{1,9})D)?"
    r"(?:T(?=.)(?:(?P<hours>\d{1,8})H)?(?:(?P<minutes>\d{1,9})M)?(?:(?P<seconds>\d{1,11}(?:\.\d{1,6})?)S)?)?",
    re.ASCII,
)


def temporal(text: str) -> object:
    """Return the date, instant, time or duration that a text stands for, else None."""
    return date_from(text) or instant_from(text) or time_from(text) or duration_from(text)


def date_from(text: str) -> date | None:
    """Return the date of a text like 2021-07-15."""
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def time_from(text: str) -> time | None:
    """Return the time of a text like 08:30:00, with or without an offset."""
    try:
        return time.fromisoformat(text) if _TIME.fullmatch(text) else None
    except ValueError:
        return None


def instant_from(text: str) -> datetime | None:
    """Return the date and time of a text like 2021-07-15T08:30:00; a date alone is its midnight."""
    day_text, separator, time_text = text.partition("T")
    day = date_from(day_text)
    moment = time_from(time_text) if separator else time()
    return None if day is None or moment is None else datetime.combine(day, moment)


def duration_from(text: str) -> timedelta | Months | None:
    """Return the duration of a text like P90D, PT24H or P1Y6M; years and months do not mix with days."""
    match = _DURATION.fullmatch(text)
    if match is None:
        return None
    sign = -1 if match["sign"] else 1
    if match["years"] or match["months"]:
        whole = int(match["years"] or 0) * 12 + int(match["months"] or 0)
        mixed = any(match[part] for part in ("days", "hours", "minutes", "seconds"))
        return None if mixed else Months(sign * whole)
    seconds = Decimal(match["seconds"] or 0)
    try:
        return sign * timedelta(
            days=int(match["days"] or 0),
            hours=int(match["hours"] or 0),
            minutes=int(match["minutes"] or 0),
            seconds=int(seconds),
            microseconds=int(seconds % 1 * 1_000_000),
        )
    except OverflowError:
        return None


def shifted(day: date, months: Months, sign: int = 1) -> date:
    """Return a date or instant moved by months; the day of the month is cut to the length of the month reached."""
    whole = day.year * 12 + day.month - 1 + sign * months.count
    year, month = whole // 12, whole % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, monthrange(year, month)[1]))


def months_between(start: date, end: date) -> Months:
    """Return the whole months from one date to another, negative when the second is earlier."""
    if end < start:
        return Months(-months_between(end, start).count)
    whole = (end.year - start.year) * 12 + end.month - start.month
    return Months(whole - (end.day < start.day))


def seconds_of(duration: timedelta) -> Decimal:
    """Return a duration in seconds, exactly."""
    return Decimal(duration.days * 86_400 + duration.seconds) + Decimal(duration.microseconds) / 1_000_000


def duration_of(seconds: Decimal) -> timedelta:
    """Return the duration of so many seconds, to the microsecond."""
    return timedelta(microseconds=int(CONTEXT.multiply(seconds, Decimal(1_000_000))))


def duration_text(duration: timedelta | Months) -> str:
    """Return the ISO 8601 text of a duration."""
    if isinstance(duration, Months):
        years, months = divmod(abs(duration.count), 12)
        parts = (f"{years}Y" if years else "") + (f"{months}M" if months or not years else "")
        return ("-P" if duration.count < 0 else "P") + parts
    total = abs(duration)
    minutes, seconds = divmod(total.seconds, 60)
    fraction = f".{total.microseconds:06}".rstrip("0") if total.microseconds else ""
    clock = [(minutes // 60, "H"), (minutes % 60, "M")]
    clock_text = "".join(f"{count}{unit}" for count, unit in clock if count) + (f"{seconds}{fraction}S" if seconds or fraction else "")
    days_text = f"{total.days}D" if total.days else ""
    body = days_text + (f"T{clock_text}" if clock_text else "")
    return ("-P" if duration < timedelta() else "P") + (body or "T0S")


def _date_part(name: str) -> Callable[[date], object]:
    return lambda value: Decimal(getattr(value, name))


def _offset(value: datetime | time) -> timedelta | None:
    return value.utcoffset()


_DAY_PARTS: Mapping[str, Callable[[date], object]] = {
    "year": _date_part("year"),
    "month": _date_part("month"),
    "day": _date_part("day"),
    "weekday": lambda value: Decimal(value.isoweekday()),
}
_CLOCK_PARTS: Mapping[str, Callable[[datetime | time], object]] = {
    "hour": lambda value: Decimal(value.hour),
    "minute": lambda value: Decimal(value.minute),
    "second": lambda value: value.second + Decimal(value.microsecond) / 1_000_000,
    "time offset": _offset,
}
_DURATION_PARTS: Mapping[str, Callable[[timedelta], object]] = {
    "days": lambda value: Decimal(int(seconds_of(value) / 86_400)),
    "hours": lambda value: Decimal(int(seconds_of(value) / 3_600)) % 24,
    "minutes": lambda value: Decimal(int(seconds_of(value) / 60)) % 60,
    "seconds": lambda value: seconds_of(value) % 60,
}
_MONTHS_PARTS: Mapping[str, Callable[[Months], object]] = {
    "years": lambda value: Decimal(int(value.count / 12)),
    "months": lambda value: Decimal(value.count) % 12,
}


def component(value: object, name: str) -> object:
    """Return a named component of a temporal value, else None."""
    if isinstance(value, date) and name in _DAY_PARTS:
        return _DAY_PARTS[name](value)
    if isinstance(value, (datetime, time)) and name in _CLOCK_PARTS:
        return _CLOCK_PARTS[name](value)
    if isinstance(value, timedelta) and name in _DURATION_PARTS:
        return _DURATION_PARTS[name](value)
    if isinstance(value, Months) and name in _MONTHS_PARTS:
        return _MONTHS_PARTS[name](value)
    return None
