"""Deadlines for other calendars (日历订阅): an iCalendar text that names case number and deadline, and no person. Source: RFC 5545."""

from collections.abc import Iterable
from datetime import datetime

from icalendar import Calendar, Event

from engine.law.calendar import DAY
from engine.queries.agenda import AgendaItem
from engine.queries.clock import ClockReading
from engine.queries.office_duty import DutyItem


def feed(items: Iterable[AgendaItem], duties: Iterable[DutyItem] = (), *, agency: str, base: str, now: datetime) -> bytes:
    """Return the feed: a whole day for each deadline; `base` is the address of the site, `now` stands in every entry as the standard asks."""
    calendar = Calendar()
    calendar.add("prodid", "-//Zhifa//执法期限//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{agency}办案期限")
    calendar.add("x-wr-timezone", "Asia/Shanghai")
    for item in items:
        clock, number = item.clock, item.number or "尚未立案"
        _add(calendar, clock, f"{item.case_id}.{clock.name}", f"{clock.title}：{number}", f"{base}/cases/{item.case_id}", now)
    for duty in duties:
        _add(calendar, duty.clock, duty.clock.name, duty.clock.title, f"{base}/duties/{duty.clock.name}", now)
    return bytes(calendar.to_ical())


def _add(calendar: Calendar, clock: ClockReading, name: str, summary: str, address: str, now: datetime) -> None:
    if clock.due is None:
        return
    event = Event()
    event.add("uid", f"{name}@zhifa")
    event.add("dtstamp", now)
    event.add("dtstart", clock.due)
    event.add("dtend", clock.due + DAY)
    event.add("summary", f"{'（暂定）' if clock.provisional else ''}{summary}")
    event.add("status", "TENTATIVE" if clock.provisional else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("url", address)
    calendar.add_component(event)
