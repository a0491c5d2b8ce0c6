"""Every cause of the published benchmark: its tiers, its amounts, the law before and after the code, first and further times."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from engine.dmn import evaluate
from engine.errors import InvalidInputError, LawError
from engine.law.benchmark import read_benchmark
from engine.rules.assessment import Assessment, AssessmentInput, Circumstances, ProvenFactor
from engine.rules.discretion import Adjustment, assess, check_fine
from engine.rules.history import PastDecision, is_first, repeats
from tests.engine.law.published import BOOK

DECIDED = date(2026, 10, 26)
NEW, OLD = date(2026, 9, 24), date(2026, 8, 14)


def found(cause: str, measured: str | None = None, *, act: date = NEW, party: str = "citizen", **facts: object) -> Assessment:
    limb = next(iter(BOOK.causes.cause(cause).limbs))
    key = next((quantity.key for quantity in BOOK.causes.cause(cause).quantities), "")
    measures = {key: Decimal(measured)} if measured is not None else {}
    case = AssessmentInput(cause=cause, limb=limb, party=party, act_end=act, decided=DECIDED, measures=measures)
    return assess(AssessmentInput(**{**{name: getattr(case, name) for name in case.__slots__}, **facts}), BOOK)


@pytest.mark.parametrize(
    ("cause", "measured", "facts", "tier", "amount"),
    [
        ("JC01", "3", {}, "一般", 1000),
        ("JC01", "5", {}, "一般", 1000),
        ("JC01", "5.1", {}, "较重", 2500),
        ("JC01", "2", {"repeats": 1}, "较重", 2500),
        ("JC01", "2", {"repeats": 2}, "严重", 4250),
        ("JC01", "12", {}, "严重", 4250),
        ("JC01", "1", {"refused": True, "prior_order": True}, "严重", 4250),
        ("JC02", None, {}, "一般", 650),
        ("JC02", None, {"repeats": 1}, "较重", 1500),
        ("JC02", None, {"refused": True, "prior_order": True}, "严重", 2500),
        ("JC03", None, {}, "一般", 1000),
        ("JC03", None, {"repeats": 1}, "较重", 2500),
        ("JC03", None, {"repeats": 3}, "严重", 4250),
        ("JC06", "0.05", {}, "一般", 150),
        ("JC06", "0.1", {}, "一般", 150),
        ("JC06", "0.5", {}, "较重", 350),
        ("JC06", "2", {}, "严重", 750),
        ("JC07", "10", {}, "一般", 200_000),
        ("JC07", "30", {}, "较重", 450_000),
        ("JC07", "51", {}, "严重", 800_000),
        ("JC07", "30", {"factors": (ProvenFactor("prior", ("证据1",)),)}, "较重", 510_000),
        ("JC13", "8", {}, "一般", 3500),
        ("JC13", "70", {}, "严重", 16000),
        ("JC19", "12", {}, "较重", 8500),
        ("JC20", "1200000", {"circumstances": Circumstances(corrected=True)}, "一般", 69_000),
        ("JC20", "1200000", {}, "较重", 90_000),
        ("JC20", "1200000", {"refused": True, "prior_order": True}, "严重", 111_000),
        ("JC20", "333333", {}, "较重", 25_000),
        ("JC22", "20", {}, "一般", 250),
        ("JC22", "21", {}, "较重", 700),
        ("JC28", "2300", {}, "较重", 3500),
    ],
)
def test_each_tier_has_its_amount(cause: str, measured: str | None, facts: dict[str, Any], tier: str, amount: int) -> None:
    assessment = found(cause, measured, **facts)
    assert (assessment.tier, assessment.amount) == (tier, Decimal(amount))
    assert assessment.guard == "阶次内"


@pytest.mark.parametrize(
    ("cause", "measured", "facts", "cite", "amount"),
    [
        # The old maximum of 20,000 is higher: the code is lighter and governs the older act.
        ("JC03", None, {}, "生态环境法典 1132③", 1000),
        # The old maximum of 500 is lower: the law at the act stays.
        ("JC06", "0.05", {}, "固体废物污染环境防治法 111②", 130),
        # The same range: the law at the act.
        (
            "JC13",
            "70",
            {"factors": tuple(ProvenFactor(key, ("证据1",)) for key in ("prior", "second_prior", "deceit", "disturbance"))},
            "大气污染防治法 116",
            20000,
        ),
    ],
)
def test_an_act_before_the_code_is_judged_by_the_lighter_law(cause: str, measured: str | None, facts: dict[str, Any], cite: str, amount: int) -> None:
    assessment = found(cause, measured, act=OLD, **facts)
    assert (assessment.basis, assessment.amount) == (cite, Decimal(amount))


def test_the_first_small_stall_cleared_at_once_need_not_be_fined() -> None:
    spared = Circumstances(harm="轻微", corrected=True, first=True)
    assert found("JC02", circumstances=spared).exemption == "可以不予"
    assert found("JC02", repeats=1, circumstances=Circumstances(harm="轻微", corrected=True)).exemption == "继续"
    assert found("JC01", "2", circumstances=Circumstances(harm="无", corrected=True, first=True)).exemption == "不予"
    assert found("JC01", "3", circumstances=Circumstances(harm="无", corrected=True, first=True)).exemption == "可以不予"


@pytest.mark.parametrize(("cause", "measured", "amount"), [("JC01", "2", 1000), ("JC02", None, 650)])
def test_who_was_spared_before_is_not_slight_for_want_of_a_fine(cause: str, measured: str | None, amount: int) -> None:
    again = found(cause, measured, repeats=0, past=(SPARED,), circumstances=Circumstances(harm="无", corrected=True, first=False))
    assert (again.exemption, again.tier, again.amount) == ("继续", "一般", Decimal(amount))


@pytest.mark.parametrize("name", ["JC01", "JC02"])
def test_an_earlier_version_answers_as_it_did(name: str) -> None:
    path = Path(__file__).resolve().parents[1] / "law" / "released" / f"{name}-JC-2026.2.dmn"
    earlier, now = read_benchmark(name, path.read_bytes()), BOOK.benchmarks[name]
    assert (earlier.version, now.version) == ("JC-2026.2", "JC-2026.3")
    values = {"占用面积": Decimal(2), "重复次数": 0, "当场改正": True, "初次违法": False}
    assert [evaluate(each.model, "slight", values).result for each in (earlier, now)] == [True, False]


def test_a_repeat_is_not_counted_twice() -> None:
    with pytest.raises(InvalidInputError, match="已作为阶次要件"):
        found("JC03", repeats=1, factors=(ProvenFactor("prior", ("证据1",)),))


NUMBERS = ("罚决字〔2024〕第0009号", "罚决字〔2025〕第0001号", "罚决字〔2026〕第0002号")
FINES = tuple(PastDecision(number, day, Decimal(3000)) for number, day in zip(NUMBERS, (date(2024, 9, 23), date(2025, 6, 3), NEW), strict=True))
SPARED = PastDecision("不罚字〔2026〕第0001号", date(2026, 1, 8), None)
WARNED = PastDecision("罚决字〔2026〕第0001号", date(2026, 1, 9), Decimal(0))


@pytest.mark.parametrize(
    ("past", "severe", "evidence"),
    [
        ((), 0, ()),
        # The window is 24 months up to the act; neither what was spared nor a warning is a fine.
        (FINES[:1], 0, ()),
        ((SPARED, WARNED), 0, ()),
        (FINES[:2], 1, (NUMBERS[1],)),
        ((FINES[1], SPARED, FINES[2]), 2, (NUMBERS[2], NUMBERS[1])),
    ],
)
def test_earlier_fines_prove_themselves(past: tuple[PastDecision, ...], severe: int, evidence: tuple[str, ...]) -> None:
    assessment = found("JC07", "30", past=past)
    assert assessment.severe == severe
    assert tuple(dict.fromkeys(number for factor in assessment.factors for number in factor.evidence)) == evidence
    assert assessment.amount == 450_000 + 60_000 * severe


def test_a_prior_that_was_found_is_not_counted_twice() -> None:
    named = found("JC07", "30", past=FINES[1:2], factors=(ProvenFactor("prior", ("证据2",)),))
    assert (named.severe, named.amount, named.factors[0].evidence) == (1, Decimal(510_000), ("证据2", NUMBERS[1]))
    # Where the tier goes by repeats already, the factor does not come on top; where the sum is fixed, there is nothing to weigh.
    assert found("JC03", past=FINES[1:2], repeats=1).factors == ()
    assert found("JC23", past=FINES[1:2]).factors == ()
    # Further acts of before this system are proven by their decisions.
    assert found("JC07", "30", past=FINES[1:2], factors=(ProvenFactor("second_prior", ("证据3",)),)).severe == 2


def test_a_prior_that_nobody_finds_needs_its_decision() -> None:
    with pytest.raises(InvalidInputError, match="没有查到这样的处罚决定，须附决定书"):
        found("JC07", "30", factors=(ProvenFactor("prior", ()),))
    assert found("JC07", "30", past=FINES[1:2], factors=(ProvenFactor("prior", ()),)).severe == 1


def test_confiscation_belongs_to_the_basis_and_bars_the_spot() -> None:
    assert found("JC03").kinds == ("没收烧烤工具", "没收违法所得", "罚款")
    assert not found("JC03").routing.summary_ok
    assert found("JC06", "0.05").routing.summary_ok
    assert not found("JC06", "2").routing.summary_ok


def test_refusing_to_correct_needs_the_order_first() -> None:
    case = AssessmentInput(cause="JC03", limb="refusing", party="citizen", act_end=NEW, decided=DECIDED, refused=True)
    with pytest.raises(LawError, match="责令改正") as refusal:
        assess(case, BOOK)
    assert refusal.value.code == "prior_order_required"


def test_what_may_be_fined_need_not_be() -> None:
    assessment = found("JC19", "12")
    assert assessment.frame.may
    with pytest.raises(LawError, match="20,000"):
        check_fine(assessment, Decimal(20_001))


def test_only_what_lies_in_the_window_makes_a_repeat() -> None:
    fine, spared = PastDecision("罚1", date(2025, 10, 1), Decimal(500)), PastDecision("不罚1", date(2024, 10, 1), None)
    assert repeats([fine, spared], NEW, BOOK.parameters) == 1
    assert repeats([fine], date(2026, 10, 2), BOOK.parameters) == 0
    assert not is_first([spared], NEW, BOOK.parameters)
    assert is_first([spared], date(2026, 10, 2), BOOK.parameters)
    assert is_first([], NEW, BOOK.parameters)


def limb(cause: str, key: str, **facts: object) -> Assessment:
    return assess(AssessmentInput(cause=cause, limb=key, party="org", act_end=NEW, decided=DECIDED, **facts), BOOK)  # type: ignore[arg-type]  # Named.


@pytest.mark.parametrize(
    ("cause", "key", "minimum", "maximum"),
    [
        ("JC22", "organising", 10_000, 100_000),
        ("JC22", "organising_serious", 100_000, 500_000),
        ("JC19", "digging", 0, 20_000),
        ("JC13", "route", 2_000, 20_000),
        ("JC11", "transport", 5_000, 30_000),
        ("JC12", "bare", 10_000, 100_000),
        ("JC14", "leaves", 500, 2_000),
        ("JC15", "night", 10_000, 100_000),
        ("JC16", "speaker", 5_000, 50_000),
    ],
)
def test_without_a_tier_the_panel_decides_inside_the_statute(cause: str, key: str, minimum: int, maximum: int) -> None:
    with pytest.raises(LawError) as refusal:
        limb(cause, key)
    assert (refusal.value.code, refusal.value.field) == ("no_benchmark", "untiered")
    assessment = limb(cause, key, untiered=True)
    frame = assessment.frame
    assert (assessment.amount, assessment.tier, frame.low, frame.high) == (None, "", None, None)
    assert (frame.minimum, frame.maximum) == (Decimal(minimum), Decimal(maximum))
    with pytest.raises(LawError) as refusal:
        check_fine(assessment, Decimal((minimum + maximum) // 2))
    assert refusal.value.code == "no_benchmark"
    with pytest.raises(LawError) as refusal:
        check_fine(assessment, Decimal(maximum + 1), adjustment=Adjustment(reason="情节", panel=True))
    assert refusal.value.code == "above_statutory_maximum"
    check_fine(assessment, Decimal((minimum + maximum) // 2), adjustment=Adjustment(reason="情节", panel=True))


@pytest.mark.parametrize(
    ("sheets", "tier", "minimum", "maximum"), [("20", "一般", 100, 1000), ("100", "较重", 100, 1000), ("101", "严重", 1000, 10000)]
)
def test_only_a_serious_case_goes_beyond_the_ordinary_range(sheets: str, tier: str, minimum: int, maximum: int) -> None:
    # 北京市市容环境卫生条例 41: 100 to 1,000 yuan, 1,000 to 10,000 where it is serious.
    assessment = found("JC22", sheets)
    assert (assessment.tier, assessment.frame.minimum, assessment.frame.maximum) == (tier, Decimal(minimum), Decimal(maximum))
    panel = Adjustment(reason="张贴在历史建筑上", panel=True, legal_review=True)
    check_fine(assessment, Decimal(maximum), adjustment=panel)
    with pytest.raises(LawError) as refusal:
        check_fine(assessment, Decimal(maximum + 1), adjustment=panel)
    assert (refusal.value.code, refusal.value.basis) == ("above_statutory_maximum", "北京市市容环境卫生条例 41")
    assert (assessment.lines[-1].label, assessment.lines[-1].value) == ("情节严重的界限", "100至1,000元" if maximum == 1000 else "1,000至10,000元")


def test_where_a_tier_fits_nobody_goes_round_it() -> None:
    with pytest.raises(InvalidInputError, match="较重"):
        found("JC19", "12", untiered=True)


def test_a_limb_that_names_individuals_is_none_for_units() -> None:
    with pytest.raises(LawError, match="只处罚个人") as refusal:
        found("JC22", "5", party="org")
    assert (refusal.value.code, refusal.value.field) == ("no_basis", "limb")
    assert found("JC22", "5", party="getihu").amount == 250


@pytest.mark.parametrize("party", ["citizen", "getihu"])
def test_a_limb_that_names_units_is_none_for_individuals(party: str) -> None:
    """Who trades in his own name is an individual here: the city says so (parameter getihu.as)."""
    with pytest.raises(LawError, match="只处罚单位，不适用于个人") as refusal:
        found("JC09", party=party, untiered=True)
    assert (refusal.value.code, refusal.value.field) == ("no_basis", "limb")
    assert found("JC09", party=party, limb="individual", untiered=True).frame.maximum == 500
    assert found("JC09", party="org", untiered=True).frame.maximum == 1_000_000


TWO_STEPS = sorted((cause.id, each.key) for cause in BOOK.causes.causes.values() for each in cause.limbs.values() if each.requires_prior_order)
"""Limbs that punish who was ordered to correct and refused."""


def test_the_two_step_breaches_are_those_of_the_law() -> None:
    always = {"JC05", "JC08", "JC17", "JC18"}
    assert {cause for cause, _ in TWO_STEPS} >= always | {"JC03", "JC04", "JC12", "JC13", "JC15", "JC16"}
    for cause in always:
        current = [each for each in BOOK.causes.cause(cause).limbs.values() if any(basis.in_force(NEW) for basis in each.bases)]
        assert all(each.requires_prior_order for each in current)


@pytest.mark.parametrize(("cause", "key"), TWO_STEPS)
def test_no_second_step_without_the_first(cause: str, key: str) -> None:
    party = "citizen" if BOOK.causes.limb(cause, key).party == "citizen" else "org"
    with pytest.raises(LawError) as refusal:
        found(cause, party=party, limb=key, untiered=True)
    assert refusal.value.code == "prior_order_required"


@pytest.mark.parametrize(
    ("cause", "key", "heard"),
    [("JC05", "refusing", True), ("JC12", "refusing", True), ("JC15", "refusing", True), ("JC16", "closing", True), ("JC16", "refusing", False)],
)
def test_who_is_to_close_or_to_stop_building_is_heard(cause: str, key: str, heard: bool) -> None:
    assert limb(cause, key, refused=True, prior_order=True, untiered=True).routing.hearing_right is heard


def test_the_route_was_no_breach_before_the_code() -> None:
    with pytest.raises(LawError, match="撤案"):
        assess(AssessmentInput(cause="JC13", limb="route", party="org", act_end=OLD, decided=DECIDED, untiered=True), BOOK)
