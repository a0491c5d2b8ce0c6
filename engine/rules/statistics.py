"""Annual statistics of enforcement (年度统计): which lines the table has, and when a version may be drawn, published and reported.

The lines count what was done, never who did it: no officer and no unit stands in them. Source: 国办发〔2018〕118号 (M); 行政处罚法 Art. 74(3).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.errors import InvalidInputError, LawError
from engine.rules.inspection import FINDINGS
from engine.rules.publication import KINDS as PENALTIES
from engine.rules.remedy import KINDS as REMEDIES
from engine.rules.remedy import RESULTS

BASIS = "国办发〔2018〕118号"

Count = int | Decimal
Figures = Mapping[str, Sequence[Count]]
"""The values of each line by its key: by quarter, or the year's alone where a hand filled it in; yuan as Decimal."""

RECIPIENTS: Mapping[str, str] = {"government": "本级人民政府", "superior": "上一级主管部门"}
"""To whom the statistics are reported."""

LONGEST = 200
LARGEST = 10**8


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the table. `part` says that it is counted in the line above already; `by_hand` that the system does not know it."""

    key: str
    title: str
    unit: str = "件"
    part: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines that belong together; `note` says how they are counted."""

    title: str
    lines: tuple[Line, ...]
    note: str = ""


PAPERS: Mapping[str, tuple[str, ...]] = {
    "decision.ordinary": ("D19",),
    "decision.summary": ("D20",),
    "decision.none": ("D21",),
    "measure.seizure": ("D09",),
    "measure.preservation": ("D08",),
    "execution.surcharge": ("D24-2",),
    "execution.performance": ("D25", "D25-6"),
    "execution.demolition": ("D25-2",),
    "execution.court": ("D24-3", "D25-9"),
    "police.transfer": ("D26P",),
}
"""The lines that count papers, by the day on which they were issued."""

DETENTION = "行政拘留"
"""The kind that only the police impose: it is listed where it occurs. Source: 行政处罚法 Art. 18(3)."""

PENALTY_PAPERS = ("D19", "D20")
"""The papers that impose a penalty."""

BY_HAND = ("licence.count", "inspection.other")
"""The lines that people fill in."""


def _results(kind: str) -> tuple[Line, ...]:
    sought = Line(key=f"{kind}.sought", title=f"{REMEDIES[kind]}（申请、起诉）")
    ended = Line(key=f"{kind}.ended", title=f"{REMEDIES[kind]}（有结果）")
    return sought, ended, *(Line(key=f"{kind}.{code}", title=result.word, part=True) for code, result in RESULTS.items())


GROUPS: tuple[Group, ...] = (
    Group(
        title="行政许可和行政检查",
        lines=(
            Line(key="licence.count", title="行政许可", by_hand=True),
            Line(key="inspection.count", title="涉企行政检查", unit="次"),
            *(Line(key=f"inspection.{code}", title=word, unit="次", part=True) for code, word in FINDINGS.items()),
            Line(key="inspection.other", title="其他行政检查", unit="次", by_hand=True),
        ),
        note="涉企检查按已经到场的计；本系统不办理行政许可，也不登记对企业以外的检查，这两项由承办科室提供，人工填写。",
    ),
    Group(
        title="行政处罚",
        lines=(
            Line(key="case.filed", title="立案"),
            Line(key="decision.count", title="处罚决定"),
            Line(key="decision.summary", title="简易程序", part=True),
            Line(key="decision.ordinary", title="普通程序", part=True),
            Line(key="decision.none", title="不予处罚决定"),
            Line(key="police.transfer", title="涉嫌犯罪移送公安机关"),
        ),
        note="按立案、作出决定、移送的日期。",
    ),
    Group(
        title="处罚种类",
        lines=tuple(Line(key=f"kind.{kind}", title=kind, part=kind == DETENTION) for kind in PENALTIES),
        note="一份决定有几种处罚的，每种各计一次，所以各种类之和可以大于决定的件数。",
    ),
    Group(
        title="罚没金额",
        lines=(
            Line(key="money.fine", title="决定罚款", unit="元"),
            Line(key="money.gains", title="决定没收违法所得", unit="元"),
            Line(key="money.paid", title="收缴入库（含加处罚款）", unit="元"),
            Line(key="money.refunded", title="退还", unit="元"),
            Line(key="money.net", title="收缴净额", unit="元"),
        ),
        note="决定的数额按作出时的决定书，以后的变更、撤销另列；收缴按入库日期，净额已减去当年退还的。"
        "罚没金额不作考核、考评的指标，不按人员、机构排列（行政处罚法第七十四条第三款）。",
    ),
    Group(
        title="行政强制",
        lines=(
            Line(key="measure.seizure", title="扣押（查封）"),
            Line(key="measure.preservation", title="先行登记保存"),
            Line(key="execution.surcharge", title="加处罚款决定"),
            Line(key="execution.performance", title="代履行决定（含立即代履行）"),
            Line(key="execution.demolition", title="强制执行（强制拆除）决定"),
            Line(key="execution.court", title="申请人民法院强制执行"),
        ),
    ),
    Group(
        title="撤销、变更和确认违法",
        lines=(
            Line(key="own.changed", title="本机关自行变更处罚决定"),
            Line(key="own.revoked", title="本机关自行撤销处罚决定"),
            Line(key="fallen.changed", title="经复议、诉讼变更（含调解）"),
            Line(key="fallen.annulled", title="经复议、诉讼撤销"),
            Line(key="fallen.unlawful", title="经复议、诉讼确认违法、无效"),
        ),
        note="复议、诉讼的，对处罚决定和强制措施等其他行为的都计算在内。",
    ),
    Group(title="行政复议和行政诉讼", lines=(*_results("reconsideration"), *_results("litigation"))),
    Group(
        title="投诉举报",
        lines=(Line(key="report.received", title="收到投诉举报"), Line(key="report.answered", title="告知举报人核查情况")),
        note="按登记为“投诉”的线索。",
    ),
)
"""The table of a year. Source: domain.md §5 (annual statistics items, M)."""

