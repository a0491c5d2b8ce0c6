"""The working-day calendar (工作日历): which days are worked, from the published holiday tables and the city's own decrees."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class YearTable:
    """The holiday table of one year: weekdays off and weekend days worked (调休); `names` says why, by day."""

    off: frozenset[date]
    on: frozenset[date]
    names: Mapping[date, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The holiday tables in force; a year without a table knows weekends only, and every date that leans on it is provisional."""

    years: Mapping[int, YearTable]
    _following: dict[date, date] = field(default_factory=dict, init=False, repr=False, compare=False)

    def known(self, year: int) -> bool:
        """Tell whether the holiday table of the year has been published."""
        return year in self.years

    def is_working_day(self, day: date) -> bool:
        """Tell whether the day is worked: weekdays but for holidays, and the weekend days moved by the table (行政处罚法 Art. 85)."""
        table = self.years.get(day.year)
        if table and day in table.off:
            return False
        return day.weekday() < SATURDAY or bool(table and day in table.on)

    def next_working_day(self, day: date) -> date:
        """Return the day itself if it is worked, else the first worked day after it (民法典 Art. 203)."""
        return day if self.is_working_day(day) else self._after(day)

    def add_working_days(self, start: date, count: int) -> date:
        """Return the `count`-th working day after `start`; the day of the start does not count (民法典 Art. 201)."""
        day = start
        while count > 0:
            day = self._after(day)
            count -= 1
        return day

    def _after(self, day: date) -> date:
        # Tables in force never change, so that each step from a day to the next worked one is looked up once.
        found = self._following.get(day)
        if found is None:
            found = day + DAY
            while not self.is_working_day(found):
                found += DAY
            self._following[day] = found
        return found

    def working_days(self, first: date, last: date) -> int:
        """Return how many of the days between the two dates, both included, are worked."""
        return sum(self.is_working_day(first + n * DAY) for n in range((last - first).days + 1))

    def provisional(self, first: date, last: date) -> bool:
        """Tell whether a year between the two dates, both included, has no table yet."""
        return any(not self.known(year) for year in range(first.year, last.year + 1))

    def describe(self, day: date) -> str:
        """Return what a day is to people: 工作日, 周末, a holiday by its name, or a weekend day that is worked."""
        table = self.years.get(day.year)
        name = table.names.get(day, "") if table else ""
        if day.weekday() >= SATURDAY:
            return f"调休上班{_of(name)}" if table and day in table.on else "周末"
        return f"{name or '放假'}，休息" if table and day in table.off else "工作日"


def read_calendar(texts: Iterable[str], decrees: Iterable[str] = ()) -> Calendar:
    """Read the holiday tables and the decrees that change single days of them, what comes later counts.

    A text holds the table of one year, or those of several under `table`. A date of another year, or in the wrong place, raises ValueError.
    """
    years: dict[int, YearTable] = {}
    for text in texts:
        data = tomllib.loads(text)
        found = [_read_year(table) for table in data.get("table", [data])]
        if len({year for year, _ in found}) < len(found):
            raise ValueError("同一年的节假日表重复")
        years |= dict(found)
    for text in decrees:
        _apply(years, tomllib.loads(text))
    return Calendar(years)


def _read_year(data: Mapping[str, Any]) -> tuple[int, YearTable]:
    year, off, on = data["year"], frozenset(data["off"]), frozenset(data["on"])
    for day in off | on:
        weekend = day.weekday() >= SATURDAY
        if day.year != year or weekend != (day in on):
            raise ValueError(f"{year}年节假日表中的{day}不合表：放假栏只列周一至周五，上班栏只列周六、周日")
    return year, YearTable(off, on, {date.fromisoformat(day): name for day, name in data.get("names", {}).items()})


def _apply(years: dict[int, YearTable], decree: Mapping[str, Any]) -> None:
    """Change single days: `off` are free from now on, `on` are worked; every other day stays as the table has it."""
    for day in (*decree["off"], *decree["on"]):
        if day.year not in years:
            raise ValueError(f"{day.year}年节假日表尚未公布，不能调整{day}")
        table = years[day.year]
        weekend, free = day.weekday() >= SATURDAY, day in decree["off"]
        off = table.off | {day} if free and not weekend else table.off - {day}
        on = table.on | {day} if weekend and not free else table.on - {day}
        years[day.year] = YearTable(off, on, {**table.names, day: str(decree["source"])})


def _of(name: str) -> str:
    return f"（{name}）" if name else ""
