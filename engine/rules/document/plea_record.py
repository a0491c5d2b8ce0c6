"""What the party said to the notice (陈述申辩笔录、放弃陈述申辩声明, D16)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.part import Document

_ARTICLE = "行政处罚法第四十五条第一款"


@dataclass(frozen=True, slots=True, kw_only=True)
class PleaRecord(Document):
    """The words of the party, or that it waives its right; `content` is empty where it waives. A written plea is the party's own paper."""

    cause: Annotated[str, Stated("案由", _ARTICLE)]
    notice: Annotated[str, Stated("告知书文号", "行政处罚法第四十四条")]
    proposed: Annotated[str, Stated("拟作出的处罚", "行政处罚法第四十四条")]
    received_on: Annotated[Day, Stated("日期", _ARTICLE)]
    waived: bool
    content: Annotated[str, Stated("陈述、申辩的内容", _ARTICLE)]
    evidence: tuple[str, ...]

    @property
    def title(self) -> str:
        """Return the title, which says whether the party spoke or waived."""
        return "放弃陈述申辩声明" if self.waived else "陈述申辩笔录"

    def spared(self) -> frozenset[str]:
        """Spare the number, and the words of who waives."""
        return frozenset({"number", "content"} if self.waived else {"number"})
