"""Functions of dates, times and durations (日期函数); none of them reads a clock."""

from datetime import date, datetime, time
from decimal import Decimal

from engine.feel.function import function
from engine.feel.temporal import date_from, duration_from, instant_from, months_between, time_from
from engine.feel.value import is_whole


def _date(source: object) -> object:
    match source:
        case str():
            return date_from(source)
        case datetime():
            return source.date()
        case date():
            return source
        case _:
            return None


def _date_of_parts(year: Decimal, month: Decimal, day: Decimal) -> date:
    return date(_whole(year), _whole(month), _whole(day))


def _whole(number: Decimal) -> int:
    if not is_whole(number):
        raise ValueError(f"not whole: {number}")
    return int(number)


def _date_dispatch(*parts: Decimal) -> object:
    return _date(parts[0]) if len(parts) == 1 else _date_of_parts(*parts)


def _time(source: object) -> object:
    match source:
        case str():
            return time_from(source)
        case datetime():
            return source.timetz()
        case time():
            return source
        case _:
            return None


def _instant(*parts: object) -> object:
    match parts:
        case (str() as text,):
            return instant_from(text)
        case (date() as day, time() as moment):
            return datetime.combine(day, moment)
        case _:
            return None


def _duration(source: str) -> object:
    return duration_from(source)


def _months_between(start: object, end: object) -> object:
    if isinstance(start, date) and isinstance(end, date):
        return months_between(_plain_date(start), _plain_date(end))
    return None


def _plain_date(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


FUNCTIONS = (
    function("date", "from: any", "year: number, month: number, day: number", call=_date_dispatch, checked=True),
    function("time", "from: any", call=_time, checked=True),
    function("date and time", "from: any", "date: any, time: any", call=_instant, checked=True),
    function("duration", "from: string", call=_duration, checked=True),
    function("years and months duration", "from: any, to: any", call=_months_between),
)
