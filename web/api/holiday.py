"""Holidays (放假安排): what is published, and proposals on their way through two pairs of hands."""

from engine.commands.holiday import ProposeHoliday, PublishHoliday, RefuseHoliday
from engine.queries.holiday import Holidays, HolidaysView
from web.api.door import Door
from web.api.shape import shape

door = Door("holiday", "放假安排")

door.ask("/holidays", Holidays, "放假安排和提案 The years that are published, and the proposals", answer=shape(HolidaysView))
door.give("POST", "/holidays", ProposeHoliday, "提出放假安排 Propose a year or a change of single days", scope="law.write")
door.give("POST", "/holidays/<proposal>/publish", PublishHoliday, "复核发布 Publish a proposal of another person", scope="law.write")
door.give("POST", "/holidays/<proposal>/refuse", RefuseHoliday, "退回 Refuse a proposal, or take it back", scope="law.write")
