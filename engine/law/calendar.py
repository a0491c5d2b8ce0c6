"""The working-day calendar (工作日历): which days are worked, from the published holiday tables."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class YearTable:
    """The holiday table of one year: weekdays off and weekend days worked (调休)."""

    off: frozenset[date]
    on: frozenset[date]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The holiday tables in force; a year without a table knows weekends only, and every date that leans on it is provisional."""

    years: Mapping[int, YearTable]

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
        while not self.is_working_day(day):
            day += DAY
        return day

    def add_working_days(self, start: date, count: int) -> date:
        """Return the `count`-th working day after `start`; the day of the start does not count (民法典 Art. 201)."""
        day = start
        while count > 0:
            day = self.next_working_day(day + DAY)
            count -= 1
        return day

    def provisional(self, first: date, last: date) -> bool:
        """Tell whether a year between the two dates, both included, has no table yet."""
        return any(not self.known(year) for year in range(first.year, last.year + 1))


def read_calendar(texts: Iterable[str]) -> Calendar:
    """Read the holiday tables, one TOML text a year; a year given twice or a date of another year raises ValueError."""
    years: dict[int, YearTable] = {}
    for text in texts:
        year, table = _read_year(text)
        if year in years:
            raise ValueError(f"{year}年节假日表重复")
        years[year] = table
    return Calendar(years)


def _read_year(text: str) -> tuple[int, YearTable]:
    data = tomllib.loads(text)
    year, off, on = data["year"], frozenset(data["off"]), frozenset(data["on"])
    for day in off | on:
        weekend = day.weekday() >= SATURDAY
        if day.year != year or weekend != (day in on):
            raise ValueError(f"{year}年节假日表中的{day}不合表：放假栏只列周一至周五，上班栏只列周六、周日")
    return year, YearTable(off, on)
