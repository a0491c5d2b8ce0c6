"""Searching (查找): counts of what could be chosen, where the words stand, searches kept under a name, and the list as a file."""

from collections.abc import Mapping
from typing import Any

from flask import Response
from marshmallow import fields as kinds
from marshmallow import validate

from engine.commands.search import ExportCases, ForgetSearch, SaveSearch
from engine.model import SavedSearch
from engine.queries.search import Choice, Conditions, CountCases, Hit, SavedSearches, Search
from web import filters, jobs
from web.api.case import ROW
from web.api.door import Door, ask, execute
from web.api.shape import asked, made, shape
from web.csv import lines
from web.pages.search import HEAD, rows
from web.request import house

door = Door("search", "查找")

FOUND = made(
    "Search",
    total=int,
    behind=int,
    terms=Mapping[str, int],
    choices=kinds.Dict(keys=kinds.String(), values=kinds.List(kinds.Nested(shape(Choice))), required=True),
    found=kinds.List(kinds.Nested(made("Found", row=kinds.Nested(ROW, required=True), hits=kinds.List(kinds.Nested(shape(Hit)), required=True)))),
)
ORDER = kinds.String(load_default="opened", validate=validate.OneOf(filters.ORDERS, error=f"须为{'、'.join(filters.ORDERS)}。"))


@door.opens(
    "GET",
    "/search",
    "查找：前二十件、提到之处和可选条件 The first twenty cases, where they say the words, and counts of what could be chosen; all of them: /cases",
    query=asked("SearchQuery", Conditions, order=ORDER),
    answer=(200, FOUND),
)
def search(query: Mapping[str, Any]) -> Any:
    """Return what was found."""
    jobs.index_cases(house(), batches=1)
    conditions = Conditions(**{name: value for name, value in query.items() if name != "order"})
    return ask(Search(conditions=conditions, order=query["order"]))


door.enumerate("/searches", SavedSearches, "我的常用查找 One's own saved searches", item=shape(SavedSearch), place=lambda saved: (saved.name,))
door.give("PUT", "/searches/<name>", SaveSearch, "保存查找条件 Keep a search, by the address of its page", scope="search.write")
door.give("DELETE", "/searches/<name>", ForgetSearch, "删除常用查找 Forget a search", scope="search.write")


@door.opens(
    "POST",
    "/exports",
    "导出案件清单，谁导出了什么记入日志 The list of cases as CSV; who takes out which list is recorded first",
    scope="search.write",
    gives=ExportCases,
    body=asked("ExportBody", Conditions),
    media="text/csv",
)
def export(body: Mapping[str, Any]) -> Response:
    """Return the list, safe to open in a spreadsheet."""
    conditions = Conditions(**body)
    words = "；".join(f"{label}{'：' if label else ''}{word}" for label, word, _ in filters.said(conditions, {})) or "全部"
    execute(ExportCases(count=ask(CountCases(conditions=conditions)), conditions=words))
    return Response("".join(lines(HEAD, rows(ask, conditions, "opened"))), mimetype="text/csv")
