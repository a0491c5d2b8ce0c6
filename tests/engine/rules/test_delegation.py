from datetime import date, timedelta

import pytest

from engine.errors import InvalidInputError, LawError
from engine.rules.delegation import SCOPES, STEPS, check_delegate, check_term, covers, overlap

DAY = date(2026, 9, 14)


@pytest.mark.parametrize(("begins", "days", "field"), [(-1, 5, "valid_from"), (0, 0, "valid_until"), (0, 91, "valid_until")])
def test_a_term_lies_ahead_and_is_not_too_long(begins: int, days: int, field: str) -> None:
    first = DAY + timedelta(days=begins)
    with pytest.raises(InvalidInputError) as refused:
        check_term(first, first + timedelta(days=days - 1), DAY, 90)
    assert list(refused.value.fields) == [field]


@pytest.mark.parametrize("days", [1, 90])
def test_both_days_of_a_term_count(days: int) -> None:
    check_term(DAY, DAY + timedelta(days=days - 1), DAY, 90)


def test_a_decision_is_a_head_s() -> None:
    check_delegate("沈立群", frozenset({"head"}), frozenset(SCOPES))
    check_delegate("韩磊", frozenset({"squad_leader"}), frozenset({"filing", "closing"}))
    for roles, scope in (({"squad_leader"}, {"decision"}), ({"officer"}, {"filing"})):
        with pytest.raises(LawError) as refused:
            check_delegate("某人", frozenset(roles), frozenset(scope))
        assert refused.value.basis == "行政处罚法 57①"


def test_only_what_was_delegated_is_covered() -> None:
    assert covers({"filing"}, "approve_filing")
    assert not covers({"filing"}, "decide")
    assert not covers(set(SCOPES), "convene_panel")
    assert set(STEPS.values()) == set(SCOPES)


@pytest.mark.parametrize(("first", "second", "common"), [((0, 4), (4, 9), True), ((0, 4), (5, 9), False), ((2, 3), (0, 9), True)])
def test_terms_overlap_where_they_share_a_day(first: tuple[int, int], second: tuple[int, int], common: bool) -> None:
    one, other = ((DAY + timedelta(days=a), DAY + timedelta(days=b)) for a, b in (first, second))
    assert overlap(one, other) is overlap(other, one) is common
