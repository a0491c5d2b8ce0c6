"""Money (金额): exact yuan, never a float, never rounded on the way in."""

import re
from decimal import ROUND_HALF_UP, Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_YUAN = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{1,2})?", re.ASCII)
LIMIT = Decimal(10) ** 12
"""No fine and no price of a building reaches a million million yuan."""


def parse_yuan(text: str) -> Decimal:
    """Read an amount in yuan as people write it: 19500, 19,500.00, 19500元.

    Raises ValueError, with the reason in Chinese, for a sign, a third decimal or anything else; nothing is rounded.
    """
    bare = text.strip().removesuffix("元").strip()
    if not _YUAN.fullmatch(bare):
        raise ValueError("金额须为不小于零的元数，至多两位小数")
    amount = Decimal(bare.replace(",", ""))
    if amount >= LIMIT:
        raise ValueError("金额过大")
    return amount


def check_yuan(amount: Decimal) -> Decimal:
    """Return the amount itself; raise ValueError where it is negative, too large, or has a third decimal."""
    if not amount.is_finite() or amount < 0 or amount >= LIMIT or amount != amount.quantize(Decimal("0.01")):
        raise ValueError("金额须为不小于零的元数，至多两位小数")
    return amount


def format_yuan(amount: Decimal) -> str:
    """Return 19,500元, or 1,409.50元 where there are jiao or fen."""
    whole = amount == amount.to_integral_value()
    return f"{amount:,.0f}元" if whole else f"{amount:,.2f}元"


def format_sum(amount: Decimal) -> str:
    """Return ¥19,500.00, as it stands beside the words on paper."""
    return f"¥{amount:,.2f}"


def round_half_up(amount: Decimal, step: Decimal) -> Decimal:
    """Return the amount to the nearest multiple of `step`, the half upwards."""
    return (amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def in_words(amount: Decimal) -> str:
    """Return the amount in the capital numerals of documents, without the prefix 人民币.

    Up to the yuan it ends in 整, with jiao or fen it does not; inner zeros are read once, 壹 in 壹拾 is never left out, and 零 stands
    for missing jiao before fen. Raises ValueError as `check_yuan`. Source: 支付结算办法, annex 正确填写票据和结算凭证的基本规定.
    """
    cents = int(check_yuan(amount) * 100)
    yuan, (jiao, fen) = cents // 100, divmod(cents % 100, 10)
    words = _integer(yuan) + "元" if yuan or not (jiao or fen) else ""
    if not (jiao or fen):
        return words + "整"
    if jiao:
        words += DIGITS[jiao] + "角"
    elif yuan:
        words += "零"
    return words + (DIGITS[fen] + "分" if fen else "")


def _integer(number: int) -> str:
    if number == 0:
        return DIGITS[0]
    words, zero, left = "", False, number
    parts = []
    while left:
        left, group = divmod(left, 10_000)
        parts.append(group)
    for index in range(len(parts) - 1, -1, -1):
        group = parts[index]
        if group == 0:
            zero = True
            continue
        if words and (zero or group < 1000):
            words += DIGITS[0]
        words += _group(group) + _GROUPS[index]
        zero = False
    return words


def _group(group: int) -> str:
    words, zero = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit == 0:
            zero = bool(words)
            continue
        words += (DIGITS[0] if zero else "") + DIGITS[digit] + _PLACES[place]
        zero = False
    return words
