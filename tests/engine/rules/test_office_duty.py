"""Duties of the office: due on their fixed day, whatever day it is; announced on days on which somebody works."""

from datetime import date, datetime

import pytest

from engine.clock import SHANGHAI
from engine.law.calendar import Calendar
from engine.law.parameters import Parameter
from engine.rules.office_duty import ANNUAL_STATISTICS, OFFICE_DUTIES, arises_on, duty_warning, reckon_duty

RULE = OFFICE_DUTIES[ANNUAL_STATISTICS]
WEEKS = Calendar({})


def until(value: str) -> Parameter:
    """The last day as a city has it."""
    return Parameter(RULE.parameter, "最后一日", value, date(2019, 1, 1), None, "M", "国办发〔2018〕118号")


@pytest.mark.parametrize(
    ("year", "value", "due"),
    [
        (2026, "01-31", "2027-01-31"),  # A Sunday: it does not move.
        (2025, "01-31", "2026-01-31"),  # A Saturday.
        (2027, "01-31", "2028-01-31"),
        (2027, "02-29", "2028-02-29"),  # A leap year.
        (2026, "02-29", "2027-02-28"),  # None.
        (2026, "12-31", "2027-12-31"),
    ],
)
def test_the_last_day_is_fixed_and_never_moves(year: int, value: str, due: str) -> None:
    reckoning = reckon_duty(RULE, year, until(value), WEEKS)
    assert str(reckoning.due) == due
    assert reckoning.ends_at is not None
    assert (reckoning.ends_at - datetime.fromisoformat(f"{due}T00:00+08:00")).days == 1
    assert not reckoning.provisional


def test_it_says_why_this_date_is_this_date() -> None:
    lines = reckon_duty(RULE, 2026, until("01-31"), WEEKS).lines
    assert [(line.label, line.value) for line in lines] == [
        ("2026年度结束", "1月1日"),
        ("每年1月31日以前", "1月31日"),
        ("末日不是工作日", "1月31日"),
        ("应在此前公布并报告", "2027年1月31日"),
    ]
    assert lines[2].why == "周末，机关期限不顺延"
    assert [line.label for line in reckon_duty(RULE, 2027, until("01-31"), WEEKS).lines][2] == "应在此前公布并报告"


def test_it_is_announced_by_the_ladder() -> None:
    reckoning = reckon_duty(RULE, 2026, until("01-31"), WEEKS)
    assert reckoning.ends_at is not None
    told = [duty_warning(rung, arises_on(2026), reckoning.ends_at, WEEKS, 3) for rung in range(5)]
    assert [at and at.astimezone(SHANGHAI).strftime("%m-%d %H:%M") for at in told] == [
        "01-22 00:00",
        "01-28 00:00",
        "02-01 00:00",
        "02-04 00:00",
        None,
    ]
