from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.identity import PAPERS, Identity, age_on, birth_date, compact, paper_problem, resident_id_problem, uscc_problem

TODAY = date(2026, 11, 2)
CODES = [
    "91110000802100433B",
    "9144030071526726XG",
    "914403001922038216",
    "91330100799655058B",
    "91999901MA0TE5T16F",
    "91999901MA0TE5T24A",
    "91999901MA0TE5T325",
    "91999901MA0TE5T400",
    "91999901MA0TE5T59W",
]
CARDS = ["11010519491231002X", "999901199003150025", "999901198507020035", "999901197809110058"]


@pytest.mark.parametrize("code", CODES)
def test_codes_that_pass(code: str) -> None:
    assert uscc_problem(code) is None
    assert uscc_problem(f" {code.lower()} ") is None


@given(st.sampled_from(CODES), st.integers(0, 17), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"))
def test_one_wrong_character_never_passes(code: str, position: int, char: str) -> None:
    wrong = code[:position] + char + code[position + 1 :]
    assert (uscc_problem(wrong) is None) == (wrong == code)


@pytest.mark.parametrize(
    ("code", "reason"),
    [("9199990", "18位"), ("91999901MA0TE5TI6F", "不用I"), ("91999901MA0TE5T16G", "末位校验码"), ("91999901MA0TE5T26C", "校验码")],
)
def test_a_refused_code_names_the_rule(code: str, reason: str) -> None:
    assert reason in (uscc_problem(code) or "")
    assert "GB 32100" in (uscc_problem(code) or "")


@pytest.mark.parametrize("card", CARDS)
def test_cards_that_pass(card: str) -> None:
    assert resident_id_problem(card, TODAY) is None
    assert resident_id_problem(card.lower(), TODAY) is None


@given(st.sampled_from(CARDS), st.integers(0, 16), st.sampled_from("0123456789"))
def test_one_wrong_digit_never_passes(card: str, position: int, digit: str) -> None:
    wrong = card[:position] + digit + card[position + 1 :]
    assert (resident_id_problem(wrong, TODAY) is None) == (wrong == card)


@pytest.mark.parametrize(
    ("card", "reason"),
    [
        ("999901900315002", "15位"),
        ("99990119900315", "18位"),
        ("9999011990031500A5", "末位为数字"),
        ("999901199002300025", "出生日期"),
        ("999901202703150025", "出生日期"),
        ("999901199003150026", "校验码"),
    ],
)
def test_a_refused_card_names_the_rule(card: str, reason: str) -> None:
    problem = resident_id_problem(card, TODAY) or ""
    assert reason in problem
    assert "GB 11643" in problem


def test_the_birth_date_is_in_the_number() -> None:
    assert birth_date("999901199003150025") == date(1990, 3, 15)
    with pytest.raises(ValueError, match="出生日期"):
        birth_date("999901199002300025")


def test_a_year_is_full_from_the_day_after_the_birthday() -> None:
    born = date(2012, 10, 12)
    assert age_on(born, date(2026, 10, 12)) == 13
    assert age_on(born, date(2026, 10, 13)) == 14


def test_numbers_are_stored_in_capitals_without_spaces() -> None:
    assert compact("1101 0519-4912 31002x") == "11010519491231002X"


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("hkmo", "H12345678"),
        ("hkmo", "m1234567801"),
        ("taiwan", "12345678"),
        ("taiwan", "1234567890B"),
        ("permanent", "USA110081092201"),
        ("passport", "E12345678"),
        ("passport", "123456789"),
    ],
)
def test_other_papers_that_pass(kind: str, number: str) -> None:
    assert paper_problem(kind, number, TODAY) is None


@given(st.sampled_from(sorted(PAPERS)), st.text("ABH0189 -", max_size=20))
def test_a_refused_paper_names_itself(kind: str, number: str) -> None:
    problem = paper_problem(kind, number, TODAY)
    assert problem is None or problem.startswith(PAPERS[kind].title)


def test_papers_with_check_digits_are_checked() -> None:
    stem = "83000019900315002"
    right = [digit for digit in "0123456789X" if paper_problem("residence", stem + digit, TODAY) is None]
    assert len(right) == 1
    assert "港澳台居民居住证号码末位校验码" in (paper_problem("residence", stem + ("0" if right != ["0"] else "1"), TODAY) or "")
    known = Identity(kind="person", code=stem + right[0], code_kind="residence")
    assert (known.birthday, known.checked, known.label) == (date(1990, 3, 15), True, "港澳台居民居住证号码")


def test_who_is_known_by_what() -> None:
    card = Identity(kind="person", code="999901199003150025")
    assert (card.number, card.birthday, card.label, card.checked) == (card.code, date(1990, 3, 15), "居民身份证号码", True)
    stall = Identity(kind="individual_business", code="92345678", code_kind="taiwan", born="1990-03-15")
    assert (stall.number, stall.birthday, stall.label, stall.checked) == ("92345678", date(1990, 3, 15), "台湾居民来往大陆通行证号码", False)
    shop = Identity(kind="individual_business", code="92999901MA0TE5T16F")
    assert (shop.number, shop.birthday, shop.label) == (None, None, "统一社会信用代码")
    office = Identity(kind="organisation", code=None, uncoded="境外企业")
    assert (office.number, office.label, office.shown, office.checked) == (None, "统一社会信用代码", "无（境外企业）", False)
