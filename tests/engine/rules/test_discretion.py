import json
from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import InvalidInputError, LawError
from engine.rules.assessment import Circumstances, ProvenFactor, read_assessment
from engine.rules.discretion import assess
from engine.rules.table import rerun
from tests.engine.law.published import BOOK
from tests.engine.rules.facts import PURIFIER, SMOKE, assessed

MEASURES = st.decimals("2.1", "40", places=1)
LENIENT = ["harm_reduced", "coerced", "confessed", "merit", "minor"]
SEVERE = ["prior", "second_prior", "deceit", "disturbance", "emergency"]
CODE_ONLY = ["compensated", "malice", "repeated"]
"""Factors that only 生态环境法典 1056 knows, and the statute before it does not."""


def proven(keys: list[str]) -> st.SearchStrategy[tuple[ProvenFactor, ...]]:
    """Draw some of the factors, each with its evidence."""
    return st.lists(st.sampled_from(keys), unique=True).map(lambda drawn: tuple(ProvenFactor(key, ("证据1",)) for key in drawn))


FACTORS = proven(LENIENT + SEVERE + CODE_ONLY)
ACTS = st.one_of(
    st.tuples(proven(LENIENT + SEVERE), st.just(date(2026, 8, 14))),
    st.tuples(FACTORS, st.just(date(2026, 9, 14))),
)
"""Factors with the day of the act, before and after 2026-08-15."""


def measured(value: Decimal | str) -> dict[str, Decimal]:
    return {"measured": Decimal(value), "limit": Decimal("2.0")}


def test_s2_as_notified() -> None:
    found = assessed()
    assert (found.tier, found.lenient, found.severe, found.amount) == ("较重", 0, 0, Decimal(22_500))
    assert (found.frame.low, found.frame.high) == (Decimal(15_000), Decimal(30_000))
    assert (found.frame.minimum, found.frame.maximum) == (Decimal(5_000), Decimal(50_000))
    assert found.basis == "生态环境法典 1132①"
    assert found.basis_full == "《中华人民共和国生态环境法典》第一千一百三十二条第一款"
    assert found.guard == "阶次内"
    assert found.exemption == "继续"


def test_s2_as_decided_with_one_lenient_factor() -> None:
    found = assessed(factors=(PURIFIER,))
    assert found.amount == Decimal(19_500)
    assert [(line.label, line.why, line.value) for line in found.lines] == [
        ("较重阶次下限", "JC-2026.4 第JC04号，超标倍数1.4倍，超标1倍以上至3倍", "15,000元"),
        ("阶次宽度", "30,000 − 15,000", "15,000元"),
        ("起点系数", "无情节时取中值", "0.5"),
        ("从轻1项", "主动消除或者减轻违法行为危害后果，证据7、发票", "−0.2"),
        ("从重0项", "没有从重情节", "+0"),
        ("罚款", "15,000 + 15,000 × 0.3，取整到10元", "19,500元"),
    ]
    assert found.sources == ("生态环境法典 1132①", "行政处罚法 57①", "行政处罚法 32(1)", "行政处罚法 34")
    assert found.frame.mitigating


def test_s2_needs_no_hearing_and_no_panel() -> None:
    routing = assessed().routing
    assert {name for name, applies in asdict(routing).items() if applies} == {"publish", "credit_push"}


def test_the_old_law_governs_what_ended_before_the_code() -> None:
    found = assessed(act_end=date(2026, 8, 14))
    assert found.basis == "大气污染防治法 118①"
    assert "不轻于" in found.basis_reason
    assert "行政处罚法 37" in found.sources


def test_every_run_can_be_made_again() -> None:
    found = assessed(factors=(PURIFIER,))
    assert [run.code for run in found.runs] == ["D0", "D1", "D2", "D3", "D3", "D4", "D5", "D6"]
    in_force = [BOOK.benchmarks[run.table] for run in found.runs]
    assert [(run.version, run.digest) for run in found.runs] == [(table.version, table.digest) for table in in_force]
    tier = found.runs[2].outcome
    assert tier["hits"][0]["annotations"] == {"情形": "超标1倍以上至3倍", "依据": "生态环境法典 1132①"}  # type: ignore[index,call-overload]  # JSON.


@given(MEASURES, ACTS)
def test_every_run_made_again_from_its_record_says_the_same(value: Decimal, act: tuple[tuple[ProvenFactor, ...], date]) -> None:
    factors, act_end = act
    found = assessed(measures=measured(value), factors=factors, act_end=act_end)
    for run in json.loads(json.dumps(found.explain()))["runs"]:
        assert rerun(run, BOOK.benchmarks[run["table"]].model).explain() == run["outcome"]


@given(MEASURES, FACTORS)
def test_an_assessment_survives_json(value: Decimal, factors: tuple[ProvenFactor, ...]) -> None:
    found = assessed(measures=measured(value), factors=factors)
    assert read_assessment(json.loads(json.dumps(found.explain()))) == found


