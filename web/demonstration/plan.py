"""The plan of the demonstration (演示案件): which cases the city has, when each began and how far it has come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Who handles a case, by login."""

    lead: str
    second: str
    leader: str
    head: str


DONGHU = Crew(lead="zhouyan", second="wumin", leader="hanlei", head="limin")
DONGHU_TOO = Crew(lead="wumin", second="zhengkai", leader="hanlei", head="limin")
XISHAN = Crew(lead="hechuan", second="luwei", leader="jiangtao", head="yanbing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One case: its party, what was measured, how many days ago it began, and where it stops.

    `until` is the step that waits now; `path` names what is not as usual: no_filing, exempt, transfer, silent (no plea), unpaid.
    """

    party: Mapping[str, str]
    place: str
    began: int
    until: str
    measured: str = "4.8"
    fine: str | None = None
    crew: Crew = DONGHU
    path: frozenset[str] = field(default_factory=frozenset)
    source: str = "patrol"


def _company(name: str, uscc: str, person: str, address: str) -> Mapping[str, str]:
    return {"name": name, "uscc": uscc, "legal_representative": person, "address": address}


def _person(name: str, number: str, address: str) -> Mapping[str, str]:
    return {"name": name, "id_number": number, "address": address}


LAKE = "江川市东湖区东湖街道"
HILL = "江川市西山区西山街道"

PLANS: Sequence[Plan] = (
    Plan(
        party=_company("炊烟里餐饮（江川）有限公司", "91999901MA0TE5T16F", "何秀兰", f"{LAKE}湖滨路18号"),
        place=f"{LAKE}湖滨路18号",
        began=76,
        until="",
        source="hotline",
    ),
    Plan(
        party=_person("王德顺", "999901198507020035", f"{LAKE}杏花里3栋201室"),
        place=f"{LAKE}杏花夜市12号摊",
        began=72,
        until="closing",
        measured="2.6",
        fine="8000",
        path=frozenset({"silent"}),
    ),
    Plan(
        party=_company("江川望湖楼酒店有限公司", "91999901MA0TE6A182", "陆建华", f"{LAKE}望湖路1号"),
        place=f"{LAKE}望湖路1号",
        began=70,
        until="unpaid",
        measured="9.1",
        crew=DONGHU_TOO,
        path=frozenset({"silent", "unpaid"}),
    ),
    Plan(
        party=_company("江川半日闲书店有限公司", "91999901MA0TE5T59W", "沈知夏", f"{LAKE}书院巷7号"),
        place=f"{LAKE}书院巷7号咖啡后厨",
        began=55,
        until="closing",
        measured="2.2",
        path=frozenset({"exempt"}),
    ),
    Plan(
        party=_company("江川一品鲜餐饮店", "91999901MA0TE6B226", "赵永福", f"{LAKE}市场路66号"),
        place=f"{LAKE}市场路66号",
        began=52,
        until="decide",
        source="hotline",
    ),
    Plan(
        party=_company("江川喆堃餐饮管理有限公司", "91999901MA0TE6C37C", "䶮镕", f"{LAKE}滨湖南路9号"),
        place=f"{LAKE}滨湖南路9号",
        began=44,
        until="plea",
        measured="6.0",
        crew=DONGHU_TOO,
    ),
    Plan(
        party=_company("江川川渝火锅有限公司", "91999901MA0TE6D41G", "罗小川", f"{LAKE}解放路102号"),
        place=f"{LAKE}解放路102号",
        began=30,
        until="legal_review",
    ),
    Plan(
        party=_company("江川老灶烧烤有限公司", "91999901MA0TE6E56N", "马老三", f"{LAKE}站前街5号"),
        place=f"{LAKE}站前街5号",
        began=18,
        until="appraisal",
        source="digital",
    ),
    Plan(
        party=_company("江川晨记早点有限公司", "91999901MA0TE6F60T", "陈晨", f"{LAKE}菜场东路2号"),
        place=f"{LAKE}菜场东路2号",
        began=4,
        until="approve_filing",
        source="hotline",
    ),
    Plan(
        party=_company("江川湖畔轻食有限公司", "91999901MA0TE6G751", "方小雨", f"{LAKE}湖滨路30号"),
        place=f"{LAKE}湖滨路30号",
        began=1,
        until="verification",
        source="media",
    ),
    Plan(
        party=_company("江川锦茂商贸有限公司", "91999901MA0TE5T325", "郭锦茂", f"{LAKE}工业路8号"),
        place=f"{LAKE}工业路8号",
        began=40,
        until="",
        path=frozenset({"transfer"}),
        source="assigned",
    ),
    Plan(
        party=_company("江川云山人家餐饮有限公司", "91999901MA0TE6H8X2", "石大山", f"{HILL}云山路77号"),
        place=f"{HILL}云山路77号",
        began=25,
        until="investigation_report",
        crew=XISHAN,
    ),
    Plan(
        party=_person("陈国富", "999901197809110058", f"{HILL}新村5栋"),
        place=f"{HILL}新村路口",
        began=12,
        until="",
        crew=XISHAN,
        path=frozenset({"no_filing"}),
    ),
)
"""The cases of the city. Names, numbers and places are invented; the codes pass their check digits in the test region 999901."""
