"""Duties of the office (机关期限): clocks that belong to no case, such as the statistics that are due every year on a fixed day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from engine.clock import SHANGHAI
from engine.law.calendar import DAY, Calendar
from engine.law.parameters import Parameter
from engine.rules.reckoning import Reckoning, ReckoningLine, chinese_date
from engine.rules.warning import DUTY_LADDER, warning_at

ANNUAL_STATISTICS = "annual.statistics"
"""The statistics of a year, published and reported in the next. Source: domain.md R48; 国办发〔2018〕118号 (M)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDutyRule:
    """One duty that falls on the office every year, for the year before.

    Attributes:
        parameter: the parameter that holds the last day, as month and day: 01-31.
        end: the words in front of the last day.
    """

    key: str
    title: str
    end: str
    parameter: str
    basis: str


OFFICE_DUTIES: Mapping[str, OfficeDutyRule] = {
    rule.key: rule
    for rule in (
        OfficeDutyRule(
            key=ANNUAL_STATISTICS,
            title="年度统计公布和报告",
            end="应在此前公布并报告",
            parameter="annual.statistics.due",
            basis="国办发〔2018〕118号",
        ),
    )
}
"""Every duty of the office that the product knows, by key."""


def duty_id(key: str, year: int) -> str:
    """Return the id of the duty for a year."""
    return f"{key}:{year}"


def arises_on(year: int) -> date:
    """Return the day on which the duty for a year arises: the first one after the year."""
    return date(year + 1, 1, 1)


def reckon_duty(rule: OfficeDutyRule, year: int, parameter: Parameter, calendar: Calendar) -> Reckoning:
    """Return the last day of the duty for a year, and how it came about; it never moves, whatever day it is.

    A 29 February of a year that has none is the 28th. Source: domain.md §1.1 (an agency's own term never rolls).
    """
    first = arises_on(year)
    month, _, day = str(parameter.value).partition("-")
    due = _last(first.year, int(month), int(day))
    lines = [
        ReckoningLine(f"{year}年度结束", "次日起办理", chinese_date(first)),
        ReckoningLine(f"每年{int(month)}月{int(day)}日以前", parameter.source, chinese_date(due)),
    ]
    if not calendar.is_working_day(due):
        lines.append(ReckoningLine("末日不是工作日", f"{calendar.describe(due)}，机关期限不顺延", chinese_date(due)))
    lines.append(ReckoningLine(rule.end, "", f"{due.year}年{chinese_date(due)}"))
    return Reckoning(due, datetime.combine(due + DAY, time(), SHANGHAI), False, tuple(lines))


def duty_warning(rung: int, start_on: date, ends_at: datetime, calendar: Calendar, supervision_days: int) -> datetime | None:
    """Return the instant of a rung of the ladder, counted from 0, or None past its top."""
    if rung >= len(DUTY_LADDER):
        return None
    return warning_at(rung, datetime.combine(start_on, time(), SHANGHAI), ends_at, calendar, supervision_days)


def _last(year: int, month: int, day: int) -> date:
    return min(date(year, month, 1) + (day - 1) * DAY, date(year + (month == 12), month % 12 + 1, 1) - DAY)  # December.
