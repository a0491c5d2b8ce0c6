"""The approval to file a case, or not to (立案审批表、不予立案审批表, D02)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.inner import InnerPaper, Signature

_ARTICLE = "行政处罚法第五十四条"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingApproval(InnerPaper):
    """What was checked, what the officers propose and who agreed; a case that is filed takes its number with it, a clue that is not has none."""

    filed: bool
    source_number: Annotated[str, Stated("案件来源登记号", _ARTICLE)]
    source: Annotated[str, Stated("案件来源", _ARTICLE)]
    discovered_on: Annotated[Day, Stated("发现或者收到日期", _ARTICLE)]
    place: str
    inspected_on: str
    record: str
    facts: Annotated[str, Stated("主要事实", _ARTICLE)]
    basis_note: str
    opinion: Annotated[str, Stated("承办意见", _ARTICLE)]
    signatures: Annotated[tuple[Signature, ...], Stated("审核、批准意见", _ARTICLE)]
    resolution: Annotated[str, Stated("审批结论", _ARTICLE)]

    @property
    def title(self) -> str:
        """Return the title, which says whether a case was filed."""
        return "立案审批表" if self.filed else "不予立案审批表"

    def spared(self) -> frozenset[str]:
        """Spare the number, and that of the case where none was filed."""
        return frozenset({"number"} if self.filed else {"number", "case_number"})
