from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import LawError
from engine.rules.assessment import Assessment
from engine.rules.fine import Adjustment, check_fine, guard_fine
from tests.engine.law.published import BOOK
from tests.engine.rules.facts import PURIFIER, assessed

S2 = assessed(factors=(PURIFIER,))
PLAIN = assessed()
NOTIFIED = Decimal(22_500)
APPROVED = Adjustment(reason="规模很小，顶格阶次显失公正", panel=True)
REDUCED = Adjustment(reason="主动换装净化设施并赔偿邻居", panel=True, legal_review=True)


def refusal(
    assessment: Assessment, fine: int | str, notified: Decimal | None = None, adjustment: Adjustment | None = None
) -> tuple[str, str | None] | None:
    try:
        check_fine(assessment, Decimal(fine), notified, adjustment=adjustment)
    except LawError as error:
        return error.code, error.basis
    return None


def test_s2_as_decided_is_accepted() -> None:
    assert refusal(S2, 19_500, NOTIFIED) is None


@pytest.mark.parametrize(
    ("fine", "code", "basis"),
    [
        (60_000, "above_statutory_maximum", "生态环境法典 1132①"),
        (4_999, "below_statutory_minimum", "生态环境法典 1132①"),
        (22_501, "above_notified", "行政处罚法 45②"),
        (14_999, "outside_tier", "行政处罚法 34"),
        ("50000.01", "above_statutory_maximum", "生态环境法典 1132①"),
    ],
)
def test_the_first_reason_counts(fine: int | str, code: str, basis: str) -> None:
    assert refusal(S2, fine, NOTIFIED) == (code, basis)


def test_nothing_overrides_the_statutory_maximum() -> None:
    assert refusal(S2, 50_001, None, Adjustment(reason="…", panel=True, legal_review=True)) == (
        "above_statutory_maximum",
        "生态环境法典 1132①",
    )


def test_outside_the_tier_asks_for_an_approval_with_a_reason() -> None:
    assert refusal(S2, 12_000, NOTIFIED, APPROVED) is None
    assert refusal(S2, 12_000, NOTIFIED, Adjustment(reason=" ", panel=True)) == ("outside_tier", "行政处罚法 34")
    assert refusal(S2, 12_000, NOTIFIED, Adjustment(reason="理由")) == ("outside_tier", "行政处罚法 34")
    assert refusal(S2, 31_000, NOTIFIED, APPROVED) == ("above_notified", "行政处罚法 45②")


def test_below_the_minimum_asks_for_a_factor_the_review_and_the_panel() -> None:
    assert refusal(S2, 3_000, NOTIFIED, REDUCED) is None
    assert refusal(PLAIN, 3_000, NOTIFIED, REDUCED) == ("below_statutory_minimum", "生态环境法典 1132①")
    assert refusal(S2, 3_000, NOTIFIED, APPROVED) == ("below_statutory_minimum", "生态环境法典 1132①")


def test_the_summary_cap_comes_before_the_notified_fine() -> None:
    summary = assessed(summary=True)
    assert refusal(summary, 22_500, Decimal(1_000)) == ("summary_cap", "行政处罚法 51")
    assert refusal(assessed(summary=True, party="citizen"), 5_000) == ("summary_cap", "行政处罚法 51")


def test_a_basis_without_a_fine_allows_none() -> None:
    closing = assessed(limb="refusing", prior_order=True)
    assert refusal(closing, 1) == ("no_basis", "生态环境法典 1132①")
    assert refusal(closing, 0) is None


@given(st.integers(0, 70_000), st.booleans())
def test_code_and_published_table_agree(fine: int, mitigating: bool) -> None:
    assessment = S2 if mitigating else PLAIN
    verdict, run = guard_fine(assessment.frame, Decimal(fine), BOOK)
    expected = {
        "超过法定上限": "above_statutory_maximum",
        "低于法定下限": "below_statutory_minimum",
        "减轻处罚": "below_statutory_minimum",
        "调整适用": "outside_tier",
        "阶次内": None,
    }
    found = refusal(assessment, fine)
    assert (found[0] if found else None) == expected[verdict]
    assert run is not None
    assert run.code == "D5"
