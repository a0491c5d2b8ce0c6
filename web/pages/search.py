"""Searching (查找): one field for all words, filters with counts, searches kept under a name, and the list as a file."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from flask import Blueprint, Response, flash, redirect, render_template, request, stream_with_context, url_for
from flask.typing import ResponseReturnValue

from engine.clock import local_date
from engine.commands.search import ExportCases, ForgetSearch, SaveSearch
from engine.errors import InvalidInputError
from engine.queries.case_file import CaseRow
from engine.queries.search import LARGEST_EXPORT, Conditions, CountCases, ListCases, SavedSearches, Search
from web import csv, filters, jobs, login
from web.date import iso
from web.request import ask, execute, house, page_number

blueprint = Blueprint("search", __name__)
blueprint.before_request(login.demand)

HEAD = (
    "案号",
    "当事人",
    "案由代码",
    "案由",
    "程序",
    "状态",
    "办到哪里",
    "辖区",
    "中队",
    "主办",
    "协办",
    "地点",
    "登记日期",
    "立案日期",
    "决定日期",
    "处理结果",
    "罚款（元）",
    "到期日",
    "剩余天数",
)
STRETCH = 500
"""Cases that are read at once while a file is sent."""


@blueprint.get("/search")
def index() -> ResponseReturnValue:
    """Show what was found; every condition stands in the address."""
    # What was done a moment ago is to be found now; a backlog is left to the background.
    jobs.index_cases(house(), batches=1)
    conditions, order = filters.read(request.args), _order()
    found = ask(Search(conditions=conditions, order=order, page=page_number(request)))
    lists = filters.options(found, conditions)
    return render_template(
        "search/index.html",
        conditions=conditions,
        order=order,
        list=found,
        lists=lists,
        said=list(filters.said(conditions, lists)),
        args=filters.args(conditions) | ({"order": order} if order != "opened" else {}),
        labels=filters.LABELS,
        states=filters.STATES,
        orders=filters.ORDERS,
        saved=ask(SavedSearches()),
        largest=LARGEST_EXPORT,
    )


@blueprint.post("/search/export")
def export() -> ResponseReturnValue:
    """Send what was found as a file; who took out which list is recorded first."""
    conditions, order = filters.read(request.args), _order()
    words = "；".join(f"{label}{'：' if label else ''}{word}" for label, word, _ in filters.said(conditions, {})) or "全部"
    try:
        execute(ExportCases(count=ask(CountCases(conditions=conditions)), conditions=words))
    except InvalidInputError as refusal:
        flash(_message(refusal))
        return redirect(login.safe_next(url_for("search.index") + "?" + request.query_string.decode()), 303)
    answer = Response(stream_with_context(csv.lines(HEAD, rows(ask, conditions, order))), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f"attachment; filename=\"cases.csv\"; filename*=UTF-8''{quote('案件清单.csv')}"
    return answer


@blueprint.post("/search/saved")
def save() -> ResponseReturnValue:
    """Keep a search under a name."""
    address = login.safe_next(request.form.get("_address"))
    try:
        execute(SaveSearch(name=request.form.get("name", ""), address=address))
    except InvalidInputError as refusal:
        flash(_message(refusal))
        return redirect(address, 303)
    flash("已保存，待办页和查找页上都可以打开。")
    return redirect(address, 303)


@blueprint.post("/search/saved/forget")
def forget() -> ResponseReturnValue:
    """Forget a search."""
    execute(ForgetSearch(name=request.form.get("name", "")))
    flash("已删除这条常用查找。")
    return redirect(url_for("search.index"), 303)


def _order() -> str:
    order = request.args.get("order", "opened")
    return order if order in filters.ORDERS else "opened"


def _message(refusal: InvalidInputError) -> str:
    return "".join(message for messages in refusal.fields.values() for message in messages)


def rows(asking: Callable[[ListCases], Any], conditions: Conditions, order: str) -> Iterator[tuple[csv.Cell, ...]]:
    """Yield the lines of the file; `asking` is how who takes the list out asks the engine."""
    start = 0
    while stretch := asking(ListCases(conditions=conditions, order=order, start=start, count=STRETCH)):
        yield from map(_row, stretch)
        start += STRETCH


def _row(row: CaseRow) -> tuple[csv.Cell, ...]:
    case, clock = row.case, row.clock
    return (
        case.number,
        row.party,
        case.cause,
        case.cause_title,
        filters.word_of("procedure", case.procedure),
        filters.word_of("state", case.state),
        "、".join(row.waiting),
        filters.word_of("district", case.district),
        filters.word_of("squad", case.squad or ""),
        case.lead_name,
        case.second_name,
        case.place,
        local_date(case.opened_at).isoformat(),
        iso(case.filed_on),
        iso(case.decided_on),
        filters.word_of("outcome", case.outcome or ""),
        case.fine if case.fine is not None else case.proposed_fine,
        None if clock is None else iso(clock.due),
        None if clock is None else clock.left,
    )
