"""The day of a hearing (听证日期): not before seven clear working days after the party was told. Source: 行政处罚法 Art. 64(2), 85."""

from datetime import date

from engine.errors import LawError
from engine.law.book import LawBook
from engine.rules.deadlines import DEADLINES
from engine.rules.reckoning import Reckoning, reckon

NOTICE = "hearing.notice"


def earliest_hearing(told_on: date, law: LawBook) -> Reckoning:
    """Return the first day on which a hearing may be held of which the party is told on a day, and how it was counted."""
    rule = DEADLINES[NOTICE]
    return reckon(rule, told_on, law.parameters.integer(rule.parameter or ""), law.calendar)


def check_held(day: date, told_on: date, law: LawBook) -> None:
    """Refuse with hearing_too_early a hearing of which the party, as it turns out, was told too late: it is put off and told of anew."""
    first = earliest_hearing(told_on, law).due
    if first is not None and day < first:
        message = f"听证通知书{told_on}才送达，听证最早在{first}举行：先延期，另定日期，重新通知。"
        raise LawError("hearing_too_early", message, basis="行政处罚法 64(2)", field="held_on")


def check_hearing_day(day: date, told_on: date, law: LawBook) -> None:
    """Refuse with hearing_too_early a day that leaves the party less than its clear working days, both end days not counted."""
    first = earliest_hearing(told_on, law).due
    if first is not None and day < first:
        days = law.parameters.integer("hearing.notice.days")
        message = f"{told_on}通知的，听证最早在{first}举行：应当在举行听证的{days}个工作日前通知，通知和举行的当日都不计入。"
        raise LawError("hearing_too_early", message, basis="行政处罚法 64(2)", field="meets_on")
    if not law.calendar.is_working_day(day):
        raise LawError("hearing_too_early", f"{day}不是工作日，请另定日期。", basis="行政处罚法 64(2)", field="meets_on")
