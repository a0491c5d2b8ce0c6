"""Calendar values (日期、时间和时长): dates, times, instants and durations as FEEL has them.

Python's own types end at the year 9999 and at the microsecond; FEEL's years run to ±999,999,999 and its seconds to the
nanosecond, and a time may name its zone. The calendar is the proleptic Gregorian one (ISO 8601).
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache, total_ordering
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

SECOND = 1_000_000_000
"""Nanoseconds in a second; all spans of time below are whole nanoseconds."""
DAY = 86_400 * SECOND
LAST_YEAR = 999_999_999
LARGEST_OFFSET = 18 * 3600
_MICROSECOND = 1_000
_CYCLE = 400
"""The Gregorian calendar repeats every 400 years, weekdays included."""


@dataclass(frozen=True, slots=True, order=True)
class Months:
    """A duration of years and months, as a number of months."""

    count: int


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """A duration of days and time, in nanoseconds."""

    nanoseconds: int


@dataclass(frozen=True, slots=True)
class Zone:
    """The zone of a time: a fixed offset from UTC in seconds, or the name of a region (IANA)."""

    offset: int | None = None
    name: str = ""

    def at(self, day: "Date", nanoseconds: int) -> int | None:
        """Return the offset in seconds at a local time; None for a region that no table knows."""
        if self.offset is not None:
            return self.offset
        # Beyond Python's years the rules of a year of the same shape are taken.
        year = day.year if 1 < day.year < date.max.year else 2000 + day.year % _CYCLE
        seconds = nanoseconds // SECOND
        moment = datetime(year, day.month, day.day, seconds // 3600, seconds // 60 % 60, seconds % 60, tzinfo=ZoneInfo(self.name))
        found = moment.utcoffset()
        return None if found is None else int(found.total_seconds())

    def __str__(self) -> str:
        """Return the zone as it stands behind a time."""
        if self.offset is None:
            return f"@{self.name}"
        if self.offset == 0:
            return "Z"
        minutes, seconds = divmod(abs(self.offset), 60)
        rest = f":{seconds:02}" if seconds else ""
        return f"{'-' if self.offset < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}{rest}"


UTC = Zone(0)


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A day; ValueError where the calendar has none such."""

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        if not (-LAST_YEAR <= self.year <= LAST_YEAR and 1 <= self.month <= 12 and 1 <= self.day <= length_of_month(self.year, self.month)):
            raise ValueError(f"no such day: {self.year}-{self.month}-{self.day}")

    @property
    def number(self) -> int:
        """The number of the day, counted from 1970-01-01."""
        year = self.year - (self.month <= 2)
        era, rest = divmod(year, _CYCLE)
        of_year = (153 * ((self.month + 9) % 12) + 2) // 5 + self.day - 1
        return era * 146_097 + rest * 365 + rest // 4 - rest // 100 + of_year - 719_468

    def __str__(self) -> str:
        """Return the ISO 8601 text."""
        return f"{'-' if self.year < 0 else ''}{abs(self.year):04}-{self.month:02}-{self.day:02}"


