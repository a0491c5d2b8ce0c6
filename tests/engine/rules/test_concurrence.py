"""One act, one fine (一事不再罚): under the rule with the higher fine, in whatever case, for causes old and new."""

from datetime import date
from decimal import Decimal

import pytest

from engine.errors import InvalidInputError, LawError
from engine.rules.assessment import Assessment, AssessmentInput
from engine.rules.concurrence import FinedAct, check_once, other_basis, rivalry
from engine.rules.discretion import assess
from tests.engine.law.published import BOOK

ACT, DECIDED = date(2026, 9, 24), date(2026, 10, 26)


def found(cause: str, limb: str, *, party: str = "citizen", untiered: bool = False, **measures: str) -> Assessment:
    measured = {key: Decimal(value) for key, value in measures.items()}
    case = AssessmentInput(cause=cause, limb=limb, party=party, act_end=ACT, decided=DECIDED, measures=measured, untiered=untiered)
    return assess(case, BOOK)


STALL = found("JC01", "stall", measured="3")
ROAD = found("JC19", "occupying", measured="12")


def test_the_rule_with_the_higher_fine_governs() -> None:
    limb, basis = other_basis(ROAD, "JC01", ACT, "citizen", BOOK)
    assert (limb.key, basis.cite) == ("stall", "北京市市容环境卫生条例 35⑤")
    with pytest.raises(LawError, match="擅自占用城市道路") as refusal:
        other_basis(STALL, "JC19", ACT, "citizen", BOOK)
    assert (refusal.value.code, refusal.value.basis) == ("same_act_fined", "行政处罚法 29")


def test_the_comparison_of_both_rules_is_recorded() -> None:
    law, rule = rivalry(ROAD, "JC01", ACT, "citizen", BOOK).runs
    assert (law.code, law.title, rule.code, rule.title) == ("D0", "适用的规定（擅自占用道路摆摊设点、堆放物料）", "D0", "一事不再罚")
    assert rule.outcome["hits"][0]["annotations"]["理由"] == "另一规定的罚款上限不高于本案"  # type: ignore[index,call-overload]  # JSON.
    assert rivalry(STALL, "JC19", ACT, "citizen", BOOK).conclusion == "按另一规定处罚"
    assert rivalry(ROAD, "JC20", ACT, "citizen", BOOK).conclusion == "先按另一规定评定"


def test_the_range_of_the_limb_counts() -> None:
    organised = found("JC22", "organising", untiered=True, measured="5")
    assert other_basis(organised, "JC19", ACT, "citizen", BOOK)[1].maximum == 20_000
    with pytest.raises(LawError):
        other_basis(found("JC22", "posting", measured="5"), "JC19", ACT, "citizen", BOOK)


def test_without_a_chosen_limb_the_heaviest_for_the_party_counts() -> None:
    # 北京市市容环境卫生条例 41: whoever posts pays up to 10,000 yuan, whoever organises it up to 500,000.
    with pytest.raises(LawError, match=r"情节严重），其罚款上限500,000元更高.+请选择该案由的具体情形"):
        other_basis(STALL, "JC22", ACT, "citizen", BOOK)
    limb, basis = other_basis(ROAD, "JC22.posting", ACT, "citizen", BOOK)
    assert (limb.key, basis.maximum) == ("posting", Decimal(10_000))
    # A chosen limb that punishes others is refused, and so is one that is no breach.
    with pytest.raises(LawError, match="只处罚个人") as refusal:
        other_basis(ROAD, "JC22.posting", ACT, "org", BOOK)
    assert (refusal.value.code, refusal.value.field) == ("no_basis", "concurrent")
    for wrong in ("JC22.nothing", "JC28.designated"):
        with pytest.raises(InvalidInputError, match="一种情形"):
            other_basis(ROAD, wrong, ACT, "citizen", BOOK)


def test_the_other_rule_of_an_older_act_is_the_one_for_the_party() -> None:
    """A unit that dumped rubble on the road on 14 August broke the rule of 5,000 to 50,000 yuan, and a builder the law of 100,000."""
    for key, maximum in (("rubble", "50,000元"), ("construction", "1,000,000元"), ("household", "500,000元")):
        with pytest.raises(LawError, match=maximum):
            other_basis(ROAD, f"JC07.{key}", date(2026, 8, 14), "org", BOOK)
    assert other_basis(ROAD, "JC07.rubble_person", date(2026, 8, 14), "getihu", BOOK)[1].maximum == 200
    with pytest.raises(LawError, match="只处罚个人"):
        other_basis(ROAD, "JC06.dumping", date(2026, 8, 14), "org", BOOK)


