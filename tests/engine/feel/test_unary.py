"""Unary tests: the cells of decision tables."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.feel import FeelError, compile_unary_tests


def verdict(text: str, subject: object, **values: object) -> bool | None:
    return compile_unary_tests(text, list(values))(subject, values)


@pytest.mark.parametrize(
    ("text", "matching", "other"),
    [
        ('"轻微"', "轻微", "严重"),
        ('"轻微", "较重"', "较重", "严重"),
        ('not("严重")', "轻微", "严重"),
        ('not("严重", "较重")', "轻微", "较重"),
        ("not(30)", 29, 30),
        ("1, 5, 7", 5, 6),
        ("[18..60]", 18, 61),
        ("(10..20]", 20, 10),
        ("not([1..5])", 6, 5),
        ("< 10", 9, 10),
        ("<= 10, > 15", 16, 12),
        ("= 20", 20, 21),
        ("!= 20", 21, 20),
        ("-5", -5, 5),
        ("true", True, False),
        ("false", False, True),
        ("null", None, 1),
        ("not(null)", 1, None),
        ('date("2021-07-15")', date(2021, 7, 15), date(2021, 7, 14)),
        ('< date("2021-07-15")', date(2021, 7, 14), date(2021, 7, 15)),
        ('[date("2021-07-15")..date("2025-12-31")]', date(2025, 12, 31), date(2026, 1, 1)),
        ('contains(?, "店外")', "店外经营", "占道经营"),
        ("? > 5 and ? < 10", 7, 10),
        ("not(? > 5)", 5, 6),
        ("not(? > 5) or ? = 9", 9, 8),
        ("[1, 2]", 2, 3),
        ("上限", 3, 4),
        ("< 上限 * 2", 5, 6),
        ("> 上限, < 0", 4, 1),
        ("[1..上限]", 3, 4),
    ],
)
def test_a_cell_tells_its_subjects_apart(text: str, matching: object, other: object) -> None:
    assert verdict(text, matching, 上限=3) is True
    assert verdict(text, other, 上限=3) is not True


@pytest.mark.parametrize("subject", ["a", 1, None, True, [1], {"a": 1}])
def test_a_dash_matches_everything(subject: object) -> None:
    cell = compile_unary_tests(" - ", [])
    assert cell(subject) is True
    assert cell.always


@pytest.mark.parametrize(
    "text", ['"a"', 'not("a")', "< 10", "!= 10", "[1..5]", "not([1..5])", "1, 2", 'contains(?, "a")', "not(1)", "true", "false", "[1, 2]"]
)
def test_an_unknown_subject_matches_no_cell_but_a_test_for_null(text: str) -> None:
    assert verdict(text, None) is not True


@pytest.mark.parametrize(
    ("text", "subject"), [('"1"', 1), ("1", "1"), ("true", 1), ("1", True), ("< 10", "9"), ("[1..5]", "3"), ("not(1)", "1"), ("? + 1", 1)]
)
def test_a_subject_of_another_kind_is_unknown(text: str, subject: object) -> None:
    assert verdict(text, subject) is None


@pytest.mark.parametrize(
    ("text", "column"), [("", 1), ("-, 1", 2), ("1,", 3), ("轻微", 1), ("> 5 and < 10", 5), ("not(", 5), ('"a" "b"', 5), ("[1..", 5)]
)
def test_a_wrong_cell_is_refused_at_its_place(text: str, column: int) -> None:
    with pytest.raises(FeelError) as refusal:
        compile_unary_tests(text, [])
    assert refusal.value.column == column


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError):
        verdict("1", 1.0)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("-", []),
        ("null", []),
        ("< 10", [10]),
        ('not("a", "b")', ["a", "b"]),
        ("(1..5], 7, [8, [9..10]]", [1, 5, 7, 8, 9, 10]),
        ("> 2 * 3", [6]),
        ("x", None),
        ("? > 1", None),
    ],
)
def test_a_cell_names_the_points_at_which_it_can_change(text: str, points: object) -> None:
    assert compile_unary_tests(text, ["x"]).points == points


numbers = st.integers(-20, 20).map(lambda number: Decimal(number) / 2)


@given(st.lists(st.tuples(numbers, numbers, st.sampled_from("[("), st.sampled_from("])")), min_size=1, max_size=4), numbers, st.booleans())
def test_tests_agree_with_python(ranges: list[tuple[Decimal, Decimal, str, str]], subject: Decimal, negated: bool) -> None:
    text = ", ".join(f"{left}{low}..{high}{right}" for low, high, left, right in ranges)
    inside = any(
        (low <= subject if left == "[" else low < subject) and (subject <= high if right == "]" else subject < high)
        for low, high, left, right in ranges
    )
    assert verdict(f"not({text})" if negated else text, subject) is (inside is not negated)


@given(st.sampled_from(["<", "<=", ">", ">=", "=", "!="]), numbers, numbers)
def test_a_test_says_what_the_comparison_says(sign: str, subject: object, limit: Decimal) -> None:
    assert verdict(f"{sign} {limit}", subject) is verdict(f"? {sign} {limit}", subject)
