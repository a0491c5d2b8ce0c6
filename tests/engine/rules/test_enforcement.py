from datetime import date

import pytest

from engine.errors import LawError
from engine.rules.enforcement import Remedy, check_window, lapsed_on

LAPSED, DEMANDED, CLOSES = date(2026, 10, 8), date(2026, 10, 22), date(2027, 1, 8)


@pytest.mark.parametrize("today", [date(2026, 10, 23), CLOSES])
def test_s7_may_apply_from_its_first_to_its_last_day(today: date) -> None:
    check_window(LAPSED, DEMANDED, CLOSES, today)


@pytest.mark.parametrize(
    ("lapsed", "demanded", "today", "code"),
    [
        (LAPSED, DEMANDED, date(2026, 10, 20), "remedies_open"),
        (LAPSED, DEMANDED, DEMANDED, "remedies_open"),
        (LAPSED, None, date(2026, 10, 23), "remedies_open"),
        (None, DEMANDED, date(2026, 10, 23), "remedies_open"),
        (LAPSED, date(2026, 10, 1), LAPSED, "remedies_open"),
        (LAPSED, DEMANDED, date(2027, 1, 9), "window_closed"),
        (LAPSED, DEMANDED, date(2027, 1, 11), "window_closed"),
    ],
)
def test_outside_the_window_nobody_applies(lapsed: date | None, demanded: date | None, today: date, code: str) -> None:
    with pytest.raises(LawError) as refused:
        check_window(lapsed, demanded, CLOSES, today)
    assert (refused.value.code, refused.value.field) == (code, "course")


def test_the_remedy_that_ends_last_counts_and_one_that_is_open_keeps_all_open() -> None:
    reconsideration = Remedy(date(2026, 6, 8), open=False)
    assert lapsed_on([reconsideration, Remedy(LAPSED, open=False)]) == LAPSED
    assert lapsed_on([reconsideration, Remedy(LAPSED, open=True)]) is None
    assert lapsed_on([]) is None
