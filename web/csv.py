"""Lists as CSV (导出清单): a file that opens in a spreadsheet as what it is. Source: RFC 4180; OWASP, CSV Injection."""

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import StringIO

BOM = "\ufeff"
"""Spreadsheets take a file for UTF-8 by it."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A cell that begins so would be calculated by a spreadsheet instead of shown."""

Cell = str | Decimal | int | None


def lines(head: Iterable[str], rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    """Yield the file piece by piece: the head, then row by row."""
    yield BOM + _line(head)
    for row in rows:
        yield _line(row)


def cell(value: Cell) -> str:
    """Return a cell as it is written; texts that a spreadsheet would calculate are kept from it, numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, Decimal | int):
        return format(Decimal(value), "f")
    return f"'{value}" if value.startswith(DANGEROUS) else value


def _line(values: Iterable[Cell]) -> str:
    held = StringIO()
    csv.writer(held, lineterminator="\r\n").writerow([cell(value) for value in values])
    return held.getvalue()
