"""Days and hours (日期、时间): dates of the law, local to the office."""

import re
from datetime import date, datetime
from typing import Any, Unpack

from marshmallow import ValidationError

from forms.field.entry import Entry, Traits
from forms.field.text import Code, half_width

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
EARLIEST = date(1949, 10, 1)
"""No act and no step of a case lies before the People's Republic: an earlier year is a slip of the hand."""


class Day(Entry[date]):
    """A date as 2026-10-28; a day after today is refused unless `future` allows it, one before `earliest` always.

    `today` makes the present day the default, and says so where no other hint is given.
    """

    widget = "date"

    def __init__(self, label: str, *, future: bool = False, today: bool = False, earliest: date = EARLIEST, **traits: Unpack[Traits]) -> None:
        super().__init__(label, **({"hint": "不填为今天。"} | traits | {"optional": True} if today else traits))
        self.future = future
        self.today = today
        self.earliest = earliest

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        day = _read(value)
        if day is None:
            raise ValidationError(f"{self.label}不是有效的日期，应如2026-10-28。")
        if day < self.earliest:
            raise ValidationError(f"{self.label}过早，请核对年份。")
        if not self.future and day > self.present_day:
            raise ValidationError(f"{self.label}不能晚于今天。")
        return day


def _read(value: object) -> date | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or len(value) > 40:
        return None
    text = half_width(value).strip()
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


class TimeOfDay(Code):
    """An hour of the day as in 09:30, from 00:00 to 23:59."""

    widget = "time"

    def __init__(self, label: str, **traits: Unpack[Traits]) -> None:
        super().__init__(label, pattern=r"([01]\d|2[0-3]):[0-5]\d", says="应如09:30。", **traits)
