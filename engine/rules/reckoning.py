"""Counting a term (期限计算): the due date, and each step of the count in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Self

from engine.clock import SHANGHAI
from engine.law.calendar import DAY, Calendar
from engine.rules.term import DeadlineRule, Owner, Unit

WORDS = {Unit.NATURAL: "日", Unit.WORKING: "个工作日", Unit.MONTH: "个月", Unit.HOUR: "小时"}


@dataclass(frozen=True, slots=True)
class Suspension:
    """A period that does not count (扣除), both end days included; `end` is None while it lasts, `reason` a Chinese noun such as 检测."""

    start: date
    end: date | None
    reason: str

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError("扣除期间的结束早于开始")

    @classmethod
    def read(cls, item: Mapping[str, Any]) -> Self:
        """Return the period that a fact holds."""
        end = item["end"]
        return cls(date.fromisoformat(item["start"]), None if end is None else date.fromisoformat(end), item["reason"])


@dataclass(frozen=True, slots=True)
class Extension:
    """An approved lengthening (延长) in the unit of the term; `reason` says who approved it and why."""

    length: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReckoningLine:
    """One line of the count: what, why, and the date or the days."""

    label: str
    why: str
    value: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The outcome of a count.

    Attributes:
        due: the last day (for a clear term: the first free day), or None while the clock stands still.
        ends_at: the instant at which the term is over: the end of the last day, or the hour; None while the clock stands still.
        provisional: a year without a published holiday table is touched; the date is counted again when the table comes.
        lines: the count in words.
    """

    due: date | None
    ends_at: datetime | None
    provisional: bool
    lines: tuple[ReckoningLine, ...]


def reckon(
    rule: DeadlineRule,
    start: date,
    length: int,
    calendar: Calendar,
    suspensions: Sequence[Suspension] = (),
    extensions: Sequence[Extension] = (),
    rings: time | None = None,
) -> Reckoning:
    """Return the due date of a term and how it was counted.

    `start` is the local date of the event, or, for a term in hours, its aware instant. The day of the start does not count
    (民法典 Art. 201); a month term ends on the same day of the month, or on the last day of the month (Art. 202); a party's last
    day that is not worked moves to the next working day (Art. 203), an agency's own term never moves. The days of a suspension do
    not count. Extensions lengthen the term.

    A clock that `rings` at a time of its last day ends then, else with the day. Raises ValueError for a negative length, TypeError for a
    `start` that does not fit the unit.
    """
    if length < 0:
        raise ValueError("期限长度不能为负")
    if rule.unit is Unit.HOUR:
        return _reckon_hours(rule, start, length)
    if isinstance(start, datetime):
        raise TypeError("按日计算的期限从日期起算，不是从时刻起算")
    word = WORDS[rule.unit]
    lines = [
        ReckoningLine(rule.start, "次日起算", chinese_date(start)),
        ReckoningLine(f"满{length}{word}", _why(rule), chinese_date(_count(rule, start, length, calendar), since=start)),
    ]
    lines += [ReckoningLine(f"延长{item.length}{word}", item.reason, f"+{item.length}{word}") for item in extensions]
    total = length + sum(item.length for item in extensions)
    last, excluded = _exclude(rule, start, total, calendar, suspensions)
    lines += excluded
    if last is None:
        lines.append(ReckoningLine(rule.end, "停止计算，恢复后重算", "暂停"))
        return Reckoning(None, None, False, tuple(lines))
    due, provisional = _conclude(rule, start, last, calendar, lines)
    ends_at = datetime.combine(due, rings, SHANGHAI) if rings else datetime.combine(due + DAY, time(), SHANGHAI)
    return Reckoning(due, ends_at, provisional, tuple(lines))


