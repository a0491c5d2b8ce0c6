from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from engine.law.calendar import DAY
from engine.rules.daybook import day_book
from engine.rules.deadlines import DEADLINES, DeadlineRule, Suspension, Unit, reckon
from tests.engine.law.published import CALENDAR


def test_a_hearing_request_is_told_day_by_day() -> None:
    spans = day_book(DEADLINES["hearing.request"], date(2026, 9, 22), 5, date(2026, 9, 30), CALENDAR)
    assert [(span.dates(), span.why, span.counted) for span in spans] == [
        ("9月22日（周二）", "起算当日，不计", None),
        ("9月23日至24日", "工作日", 2),
        ("9月25日（周五）", "中秋，休息", None),
        ("9月26日至27日", "周末", None),
        ("9月28日至30日", "工作日", 5),
    ]


def test_a_rolled_and_a_clear_end_say_so() -> None:
    rolled = day_book(DEADLINES["payment"], date(2026, 11, 6), 15, date(2026, 11, 23), CALENDAR)
    assert [(span.dates(), span.why) for span in rolled[-3:]] == [
        ("11月7日至21日", "自然日"),
        ("11月22日（周日）", "末日休息，顺延"),
        ("11月23日（周一）", "顺延后的末日"),
    ]
    clear = day_book(DEADLINES["hearing.notice"], date(2026, 9, 29), 7, date(2026, 10, 15), CALENDAR)
    assert (clear[-1].why, clear[-1].counted, clear[-2].counted) == ("期限之外的首个工作日", None, 7)


def test_months_and_hours_have_no_days() -> None:
    assert day_book(DEADLINES["litigation"], date(2026, 10, 28), 6, date(2027, 4, 28), CALENDAR) == ()


COUNTED = st.sampled_from([rule for rule in DEADLINES.values() if rule.unit in {Unit.NATURAL, Unit.WORKING}])


@given(COUNTED, st.dates(date(2024, 1, 1), date(2026, 9, 1)), st.integers(1, 60), st.integers(0, 20), st.integers(0, 20))
def test_the_day_book_counts_what_the_reckoning_counts(rule: DeadlineRule, start: date, length: int, after: int, days: int) -> None:
    periods = [Suspension(start + after * DAY, start + (after + days) * DAY, "检测")]
    due = reckon(rule, start, length, CALENDAR, periods).due
    assert due is not None
    spans = day_book(rule, start, length, due, CALENDAR, periods)
    assert [span.counted for span in spans if span.counted is not None][-1] == length
    assert (spans[0].first, spans[-1].last) == (start, due)
    assert all(before.last + DAY == span.first for before, span in pairwise(spans))
