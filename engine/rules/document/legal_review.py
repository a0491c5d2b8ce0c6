"""The opinion of the legal review (法制审核意见书, D13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Facts, Minute, Stated
from engine.rules.document.inner import InnerPaper

_ARTICLE = "行政处罚法第五十八条第一款"

ITEMS: Mapping[str, str] = {
    "subject": "主体资格",
    "personnel": "人员资格",
    "facts": "事实与证据",
    "procedure": "程序",
    "basis": "适用依据与裁量",
    "competence": "职权范围",
    "papers": "文书",
    "crime": "涉嫌犯罪移送",
}
"""The eight items of a review. Source: 国办发〔2018〕118号."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem(Facts):
    """One of the eight items of a review with what was found; `remark` where there is a problem."""

    name: Annotated[str, Stated("审核事项")]
    result: Annotated[str, Stated("审核结果")]
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalReview(InnerPaper):
    """What was put before the reviewer, the eight items, the opinion, and what entitles the reviewer; it goes back to the officers with the case."""

    number: Annotated[str, Stated("文号", _ARTICLE)]
    findings: Annotated[tuple[str, ...], Stated("送审的事实", _ARTICLE)]
    proposal: Annotated[str, Stated("送审的处理建议", _ARTICLE)]
    items: Annotated[tuple[ReviewItem, ...], Stated("审核事项（八项）", _ARTICLE, at_least=8)]
    opinion: Annotated[str, Stated("审核意见", _ARTICLE)]
    text: Annotated[str, Stated("意见说明", _ARTICLE)]
    return_to: str
    reviewer: Annotated[str, Stated("审核人员", _ARTICLE)]
    licence: Annotated[str, Stated("审核人员资格", "行政处罚法第五十八条第二款")]
    reviewed_at: Annotated[Minute, Stated("审核时间", _ARTICLE)]

    def spared(self) -> frozenset[str]:
        """Spare nothing: the opinion bears a number."""
        return frozenset()