@given(MEASURES, FACTORS)
def test_amounts_stay_in_their_tier_and_the_tier_in_the_statute(value: Decimal, factors: tuple[ProvenFactor, ...]) -> None:
    found = assessed(measures=measured(value), factors=factors)
    frame = found.frame
    assert found.amount is not None
    assert frame.minimum is not None
    assert frame.minimum <= (frame.low or 0) <= found.amount <= (frame.high or 0) <= (frame.maximum or 0)
    assert found.amount % 10 == 0
    assert found.guard == "阶次内"


@given(MEASURES, MEASURES, FACTORS)
def test_a_worse_breach_never_costs_less(one: Decimal, other: Decimal, factors: tuple[ProvenFactor, ...]) -> None:
    less, more = (assessed(measures=measured(value), factors=factors).amount or 0 for value in sorted((one, other)))
    assert less <= more


@pytest.mark.parametrize(("value", "tier"), [("2.1", "一般"), ("4.0", "一般"), ("4.1", "较重"), ("8.0", "较重"), ("8.1", "严重")])
def test_tiers_include_their_upper_end(value: str, tier: str) -> None:
    assert assessed(measures=measured(value)).tier == tier


def test_the_coefficient_is_held_between_0_and_1() -> None:
    worst = assessed(factors=tuple(ProvenFactor(key, ("证据1",)) for key in ("prior", "second_prior", "deceit", "disturbance")))
    assert (worst.severe, worst.amount) == (4, Decimal(30_000))
    assert worst.lines[-2].why == "最低为0，最高为1"


def test_what_keeps_the_limit_is_no_breach() -> None:
    with pytest.raises(LawError, match="违法事实不成立") as refused:
        assessed(measures=measured("2.0"))
    assert (refused.value.code, refused.value.basis) == ("no_basis", "行政处罚法 40")


def test_a_cause_without_a_table_stops() -> None:
    law = replace(BOOK, benchmarks={name: table for name, table in BOOK.benchmarks.items() if name != "JC04"})
    with pytest.raises(LawError, match="没有公布") as refused:
        assess(SMOKE, law)
    assert refused.value.code == "no_benchmark"


def test_a_missing_quantity_is_asked_for() -> None:
    with pytest.raises(InvalidInputError) as refused:
        assessed(measures={"limit": Decimal(2)})
    assert refused.value.fields == {"measured": ("请填写实测浓度（mg/m³）。",)}


@pytest.mark.parametrize(
    ("factors", "reason"),
    [
        ((ProvenFactor("harm_reduced", ()),), "须注明证据"),
        ((ProvenFactor("harm_reduced", (" ",)),), "须注明证据"),
        ((PURIFIER, PURIFIER), "不能重复"),
        ((ProvenFactor("sympathy", ("证据1",)),), "没有“sympathy”"),
    ],
)
def test_factors_need_evidence_and_count_once(factors: tuple[ProvenFactor, ...], reason: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        assessed(factors=factors)
    assert reason in refused.value.fields["factors"][0]


def test_refusing_to_correct_needs_the_order_first() -> None:
    with pytest.raises(LawError) as refused:
        assessed(limb="refusing")
    assert refused.value.code == "prior_order_required"
    found = assessed(limb="refusing", prior_order=True)
    assert (found.amount, found.tier, found.kinds) == (None, "", ("责令停业整治",))
    assert found.routing.hearing_right
    assert found.routing.legal_review_mandatory


@pytest.mark.parametrize(
    ("circumstances", "conclusion", "basis"),
    [
        (Circumstances(age=13), "不予", "行政处罚法 30"),
        (Circumstances(age=40, capacity="无"), "不予", "行政处罚法 31"),
        (Circumstances(no_fault=True), "不予", "行政处罚法 33②"),
        (Circumstances(slight=True, harm="无", corrected=True), "不予", "行政处罚法 33①"),
        (Circumstances(barred=True), "时效已过", "行政处罚法 36①"),
    ],
)
def test_what_must_not_be_punished_has_no_amount(circumstances: Circumstances, conclusion: str, basis: str) -> None:
    found = assessed(circumstances=circumstances)
    assert (found.exemption, found.amount, found.kinds) == (conclusion, None, ())
    assert basis in found.sources
    assert not found.routing.credit_push


def test_a_first_offence_may_be_let_off_if_the_officer_says_so() -> None:
    first = Circumstances(first=True, harm="轻微", corrected=True)
    assert assessed(circumstances=first).exemption == "可以不予"
    assert assessed(circumstances=first).amount == Decimal(22_500)
    assert assessed(circumstances=first, exempt=True).amount is None


@given(st.integers(14, 17), st.booleans())
def test_fourteen_is_old_enough_to_be_punished(age: int, first: bool) -> None:
    young = Circumstances(age=age, first=first)
    assert assessed(circumstances=young, factors=(ProvenFactor("minor", ("身份证",)),)).exemption == "继续"
    with pytest.raises(InvalidInputError, match="应当从轻或者减轻"):
        assessed(circumstances=young)


def test_an_adult_is_no_minor() -> None:
    with pytest.raises(InvalidInputError, match="已满十八周岁"):
        assessed(circumstances=Circumstances(age=18), factors=(ProvenFactor("minor", ("身份证",)),))
