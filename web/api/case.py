"""Cases (案件): the list, one case whole, what happened in it, and a new one."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from flask import Response, request
from marshmallow import fields as kinds
from marshmallow import validate

from engine.commands.case import OpenCase
from engine.model import Case
from engine.queries.case_file import CaseFile, CaseFileView, Moment
from engine.queries.clock import ClockReading
from engine.queries.diagram import CasePicture
from engine.queries.discretion import PreviewDiscretion
from engine.queries.ledger import CaseLedger
from engine.queries.search import CasesAfter, Conditions
from engine.rules.ledger import Ledger
from web import jobs, trial
from web.api import condition, cursor
from web.api.door import Door, ask, listed
from web.api.shape import MESSAGES, asked, hints, made, shape
from web.request import house

door = Door("case", "案件")

DAILY = frozenset({"level", "left", "gone"})
"""What of a clock changes with the day: in the worklist, not in the case, whose tag knows no days."""

ELSEWHERE = frozenset({"timeline", "mine", "clock", "clocks", "ledger", "links", "unanswered", "minors", "wards", "daily", "unfined"})
"""What is told at an address of its own, since it hangs on the day, the bearer or other cases; and the clocks, which are told without the day."""

CLOCK = shape(ClockReading, but=DAILY, name="Clock")
FILE = made(
    "CaseFile",
    **{name: hint for name, hint in hints(CaseFileView).items() if name not in ELSEWHERE},
    clocks=kinds.List(kinds.Nested(CLOCK), required=True),
)
ROW = made("CaseRow", case=Case, party=str, waiting=tuple[str, ...])
DRAWN = made("DrawnToken", process=str, element=str, state=str, count=int)
DRAWING = made("Drawing", process=str, title=str, xml=str, tokens=kinds.List(kinds.Nested(DRAWN), required=True))
LEDGER = made(
    "Ledger",
    **hints(Ledger),
    **dict.fromkeys(("surcharge", "principal", "gains_owing", "overdue", "owing", "withheld"), Decimal),
    is_capped=bool,
    is_even=bool,
)
PICTURE = made("Picture", number=int, bundle=str, late=frozenset[str], drawings=kinds.List(kinds.Nested(DRAWING), required=True))

door.give("POST", "/cases", OpenCase, "登记线索 Register a clue, which opens a case", scope="case.write", form="clue", at="/cases/<id>")


@door.opens(
    "GET",
    "/cases",
    "案件清单，新登记的在前 The cases within reach, the newest first",
    query=asked("CasesQuery", Conditions, **cursor.PAGING),
    answer=(200, listed("Cases", ROW)),
)
def cases(query: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a stretch of the cases that meet the conditions; what was done a moment ago is found."""
    jobs.index_cases(house(), batches=1)
    conditions = Conditions(**{name: value for name, value in query.items() if name not in cursor.PAGING})
    after, limit = cursor.read(query["cursor"], cursor.instant, str), query["limit"]
    rows = ask(CasesAfter(conditions=conditions, after=after, count=limit + 1))
    return cursor.answer(rows, lambda row: (row.case.opened_at.isoformat(), row.case.id), limit)


@door.opens("GET", "/cases/<case_id>", "一案一卷 One case with all that belongs to it; its ETag is the version", answer=(200, FILE))
def case(case_id: str) -> Any:
    """Return the case, or 304 where the client has this version."""
    file = ask(CaseFile(case_id=case_id))
    headers = {"ETag": condition.tag(file.case.version), "Cache-Control": "private, no-cache", "Vary": "Authorization"}
    if request.if_none_match.contains_weak(str(file.case.version)):
        return Response(status=304, headers=headers)
    return file, 200, headers


@door.opens(
    "GET",
    "/cases/<case_id>/timeline",
    "办理经过 What happened, entry by entry, as the journal tells it",
    query=made("TimelineQuery", **cursor.PAGING),
    answer=(200, listed("Timeline", shape(Moment))),
)
def timeline(query: Mapping[str, Any], case_id: str) -> Mapping[str, Any]:
    """Return a stretch of the timeline."""
    moments = ask(CaseFile(case_id=case_id)).timeline
    return cursor.cut(moments, lambda moment: (f"{moment.seq:09}",), cursor=query["cursor"], limit=query["limit"], length=1)


@door.opens(
    "POST",
    "/cases/<case_id>/discretion",
    "裁量试算，什么也不保存 What the tables say of a form that is still being filled in; nothing is stored",
    body=made(
        "DiscretionBody",
        form=kinds.String(required=True, validate=validate.OneOf(trial.FORMS, error="须为有裁量的表单。"), error_messages=MESSAGES),
        data=kinds.Dict(keys=kinds.String(), required=True, error_messages=MESSAGES),
    ),
    answer=(200, made("Discretion", explained=Mapping[str, object])),
)
def discretion(body: Mapping[str, Any], case_id: str) -> Mapping[str, Any]:
    """Return the assessment in words and figures."""
    return {"explained": ask(PreviewDiscretion(case_id=case_id, form=body["form"], data=body["data"])).explain()}


door.ask("/cases/<case_id>/picture", CasePicture, "流程图和所到之处 The drawings of the process with its tokens", answer=PICTURE)
door.ask(
    "/cases/<case_id>/ledger",
    CaseLedger,
    "罚没款账：应缴、已缴、加处罚款怎么算的 The ledger of fine and gains, in yuan as it stands today",
    answer=LEDGER,
)