@pytest.mark.parametrize("wrong", ["JC19", "JC99"])
def test_the_other_rule_is_another_one_of_the_catalogue(wrong: str) -> None:
    with pytest.raises(InvalidInputError):
        other_basis(ROAD, wrong, ACT, "citizen", BOOK)


def test_litter_on_the_ground_is_fined_under_the_code() -> None:
    # One who throws household waste about breaks the city's rule, 50 yuan, and the code, 100 to 1,000 yuan.
    with pytest.raises(LawError) as refusal:
        other_basis(found("JC23", "littering"), "JC06", ACT, "citizen", BOOK)
    assert refusal.value.code == "same_act_fined"
    assert other_basis(found("JC06", "dumping", measured="0.05"), "JC23.littering", ACT, "citizen", BOOK)[1].maximum == 50


def test_a_stall_without_a_licence_on_the_road_is_fined_once() -> None:
    # 城市道路管理条例 42 allows 20,000 yuan, the rule on stalls 10,000, the rule on occupying public places 5,000.
    for own in (STALL, found("JC28", "unlicensed", gains="100")):
        with pytest.raises(LawError, match="擅自占用城市道路"):
            other_basis(own, "JC19", ACT, "citizen", BOOK)
    with pytest.raises(LawError, match="无照经营"):
        other_basis(STALL, "JC28", ACT, "citizen", BOOK)
    assert other_basis(ROAD, "JC28", ACT, "citizen", BOOK)[0].key == "unlicensed"


def test_the_limb_of_the_other_rule_is_the_one_for_the_party() -> None:
    with pytest.raises(LawError, match="小区"):
        other_basis(found("JC19", "digging", party="org", untiered=True), "JC27", ACT, "org", BOOK)
    assert other_basis(found("JC19", "digging", untiered=True), "JC27", ACT, "citizen", BOOK)[0].key == "occupying_person"


def test_who_was_not_ordered_is_threatened_by_no_higher_fine() -> None:
    # 北京市市容环境卫生条例 38 fines only a billboard that stays after the order.
    assert other_basis(ROAD, "JC21", ACT, "org", BOOK)[0].requires_prior_order
    for party, key in (("citizen", "speaker"), ("org", "speaker_unit")):
        assert other_basis(ROAD, "JC17", ACT, party, BOOK)[0].key == key


def test_another_rule_that_did_not_exist_at_the_act_is_said_so() -> None:
    with pytest.raises(LawError, match=r"光污染.+行为发生时没有处罚依据") as refusal:
        other_basis(ROAD, "JC18", date(2026, 8, 14), "org", BOOK)
    assert (refusal.value.code, refusal.value.field) == ("no_basis", "concurrent")


def test_shares_of_a_value_are_compared_in_yuan() -> None:
    cheap, dear = (found("JC20", "correctable", measured=cost) for cost in ("100000", "300000"))
    with pytest.raises(LawError, match="擅自占用城市道路"):
        other_basis(cheap, "JC19", ACT, "citizen", BOOK)
    assert dear.frame.maximum == 30_000
    assert other_basis(dear, "JC19", ACT, "citizen", BOOK)[1].maximum == 20_000
    with pytest.raises(InvalidInputError, match="按基数计算"):
        other_basis(ROAD, "JC20", ACT, "citizen", BOOK)


def test_one_act_is_fined_once_in_whatever_case() -> None:
    fined = [FinedAct("江城管罚决字〔2026〕第0001号", Decimal(8500), date(2026, 9, 1), date(2026, 9, 2))]
    for start, end in ((date(2026, 9, 2), date(2026, 9, 2)), (date(2026, 8, 1), date(2026, 9, 30))):
        with pytest.raises(LawError, match="第0001号罚款8,500元") as refusal:
            check_once(fined, start, end, " ", "separate")
        assert (refusal.value.code, refusal.value.basis, refusal.value.field) == ("same_act_fined", "行政处罚法 29", "separate")
        check_once(fined, start, end, "另一处书架。", "separate")
    check_once(fined, date(2026, 9, 3), date(2026, 9, 9), None, "separate")
    check_once([], date(2026, 9, 2), date(2026, 9, 2), None, "separate")
