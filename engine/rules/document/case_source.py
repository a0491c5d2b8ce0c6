"""The register of where a case came from (案件来源登记表, D01)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Minute, Stated
from engine.rules.document.inner import InnerPaper

_ARTICLE = "行政处罚法第五十四条第一款"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSource(InnerPaper):
    """How a clue came in, what it says and until when it is checked; who complained is registered apart and not named (行政处罚法第五十条)."""

    number: Annotated[str, Stated("登记号", _ARTICLE)]
    cause: Annotated[str, Stated("涉嫌的案由", _ARTICLE)]
    source: Annotated[str, Stated("案件来源", _ARTICLE)]
    discovered_on: Annotated[Day, Stated("发现或者收到日期", _ARTICLE)]
    place: str
    grid: str
    description: str
    registered_by: Annotated[str, Stated("登记人", _ARTICLE)]
    registered_at: Annotated[Minute, Stated("登记时间", _ARTICLE)]
    check_due: Annotated[Day, Stated("核查期限", _ARTICLE)]

    def spared(self) -> frozenset[str]:
        """Spare the number of the case: there is none yet."""
        return frozenset({"case_number"})
