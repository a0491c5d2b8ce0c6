"""The record of a re-inspection (复查笔录, D03): whether what was ordered has been put right."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.part import Document

_ARTICLE = "行政处罚法第五十五条第二款"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReinspectionRecord(Document):
    """Which order was looked at again, when, where and before whom, what was seen, and what follows from it; it bears no number."""

    case_number: str
    cause: Annotated[str, Stated("案由", _ARTICLE)]
    order_title: Annotated[str, Stated("责令改正的文书", _ARTICLE)]
    order_number: Annotated[str, Stated("责令改正的文书文号", _ARTICLE)]
    demand: Annotated[str, Stated("责令改正的内容", _ARTICLE)]
    due: Annotated[Day, Stated("改正期限", _ARTICLE)]
    inspected_on: Annotated[Day, Stated("复查日期", _ARTICLE)]
    place: Annotated[str, Stated("复查地点", _ARTICLE)]
    present: Annotated[str, Stated("在场人", _ARTICLE)]
    finding: Annotated[str, Stated("复查情况", _ARTICLE)]
    conclusion: Annotated[str, Stated("复查结论", _ARTICLE)]

    def spared(self) -> frozenset[str]:
        """The record bears no number."""
        return frozenset({"number"})
