"""Open data (开放数据): the published decisions as CSV and JSON, and the dictionary that says what each field means.

The titles are those of 双公示 where it has the field. Amounts stand in 万元 with six decimals. Nothing here is more than the pages show.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import orjson

from engine.rules.credit import ten_thousands
from web import csv
from web.date import iso
from web.portal.decision import PublicDecision


@dataclass(frozen=True, slots=True)
class Column:
    """A field of the open data: its key in JSON, its title in CSV, its type, what it means, where it comes from."""

    key: str
    title: str
    kind: str
    meaning: str
    source: str
    of: Callable[[PublicDecision], str]


_DATE, _TEXT = "日期（YYYY-MM-DD）", "文字"

COLUMNS = (
    Column("id", "公示编号", "文字，不重复", "公示页地址的最后一段，长期不变", "本系统生成", lambda item: item.id),
    Column("party", "行政相对人名称", _TEXT, "单位的全称；自然人只留姓氏，如“张某某”", "决定书，遮盖后", lambda item: item.party),
    Column("party_kind", "行政相对人类别", "法人及非法人组织、自然人、个体工商户之一", "受到处罚的是谁", "决定书", lambda item: item.kind_title),
    Column("code", "统一社会信用代码", "18位文字，可空", "自然人没有", "决定书", lambda item: item.code or ""),
    Column("legal_representative", "法定代表人", "文字，可空", "只有法人和非法人组织有", "决定书", lambda item: item.legal_representative or ""),
    Column("number", "行政处罚决定书文号", _TEXT, "决定书的文号，不重复", "决定书", lambda item: item.number),
    Column("cause", "违法行为类型", _TEXT, "案由", "决定书", lambda item: item.cause),
    Column("facts", "违法事实", _TEXT, "决定书查明的事实", "决定书，遮盖后", lambda item: "".join(item.facts)),
    Column("basis", "处罚依据", _TEXT, "法律、法规的名称和条款", "决定书", lambda item: "；".join(item.basis)),
    Column("kinds", "处罚类别", "文字，多个用顿号分开", "行政处罚法第九条的种类", "决定书", lambda item: "、".join(item.kinds)),
    Column("penalty", "处罚内容", _TEXT, "决定的内容", "决定书", lambda item: "；".join(item.penalty)),
    Column("fine", "罚款金额（万元）", "小数，6位，可空", "单位是万元：12345元写作1.234500", "决定书", lambda item: ten_thousands(item.fine)),
    Column("decided_on", "处罚决定日期", _DATE, "作出决定的日期", "决定书", lambda item: item.decided_on.isoformat()),
    Column("published_on", "公示日期", _DATE, "开始公示的日期", "公示记录", lambda item: item.published_on.isoformat()),
    Column(
        "changes",
        "变更情况",
        "文字，可空",
        "决定依法变更的，何时由哪份文书怎样变更；其他栏是变更后的内容",
        "变更决定、复议决定、裁判",
        lambda item: "".join(item.changes),
    ),
    Column("first_on", "首次公示日期", f"{_DATE}，可空", "撤回以后重新公示的才有", "公示记录", lambda item: iso(item.first_on)),
    Column("until", "公示截止期", f"{_DATE}，可空", "公示的最后一天，次日起不再显示", "公示记录", lambda item: iso(item.until)),
    Column("agency", "处罚机关", _TEXT, "作出决定的机关", "决定书", lambda item: item.agency),
    Column("district", "辖区", _TEXT, "案件所在的区", "案件登记", lambda item: item.district_name),
)
"""Every field in the order of the files."""

LICENCE = "可以自由查阅、复制、再利用，须注明来源和取得日期，不得用于识别个人。"


def table(decisions: Iterable[PublicDecision]) -> Iterator[str]:
    """Yield the decisions as comma-separated values that a spreadsheet opens as what they are, and calculates nothing of."""
    return csv.lines((column.title for column in COLUMNS), ([column.of(item) for column in COLUMNS] for item in decisions))


def objects(decisions: Iterable[PublicDecision], head: Mapping[str, str]) -> Iterator[bytes]:
    """Yield the decisions as one JSON object with a head, piece by piece; empty fields are null."""
    yield orjson.dumps(head)[:-1] + b',"decisions":['
    for place, item in enumerate(decisions):
        yield (b",\n" if place else b"\n") + orjson.dumps({column.key: column.of(item) or None for column in COLUMNS})
    yield b"\n]}\n"
