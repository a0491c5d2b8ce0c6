"""Days and hours (日期、时间): dates of the law, local to the office."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Unpack

from marshmallow import ValidationError

from forms.field.entry import Entry, Traits
from forms.field.text import Code, half_width

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
EARLIEST = date(1949, 10, 1)
"""No act and no step of a case lies before the People's Republic: an earlier year is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Acted:
    """Officers acted on the day, and may have acted only with certificates valid on it, not only on the day of entry (行政处罚法 Art. 42).

    With `both` it was the two officers of the case, else who fills in the form; where `name` is given, only where that field has one of `values`.
    """

    both: bool = True
    name: str | None = None
    values: tuple[object, ...] = ()

    def holds(self, values: Mapping[str, Any]) -> bool:
        """Return whether the form, as filled in, says that officers acted."""
        return self.name is None or values.get(self.name) in self.values


class Day(Entry[date]):
    """A date as 2026-10-28; a day after today is refused unless `future` allows it, one before `earliest` always.

    `today` makes the present day the default, and says so where no other hint is given; `acted` tells that officers acted on the day.
    """

    widget = "date"

    def __init__(
        self,
        label: str,
        *,
        future: bool = False,
        today: bool = False,
        earliest: date = EARLIEST,
        acted: Acted | None = None,
        **traits: Unpack[Traits],
    ) -> None:
        super().__init__(label, **({"hint": "不填为今天。"} | traits | {"optional": True} if today else traits))
        self.future = future
        self.today = today
        self.earliest = earliest
        self.acted = acted

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
