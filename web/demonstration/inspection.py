"""Inspections of the demonstration (演示检查): the plan of the year, and visits at every stage."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from engine.clock import SHANGHAI, local_date
from engine.commands.command import Command
from engine.commands.inspection import DecideInspection, EndInspection, RegisterInspection, StartInspection
from engine.commands.inspection_plan import DecideInspectionPlan, DraftInspectionPlan, PublishInspectionPlan

AGREED = {"approved": "true", "opinion": "同意。"}
FUME, SPILL = "fume", "spill"
MATTERS: Mapping[str, Mapping[str, str]] = {
    FUME: {
        "name": "餐饮油烟排放检查",
        "kind": "routine",
        "causes": "JC04",
        "scope": "大中型餐饮单位，随机抽取两成；检查油烟净化设施安装、运行和维护记录。",
        "cap": "1",
        "basis": "大气污染防治法、江川市相对集中行政处罚权目录（演示）",
    },
    SPILL: {
        "name": "建筑垃圾运输专项检查",
        "kind": "special",
        "causes": "JC13",
        "scope": "全部建筑垃圾运输企业，一年一次；检查核准文件、车辆密闭和路线。",
        "cap": "1",
        "basis": "城市建筑垃圾管理规定、江川市相对集中行政处罚权目录（演示）",
    },
}
SCHEME = {"scheme": "查看现场和台账，询问负责人，拍照记录。", "announced": "true"}
SHOWN = {"arrived_time": "10:05", "received_by": "企业负责人", "shown": "on", "notice": "on"}
LAKE_HOTEL = {"name": "江川望湖楼酒店有限公司", "uscc": "91999901MA0TE6A182", "place": "江川市东湖区东湖街道望湖路1号"}
HAULIER = {"name": "江川宏运渣土运输有限公司", "uscc": "91999901MA0TF7K79D", "place": "江川市东湖区东湖街道工业路60号"}
HOTPOT = {"name": "江川川渝火锅有限公司", "uscc": "91999901MA0TE6D41G", "place": "江川市东湖区东湖街道解放路102号"}
BUILDER = {"name": "江川城西建材有限公司", "uscc": "91999901MA0TF4K46B", "place": "江川市西山区西山街道云山路120号"}
DONGHU = ("zhouyan", "wumin", "limin")
XISHAN = ("hechuan", "luwei", "yanbing")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeAct:
    """Something somebody does in the office on an instant; `give` makes the command of what was made before; the answer is kept as `name`."""

    instant: datetime
    by: str
    name: str
    give: Callable[[Mapping[str, Any]], Command[Any]]


def office_acts(now: datetime, first: date) -> list[OfficeAct]:
    """Return the plan of the year of two months ago, and the visits up to now, in the order of time; nothing lies before the `first` day."""
    today = local_date(now)
    year = (today - timedelta(days=60)).year
    drafted = max(first + timedelta(days=1), date(year, 1, 12))
    acts = [act for matter in MATTERS for act in _plan(matter, year, drafted)]
    for days, matter, enterprise, finding, outcome in (
        (35, FUME, LAKE_HOTEL, "none", "油烟净化设施运行正常，维护记录齐全。"),
        (20, SPILL, HAULIER, "corrected", "一辆运输车密闭装置松脱，已当场加固；其余车辆符合要求。"),
    ):
        day = max(drafted + timedelta(days=7), min(today - timedelta(days=days), date(year, 12, 28)))
        acts += _visit(matter, day, DONGHU, enterprise | {"kind": "planned", "plans": matter}, finding, outcome)
    hotline = {"kind": "lead", "ground": "complaint", "lead": "12345热线工单：夜间油烟、噪声扰民，两名来电人反映一致。"}
    acts += _visit("hotpot", today - timedelta(days=3), DONGHU, HOTPOT | hotline, "", "")
    asked = {"kind": "lead", "ground": "request", "lead": "企业书面申请复查占道堆放整改情况。"}
    acts += _registered("builder", today - timedelta(days=2), today + timedelta(days=1), XISHAN, BUILDER | asked)
    data = {"kind": "lead", "ground": "data", "lead": "渣土车定位数据显示一车次未按核准路线行驶。"}
    acts += _registered("haulier", today - timedelta(days=1), today + timedelta(days=2), DONGHU, HAULIER | data)[:1]
    return sorted((act for act in acts if act.instant <= now), key=lambda act: act.instant)


def _plan(matter: str, year: int, day: date) -> Iterator[OfficeAct]:
    data = dict(MATTERS[matter]) | {"year": str(year)}
    yield _act(day, 9, "taoran", matter, lambda _: DraftInspectionPlan(data=data))
    yield _act(day + timedelta(days=3), 10, "shenliqun", "", lambda made: DecideInspectionPlan(plan=made[matter], data=AGREED))
    yield _act(day + timedelta(days=4), 11, "songjia", "", lambda made: PublishInspectionPlan(plan=made[matter]))


def _registered(name: str, day: date, planned_on: date, crew: tuple[str, str, str], told: Mapping[str, str]) -> list[OfficeAct]:
    first, second, head = crew
    how = {
        "scheme": "查看现场和台账，询问负责人，拍照记录。",
        "planned_on": planned_on.isoformat(),
        "first": first,
        "second": second,
        "announced": "true",
    }

    def register(made: Mapping[str, Any]) -> Command[Any]:
        plans = {"plans": made[told["plans"]]} if "plans" in told else {}
        return RegisterInspection(data=dict(told) | how | plans)

    return [
        _act(day, 9, first, name, register),
        _act(day, 15, head, "", lambda made: DecideInspection(inspection=made[name], data=AGREED)),
    ]


def _visit(matter: str, day: date, crew: tuple[str, str, str], told: Mapping[str, str], finding: str, outcome: str) -> list[OfficeAct]:
    """Return a visit on a day that was registered the day before; without a finding its result is still to be recorded."""
    name, at = f"visit.{matter}", day.isoformat()
    arrival = {
        "arrived_on": at,
        "arrived_time": "10:05",
        "scan_code": f"SM{at.replace('-', '')}",
        "received_by": "门店负责人",
        "shown": "on",
        "notice": "on",
    }
    result = {"finding": finding, "outcome": outcome, "told_on": at}
    acts = _registered(name, day - timedelta(days=1), day, crew, told)
    acts.append(_act(day, 11, crew[1], "", lambda made: StartInspection(inspection=made[name], data=arrival)))
    if finding:
        acts.append(_act(day, 16, crew[0], "", lambda made: EndInspection(inspection=made[name], data=result)))
    return acts


def _act(day: date, hour: int, by: str, name: str, give: Callable[[Mapping[str, Any]], Command[Any]]) -> OfficeAct:
    return OfficeAct(instant=datetime.combine(day, time(hour), SHANGHAI).astimezone(UTC), by=by, name=name, give=give)