def _conclude(rule: DeadlineRule, start: date, last: date, calendar: Calendar, lines: list[ReckoningLine]) -> tuple[date, bool]:
    due = last
    if rule.clear:
        due = calendar.next_working_day(last + DAY)
    elif rule.rolls:
        due = calendar.next_working_day(last)
        if due != last:
            lines.append(ReckoningLine("末日不是工作日", "民法典第203条，顺延至下一个工作日", chinese_date(due, since=start)))
    provisional = calendar.provisional(start + DAY if rule.unit is Unit.WORKING else last, due)
    why = f"{due.year}年节假日表尚未公布，公布后重算" if provisional else ""
    lines.append(ReckoningLine(rule.end, why, chinese_date(due, since=start)))
    return due, provisional


def _reckon_hours(rule: DeadlineRule, start: date, length: int) -> Reckoning:
    if not isinstance(start, datetime) or start.tzinfo is None:
        raise TypeError("按小时计算的期限从时刻起算")
    begin = start.astimezone(SHANGHAI)
    end = begin + timedelta(hours=length)
    lines = (
        ReckoningLine(rule.start, "即时起算", chinese_moment(begin)),
        ReckoningLine(f"满{length}小时", "按小时连续计算", chinese_moment(end)),
        ReckoningLine(rule.end, "", chinese_moment(end)),
    )
    return Reckoning(end.date(), end, False, lines)


def _count(rule: DeadlineRule, start: date, length: int, calendar: Calendar) -> date:
    if rule.unit is Unit.WORKING:
        return calendar.add_working_days(start, length)
    if rule.unit is Unit.MONTH:
        return months_later(start, length)
    return start + length * DAY


def _exclude(
    rule: DeadlineRule, start: date, length: int, calendar: Calendar, suspensions: Sequence[Suspension]
) -> tuple[date | None, list[ReckoningLine]]:
    """Return the last day after the suspensions, None while one is open, and one line for each that moved it."""
    due = _count(rule, start, length, calendar)
    lines: list[ReckoningLine] = []
    first = start + DAY
    for item in sorted(suspensions, key=lambda item: (item.start, item.end or date.max)):
        since = max(item.start, first)
        if since > due:
            continue
        if item.end is None:
            lines.append(ReckoningLine(f"扣除{item.reason}", f"{chinese_date(item.start, since=start)}起", "暂停"))
            return None, lines
        days = [since + n * DAY for n in range((item.end - since).days + 1)]
        excluded = sum(rule.unit is not Unit.WORKING or calendar.is_working_day(day) for day in days)
        if excluded:
            due = calendar.add_working_days(due, excluded) if rule.unit is Unit.WORKING else due + excluded * DAY
            unit = "个工作日" if rule.unit is Unit.WORKING else "日"
            lines.append(ReckoningLine(f"扣除{item.reason}", chinese_span(since, item.end), f"+{excluded}{unit}"))
        # A day that two suspensions cover is taken off once.
        first = max(first, item.end + DAY)
    return due, lines


def _why(rule: DeadlineRule) -> str:
    if rule.clear:
        return "整工作日，首尾两日都不计"
    if rule.unit is Unit.WORKING:
        return "工作日，以节假日表为准"
    how = "止于对应日" if rule.unit is Unit.MONTH else "自然日"
    return f"{how}，机关期限不顺延" if rule.owner is Owner.AGENCY else how


def months_later(day: date, months: int) -> date:
    """Return the same day of the month so many months later, or the last day of that month (民法典 Art. 202)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + (day.day - 1) * DAY, following - DAY)


def chinese_date(day: date, *, since: date | None = None) -> str:
    """Return 9月14日, with the year in front where it is not the year of `since`."""
    year = f"{day.year}年" if since is not None and day.year != since.year else ""
    return f"{year}{day.month}月{day.day}日"


def chinese_span(first: date, last: date) -> str:
    """Return 9月15日至22日, naming month and year again only where they change."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{chinese_date(first)}至{last.day}日"
    return f"{chinese_date(first)}至{chinese_date(last, since=first)}"


def chinese_moment(instant: datetime) -> str:
    """Return 9月24日21:45 for a local instant."""
    return f"{chinese_date(instant)}{instant:%H:%M}"
