"""Factors that a statute names: only under its own articles, on what the facts carry, and never what the tier counts already."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from engine.errors import InvalidInputError
from engine.rules.assessment import Assessment, AssessmentInput, Circumstances, ProvenFactor
from engine.rules.discretion import assess
from tests.engine.law.published import BOOK

CODE = "生态环境法典 1056"
OBVIOUS = Circumstances(harm="明显")


def found(cause: str, limb: str, measured: str | None, *keys: str, **facts: Any) -> Assessment:
    inputs = BOOK.causes.limb(cause, limb).inputs
    case = {
        "party": "citizen",
        "act_end": date(2026, 9, 24),
        "decided": date(2026, 10, 26),
        "measures": {} if measured is None else {inputs[0].key: Decimal(measured)},
        "factors": tuple(ProvenFactor(key, ("证据1",)) for key in keys),
        **facts,
    }
    return assess(AssessmentInput(cause=cause, limb=limb, **case), BOOK)


def dumped(*keys: str, **facts: Any) -> Assessment:
    """0.05 cubic metres of household waste: 100 to 200 yuan (生态环境法典 Art. 1169(3))."""
    return found("JC06", "dumping", "0.05", *keys, **facts)


@pytest.mark.parametrize(
    ("keys", "facts", "counts", "amount"),
    [
        ((), {}, (0, 0), 150),
        (("restored",), {}, (1, 0), 130),
        (("restored", "compensated"), {}, (2, 0), 110),
        (("malice",), {}, (0, 1), 170),
        (("repeated",), {}, (0, 1), 170),
        (("refusing",), {"refused": True, "prior_order": True}, (0, 1), 170),
        (("grave_harm",), {"circumstances": OBVIOUS}, (0, 1), 170),
        (("partial_capacity",), {"circumstances": Circumstances(age=40, capacity="限制")}, (1, 0), 130),
    ],
)
def test_each_factor_of_the_code_counts_once(keys: tuple[str, ...], facts: dict[str, Any], counts: tuple[int, int], amount: int) -> None:
    assessment = dumped(*keys, **facts)
    assert (assessment.lenient, assessment.severe, assessment.amount) == (*counts, Decimal(amount))
    assert all(factor.basis in {CODE, "行政处罚法 31"} for factor in assessment.factors)


@pytest.mark.parametrize("key", ["restored", "compensated", "malice", "refusing", "grave_harm", "repeated"])
def test_a_factor_of_the_code_counts_under_the_code_only(key: str) -> None:
    with pytest.raises(InvalidInputError, match="是生态环境法典规定的情节，本案依北京市市容环境卫生条例 35⑤处罚，不适用"):
        found("JC01", "stall", "3", key, refused=key == "refusing", prior_order=True)
    with pytest.raises(InvalidInputError, match="本案依固体废物污染环境防治法 111②处罚，不适用"):
        dumped(key, act_end=date(2026, 8, 1), refused=key == "refusing", prior_order=True)


@pytest.mark.parametrize(
    ("keys", "facts", "message"),
    [
        (("refusing",), {}, "须先查明拒不改正"),
        (("grave_harm",), {"circumstances": Circumstances(harm="轻微")}, "与查明的危害后果（轻微）不符"),
        (("partial_capacity",), {}, "须先在当事人一栏记录限制民事行为能力"),
        (("harm_reduced", "restored"), {}, "已按“主动消除或者减轻违法行为危害后果”认定"),
        (("malice", "malice"), {}, "不能重复认定"),
        (("sympathy",), {}, "没有“sympathy”这一情节"),
    ],
)
def test_what_the_facts_do_not_carry_is_no_factor(keys: tuple[str, ...], facts: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidInputError, match=message):
        dumped(*keys, **facts)


def test_a_factor_of_the_code_needs_evidence_too() -> None:
    with pytest.raises(InvalidInputError, match="“恶意违法”须注明证据"):
        dumped(factors=(ProvenFactor("malice", ()),))


@pytest.mark.parametrize(
    ("cause", "limb", "measured", "key", "facts"),
    [
        ("JC13", "uncovered", "20", "grave_harm", {"circumstances": OBVIOUS}),
        ("JC03", "refusing", None, "refusing", {"refused": True, "prior_order": True}),
        ("JC03", "grilling", None, "prior", {}),
        ("JC20", "correctable", "100000", "harm_reduced", {"circumstances": Circumstances(corrected=True)}),
    ],
)
def test_an_element_of_the_tier_is_not_counted_again(cause: str, limb: str, measured: str | None, key: str, facts: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError, match="已作为阶次要件，不能再作为情节"):
        found(cause, limb, measured, key, **facts)
