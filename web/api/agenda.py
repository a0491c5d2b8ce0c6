"""The agenda (日历): open deadlines of one's own cases, or of all within reach, the earliest first."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from marshmallow import fields as kinds
from marshmallow import validate

from engine.queries.agenda import AgendaAfter, AgendaItem
from engine.queries.office_duty import DutyItem, OfficeDuties, OneOfficeDuty
from engine.rules.deadlines import DEADLINES
from web.api import cursor
from web.api.door import Door, ask, listed
from web.api.shape import made, shape
from web.pages.agenda import VIEWS, WHOSE

door = Door("agenda", "日历")

OPEN = ""
"""How a cursor says that a deadline has no last day yet."""


def _one_of(choices: Mapping[str, object], usual: str | None) -> kinds.String:
    return kinds.String(load_default=usual, validate=validate.OneOf(list(choices), error=f"须为{'、'.join(choices)}。"))


@door.opens(
    "GET",
    "/deadlines",
    "未了的期限，先到期的在前 Open deadlines, the earliest first, each with why this date is this date",
    query=made("DeadlinesQuery", whose=_one_of(WHOSE, "mine"), view=_one_of(VIEWS, "all"), key=_one_of(DEADLINES, None), **cursor.PAGING),
    answer=(200, listed("Deadlines", shape(AgendaItem))),
)
def deadlines(query: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a stretch of the deadlines that meet the conditions."""
    after, limit = cursor.read(query["cursor"], _last_day, str), query["limit"]
    found = ask(AgendaAfter(whose=query["whose"], view=query["view"], key=query["key"], after=after, count=limit + 1))
    told = cursor.answer(found, lambda pair: (_said(pair[1].clock.due), pair[0]), limit)
    return told | {"items": [item for _, item in told["items"]]}


def _last_day(text: str) -> date | None:
    return None if text == OPEN else date.fromisoformat(text)


def _said(due: date | None) -> str:
    return OPEN if due is None else due.isoformat()


door.enumerate(
    "/duties",
    OfficeDuties,
    "机关的期限 What the office owes by itself, the earliest first, each with why this date is this date",
    item=shape(DutyItem),
    place=lambda item: (str(item.clock.due), item.clock.name),
    length=2,
)
door.ask("/duties/<duty>", OneOfficeDuty, "一个机关的期限 One duty of the office, open or met", answer=shape(DutyItem))
