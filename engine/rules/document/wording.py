"""Wording of documents (文书用语): dates, sums and numbers as a legal paper writes them."""

from datetime import date, datetime
from decimal import Decimal

from engine.rules.money import in_words

DIGITS = "零一二三四五六七八九"


def day_text(day: str) -> str:
    """Return an ISO date as 2026年10月26日. Raises ValueError when it is none."""
    value = date.fromisoformat(day)
    return f"{value.year}年{value.month}月{value.day}日"


def minute_text(instant: str) -> str:
    """Return an ISO local time as 2026年10月28日10时30分, a day alone as 2026年10月28日. Raises ValueError when it is none."""
    if len(instant) == len("2026-10-28"):
        return day_text(instant)
    value = datetime.fromisoformat(instant)
    return f"{day_text(value.date().isoformat())}{value.hour}时{value.minute:02d}分"


def figure_text(amount: str) -> str:
    """Return a sum in yuan with thousands marks and two decimals: 19,500.00."""
    return f"{Decimal(amount):,.2f}"


def amount_text(amount: str) -> str:
    """Return a sum in yuan both ways, in words and in figures, so that neither can be altered: 人民币壹万玖仟伍佰元整（¥19,500.00）."""
    words = in_words(Decimal(amount)).removeprefix("人民币")
    return f"人民币{words}（¥{figure_text(amount)}）"


def range_text(minimum: str | None, maximum: str | None) -> str:
    """Return a range of fines as the law words it: 15,000元以上30,000元以下; one end may be open, equal ends are one sum."""
    low, high = (None if end is None else f"{Decimal(end).normalize():,f}元" for end in (minimum, maximum))
    if low == high:
        return low or ""
    return (f"{low}以上" if low and minimum and Decimal(minimum) else "") + (f"{high}以下" if high else "")


def count_text(number: int) -> str:
    """Return a whole number from 1 to 99 in the words of a statute: 十五, 六十.

    Raises:
        ValueError: the number is outside.
    """
    if not 1 <= number <= 99:
        raise ValueError(f"{number} 不在一至九十九之间")
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones else "")
