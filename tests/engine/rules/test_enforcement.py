from datetime import date

import pytest

from engine.errors import LawError
from engine.rules.enforcement import Challenge, Remedy, check_own, check_window, lapsed_on

LAPSED, DEMANDED, CLOSES = date(2026, 10, 8), date(2026, 10, 22), date(2027, 1, 8)
DECIDED, AFTERWARDS = date(2026, 5, 20), date(2026, 6, 4)


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
    assert lapsed_on({"reconsideration": reconsideration, "litigation": Remedy(LAPSED, open=False)}) == LAPSED
    assert lapsed_on({"reconsideration": reconsideration, "litigation": Remedy(LAPSED, open=True)}) is None
    assert lapsed_on({}) is None


@pytest.mark.parametrize(
    ("challenges", "lapsed"),
    [
        ([Challenge("reconsideration", None, None)], None),
        ([Challenge("reconsideration", "upheld", DECIDED)], AFTERWARDS),
        ([Challenge("reconsideration", "dismissed", DECIDED)], AFTERWARDS),
        ([Challenge("reconsideration", "not_accepted", DECIDED)], LAPSED),
        ([Challenge("reconsideration", "withdrawn", DECIDED)], LAPSED),
        ([Challenge("reconsideration", "mediated", DECIDED)], DECIDED),
        ([Challenge("reconsideration", "upheld", DECIDED), Challenge("litigation", None, None)], None),
        ([Challenge("reconsideration", "upheld", DECIDED), Challenge("litigation", "claims_dismissed", date(2026, 11, 2))], date(2026, 11, 2)),
        ([Challenge("litigation", "withdrawn", DECIDED)], DECIDED),
    ],
)
def test_what_the_party_undertook_says_when_its_remedies_ended(challenges: list[Challenge], lapsed: date | None) -> None:
    terms = {"litigation": Remedy(LAPSED, open=False), "litigation.after": Remedy(AFTERWARDS, open=False)}
    assert lapsed_on(terms, challenges) == lapsed


def test_within_the_fifteen_days_after_a_reconsideration_nothing_has_lapsed() -> None:
    decided = [Challenge("reconsideration", "upheld", DECIDED)]
    assert lapsed_on({"litigation": Remedy(LAPSED, open=False), "litigation.after": Remedy(AFTERWARDS, open=True)}, decided) is None
    assert lapsed_on({"litigation": Remedy(LAPSED, open=False)}, decided) is None


@pytest.mark.parametrize("result", ["changed", "mediated"])
def test_what_the_organ_changed_is_the_organs_to_enforce(result: str) -> None:
    changed = Challenge("reconsideration", result, DECIDED)
    with pytest.raises(LawError) as refused:
        check_own([changed])
    assert (refused.value.code, refused.value.basis, refused.value.field) == ("no_basis", "行政复议法 78(2)(3)", "course")
    check_own([changed, Challenge("litigation", "claims_dismissed", date(2026, 11, 2))])
    check_own([Challenge("reconsideration", "upheld", DECIDED)])
