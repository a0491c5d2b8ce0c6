from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.amount import coefficient, recommended, share

COUNTS = st.integers(0, 6)
TIERS = st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)).map(lambda pair: tuple(sorted(Decimal(10 * end) for end in pair)))


@pytest.mark.parametrize(
    ("scenario", "low", "high", "lenient", "severe", "amount"),
    [
        ("S1", 100, 200, 0, 0, 150),
        ("S2 notified", 15_000, 30_000, 0, 0, 22_500),
        ("S2", 15_000, 30_000, 1, 0, 19_500),
        ("S3", 300_000, 600_000, 0, 1, 510_000),
        ("S4", 500, 1_500, 0, 0, 1_000),
        ("S5", 2_000, 5_000, 0, 0, 3_500),
        ("S7", 12_000, 20_000, 0, 4, 20_000),
        ("S8", 5_000, 12_000, 0, 0, 8_500),
    ],
)
def test_amounts_of_the_acceptance_scenarios(scenario: str, low: int, high: int, lenient: int, severe: int, amount: int) -> None:
    assert recommended(Decimal(low), Decimal(high), lenient, severe, "yuan") == amount


def test_s6_is_a_share_of_the_cost() -> None:
    rate = recommended(Decimal(5), Decimal("6.5"), 0, 0, "percent")
    assert rate == Decimal("5.75")
    assert share(Decimal(1_200_000), rate) == 69_000
    assert share(Decimal(10), Decimal(5)) == 1


def test_half_of_ten_goes_up() -> None:
    assert recommended(Decimal(100), Decimal(110), 0, 0, "yuan") == 110


def test_an_amount_is_never_rounded_out_of_its_tier() -> None:
    assert recommended(Decimal(51), Decimal(53), 0, 0, "yuan") == 51
    assert recommended(Decimal(55), Decimal(57), 0, 0, "yuan") == 57


@given(TIERS, COUNTS, COUNTS)
def test_amounts_stay_in_the_tier_and_follow_the_factors(tier: tuple[Decimal, Decimal], lenient: int, severe: int) -> None:
    amount = recommended(*tier, lenient, severe, "yuan")
    assert tier[0] <= amount <= tier[1]
    assert recommended(*tier, lenient + 1, severe, "yuan") <= amount <= recommended(*tier, lenient, severe + 1, "yuan")


@given(COUNTS, COUNTS)
def test_the_coefficient_lies_between_0_and_1(lenient: int, severe: int) -> None:
    assert 0 <= coefficient(lenient, severe) <= 1
    assert coefficient(severe, lenient) == 1 - coefficient(lenient, severe)
