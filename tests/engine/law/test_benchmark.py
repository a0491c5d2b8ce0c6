"""Every published table of a cause: no gap, no overlap, within the statute, dated, and made of what the catalogue knows."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dmn import HitPolicy, check, evaluate
from engine.law.benchmark import RULES
from tests.engine.law.published import BOOK, STATUTES

SHARED = BOOK.benchmarks["shared"].model
TIERED = sorted(set(BOOK.benchmarks) - RULES.keys())


def tier(concentration: Decimal) -> dict[str, object]:
    outcome = evaluate(BOOK.benchmarks["JC04"].model, "tier", {"实测浓度": concentration, "排放限值": Decimal(2)})
    assert len(outcome.hits) == 1
    assert isinstance(outcome.value, dict)
    return outcome.value


@pytest.mark.parametrize("name", sorted(BOOK.benchmarks))
def test_tables_have_no_gap_no_overlap_and_no_idle_row(name: str) -> None:
    assert check(BOOK.benchmarks[name].model) == []


@given(st.decimals(0, 100, places=2))
def test_jc04_has_exactly_one_row_for_every_reading(concentration: Decimal) -> None:
    assert tier(concentration)["阶次"] in {"不构成", "一般", "较重", "严重"}


def test_jc04_covers_its_statutory_range_without_gap_or_overlap() -> None:
    rows = [tier(Decimal(reading)) for reading in ("2.5", "5", "9")]
    assert [row["下限"] for row in rows] == [5_000, 15_000, 30_000]
    assert [row["上限"] for row in rows] == [15_000, 30_000, 50_000]


@pytest.mark.parametrize("name", TIERED)
def test_tiers_lie_within_the_statute(name: str) -> None:
    bases = [basis for cause in BOOK.causes.causes.values() for limb in cause.limbs.values() for basis in limb.bases if basis.table == name]
    lowest = max(basis.minimum for basis in bases if basis.minimum is not None)
    highest = min(basis.maximum for basis in bases if basis.maximum is not None)
    decision = BOOK.benchmarks[name].model.decisions["tier"]
    assert decision.hit_policy is HitPolicy.PRIORITY
    rows = [[cell({}) for cell in rule.outputs] for rule in decision.rules]
    for word, low, high in rows:
        assert isinstance(low, Decimal)
        assert isinstance(high, Decimal)
        assert word == "不构成" or lowest <= low < high <= highest


MEASURED = {"JC01": "占用面积", "JC06": "倾倒量", "JC06old": "倾倒量", "JC07": "倾倒量", "JC19": "占用面积", "JC22": "张数"}
"""Tables whose quantity makes out the breach. The area that a lorry soiled (JC13) and what a stall earned (JC28) only weigh it."""


@pytest.mark.parametrize("name", sorted(MEASURED))
def test_where_nothing_was_dumped_occupied_or_posted_there_is_no_breach(name: str) -> None:
    for nothing in (Decimal(0), Decimal(-1)):
        values = {MEASURED[name]: nothing, "重复次数": 3, "拒不改正": True, "当场改正": False}
        outcome = evaluate(BOOK.benchmarks[name].model, "tier", values)
        assert isinstance(outcome.value, dict)
        assert outcome.value["阶次"] == "不构成"


def test_every_quantity_of_a_table_is_looked_at() -> None:
    inputs = {name: set(BOOK.benchmarks[name].model.inputs) - {"重复次数", "拒不改正", "当场改正", "初次违法"} for name in TIERED}
    assert {name for name, found in inputs.items() if found} == {*MEASURED, "JC04", "JC13", "JC28"}


@pytest.mark.parametrize("name", sorted(BOOK.benchmarks))
def test_every_row_cites_an_article_of_the_catalogue(name: str) -> None:
    tables = [decision for decision in BOOK.benchmarks[name].model.decisions.values() if decision.table]
    for rule in (rule for decision in tables for rule in decision.rules):
        assert STATUTES.article(rule.annotations["依据"]).text


def test_the_factor_tables_and_the_catalogue_name_the_same_factors() -> None:
    for direction in ("lenient", "severe"):
        listed = [factor for factor in BOOK.causes.factors.values() if factor.direction == direction]
        table = SHARED.decisions[direction]
        assert [rule.annotations for rule in table.rules] == [{"情节": factor.title, "依据": factor.cite} for factor in listed]
        assert [column.label for column in table.inputs] == [factor.title for factor in listed]
        assert all(f'"{factor.key}"' in column.expression.text for factor, column in zip(listed, table.inputs, strict=True))


def test_exemption_and_guard_take_the_first_row_and_end_with_one_for_the_rest() -> None:
    for name in ("exemption", "guard"):
        assert SHARED.decisions[name].hit_policy is HitPolicy.FIRST
        assert not SHARED.decisions[name].rules[-1].tests
