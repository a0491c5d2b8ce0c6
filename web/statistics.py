"""Annual statistics on their way out (年度统计): as a table for a spreadsheet, and on A4."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from engine.queries.statistics import StatisticsLine, StatisticsTable
from printing import statistics as paper
from web import csv

QUARTERS = ("一季度", "二季度", "三季度", "四季度")
HEAD = ("类别", "项目", "单位", *QUARTERS, "全年")
STATES = {"final": "等负责人批准", "returned": "已退回", "approved": "已批准，等公布", "published": "正在公布", "replaced": "已由新版代替"}


def table(year: int, content: StatisticsTable) -> Iterator[str]:
    """Yield the statistics as comma-separated values: a line for each of theirs, then the causes."""
    yield from csv.lines(HEAD, _rows(year, content))


def _rows(year: int, content: StatisticsTable) -> Iterator[tuple[csv.Cell, ...]]:
    for group in content.groups:
        for line in group.lines:
            yield (group.title, f"其中：{line.title}" if line.part else line.title, line.unit, *_quarters(line), line.total)
    for cause in content.causes:
        name = f"{cause.cause} {cause.title}"
        values: tuple[tuple[str, str, csv.Cell], ...] = (
            ("立案", "件", cause.filed),
            ("处罚决定", "件", cause.decided),
            ("决定罚款", "元", cause.fine),
        )
        for title, unit, value in values:
            yield (f"{year}年分案由", f"{name}：{title}", unit, None, None, None, None, value)


def _quarters(line: StatisticsLine) -> tuple[csv.Cell, ...]:
    return line.quarters or (None,) * len(QUARTERS)


@lru_cache(maxsize=16)
def pdf(sheet: paper.Sheet, address: str) -> bytes:
    """Return the statistics on A4 with the code of their public page; the same sheet is typeset once."""
    return paper.render(sheet, address=address)


def sheet(agency: str, year: int, version: int | None, published: str | None, reason: str | None, content: StatisticsTable) -> paper.Sheet:
    """Return what stands on the paper; without a version it is a draft."""
    groups = tuple(
        paper.Group(
            title=group.title,
            note=group.note,
            rows=tuple(
                paper.Row(title=line.title, unit=line.unit, part=line.part, values=tuple(_said(value) for value in (*line.quarters, line.total)))
                for line in group.lines
            ),
        )
        for group in content.groups
    )
    causes = tuple((item.cause, item.title, str(item.filed), str(item.decided), _said(item.fine)) for item in content.causes)
    return paper.Sheet(agency=agency, year=year, version=version, published_on=published, reason=reason, groups=groups, causes=causes)


def _said(value: Decimal) -> str:
    return f"{value:,f}".removesuffix(".00")
