"""Deadlines for other calendars (日历订阅): an iCalendar text that names case number and deadline, and no person. Source: RFC 5545."""

from collections.abc import Iterable
from datetime import datetime

from icalendar import Calendar, Event

from engine.law.calendar import DAY
from engine.queries.agenda import AgendaItem


def feed(items: Iterable[AgendaItem], *, agency: str, base: str, now: datetime) -> bytes:
    """Return the feed: a whole day for each deadline; `base` is the address of the site, `now` stands in every entry as the standard asks."""
    calendar = Calendar()
    calendar.add("prodid", "-//Zhifa//执法期限//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{agency}办案期限")
    calendar.add("x-wr-timezone", "Asia/Shanghai")
    for item in items:
        clock = item.clock
        if clock.due is None:
            continue
        event = Event()
        event.add("uid", f"{item.case_id}.{clock.name}@zhifa")
        event.add("dtstamp", now)
        event.add("dtstart", clock.due)
        event.add("dtend", clock.due + DAY)
        event.add("summary", f"{'（暂定）' if clock.provisional else ''}{clock.title}：{item.number or '尚未立案'}")
        event.add("status", "TENTATIVE" if clock.provisional else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        event.add("url", f"{base}/cases/{item.case_id}")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
