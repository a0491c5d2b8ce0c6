"""The demands of a performance in the party's stead (代履行的催告): the first before it is decided (D25-1), the last before it is done (D25-5)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Money, Stated
from engine.rules.document.part import Document
from engine.rules.document.service_receipt import Served

_WRITTEN = "行政强制法第三十五条"
_LAST = "行政强制法第五十一条第一款第二项"


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyDemand(Document):
    """Everything that 行政强制法第三十五条 asks for before somebody else may be told to do it; `days` are working days after its service."""

    decision: Annotated[Served, Stated("据以催告的决定", _WRITTEN)]
    served_on: Annotated[Day, Stated("决定送达日期", _WRITTEN)]
    duty: Annotated[str, Stated("应当履行的义务", "行政强制法第三十五条第二项")]
    way: Annotated[str, Stated("履行方式", "行政强制法第三十五条第二项")]
    days: Annotated[int, Stated("履行期限（工作日）", "行政强制法第三十五条第一项")]
    danger: Annotated[str, Stated("不履行的后果", "行政强制法第五十条")]
    right: Annotated[str, Stated("陈述权和申辩权", "行政强制法第三十五条第四项")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceDemand(Document):
    """The last word before it is done at the party's cost: `days` clear working days lie between its service and that day; `budget` in yuan."""

    decision: Annotated[Served, Stated("代履行决定书", _LAST)]
    served_on: Annotated[Day, Stated("代履行决定书送达日期", "行政强制法第五十一条第一款第一项")]
    duty: Annotated[str, Stated("应当履行的义务", _LAST)]
    days: Annotated[int, Stated("催告和代履行之间的整工作日", _LAST)]
    performer: Annotated[str, Stated("代履行人", "行政强制法第五十一条第一款第一项")]
    budget: Annotated[Money, Stated("费用预算", "行政强制法第五十一条第一款第一项")]
    right: Annotated[str, Stated("陈述权和申辩权", "行政强制法第三十五条第四项")]
