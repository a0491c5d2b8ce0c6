"""The spread of fines: nothing for few cases, the middle 80 % for many, a reason for what stands apart."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import InvalidInputError
from engine.rules.spread import SMALLEST, check_reason, spread

FINES = st.lists(st.integers(0, 1_000_000).map(Decimal), min_size=SMALLEST, max_size=40)


def test_fewer_than_five_cases_have_no_spread() -> None:
    assert spread([Decimal(100)] * 4) is None
    assert spread([]) is None


def test_quantiles_lie_in_proportion_between_two_fines() -> None:
    found = spread([Decimal(fine) for fine in (500, 100, 300, 200, 400)])
    assert found is not None
    assert [found.low, found.quarter, found.median, found.three_quarters, found.high] == [Decimal(part) for part in (140, 200, 300, 400, 460)]
    assert found.holds(Decimal(140))
    assert not found.holds(Decimal(139))


@given(FINES)
def test_the_parts_of_a_spread_are_in_order_and_among_the_fines(fines: list[Decimal]) -> None:
    found = spread(fines)
    assert found is not None
    assert min(fines) <= found.low <= found.quarter <= found.median <= found.three_quarters <= found.high <= max(fines)
    assert found.count == len(fines)


def test_what_stands_apart_needs_a_reason() -> None:
    found = spread([Decimal(fine) for fine in (100, 200, 300, 400, 500)])
    check_reason(found, Decimal(300), "")
    check_reason(found, Decimal(900), "情节特殊")
    check_reason(None, Decimal(900), "")
    with pytest.raises(InvalidInputError, match="同类案件5件，八成罚款在140元至460元之间，拟罚款900元不在其中"):
        check_reason(found, Decimal(900), " ")
