"""Inspections: who is an enterprise, what the caps count, and on which days nobody may come."""

from datetime import date

import pytest

from engine.errors import InvalidInputError, LawError
from engine.rules.inspection import (
    BASIS,
    Earlier,
    check_arrival,
    check_cap,
    check_planned_day,
    check_special,
    counts,
    is_enterprise,
)

TODAY = date(2026, 9, 14)
FUME = Earlier(day=date(2026, 3, 5), matter="油烟检查", plans=frozenset({"fume"}))
DUST = Earlier(day=date(2026, 7, 2), matter="扬尘检查", plans=frozenset({"dust"}))


@pytest.mark.parametrize(
    ("code", "enterprise"), [("91999901MA0TE5T16F", True), ("92999901MA0TE5T16F", True), ("11999901MB0TE5J322", False), (None, False)]
)
def test_an_enterprise_is_known_by_its_code(code: str | None, enterprise: bool) -> None:
    assert is_enterprise(code, ("91", "92", "93")) is enterprise


@pytest.mark.parametrize(
    ("state", "day", "counted"),
    [
        ("registered", TODAY, True),
        ("registered", date(2026, 9, 13), False),
        ("approved", date(2026, 9, 13), True),
        ("started", date(2026, 9, 13), True),
        ("ended", date(2026, 3, 1), True),
        ("returned", TODAY, False),
        ("cancelled", TODAY, False),
    ],
)
def test_what_may_still_take_place_counts(state: str, day: date, counted: bool) -> None:
    assert counts(state, day, TODAY) is counted


def test_the_cap_of_the_year_names_every_earlier_day() -> None:
    check_cap("某公司", 2026, [FUME], {"dust": ("扬尘检查", 1)}, 2)
    with pytest.raises(LawError, match="3月5日油烟检查、7月2日扬尘检查") as refusal:
        check_cap("某公司", 2026, [DUST, FUME], {"sign": ("广告检查", 1)}, 2)
    assert (refusal.value.code, refusal.value.basis, refusal.value.field) == ("inspection_cap", BASIS, "uscc")


def test_the_cap_of_a_matter_counts_that_matter_alone() -> None:
    with pytest.raises(LawError, match=r"“油烟检查”.*3月5日") as refusal:
        check_cap("某公司", 2026, [FUME], {"dust": ("扬尘检查", 1), "fume": ("油烟检查", 1)}, 3)
    assert refusal.value.field == "plans"


def test_special_campaigns_end_with_the_number_of_the_year() -> None:
    check_special(2026, ["渣土专项"], 2)
    with pytest.raises(LawError, match="渣土专项、扬尘专项"):
        check_special(2026, ["渣土专项", "扬尘专项"], 2)


def test_nothing_is_planned_for_yesterday_or_far_ahead() -> None:
    check_planned_day(TODAY, TODAY)
    with pytest.raises(LawError, match="不能补登"):
        check_planned_day(date(2026, 9, 13), TODAY)
    with pytest.raises(InvalidInputError):
        check_planned_day(date(2028, 1, 1), TODAY)


@pytest.mark.parametrize("day", [date(2026, 9, 13), date(2027, 1, 4)])
def test_nobody_comes_before_the_day_or_in_another_year(day: date) -> None:
    check_arrival(date(2026, 9, 16), TODAY)
    with pytest.raises(LawError) as refusal:
        check_arrival(day, TODAY)
    assert (refusal.value.code, refusal.value.field) == ("wrong_day", "arrived_on")
