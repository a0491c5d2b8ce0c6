"""The record of an inspection on site (现场检查（勘验）笔录, D03-1), made when a clue is verified."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.inner import KnownParty
from engine.rules.document.part import Document

_ARTICLE = "行政处罚法第五十五条第二款"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRecord(Document):
    """When and where both officers looked, who was there, what they saw and did; it is made before the case has a number, and bears none."""

    party: Annotated[KnownParty, Stated("当事人", _ARTICLE)]
    cause: Annotated[str, Stated("涉嫌的案由", _ARTICLE)]
    inspected_on: Annotated[Day, Stated("检查日期", _ARTICLE)]
    place: str
    present: str
    record: Annotated[tuple[str, ...], Stated("检查（勘验）情况", _ARTICLE)]
    measures: str

    def spared(self) -> frozenset[str]:
        """Spare the number, and that of the case."""
        return frozenset({"number", "case_number"})
