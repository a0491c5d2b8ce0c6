"""Functions of dates, times and durations (日期函数, DMN 1.5, tables 72, 78 and 79); none of them reads a clock."""

from decimal import Decimal

from engine.feel.calendar import SECOND, UTC, Date, Duration, Instant, Months, Time
from engine.feel.function import function
from engine.feel.temporal import date_from, duration_from, instant_from, months_between, time_from, weekday, zone_of
from engine.feel.value import Range, is_whole, kind

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _whole(number: object) -> int:
    if not isinstance(number, Decimal) or not is_whole(number) or abs(number) > 10**12:
        raise ValueError(f"not whole: {number}")
    return int(number)


def _date(*parts: object) -> object:
    match parts:
        case (str() as text,):
            return date_from(text)
        case (Instant() as instant,):
            return instant.day
        case (Date() as day,):
            return day
        case (year, month, day):
            return Date(_whole(year), _whole(month), _whole(day))
        case _:
            return None


def _time(*parts: object) -> object:
    match parts:
        case (str() as text,):
            return time_from(text)
        case (Instant() as instant,):
            return instant.time
        case (Time() as moment,):
            return moment
        case (Date(),):
            return Time(0, UTC)
        case (hour, minute, second, *offset):
            return _time_of(hour, minute, second, offset[0] if offset else None)
        case _:
            return None


def _time_of(hour: object, minute: object, second: object, offset: object) -> Time | None:
    hours, minutes = _whole(hour), _whole(minute)
    if not isinstance(second, Decimal) or not (0 <= hours < 24 and 0 <= minutes < 60 and 0 <= second < 60):
        return None
    nanoseconds = (hours * 60 + minutes) * 60 * SECOND + int(second * SECOND)
    if offset is None:
        return Time(nanoseconds)
    zone = zone_of(offset.nanoseconds // SECOND) if isinstance(offset, Duration) else None
    return None if zone is None else Time(nanoseconds, zone)


def _instant(*parts: object) -> object:
    match parts:
        case (str() as text,):
            return instant_from(text)
        case (Instant() as instant,):
            return instant
        case (Date() as day,):
            return Instant(day, Time(0, UTC))
        case (Date() as day, Time() as moment):
            return Instant(day, moment)
        case (Instant() as instant, Time() as moment):
            return Instant(instant.day, moment)
        case _:
            return None


def _duration(source: object) -> object:
    if isinstance(source, (Duration, Months)):
        return source
    return duration_from(source) if isinstance(source, str) else None


def _months_between(start: object, end: object) -> object:
    days = [value.day if isinstance(value, Instant) else value for value in (start, end)]
    if isinstance(days[0], Date) and isinstance(days[1], Date):
        return months_between(days[0], days[1])
    return None


def _day(value: object) -> Date:
    day = value.day if isinstance(value, Instant) else value
    if not isinstance(day, Date):
        raise ValueError("neither a date nor an instant")  # noqa: TRY004 - it is what makes a function answer null.
    return day


def _day_of_year(value: object) -> Decimal:
    day = _day(value)
    return Decimal(day.number - Date(day.year, 1, 1).number + 1)


def _week_of_year(value: object) -> Decimal:
    """Return the week of the year by ISO 8601: the first one holds the first Thursday."""
    day = _day(value)
    thursday = day.number - weekday(day) + 4
    year = day.year + (thursday > Date(day.year, 12, 31).number) - (thursday < Date(day.year, 1, 1).number)
    return Decimal((thursday - Date(year, 1, 1).number) // 7 + 1)


def _is(one: object, other: object) -> bool:
    """Tell whether two values are one: of one kind, equal, and of times also written with the same zone."""
    if kind(one) != kind(other):
        return False
    return _identity(one) == _identity(other)


def _identity(value: object) -> object:
    match value:
        case Time():
            return value.nanoseconds, value.zone
        case Instant():
            return value.day, value.time.nanoseconds, value.time.zone
        case list():
            return [(kind(item), _identity(item)) for item in value]
        case dict():
            return {name: (kind(item), _identity(item)) for name, item in value.items()}
        case Range():
            return _identity(value.low), _identity(value.high), value.low_closed, value.high_closed
        case _:
            return value


FUNCTIONS = (
    function("date", "from: any", "year: number, month: number, day: number", call=_date, checked=True),
    function(
        "time",
        "from: any",
        "hour: number, minute: number, second: number",
        "hour: number, minute: number, second: number, offset: any",
        call=_time,
        checked=True,
    ),
    function("date and time", "from: any", "date: any, time: any", call=_instant, checked=True),
    function("duration", "from: any", call=_duration, checked=True),
    function("years and months duration", "from: any, to: any", call=_months_between),
    function("day of year", "date: any", call=_day_of_year),
    function("day of week", "date: any", call=lambda value: _DAYS[weekday(_day(value)) - 1]),
    function("month of year", "date: any", call=lambda value: _MONTHS[_day(value).month - 1]),
    function("week of year", "date: any", call=_week_of_year),
    function("is", "value1: any, value2: any", call=_is),
)
