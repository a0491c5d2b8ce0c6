from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.money import check_yuan, format_sum, format_yuan, in_words, parse_yuan, round_half_up

AMOUNTS = st.decimals(0, 999_999_999_999, places=2, allow_nan=False)
VALUES = {char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def read_back(words: str) -> Decimal:
    """Read capital numerals by the reader's own rule: digit times unit, summed by groups."""
    total = group = digit = cents = 0
    for char in words:
        if char in VALUES:
            digit = VALUES[char]
        elif char in UNITS:
            group, digit = group + digit * UNITS[char], 0
        elif char in "万亿元":
            scale = {"万": 10_000, "亿": 100_000_000, "元": 1}[char]
            total, group, digit = total + (group + digit) * scale, 0, 0
        elif char in "角分":
            cents, digit = cents + digit * (10 if char == "角" else 1), 0
    return total + Decimal(cents) / 100


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("150", "壹佰伍拾元整"),
        ("100000", "壹拾万元整"),
        ("0.05", "伍分"),
        ("0", "零元整"),
        ("19500", "壹万玖仟伍佰元整"),
        ("510000", "伍拾壹万元整"),
        ("100050", "壹拾万零伍拾元整"),
        ("100000001", "壹亿零壹元整"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
    ],
)
def test_amounts_in_words(amount: str, words: str) -> None:
    assert in_words(Decimal(amount)) == words


@given(AMOUNTS)
def test_words_read_back_to_the_amount(amount: Decimal) -> None:
    words = in_words(amount)
    assert read_back(words) == amount
    assert "零零" not in words
    assert words.endswith("整") == (amount == amount.to_integral_value())


@pytest.mark.parametrize(("text", "amount"), [("19500", "19500"), ("19,500", "19500"), (" 19,500.5元 ", "19500.5"), ("0", "0"), ("0.05", "0.05")])
def test_amounts_are_read_as_people_write_them(text: str, amount: str) -> None:
    assert parse_yuan(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "-1", "1.005", "1e3", "1,95,00", "１００", "NaN", "约一千", "1000000000000"])
def test_other_amounts_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="金额"):
        parse_yuan(text)


@pytest.mark.parametrize("amount", ["-0.01", "0.001", "NaN", "Infinity", "1000000000000"])
def test_amounts_are_checked(amount: str) -> None:
    with pytest.raises(ValueError, match="金额"):
        check_yuan(Decimal(amount))


@given(AMOUNTS)
def test_a_formatted_amount_reads_back(amount: Decimal) -> None:
    assert parse_yuan(format_yuan(amount)) == amount


def test_formats() -> None:
    assert format_yuan(Decimal(19500)) == "19,500元"
    assert format_yuan(Decimal("1409.5")) == "1,409.50元"
    assert format_sum(Decimal(19500)) == "¥19,500.00"


def test_half_goes_up() -> None:
    assert round_half_up(Decimal(19_495), Decimal(10)) == 19_500
    assert round_half_up(Decimal("19494.99"), Decimal(10)) == 19_490
    assert round_half_up(Decimal("5.745"), Decimal("0.01")) == Decimal("5.75")
