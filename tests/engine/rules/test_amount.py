from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.amount import Recommended, recommend
from engine.rules.rate import Base
from tests.engine.law.published import BOOK

COUNTS = st.integers(0, 6)
TIERS = st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)).map(lambda pair: tuple(sorted(Decimal(10 * end) for end in pair)))


def reckoned(low: Decimal, high: Decimal, lenient: int, severe: int, unit: str = "yuan", base: Decimal = Decimal(1)) -> Recommended:
    """The recommendation of the published rule."""
    return recommend(Base(base, "", unit), low, high, lenient, severe, BOOK.benchmarks["amount"])


def recommended(low: Decimal, high: Decimal, lenient: int, severe: int) -> Decimal:
    return reckoned(low, high, lenient, severe).fine


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
    assert recommended(Decimal(low), Decimal(high), lenient, severe) == amount


def test_s6_is_a_share_of_the_cost() -> None:
    made = reckoned(Decimal(5), Decimal("6.5"), 0, 0, "percent", Decimal(1_200_000))
    assert made.rate == Decimal("5.75")
    assert made.fine == 69_000
    assert reckoned(Decimal(5), Decimal(5), 0, 0, "percent", Decimal(10)).fine == Decimal("0.5")


@pytest.mark.parametrize(
    ("unit", "rate", "fine", "grain", "converted"),
    [
        ("yuan", "1230", "1230", "取整到10元", "不折合"),
        ("percent", "1234.56", "1235", "取到0.01%", "四舍五入到元"),
        ("times", "1234.56", "123456", "取到0.01倍", "四舍五入到元"),
        ("each", "1235", "123500", "取整到元", "四舍五入到元"),
    ],
)
def test_every_unit_has_its_grain(unit: str, rate: str, fine: str, grain: str, converted: str) -> None:
    base = Decimal(1) if unit == "yuan" else Decimal(100)
    made = reckoned(Decimal(1000), Decimal("1469.115"), 0, 0, unit, base)
    assert (made.rate, made.fine) == (Decimal(rate), Decimal(fine))
    assert (made.rounding, made.converted) == (grain, converted)


def test_half_of_ten_goes_up() -> None:
    assert recommended(Decimal(100), Decimal(110), 0, 0) == 110


def test_an_amount_is_never_rounded_out_of_its_tier() -> None:
    assert recommended(Decimal(51), Decimal(53), 0, 0) == 51
    assert recommended(Decimal(55), Decimal(57), 0, 0) == 57


@given(TIERS, COUNTS, COUNTS)
def test_amounts_stay_in_the_tier_and_follow_the_factors(tier: tuple[Decimal, Decimal], lenient: int, severe: int) -> None:
    amount = recommended(*tier, lenient, severe)
    assert tier[0] <= amount <= tier[1]
    assert recommended(*tier, lenient + 1, severe) <= amount <= recommended(*tier, lenient, severe + 1)


@given(COUNTS, COUNTS)
def test_the_coefficient_lies_between_0_and_1(lenient: int, severe: int) -> None:
    low, high = Decimal(0), Decimal(100)
    made, other = reckoned(low, high, lenient, severe), reckoned(low, high, severe, lenient)
    assert 0 <= made.coefficient <= 1
    assert other.coefficient == 1 - made.coefficient
    assert made.free == Decimal("0.5") + Decimal("0.2") * (severe - lenient) == sum(part.value for part in made.parts)


def test_the_run_says_how_it_came_about() -> None:
    made = reckoned(Decimal(15_000), Decimal(30_000), 1, 0)
    assert [(part.item, part.why, part.value) for part in made.parts] == [
        ("起点系数", "无情节时取中值", Decimal("0.5")),
        ("从轻", "每项从轻情节减0.2", Decimal("-0.2")),
    ]
    assert (made.run.code, made.run.title, made.run.table, made.run.outcome["value"]) == ("D4", "建议罚款", "amount", "19500")