def day_of(number: int) -> Date:
    """Return the day of a number; ValueError beyond the years that FEEL has."""
    era, rest = divmod(number + 719_468, 146_097)
    of_era = (rest - rest // 1460 + rest // 36_524 - rest // 146_096) // 365
    of_year = rest - (365 * of_era + of_era // 4 - of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return Date(of_era + era * _CYCLE + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1)


def length_of_month(year: int, month: int) -> int:
    """Return the number of days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Time:
    """A time of the day in nanoseconds since midnight, local or with its zone; ValueError beyond the day.

    Two times are equal when they mean the same moment of the day (DMN 1.5, 10.3.2.3.4); one with an offset and one without
    have no order and are not equal.
    """

    nanoseconds: int
    zone: Zone | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.nanoseconds < DAY:
            raise ValueError("no such time of the day")

    @property
    def moment(self) -> tuple[bool, int]:
        """Whether the time has an offset, and its nanoseconds, in UTC where it has one."""
        offset = None if self.zone is None else self.zone.at(_ANY_DAY, self.nanoseconds)
        return (False, self.nanoseconds) if offset is None else (True, self.nanoseconds - offset * SECOND)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Time) and self.moment == other.moment

    def __hash__(self) -> int:
        return hash(self.moment)

    def __lt__(self, other: "Time") -> bool:
        if self.moment[0] != other.moment[0]:
            raise TypeError("a time with an offset and one without have no order")
        return self.moment < other.moment

    def __str__(self) -> str:
        """Return the ISO 8601 text, the zone as FEEL writes it."""
        seconds, fraction = divmod(self.nanoseconds, SECOND)
        digits = f".{fraction:09}".rstrip("0") if fraction else ""
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{digits}{self.zone or ''}"


_ANY_DAY = Date(2000, 1, 1)


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Instant:
    """A day with a time; two are equal when they are the same instant, or both local and written alike."""

    day: Date
    time: Time

    @property
    def moment(self) -> tuple[bool, int]:
        """Whether the instant has an offset, and its nanoseconds since 1970, in UTC where it has one."""
        local = self.day.number * DAY + self.time.nanoseconds
        offset = None if self.time.zone is None else self.time.zone.at(self.day, self.time.nanoseconds)
        return (False, local) if offset is None else (True, local - offset * SECOND)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Instant) and self.moment == other.moment

    def __hash__(self) -> int:
        return hash(self.moment)

    def __lt__(self, other: "Instant") -> bool:
        if self.moment[0] != other.moment[0]:
            raise TypeError("an instant with an offset and one without have no order")
        return self.moment < other.moment

    def __str__(self) -> str:
        """Return the ISO 8601 text."""
        return f"{self.day}T{self.time}"


def instant_of(local: int, zone: Zone | None) -> Instant:
    """Return the instant of local nanoseconds since 1970."""
    number, rest = divmod(local, DAY)
    return Instant(day_of(number), Time(rest, zone))


@lru_cache(maxsize=1)
def _regions() -> frozenset[str]:
    return frozenset(available_timezones())


def region(name: str) -> Zone | None:
    """Return the zone of an IANA name, else None."""
    return Zone(None, name) if name in _regions() else None


def from_python(value: object) -> object:
    """Return the FEEL value of a date, time, instant or duration of Python; every other value as it is."""
    match value:
        case datetime():
            return Instant(Date(value.year, value.month, value.day), _time(value.timetz(), value))
        case date():
            return Date(value.year, value.month, value.day)
        case time():
            return _time(value, None)
        case timedelta():
            return Duration((value.days * 86_400 + value.seconds) * SECOND + value.microseconds * _MICROSECOND)
        case _:
            return value


def _time(value: time, at: datetime | None) -> Time:
    nanoseconds = ((value.hour * 60 + value.minute) * 60 + value.second) * SECOND + value.microsecond * _MICROSECOND
    name = getattr(value.tzinfo, "key", "")
    if name:
        return Time(nanoseconds, Zone(None, name))
    offset = value.utcoffset() if at is None else at.utcoffset()
    return Time(nanoseconds, None if offset is None else Zone(int(offset.total_seconds())))


def to_python(value: object) -> object:
    """Return the value as Python has it, where it can hold it without loss; every other value as it is."""
    try:
        match value:
            case Date():
                return date(value.year, value.month, value.day)
            case Time() if value.nanoseconds % _MICROSECOND == 0:
                return _python_time(value)
            case Instant() if value.time.nanoseconds % _MICROSECOND == 0:
                return datetime.combine(date(value.day.year, value.day.month, value.day.day), _python_time(value.time))
            case Duration() if value.nanoseconds % _MICROSECOND == 0:
                return timedelta(microseconds=value.nanoseconds // _MICROSECOND)
            case _:
                return value
    except (ValueError, OverflowError):
        return value


def _python_time(value: Time) -> time:
    seconds, fraction = divmod(value.nanoseconds, SECOND)
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60, fraction // _MICROSECOND, _python_zone(value.zone))


def _python_zone(zone: Zone | None) -> tzinfo | None:
    if zone is None:
        return None
    try:
        return ZoneInfo(zone.name) if zone.offset is None else timezone(timedelta(seconds=zone.offset))
    except ZoneInfoNotFoundError:
        return None
