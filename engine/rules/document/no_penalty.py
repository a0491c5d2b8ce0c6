"""The decision not to penalise (不予行政处罚决定书, D21)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.part import Agency, Citation, Document, Evidence, Party, Publication, Remedies

NOT_ESTABLISHED = "not_established"
UNDER_AGE = "under_age"
INCAPABLE = "incapable"

GROUNDS: Mapping[str, tuple[str, str]] = {
    "slight": ("违法行为轻微并及时改正，没有造成危害后果", "第三十三条第一款"),
    "first": ("初次违法且危害后果轻微并及时改正", "第三十三条第一款"),
    "no_fault": ("有证据足以证明没有主观过错", "第三十三条第二款"),
    UNDER_AGE: ("违法行为人不满十四周岁", "第三十条"),
    INCAPABLE: ("违法行为人在不能辨认或者不能控制自己行为时有违法行为", "第三十一条"),
    "time_barred": ("违法行为在法定期限内未被发现", "第三十六条第一款"),
    NOT_ESTABLISHED: ("违法事实不能成立", "第五十七条第一款第三项"),
}
"""Why there is no penalty: the reason and the article of the 行政处罚法 that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPenalty(Document):
    """Everything that a decision not to penalise must hold; `ground` is a key of GROUNDS, `reason` applies it to this case."""

    agency: Annotated[Agency, Stated("行政机关", "行政处罚法第五十七条")]
    party: Annotated[Party, Stated("当事人", "行政处罚法第五十七条")]
    cause: Annotated[str, Stated("案由", "行政处罚法第五十七条")]
    filed_on: Annotated[Day, Stated("立案日期", "行政处罚法第六十条")]
    findings: Annotated[tuple[str, ...], Stated("查明的事实", "行政处罚法第四十条")]
    evidence: Annotated[tuple[Evidence, ...], Stated("证据", "行政处罚法第四十条")]
    violated: Annotated[tuple[Citation, ...], Stated("违反的规定", "行政处罚法第四十条")]
    ground: Annotated[str, Stated("不予处罚的情形", "行政处罚法第五十七条第一款")]
    reason: Annotated[str, Stated("不予处罚的理由", "行政处罚法第五十七条第一款")]
    correction: str
    education: Annotated[str, Stated("教育内容", "行政处罚法第三十三条第三款")]
    guardian: Annotated[str, Stated("监护人管教", "行政处罚法第三十条、第三十一条")]
    remedies: Annotated[Remedies, Stated("救济途径和期限", "行政复议法第十一条、行政诉讼法第十二条")]
    publication: Publication | None
    copies_to: Annotated[tuple[str, ...], Stated("送达和留存", "行政处罚法第六十一条")]

    def spared(self) -> frozenset[str]:
        """Spare the education where nothing was done wrong, the norm likewise, and the guardian where the party answers alone."""
        spared = {"violated", "education"} if self.ground == NOT_ESTABLISHED else set()
        if self.ground not in (UNDER_AGE, INCAPABLE):
            spared.add("guardian")
        return frozenset(spared)

    @property
    def ground_text(self) -> str:
        """Return the reason as the law words it."""
        return GROUNDS[self.ground][0]

    @property
    def ground_article(self) -> str:
        """Return the article of the 行政处罚法 behind the reason."""
        return GROUNDS[self.ground][1]
