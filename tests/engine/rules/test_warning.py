from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from engine.clock import SHANGHAI, local_date
from engine.rules.deadlines import DEADLINES
from engine.rules.warning import LADDER, warning_at, warns
from tests.engine.law.published import CALENDAR


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def rungs(begin: str, end: str) -> list[str]:
    found = [warning_at(rung, local(begin), local(end), CALENDAR, 3) for rung in range(5)]
    return [format(at.astimezone(SHANGHAI), "%Y-%m-%d %H:%M") for at in found if at is not None]


def test_a_decision_is_announced_on_working_mornings() -> None:
    # 90 days from 2026-09-15; 70 % is Tuesday 2026-11-17, 90 % Saturday 2026-12-05, so Friday.
    assert rungs("2026-09-15", "2026-12-14") == ["2026-11-17 00:00", "2026-12-04 00:00", "2026-12-14 00:00", "2026-12-17 00:00"]


def test_hours_are_announced_by_the_clock() -> None:
    assert rungs("2026-09-24T21:45", "2026-09-25T21:45") == ["2026-09-25 14:33", "2026-09-25 19:21", "2026-09-25 21:45", "2026-10-01 00:00"]


def test_a_party_is_not_warned_of_its_rights() -> None:
    told = {key for key, rule in DEADLINES.items() if warns(rule)}
    assert {"clue.check", "decision", "preservation", "seizure", "service", "publication", "archive", "collaboration.reply"} <= told
    assert not told & {"plea", "hearing.request", "hearing.notice", "payment", "litigation", "service.announcement", "performance.demand"}


@given(st.dates(date(2024, 1, 1), date(2026, 10, 1)), st.integers(1, 120))
def test_the_ladder_is_climbed_in_order_and_on_working_days(start: date, days: int) -> None:
    begin = datetime(start.year, start.month, start.day, tzinfo=SHANGHAI)
    end = begin + timedelta(days=days)
    found = [warning_at(rung, begin, end, CALENDAR, 3) for rung in range(len(LADDER))]
    instants = [at for at in found if at is not None]
    assert instants == sorted(instants)
    assert instants[0] >= begin.astimezone(UTC)
    assert instants[2] == end
    for at in instants[:2]:
        assert days < 3 or CALENDAR.is_working_day(local_date(at)) or local_date(at) == start + timedelta(days=1)
    assert warning_at(len(LADDER), begin, end, CALENDAR, 3) is None