LINES: Mapping[str, Line] = {line.key: line for group in GROUPS for line in group.lines}

FALLEN: Mapping[str, str] = {
    "changed": "fallen.changed",
    "mediated": "fallen.changed",
    "annulled": "fallen.annulled",
    "annulled_anew": "fallen.annulled",
    "unlawful": "fallen.unlawful",
    "void": "fallen.unlawful",
}
"""Under which line a result counts by which the act did not stand."""


def total(values: Sequence[Count]) -> Count:
    """Return the year's value of a line."""
    return sum(values[1:], values[0])


def said(figures: Figures) -> Iterator[tuple[Group, tuple[tuple[Line, Sequence[Count], Count], ...]]]:
    """Yield the groups with those lines that a version has: line, values, the year's value; parts with nothing in them are left out."""
    for group in GROUPS:
        rows = tuple((line, figures[line.key], total(figures[line.key])) for line in group.lines if line.key in figures)
        kept = tuple(row for row in rows if row[2] or not row[0].part)
        if kept:
            yield group, kept


def check_over(year: int, today: date) -> None:
    """Refuse the final figures of a year that is not over (`year_not_over`)."""
    if today.year <= year:
        raise LawError("year_not_over", f"{year}年还没有结束，{year + 1}年1月1日起才能定稿；现在只能看草稿。", basis=BASIS, field="year")


def check_hand(counts: Mapping[str, int], source: str, reason: str, *, corrects: bool) -> None:
    """Refuse numbers that are none, an unnamed source, and a correction without a reason."""
    problems: dict[str, list[str]] = {
        key.partition(".")[0]: [f"{LINES[key].title}须填不小于0的整数。"] for key, value in counts.items() if not 0 <= value <= LARGEST
    }
    if not _line(source):
        problems["source"] = [f"写明人工填写的数字由谁提供、依据什么台账，一行，不超过{LONGEST}字。"]
    if corrects and not _line(reason):
        problems["reason"] = [f"已经公布过，更正须写明理由，一行，不超过{LONGEST}字。"]
    if problems:
        raise InvalidInputError(problems)


def check_report(name: str, receipt: str, day: date, published: date, today: date) -> None:
    """Refuse a report to nobody, without a receipt, on a day to come, or before the publication."""
    problems = {
        field: [f"{label}必填，一行，不超过{LONGEST}字。"]
        for field, label, text in (("name", "受文机关", name), ("receipt", "回执编号", receipt))
        if not _line(text)
    }
    if problems:
        raise InvalidInputError(problems)
    if day > today:
        raise LawError("date_in_future", "报告日期尚未到来，报告以后再登记。", basis=BASIS, field="reported_on")
    if day < published:
        raise LawError("before_cause", "报告日期早于公布日期：先公布，再报告同一版本。", basis=BASIS, field="reported_on")


def _line(text: str) -> bool:
    return bool(text.strip()) and len(text) <= LONGEST and text.strip().isprintable()
