from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import LawError
from engine.rules.conflict import ROLES, Certificate, Officer, check_different, check_officers, check_part

DAY = date(2026, 9, 14)
CERTIFICATE = Certificate("JC0101", date(2023, 1, 1), date(2027, 12, 31))
ZHOU = Officer("zhouyan", "周岩", CERTIFICATE)
WU = Officer("wumin", "吴敏", Certificate("JC0102", DAY, DAY))
EXPIRED = Officer("chen", "陈立", Certificate("JC0103", date(2020, 1, 1), date(2026, 9, 13)))
NOT_YET = Officer("chen", "陈立", Certificate("JC0103", date(2026, 9, 15), date(2030, 1, 1)))


def test_two_certified_officers_may_act() -> None:
    check_officers([ZHOU, WU], DAY, frozenset({"limin"}))


@pytest.mark.parametrize(
    ("officers", "recused", "code", "article"),
    [
        ([ZHOU], frozenset(), "officers_required", "行政处罚法 42"),
        ([ZHOU, ZHOU], frozenset(), "officers_required", "行政处罚法 42"),
        ([ZHOU, Officer("chen", "陈立", None)], frozenset(), "officer_invalid", "行政处罚法 42"),
        (
            [ZHOU, EXPIRED],
            frozenset(),
            "officer_invalid",
            "行政处罚法 42",
        ),
        (
            [ZHOU, NOT_YET],
            frozenset(),
            "officer_invalid",
            "行政处罚法 42",
        ),
        ([ZHOU, WU], frozenset({"wumin"}), "officer_recused", "行政处罚法 43"),
    ],
)
def test_other_officers_are_refused(officers: list[Officer], recused: frozenset[str], code: str, article: str) -> None:
    with pytest.raises(LawError) as refused:
        check_officers(officers, DAY, recused)
    assert (refused.value.code, refused.value.basis) == (code, article)


@pytest.mark.parametrize(
    ("parts", "message", "article"),
    [
        ({"lead": "a", "second": "a"}, "主办与协办", "行政处罚法 42"),
        ({"lead": "a", "second": "b", "reviewer": "b"}, "协办与法制审核人员", "行政处罚法 58"),
        ({"lead": "a", "host": "a"}, "主办与听证主持人", "行政处罚法 64(4)"),
        ({"reviewer": "c", "decider": "c"}, "法制审核人员与作出决定的负责人", "行政处罚法 57①"),
    ],
)
def test_one_person_has_one_part(parts: dict[str, str | None], message: str, article: str) -> None:
    with pytest.raises(LawError, match=message) as refused:
        check_different(parts)
    assert (refused.value.code, refused.value.basis) == ("same_person", article)


def test_who_decided_on_the_spot_keeps_nobody_else_from_a_part() -> None:
    parts = {"lead": "a", "second": "b", "decider": "a"}
    check_part("reviewer", "c", parts)
    check_part("second", "d", parts)
    with pytest.raises(LawError, match="主办与法制审核人员") as refused:
        check_part("reviewer", "a", parts)
    assert (refused.value.code, refused.value.field) == ("same_person", "reviewer")


@given(st.fixed_dictionaries({}, optional={role: st.sampled_from("abcdefg") | st.none() for role in ROLES}))
def test_only_different_persons_pass(parts: dict[str, str | None]) -> None:
    held = [person for person in parts.values() if person]
    try:
        check_different(parts)
        passed = True
    except LawError:
        passed = False
    assert passed == (len(set(held)) == len(held))
