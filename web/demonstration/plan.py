"""The plan of the demonstration (演示案件): which cases the city has, when each began and how far it has come."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Who handles a case, by login."""

    lead: str
    second: str
    leader: str
    head: str
    replier: str = "zhengkai"
    reviewer: str = "shenyanqiu"
    publisher: str = "songjia"
    cashier: str = "qianhui"
    archivist: str = "mengfan"


DONGHU = Crew(lead="zhouyan", second="wumin", leader="hanlei", head="limin")
DONGHU_TOO = Crew(lead="wumin", second="zhengkai", leader="hanlei", head="limin")
XISHAN = Crew(
    lead="hechuan",
    second="luwei",
    leader="jiangtao",
    head="yanbing",
    replier="tanyue",
    reviewer="ningjing",
    publisher="baixue",
    cashier="fuqiang",
    archivist="jinming",
)
XISHAN_TOO = replace(XISHAN, lead="luwei", second="hechuan")
CREWS: Mapping[str, Crew] = {"donghu": DONGHU, "donghu_too": DONGHU_TOO, "xishan": XISHAN, "xishan_too": XISHAN_TOO}
"""The crews by the name that plans use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One case: its party, what was measured, how many days ago it began, and where it stops.

    `until` is the step that waits now; `path` names what is not as usual: summary, no_filing, exempt, transfer, police,
    silent (no plea), unpaid; and what runs beside the main road: asked (other departments), held (goods are seized),
    ordered (to correct), heard (a hearing is fixed), challenged (reconsideration).
    `measured` is the quantity that the matter's cause is weighed by: a concentration, an area, a number; `gains` what was earned unlawfully.
    """

    party: Mapping[str, str]
    place: str
    began: int
    until: str
    matter: str = "fume"
    measured: str = "4.8"
    gains: str = ""
    fine: str | None = None
    crew: Crew = DONGHU
    path: frozenset[str] = field(default_factory=frozenset)
    source: str = "patrol"


LAKE = "江川市东湖区东湖街道"
HILL = "江川市西山区西山街道"

_FILE = Path(__file__).with_name("plans.toml")


def _plans() -> Iterator[Plan]:
    for entry in tomllib.loads(_FILE.read_text(encoding="utf-8"))["plan"]:
        yield Plan(**{**entry, "crew": CREWS[entry.get("crew", "donghu")], "path": frozenset(entry.get("path", ()))})


PLANS: Sequence[Plan] = tuple(_plans())
"""The cases of the city."""
