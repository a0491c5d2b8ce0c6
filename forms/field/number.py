"""Numbers (数值): money, measured values and counts, exact and never rounded."""

import re
from decimal import Decimal
from typing import Any, Unpack

from marshmallow import ValidationError

from engine.rules.money import check_yuan, parse_yuan
from forms.field.entry import Entry, Traits
from forms.field.text import half_width

_LONGEST = 40
"""No amount and no measured value needs more characters; longer texts are not even read."""

_MEASURE = re.compile(r"\d{1,9}(?:\.\d{1,3})?", re.ASCII)
_COUNT = re.compile(r"\d{1,9}", re.ASCII)


def _typed(value: object) -> str | None:
    """Return what was typed, of a text or of a JSON number; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        return None
    if isinstance(value, int) and value.bit_length() > 4 * _LONGEST:
        return None
    text = half_width(value).strip() if isinstance(value, str) and len(value) <= _LONGEST else str(value)
    return text if len(text) <= _LONGEST else None


class Money(Entry[Decimal]):
    """An amount in yuan, not below zero, at most two decimals; more is refused, never rounded."""

    widget = "money"
    kind = "number"

    def __init__(self, label: str, *, positive: bool = False, **traits: Unpack[Traits]) -> None:
        super().__init__(label, **({"unit": "元"} | traits))
        self.positive = positive

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Decimal:
        typed = _typed(value)
        try:
            amount = check_yuan(parse_yuan(typed or ""))
        except ValueError as problem:
            raise ValidationError(f"{self.label}：{problem}。") from None
        if self.positive and not amount:
            raise ValidationError(f"{self.label}须大于零。")
        return amount


class Measure(Entry[Decimal]):
    """A measured value or a limit, not below zero, at most three decimals."""

    widget = "number"
    kind = "number"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Decimal:
        typed = _typed(value)
        if typed is None or not _MEASURE.fullmatch(typed):
            raise ValidationError(f"{self.label}须为不小于零的数，至多三位小数。")
        return Decimal(typed)


class Count(Entry[int]):
    """A whole number from one up to `most`."""

    widget = "number"
    kind = "number"

    def __init__(self, label: str, *, most: int, **traits: Unpack[Traits]) -> None:
        super().__init__(label, **traits)
        self.most = most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        typed = _typed(value)
        if typed is None or not _COUNT.fullmatch(typed) or not 1 <= int(typed) <= self.most:
            raise ValidationError(f"{self.label}须为1至{self.most}的整数。")
        return int(typed)
