"""The register of published decisions (公示台账) as a table for spreadsheets, in the fields of 双公示.

Source: 国家发展改革委, fields of 行政处罚公示 (CF_XDR_MC …): the fine is given in 万元 with six decimals.
"""

import csv
from collections.abc import Iterable
from decimal import Decimal
from io import StringIO

from web.portal.decision import PublicDecision

FIELDS = (
    "行政相对人名称",
    "行政相对人类别",
    "统一社会信用代码",
    "法定代表人",
    "行政处罚决定书文号",
    "违法行为类型",
    "违法事实",
    "处罚依据",
    "处罚内容",
    "罚款金额（万元）",
    "处罚决定日期",
    "公示日期",
    "公示截止期",
    "处罚机关",
)


def table(decisions: Iterable[PublicDecision]) -> str:
    """Return the decisions as comma-separated values, with the mark by which spreadsheets know UTF-8."""
    sheet = StringIO()
    writer = csv.writer(sheet)
    writer.writerow(FIELDS)
    writer.writerows([_text(value) for value in _row(decision)] for decision in decisions)
    return "\ufeff" + sheet.getvalue()


def _row(decision: PublicDecision) -> tuple[str, ...]:
    return (
        decision.party,
        decision.kind_title,
        decision.code or "",
        decision.legal_representative or "",
        decision.number,
        decision.cause,
        "".join(decision.facts),
        "；".join(decision.basis),
        "；".join(decision.penalty),
        "" if decision.fine is None else f"{decision.fine / Decimal(10_000):.6f}",
        decision.decided_on.isoformat(),
        decision.published_on.isoformat(),
        "" if decision.until is None else decision.until.isoformat(),
        decision.agency,
    )


def _text(value: str) -> str:
    """Return a value that no spreadsheet takes for a formula (OWASP: CSV injection)."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
