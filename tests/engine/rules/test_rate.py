"""Fines in rates and fixed sums: shares of a cost, times of a value, sums by area, and the fifty yuan for litter."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import InvalidInputError, LawError
from engine.law.causes import Basis, Limb, Quantity
from engine.rules.amount import recommend
from engine.rules.assessment import Assessment, AssessmentInput, Circumstances, ProvenFactor
from engine.rules.discretion import Adjustment, assess, check_fine
from engine.rules.explanation import reckoned
from engine.rules.rate import Base, base_of, product, walls
from tests.engine.law.published import BOOK

ACT, DECIDED = date(2026, 9, 24), date(2026, 10, 26)
PANEL = Adjustment(reason="情节一般", panel=True)
SUMS = st.decimals("0.01", "99999999", places=2)
RATES = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: tuple(sorted(Decimal(end) for end in pair)))
UNITS = {"percent": Fraction(1, 100), "times": Fraction(1), "each": Fraction(1)}


def found(cause: str, limb: str, *, party: str = "citizen", measures: dict[str, str] | None = None, **facts: object) -> Assessment:
    measured = {key: Decimal(value) for key, value in (measures or {}).items()}
    case = AssessmentInput(cause=cause, limb=limb, party=party, act_end=ACT, decided=DECIDED, measures=measured)
    return assess(replace(case, **facts), BOOK)  # type: ignore[arg-type]  # The names are those of the fields.


def lines(assessment: Assessment) -> list[tuple[str, str, str]]:
    return [(line.label, line.why, line.value) for line in assessment.lines]


@pytest.mark.parametrize(("limb", "sum_", "may"), [("littering", 50, True), ("spitting", 50, True), ("littering_serious", 200, False)])
def test_litter_costs_a_fixed_sum_and_needs_no_benchmark(limb: str, sum_: int, may: bool) -> None:  # A value of the table.
    assessment = found("JC23", limb)
    frame = assessment.frame
    assert (assessment.amount, assessment.tier, assessment.guard) == (Decimal(sum_), "法定定额", "阶次内")
    assert {frame.minimum, frame.maximum, frame.low, frame.high} == {Decimal(sum_)}
    assert frame.may is may
    assert lines(assessment) == [
        ("法定定额", "《北京市市容环境卫生条例》第五十二条第二款规定了确定的数额，没有裁量幅度，不需要裁量基准", f"{sum_}元")
    ]
    assert [run.code for run in assessment.runs] == ["D0", "D1", "D3", "D3", "D5", "D6"]
    check_fine(assessment, Decimal(sum_))
    for wrong, code in ((sum_ - 1, "below_statutory_minimum"), (sum_ + 1, "above_statutory_maximum")):
        with pytest.raises(LawError) as refusal:
            check_fine(assessment, Decimal(wrong))
        assert refusal.value.code == code


def test_factors_do_not_move_a_fixed_sum() -> None:
    worse = found("JC23", "littering", factors=(ProvenFactor("deceit", ("证据1",)),))
    assert worse.amount == 50
    young = found("JC23", "littering", circumstances=Circumstances(age=15), factors=(ProvenFactor("minor", ("身份证",)),))
    assert young.amount == 50
    check_fine(young, Decimal(20), adjustment=replace(PANEL, legal_review=True))


def test_what_may_be_fined_a_fixed_sum_need_not_be() -> None:
    check_fine(found("JC23", "littering"), Decimal(0), adjustment=Adjustment(reason="当场捡起"))
    with pytest.raises(LawError):
        check_fine(found("JC23", "littering_serious"), Decimal(0), adjustment=Adjustment(reason="当场捡起"))


def test_a_fixed_sum_does_not_go_before_the_panel() -> None:
    with pytest.raises(InvalidInputError, match="没有裁量幅度"):
        found("JC23", "littering", untiered=True)


def test_felling_costs_times_the_value() -> None:
    assessment = found("JC24", "felling", measures={"measured": "3", "price": "12000"}, untiered=True)
    assert (assessment.frame.minimum, assessment.frame.maximum, assessment.amount) == (Decimal(60_000), Decimal(120_000), None)
    assert lines(assessment) == [("法定幅度", "砍伐树木的价值12,000元 × 5倍至10倍", "60,000至120,000元")]
    assert reckoned(assessment) == "法定幅度按砍伐树木的价值12,000元 × 5倍至10倍计算，为60,000至120,000元。"
    check_fine(assessment, Decimal(84_000), adjustment=PANEL)
    with pytest.raises(LawError) as refusal:
        check_fine(assessment, Decimal("120000.01"), adjustment=PANEL)
    assert refusal.value.code == "above_statutory_maximum"


def test_green_land_costs_times_area_and_price() -> None:
    assessment = found("JC24", "occupying", measures={"measured": "30.5", "price": "2000"}, untiered=True)
    assert lines(assessment) == [
        ("计罚基数", "占用面积30.5m² × 每平方米土地使用权地价款2,000元", "61,000"),
        ("法定幅度", "占用面积30.5m² × 每平方米土地使用权地价款2,000元 × 3倍至5倍", "183,000至305,000元"),
    ]


def test_rates_without_a_tier_stop() -> None:
    with pytest.raises(LawError) as refusal:
        found("JC24", "felling", measures={"measured": "3", "price": "12000"})
    assert (refusal.value.code, refusal.value.field) == ("no_benchmark", "untiered")


@pytest.mark.parametrize(
    ("measures", "field"),
    [
        ({}, "price"),
        ({"price": "12000"}, "measured"),
        ({"measured": "1.5", "price": "12000"}, "measured"),
        ({"measured": "1", "price": "0"}, "price"),
        ({"measured": "1", "price": "9" * 13}, "price"),
    ],
)
def test_the_base_is_asked_for(measures: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        found("JC24", "felling", measures=measures, untiered=True)
    assert field in refusal.value.fields


def test_the_cost_of_a_building_is_shown_step_by_step() -> None:
    assessment = found("JC20", "correctable", measures={"measured": "1200000"}, circumstances=Circumstances(corrected=True))
    assert lines(assessment)[-2:] == [
        ("罚款", "5 + 1.5 × 0.5，取到0.01%", "5.75%"),
        ("折合罚款", "工程造价1,200,000元 × 5.75%，四舍五入到元", "69,000元"),
    ]


def test_no_share_leaves_the_statute_by_rounding() -> None:
    # A tenth of 333,336 yuan is 33,333.60 yuan: neither 33,334 nor a fen more is within the law.
    worst = found(
        "JC20", "correctable", measures={"measured": "333336"}, refused=True, prior_order=True, factors=(ProvenFactor("deceit", ("证据1",)),)
    )
    assert worst.frame.maximum == Decimal("33333.6")
    assert worst.amount is not None
    assert worst.amount <= Decimal("33333.6")
    with pytest.raises(LawError):
        check_fine(worst, Decimal(33_334), adjustment=PANEL)


def test_a_building_that_cannot_be_pulled_down_is_taken() -> None:
    assessment = found("JC20", "irremovable", measures={"measured": "500000"}, untiered=True)
    assert assessment.kinds == ("没收实物或者违法收入", "罚款")
    assert (assessment.frame.minimum, assessment.frame.maximum) == (Decimal(0), Decimal(50_000))
    assert assessment.frame.may


def test_a_temporary_building_costs_its_cost_at_most() -> None:
    assessment = found("JC20", "temporary", measures={"measured": "80000"}, untiered=True)
    assert (assessment.frame.maximum, assessment.basis) == (Decimal(80_000), "城乡规划法 66")
    assert assessment.kinds == ("限期拆除", "罚款")


def test_a_fixed_rate_and_a_sum_a_piece_are_reckoned_too() -> None:
    # 北京市市容环境卫生条例 27① (造价一倍) and 53① (每只二十元以上五十元以下) are of these shapes; a city may publish such causes.
    limb = BOOK.causes.cause("JC20").limbs["temporary"]
    case = AssessmentInput(cause="JC20", limb="temporary", party="org", act_end=ACT, decided=DECIDED, measures={"measured": Decimal(12)})
    hens = replace(limb, inputs=(Quantity("measured", "饲养数量", "只"),))
    assert base_of(hens, "each", case).ends(Decimal(20), Decimal(50)) == (Decimal(240), Decimal(600))
    assert base_of(hens, "each", case).times(Decimal(20)) == "饲养数量12只 × 20元"
    assert share(base_of(limb, "times", case), Decimal(1)) == 12
    assert _fixed(limb).fixed


def share(base: Base, rate: Decimal) -> Decimal:
    return recommend(base, rate, rate, 0, 0, BOOK.benchmarks["amount"]).fine


def _fixed(limb: Limb) -> Basis:
    return replace(limb.bases[0], minimum=Decimal(1))


@given(SUMS, RATES, st.sampled_from(sorted(UNITS)))
def test_walls_never_leave_the_law_and_never_lose_a_fen(base: Decimal, rates: tuple[Decimal, Decimal], unit: str) -> None:
    low, high = walls(base, *rates, unit)
    exact = [Fraction(base) * Fraction(rate) * UNITS[unit] for rate in rates]
    assert Fraction(high) <= exact[1] < Fraction(high) + Fraction(1, 100)
    assert low <= high
    assert low == high or exact[0] <= Fraction(low) < exact[0] + Fraction(1, 100)


@given(SUMS, st.integers(0, 1000), st.sampled_from(sorted(UNITS)))
def test_shares_are_half_a_yuan_off_at_most(base: Decimal, rate: int, unit: str) -> None:
    assert abs(Fraction(share(Base(base, "", unit), Decimal(rate))) - Fraction(base) * rate * UNITS[unit]) <= Fraction(1, 2)


@given(st.decimals("0.001", "999999999", places=3), SUMS)
def test_products_are_exact(area: Decimal, price: Decimal) -> None:
    assert Fraction(product(area, price)) == Fraction(area) * Fraction(price)


def test_no_fine_is_reckoned_of_less_than_a_yuan() -> None:
    with pytest.raises(InvalidInputError, match="不足一元"):
        found("JC20", "correctable", measures={"measured": "0.99"})
    least = found("JC20", "correctable", measures={"measured": "1"})
    assert (least.frame.minimum, least.amount, least.frame.maximum) == (Decimal("0.05"), Decimal("0.07"), Decimal("0.10"))
