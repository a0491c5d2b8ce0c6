"""Files of 双公示 (双公示文件): the rows as CSV, XML and JSON in the standard fields, and the table in which the answers come back."""

import csv as tables
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

import orjson
from lxml import etree

from engine.model import CreditRow
from engine.rules.credit import FIELDS
from web import csv

LARGEST = 2 * 1024 * 1024
"""Bytes of a table of receipts."""

MOST = 5_000
"""Lines of a table of receipts."""

HEAD = ("决定书文号", "结果", "回执日期", "原因")
"""The columns of a table of receipts."""

RESULTS: Mapping[str, str] = {"已接收": "true", "接收": "true", "成功": "true", "退回": "false", "被退回": "false", "失败": "false"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table of receipts as the form `credit_receipt` reads it; `place` counts the head too."""

    place: int
    number: str
    data: Mapping[str, str]


def as_csv(batch: str, rows: Sequence[CreditRow]) -> str:
    """Return the rows as a table; the first line are the names of the standard fields."""
    del batch
    return "".join(csv.lines((field.name for field in FIELDS), ([_of(row, field.name) for field in FIELDS] for row in rows)))


def as_xml(batch: str, rows: Sequence[CreditRow]) -> bytes:
    """Return the rows as XML, an element for each field."""
    root = etree.Element("rows", batch=batch, count=str(len(rows)))
    for row in rows:
        item = etree.SubElement(root, "row", id=row.id, times=str(row.times))
        for field in FIELDS:
            etree.SubElement(item, field.name).text = _of(row, field.name)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def as_json(batch: str, rows: Sequence[CreditRow]) -> bytes:
    """Return the rows as JSON."""
    items = [{"id": row.id, "times": row.times, **{field.name: _of(row, field.name) for field in FIELDS}} for row in rows]
    return orjson.dumps({"batch": batch, "count": len(rows), "rows": items}, option=orjson.OPT_INDENT_2)


WRITERS: Mapping[str, tuple[str, Callable[[str, Sequence[CreditRow]], str | bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xml": ("application/xml; charset=utf-8", as_xml),
    "json": ("application/json; charset=utf-8", as_json),
}
"""The formats by the ending of the file."""


def read_receipts(content: bytes) -> tuple[list[Line], list[str]]:
    """Return the lines of a table of receipts, and in Chinese what cannot be read; the columns are HEAD, the coding UTF-8 or GB 18030."""
    if not content or len(content) > LARGEST:
        return [], [f"请选择回执文件，CSV，不超过{LARGEST // 1024 // 1024}兆字节。"]
    try:
        found = list(tables.reader(StringIO(_decoded(content)), strict=True))
    except (UnicodeDecodeError, tables.Error):
        return [], ["文件读不出来：应为UTF-8或者GB 18030编码的CSV。"]
    if not found or tuple(cell.strip() for cell in found[0][: len(HEAD)]) != HEAD:
        return [], [f"第1行应为：{'、'.join(HEAD)}。"]
    if len(found) > MOST + 1:
        return [], [f"一个文件最多{MOST}条回执，现为{len(found) - 1}条。"]
    return _lines(found)


def _lines(found: Sequence[Sequence[str]]) -> tuple[list[Line], list[str]]:
    lines, problems = list[Line](), list[str]()
    for place, cells in enumerate(found[1:], start=2):
        number, result, day, reason = ([cell.strip() for cell in cells] + [""] * len(HEAD))[: len(HEAD)]
        if not any((number, result, day, reason)):
            continue
        if result not in RESULTS:
            problems.append(f"第{place}行，{number}：结果应为“已接收”或者“退回”。")
            continue
        lines.append(Line(place, number, {"accepted": RESULTS[result], "answered_on": day, "answer": reason}))
    return lines, problems


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def _of(row: CreditRow, name: str) -> str:
    return str((row.fields or {}).get(name, ""))
