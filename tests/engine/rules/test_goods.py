"""Goods: what may be seized, and how a thing may end. Source: 行政强制法 Art. 23, 25; domain.md §12 (R9)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from engine.errors import LawError
from engine.rules.goods import Held, check_confiscable, check_open, check_power, check_seizable, phrase, undecided

LAST = date(2026, 10, 12)
GRILL = Held(number=1, name="烧烤架", kind="preservation", disposal=None, lapsed_on=None, due=LAST)


@pytest.mark.parametrize(("use", "seized", "basis"), [("necessity", False, "23①"), ("personal", False, "23①"), ("goods", True, "23②")])
def test_what_cannot_be_seized_is_refused(use: str, seized: bool, basis: str) -> None:
    with pytest.raises(LawError) as refused:
        check_seizable("饭盒", use, seized=seized)
    assert (refused.value.code, refused.value.field) == ("not_seizable", "items")
    assert basis in (refused.value.basis or "")


def test_a_place_is_sealed_and_never_taken_along_and_an_unrelated_one_neither() -> None:
    check_seizable("施工现场", "place", seized=False, sealing=True)
    for use, basis in (("place", "行政强制法 9"), ("unrelated", "行政强制法 23①")):
        with pytest.raises(LawError) as refused:
            check_seizable("施工现场", use, seized=False, sealing=use == "unrelated")
        assert refused.value.basis == basis


def test_tools_and_goods_can_be_seized() -> None:
    check_seizable("货架", "tool", seized=False)
    check_seizable("手机壳", "goods", seized=False)


@pytest.mark.parametrize("disposal", ["returned", "confiscated", "destroyed", "sold", "transferred"])
def test_a_thing_ends_once(disposal: str) -> None:
    with pytest.raises(LawError) as refused:
        check_open(replace(GRILL, disposal=disposal), "returned")
    assert refused.value.code == "already_disposed"


def test_the_last_day_counts_to_its_end_and_the_next_does_not() -> None:
    check_power(GRILL, LAST, "x", ends=True)
    check_power(replace(GRILL, lapsed_on=LAST), LAST, "x", ends=True)
    for thing in (GRILL, replace(GRILL, lapsed_on=LAST, due=None)):
        with pytest.raises(LawError) as refused:
            check_power(thing, date(2026, 10, 13), "x", ends=True)
        assert (refused.value.code, refused.value.basis) == ("power_ended", "行政处罚法 56")


def test_where_the_city_says_so_the_power_goes_on() -> None:
    check_power(GRILL, date(2026, 10, 13), "x", ends=False)


def test_the_money_for_a_thing_that_was_sold_is_confiscated_in_its_place() -> None:
    check_confiscable(replace(GRILL, disposal="sold", due=None), date(2026, 12, 1), "x", ends=True)
    for thing in (replace(GRILL, disposal="sold", proceeds_to="party"), replace(GRILL, intent="return")):
        with pytest.raises(LawError) as refused:
            check_confiscable(thing, LAST, "x", ends=True)
        assert refused.value.code == "already_disposed"


def test_what_a_proposal_leaves_out_is_told() -> None:
    things = [GRILL, replace(GRILL, number=2), replace(GRILL, number=3, disposal="confiscated")]
    assert [thing.number for thing in undecided(things, [1])] == [2]


@pytest.mark.parametrize(("quantity", "said"), [("1", "烤串1串"), ("12.00", "烤串12串"), ("2.5", "烤串2.5串"), ("100", "烤串100串")])
def test_a_quantity_is_told_plainly(quantity: str, said: str) -> None:
    assert phrase("烤串", Decimal(quantity), "串") == said
