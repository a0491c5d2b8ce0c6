"""Inspections of enterprises (涉企行政检查): how often, on what, by whom and when. Source: 国办发〔2024〕54号."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engine.errors import InvalidInputError, LawError

BASIS = "关于严格规范涉企行政检查的意见（国办发〔2024〕54号）"
SOURCE = "inspection"
"""The source of a clue that an inspection gave."""

PLANNED: Mapping[str, str] = {"routine": "日常检查", "special": "专项检查"}
"""What stands in a yearly plan."""

LEAD = "lead"
KINDS: Mapping[str, str] = {**PLANNED, LEAD: "个案检查"}
GROUNDS: Mapping[str, str] = {
    "complaint": "投诉举报",
    "assigned": "转办交办",
    "data": "数据监测",
    "clue": "其他可核实的线索",
    "request": "企业申请",
}
"""Why an enterprise may be inspected whatever the cap says."""

CODES: Mapping[str, str] = {"91": "企业", "92": "个体工商户", "93": "农民专业合作社"}
"""Who may count as an enterprise, by the first two characters of the unified social credit code (GB 32100)."""

FINDINGS: Mapping[str, str] = {"none": "未发现问题", "corrected": "当场改正", "clue": "涉嫌违法，已登记线索"}
_COUNTED = frozenset({"registered", "approved", "started", "ended"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An inspection of the same enterprise in the same year that the caps count: its day, what it is about, and its matters of the plan."""

    day: date
    matter: str
    plans: frozenset[str]


def counts(state: str, planned_on: date, today: date) -> bool:
    """Tell whether an inspection uses up a part of the caps: a planned one too, or two could be planned where one may be.

    One that nobody approved before its day was over never takes place.
    """
    return state in _COUNTED and not (state == "registered" and planned_on < today)


def is_enterprise(code: str | None, prefixes: Iterable[str]) -> bool:
    """Tell whether a unified social credit code is that of an enterprise, by the first two characters (GB 32100)."""
    return bool(code) and str(code).startswith(tuple(prefixes))


def check_special(year: int, titles: Sequence[str], most: int) -> None:
    """Refuse a special campaign beyond the number of the year; `titles` are those that are approved already."""
    if len(titles) >= most:
        message = f"专项检查实行年度数量控制：{year}年至多{most}项，已批准{'、'.join(titles)}。"
        raise LawError("inspection_cap", message, basis=BASIS, field="kind")


def check_cap(name: str, year: int, earlier: Sequence[Earlier], matters: Mapping[str, tuple[str, int]], most: int) -> None:
    """Refuse a planned inspection beyond what was published: `most` of one enterprise in a year, and each matter's own cap.

    `matters` are the matters of the inspection by the id of the plan, each with title and cap.
    """
    if len(earlier) >= most:
        raise LawError(
            "inspection_cap", f"{name}{year}年{_told(earlier)}，已达公布的同一企业每年{most}次的上限。{_WAY_OUT}", basis=BASIS, field="uscc"
        )
    for plan, (title, cap) in matters.items():
        same = [each for each in earlier if plan in each.plans]
        if len(same) >= cap:
            message = f"{name}{year}年“{title}”{_told(same)}，已达公布的每年{cap}次的上限。{_WAY_OUT}"
            raise LawError("inspection_cap", message, basis=BASIS, field="plans")


def check_planned_day(day: date, today: date) -> None:
    """Refuse an inspection that is registered after its day: it is approved before anybody goes."""
    if day < today:
        raise LawError("date_in_past", f"检查日期{day}已过：检查须事先登记、经负责人批准，不能补登。", basis=BASIS, field="planned_on")
    if day.year > today.year + 1:
        raise InvalidInputError({"planned_on": ["检查日期过远，请核对年份。"]})


def check_arrival(arrived: date, planned: date) -> None:
    """Refuse an arrival before the day that was approved, or in another year, whose plan and caps it was not weighed against."""
    if arrived < planned:
        raise LawError("wrong_day", f"到场日期{arrived}早于批准的检查日期{planned}。", basis=BASIS, field="arrived_on")
    if arrived.year != planned.year:
        message = f"到场日期{arrived}与批准的检查日期{planned}不在同一年：计划和次数按年计算，请取消后重新登记。"
        raise LawError("wrong_day", message, basis=BASIS, field="arrived_on")


_WAY_OUT = "因投诉举报、转办交办、数据监测等线索或者应企业申请检查的，按个案检查登记。"


def _told(earlier: Sequence[Earlier]) -> str:
    days = "、".join(f"{each.day.month}月{each.day.day}日{each.matter}" for each in sorted(earlier, key=lambda each: each.day))
    return f"已安排或者实施检查{len(earlier)}次（{days}）"
