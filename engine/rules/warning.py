"""Warnings (超期预警): when a duty is announced to whom, before it falls due and after it was missed."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from engine.clock import SHANGHAI, local_date
from engine.law.calendar import DAY, Calendar
from engine.rules.term import DeadlineRule, Owner


class Superior(StrEnum):
    """Who is told (上报对象), by role."""

    OFFICER = "officer"
    SQUAD_LEADER = "squad_leader"
    HEAD = "head"
    ARCHIVIST = "archivist"
    LEGAL_OFFICE = "legal_office"
    SUPERVISION = "auditor"


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the ladder: per cent of the term that has gone, whom it reaches, and in words."""

    percent: int
    superior: Superior
    words: str


LADDER: tuple[Rung, ...] = (
    Rung(70, Superior.OFFICER, "已过70%，提醒办案人员"),
    Rung(90, Superior.SQUAD_LEADER, "已过90%，报队长"),
    Rung(100, Superior.HEAD, "已到期，报负责人"),
    Rung(101, Superior.SUPERVISION, "逾期未办，报督察"),
)
"""Each rung is climbed once. Source: domain.md §2.0 (超期预警 at 70 %, 90 %, 100 %, then 督察)."""

KEEPERS: tuple[Rung, ...] = (
    Rung(70, Superior.ARCHIVIST, "已过70%，提醒档案员"),
    Rung(90, Superior.ARCHIVIST, "已过90%，再次提醒档案员"),
    Rung(100, Superior.HEAD, "已到期，报负责人"),
)
"""The ladder of what lies in the archive: whoever led the case has nothing to do with it any more. Source: 档案法 Art. 12; domain.md R51, R52."""

DUTY_LADDER: tuple[Rung, ...] = (
    Rung(70, Superior.LEGAL_OFFICE, "已过70%，提醒法制科"),
    Rung(90, Superior.HEAD, "已过90%，报负责人"),
    Rung(100, Superior.HEAD, "已到期，再报负责人"),
    Rung(101, Superior.SUPERVISION, "逾期未办，报督察"),
)
"""The ladder of what the office owes by itself (`engine/rules/office_duty.py`), at the same shares of the term."""


def warns(rule: DeadlineRule) -> bool:
    """Tell whether a term is a duty whose end is announced: the agency's own and what partners owe it, never a party's right.

    The end of keeping recordings is announced too, before anybody destroys them.
    """
    return rule.reminds or (rule.owner in {Owner.AGENCY, Owner.PARTNER} and not rule.opens)


def ladder_of(rule: DeadlineRule) -> tuple[Rung, ...]:
    """Return the rungs that a term is announced by."""
    return KEEPERS if rule.reminds else LADDER


def warning_at(rung: int, begin: datetime, end: datetime, calendar: Calendar, supervision_days: int) -> datetime | None:
    """Return the instant of a rung of the ladder, counted from 0, or None past its top.

    Day terms are announced at the beginning of a working day, so that nobody is told on a day off: a share that falls on one is
    announced on the last working day before it. A term of less than three days is announced by the clock.
    """
    if rung >= len(LADDER):
        return None
    percent = LADDER[rung].percent
    if percent == 100:
        return end
    if percent > 100:
        return _morning(calendar.add_working_days(local_date(end - timedelta(microseconds=1)), supervision_days) + DAY)
    share = begin + (end - begin) * percent / 100
    if end - begin < 3 * DAY:
        return share
    day, first = local_date(share), local_date(begin) + DAY
    while day > first and not calendar.is_working_day(day):
        day -= DAY
    return _morning(day)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI)
