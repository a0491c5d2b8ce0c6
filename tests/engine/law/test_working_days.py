"""Working-day arithmetic, 2024 to 2026: properties that hold whatever the tables say."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.law.calendar import DAY, read_calendar
from engine.law.national import national_tables
from engine.rules.deadlines import DEADLINES, DeadlineRule, Suspension, Unit, reckon
from tests.engine.law.published import CALENDAR

DAYS = st.dates(date(2024, 1, 1), date(2026, 9, 30))
COUNTS = st.integers(1, 40)
PARTY = st.sampled_from([rule for rule in DEADLINES.values() if rule.rolls and rule.unit is not Unit.HOUR])
RUNNING = st.sampled_from([rule for rule in DEADLINES.values() if not rule.rolls and not rule.clear and rule.unit is Unit.NATURAL])


@given(DAYS, COUNTS)
def test_adding_and_counting_back_gives_the_same_number(start: date, count: int) -> None:
    assert CALENDAR.working_days(start + DAY, CALENDAR.add_working_days(start, count)) == count


@given(DAYS, st.integers(0, 10), COUNTS, st.integers(0, 5))
def test_a_later_start_and_a_longer_count_never_end_earlier(start: date, later: int, count: int, more: int) -> None:
    assert CALENDAR.add_working_days(start, count) <= CALENDAR.add_working_days(start + later * DAY, count + more)


@given(PARTY, DAYS, st.integers(1, 30))
def test_no_term_of_a_party_ends_on_a_day_of_rest(rule: DeadlineRule, start: date, length: int) -> None:
    due = reckon(rule, start, 2 if rule.unit is Unit.MONTH else length, CALENDAR).due
    assert due is not None
    assert CALENDAR.is_working_day(due)


@given(RUNNING, DAYS, st.integers(10, 60), st.integers(0, 9), st.integers(0, 20))
def test_a_suspension_moves_a_natural_term_by_exactly_its_days(rule: DeadlineRule, start: date, length: int, after: int, days: int) -> None:
    first = start + (1 + after) * DAY
    bare = reckon(rule, start, length, CALENDAR).due
    moved = reckon(rule, start, length, CALENDAR, [Suspension(first, first + days * DAY, "检测")]).due
    assert bare is not None
    assert moved == bare + (days + 1) * DAY


@settings(max_examples=25, deadline=None)
@given(DAYS, COUNTS, st.data())
def test_a_day_taken_off_by_decree_inside_a_term_moves_its_end_by_one_worked_day(start: date, count: int, data: st.DataObject) -> None:
    """The term was computed before: under the tables as they are now it ends where one day more would have ended."""
    day = CALENDAR.add_working_days(start, data.draw(st.integers(1, count)))
    moved = read_calendar([national_tables()], [f'source = "x"\noff = [{day}]\non = []\n'])
    assert moved.add_working_days(start, count) == CALENDAR.add_working_days(start, count + 1)
    assert CALENDAR.is_working_day(day)


@settings(max_examples=25, deadline=None)
@given(DAYS, COUNTS, st.data())
def test_a_day_of_rest_worked_by_decree_inside_a_term_moves_its_end_back(start: date, count: int, data: st.DataObject) -> None:
    end = CALENDAR.add_working_days(start, count)
    rests = [day for day in (start + n * DAY for n in range(1, (end - start).days)) if not CALENDAR.is_working_day(day)]
    if rests:
        day = data.draw(st.sampled_from(rests))
        moved = read_calendar([national_tables()], [f'source = "x"\noff = []\non = [{day}]\n'])
        assert moved.add_working_days(start, count) == max(day, CALENDAR.add_working_days(start, count - 1))


@given(DAYS)
def test_the_next_worked_day_is_worked_and_none_before_it(day: date) -> None:
    found = CALENDAR.next_working_day(day)
    assert CALENDAR.is_working_day(found)
    assert not any(CALENDAR.is_working_day(day + n * DAY) for n in range((found - day).days))
    assert CALENDAR.add_working_days(day - DAY, 1) == found


def test_a_leap_day_is_worked_and_a_year_ends_between_two_worked_days() -> None:
    assert CALENDAR.add_working_days(date(2024, 2, 28), 1) == date(2024, 2, 29)
    assert CALENDAR.add_working_days(date(2024, 2, 29), 1) == date(2024, 3, 1)
    assert CALENDAR.working_days(date(2024, 2, 26), date(2024, 3, 1)) == 5
    # 2024-12-31 is worked, 2025-01-01 is not; of 2026 the first worked day is the Sunday that is worked for the bridge day.
    assert CALENDAR.add_working_days(date(2024, 12, 30), 2) == date(2025, 1, 2)
    assert CALENDAR.add_working_days(date(2025, 12, 31), 1) == date(2026, 1, 4)


def test_the_package_and_the_acceptance_table_agree_on_2026() -> None:
    off = {"01-01", "01-02", *(f"02-{n}" for n in range(16, 21)), "02-23", "04-06", "05-01", "05-04", "05-05", "06-19", "09-25"}
    off |= {f"10-0{n}" for n in (1, 2, 5, 6, 7)}
    table = CALENDAR.years[2026]
    assert {day.isoformat()[5:] for day in table.off} == off
    assert {day.isoformat()[5:] for day in table.on} == {"01-04", "02-14", "02-28", "05-09", "09-20", "10-10"}
    assert CALENDAR.describe(date(2026, 9, 25)) == "中秋，休息"
    assert CALENDAR.describe(date(2026, 10, 10)) == "调休上班（国庆节）"
    assert [CALENDAR.describe(date(2026, 10, n)) for n in (8, 11)] == ["工作日", "周末"]


def test_a_decree_changes_single_days_and_needs_a_known_year() -> None:

    decree = 'source = "江川政〔2026〕8号"\noff = [2026-12-21]\non = [2026-12-26]\n'
    moved = read_calendar([national_tables()], [decree])
    assert not moved.is_working_day(date(2026, 12, 21))
    assert moved.is_working_day(date(2026, 12, 26))
    assert moved.describe(date(2026, 12, 21)) == "江川政〔2026〕8号，休息"
    assert moved.working_days(date(2026, 12, 1), date(2026, 12, 31)) == CALENDAR.working_days(date(2026, 12, 1), date(2026, 12, 31))
    with pytest.raises(ValueError, match="尚未公布"):
        read_calendar([national_tables()], ['source = "x"\noff = [2027-12-21]\non = []\n'])
