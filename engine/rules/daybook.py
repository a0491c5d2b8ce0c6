"""The day book (逐日计算): a count of days told day by day, so that everybody can check the last one with a finger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from engine.law.calendar import DAY, Calendar
from engine.rules.reckoning import Suspension, chinese_span
from engine.rules.term import DeadlineRule, Unit

WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Span:
    """Days in a row that count for the same reason, or do not.

    Attributes:
        first, last: the days, both included.
        counted: how many of the term had been counted after the last of them, or None where the days do not count.
        why: what they are: 工作日, 周六周日, a holiday, a moved working day, an excluded period.
    """

    first: date
    last: date
    counted: int | None
    why: str

    def dates(self) -> str:
        """Return 9月15日至19日, or 9月20日（周日）."""
        if self.first == self.last:
            return f"{self.first.month}月{self.first.day}日（周{WEEKDAYS[self.first.weekday()]}）"
        return chinese_span(self.first, self.last)


def day_book(rule: DeadlineRule, start: date, length: int, due: date, calendar: Calendar, suspensions: Sequence[Suspension] = ()) -> tuple[Span, ...]:
    """Return every day from the start to the due date of a term of `length` days in all; terms in months and hours have none.

    Source: 民法典 Art. 201-203; 行政处罚法 Art. 85; 行政强制法 Art. 69.
    """
    if rule.unit not in {Unit.NATURAL, Unit.WORKING}:
        return ()
    spans = [Span(start, start, None, "起算当日，不计")]
    counted, day = 0, start + DAY
    while day <= due:
        why, counts = _look(rule, day, calendar, suspensions) if counted < length else (_after(rule, day, due), False)
        counted += counts
        before = spans[-1]
        if before.why == why and len(spans) > 1:
            spans[-1] = Span(before.first, day, counted if counts else None, why)
        else:
            spans.append(Span(day, day, counted if counts else None, why))
        day += DAY
    return tuple(spans)


def _after(rule: DeadlineRule, day: date, due: date) -> str:
    if rule.clear:
        return "期限之外的首个工作日" if day == due else "期限已满，休息日"
    return "顺延后的末日" if day == due else "末日休息，顺延"


def _look(rule: DeadlineRule, day: date, calendar: Calendar, suspensions: Sequence[Suspension]) -> tuple[str, bool]:
    for item in suspensions:
        if item.start <= day and (item.end is None or day <= item.end):
            return f"{item.reason}期间，扣除", False
    if rule.unit is Unit.NATURAL:
        return "自然日", True
    worked = calendar.is_working_day(day)
    return calendar.describe(day), worked
