"""The order to correct (责令改正通知书, D05): what is to be put right, until when, and what follows if it is not."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.part import Citation, Document, Remedies

_ARTICLE = "行政处罚法第二十八条第一款"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionOrder(Document):
    """What the party did, what it must do until which day, and the consequence; the day of the paper itself means 立即."""

    case_number: str
    cause: Annotated[str, Stated("案由", _ARTICLE)]
    findings: Annotated[tuple[str, ...], Stated("违法事实", _ARTICLE)]
    violated: Annotated[tuple[Citation, ...], Stated("违反的规定", _ARTICLE)]
    demand: Annotated[str, Stated("改正的内容", _ARTICLE)]
    until: Annotated[Day, Stated("改正期限", _ARTICLE)]
    consequence: Annotated[str, Stated("逾期不改正的后果", _ARTICLE)]
    remedies: Annotated[Remedies, Stated("救济途径和期限", "行政复议法第十一条、行政诉讼法第十二条")]

    @property
    def at_once(self) -> bool:
        """Tell whether the breach is to be put right at once."""
        return self.until <= self.date

    @property
    def title(self) -> str:
        """Return the title, which says whether there is a term."""
        return "责令改正通知书" if self.at_once else "责令限期改正通知书"
