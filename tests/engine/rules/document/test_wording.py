"""Dates, sums, ranges and small numbers as a legal paper writes them."""

import pytest

from engine.rules.document.wording import amount_text, count_text, day_text, figure_text, minute_text, range_text


def test_dates() -> None:
    assert day_text("2026-10-06") == "2026年10月6日"
    assert minute_text("2026-10-28T09:05") == "2026年10月28日9时05分"
    with pytest.raises(ValueError, match="26-10"):
        day_text("26-10-06")


def test_sums_both_ways() -> None:
    assert amount_text("16409.02") == "人民币壹万陆仟肆佰零玖元零贰分（¥16,409.02）"
    assert figure_text("510000") == "510,000.00"


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ("15000", "30000", "15,000元以上30,000元以下"),
        ("0", "20000", "20,000元以下"),
        (None, "20000", "20,000元以下"),
        ("5000", None, "5,000元以上"),
        ("50", "50", "50元"),
        ("0.5", "100.00", "0.5元以上100元以下"),
    ],
)
def test_ranges(low: str | None, high: str | None, text: str) -> None:
    assert range_text(low, high) == text


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (5, "五"), (10, "十"), (15, "十五"), (20, "二十"), (60, "六十"), (99, "九十九")])
def test_small_numbers(number: int, text: str) -> None:
    assert count_text(number) == text


@pytest.mark.parametrize("number", [0, 100, -3])
def test_a_number_outside_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="不在"):
        count_text(number)
