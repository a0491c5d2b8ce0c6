from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.law.calendar import DAY, read_calendar
from engine.law.national import national_tables
from tests.engine.law.published import CALENDAR

DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))


def test_holidays_and_moved_weekends_of_2026() -> None:
    assert not CALENDAR.is_working_day(date(2026, 9, 25))
    assert not CALENDAR.is_working_day(date(2026, 10, 7))
    assert CALENDAR.is_working_day(date(2026, 10, 10))
    assert CALENDAR.is_working_day(date(2026, 2, 28))
    assert not CALENDAR.is_working_day(date(2026, 10, 11))


def test_2026_has_248_working_days() -> None:
    days = [date(2026, 1, 1) + n * DAY for n in range(365)]
    assert sum(map(CALENDAR.is_working_day, days)) == 261 - 19 + 6


def test_a_year_without_a_table_knows_weekends_only_and_is_provisional() -> None:
    assert CALENDAR.is_working_day(date(2027, 1, 1))
    assert not CALENDAR.is_working_day(date(2027, 1, 2))
    assert not CALENDAR.known(2027)
    assert CALENDAR.provisional(date(2026, 12, 31), date(2027, 1, 1))
    assert not CALENDAR.provisional(date(2026, 1, 1), date(2026, 12, 31))


@given(DAYS, st.integers(1, 40))
def test_adding_working_days_counts_each_of_them(start: date, count: int) -> None:
    end = CALENDAR.add_working_days(start, count)
    between = [start + n * DAY for n in range(1, (end - start).days + 1)]
    assert sum(map(CALENDAR.is_working_day, between)) == count
    assert CALENDAR.is_working_day(end)


@given(DAYS)
def test_the_next_working_day_is_the_first_one_not_before(day: date) -> None:
    found = CALENDAR.next_working_day(day)
    assert found >= day
    assert not any(CALENDAR.is_working_day(day + n * DAY) for n in range((found - day).days))


def test_a_year_is_given_once_in_a_text_and_a_later_text_replaces_it() -> None:
    with pytest.raises(ValueError, match="重复"):
        read_calendar(["[[table]]\nyear = 2026\noff = []\non = []\n" * 2])
    later = read_calendar([national_tables(), "year = 2026\noff = [2026-10-08]\non = []"])
    assert not later.is_working_day(date(2026, 10, 8))
    assert later.is_working_day(date(2026, 10, 1))
    assert not later.is_working_day(date(2025, 10, 1))


@pytest.mark.parametrize("line", ["off = [2027-01-01]\non = []", "off = [2026-01-03]\non = []", "off = []\non = [2026-01-05]"])
def test_a_date_in_the_wrong_place_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="不合表"):
        read_calendar([f"year = 2026\n{line}"])
