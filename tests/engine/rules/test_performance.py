from datetime import date, time

import pytest

from engine.errors import LawError
from engine.rules.performance import check_earliest, check_means, check_time

NIGHT = (time(22), time(6))


@pytest.mark.parametrize("method", ["停止供水", "停电三日", "断气", "停供暖"])
def test_residents_are_not_pressed_by_cutting_what_they_live_on(method: str) -> None:
    with pytest.raises(LawError) as refused:
        check_means(method)
    assert (refused.value.code, refused.value.basis) == ("forbidden_means", "行政强制法 43")


def test_other_means_are_free() -> None:
    check_means("委托清洗单位拆卸并清洗供水管道")


@pytest.mark.parametrize(
    ("begun", "working", "urgent"), [(time(9, 30), True, False), (time(21, 59), True, False), (time(6), True, False), (time(23), False, True)]
)
def test_by_day_or_where_it_is_urgent_it_may_be_done(begun: time, working: bool, urgent: bool) -> None:
    check_time(begun, working=working, night=NIGHT, urgent=urgent)


@pytest.mark.parametrize(("begun", "working"), [(time(22), True), (time(5, 59), True), (time(9, 30), False)])
def test_night_and_holidays_are_quiet(begun: time, working: bool) -> None:
    with pytest.raises(LawError) as refused:
        check_time(begun, working=working, night=NIGHT, urgent=False)
    assert (refused.value.code, refused.value.basis) == ("forbidden_time", "行政强制法 43")


def test_three_clear_days_come_first() -> None:
    check_earliest(date(2026, 9, 29), date(2026, 10, 10), date(2026, 10, 10))
    for demanded, day in ((None, date(2026, 10, 10)), (date(2026, 9, 29), date(2026, 10, 9))):
        with pytest.raises(LawError) as refused:
            check_earliest(demanded, date(2026, 10, 10) if demanded else None, day)
        assert refused.value.code == "notice_required"
