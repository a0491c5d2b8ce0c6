"""The record of a panel (集体讨论记录, D18): who sat, what each said and how each voted, and the result."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Facts, Minute, Money, Stated
from engine.rules.document.part import Agency, Document, Officer, Party

VOTES: Mapping[str, str] = {"agree": "同意", "disagree": "不同意", "abstain": "弃权", "": "未表决"}
RESULTS: Mapping[str, str] = {
    "agree": "过半数成员同意，通过。",
    "return": "没有通过，退回办案人员。",
    "adjourn": "表决人数未达法定人数，没有形成结论，另行召集。",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Facts):
    """A member with the vote and the opinion given under the member's own account; `vote` is empty for who did not vote."""

    name: Annotated[str, Stated("姓名")]
    title: Annotated[str, Stated("职务")]
    vote: str
    opinion: Annotated[str, Stated("意见")]
    signed_at: Annotated[Minute, Stated("签名时间")]

    def spared(self) -> frozenset[str]:
        """Spare who did not vote the opinion and the signature."""
        return frozenset() if self.vote else frozenset({"opinion", "signed_at"})

    @property
    def vote_text(self) -> str:
        """Return the vote in Chinese."""
        return VOTES[self.vote]


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelRecord(Document):
    """Everything that the record of a collective discussion must hold; it goes into the inner volume and to nobody else.

    `others` are those who acted with the party and are dealt with in cases of their own.
    `proposed` and `fine` are the fines in yuan that were proposed and that the panel fixed, None where there is none.
    """

    agency: Annotated[Agency, Stated("行政机关", "行政处罚法第五十七条第二款")]
    party: Annotated[Party, Stated("当事人", "行政处罚法第五十七条第二款")]
    officers: Annotated[tuple[Officer, ...], Stated("汇报的执法人员（不少于两人）", "行政处罚法第四十二条第一款", at_least=2)]
    cause: Annotated[str, Stated("案由", "行政处罚法第五十七条第二款")]
    findings: Annotated[tuple[str, ...], Stated("违法事实", "行政处罚法第五十七条第二款")]
    basis: Annotated[str, Stated("处罚依据", "行政处罚法第五十七条第二款")]
    convened_by: Annotated[str, Stated("召集人", "行政处罚法第五十七条第二款")]
    chair: Annotated[str, Stated("主持人", "行政处罚法第五十七条第二款")]
    held_on: Annotated[Day, Stated("讨论日期", "行政处罚法第五十七条第二款")]
    place: Annotated[str, Stated("讨论地点", "行政处罚法第五十七条第二款")]
    matter: Annotated[str, Stated("讨论事项", "行政处罚法第五十七条第二款")]
    proposed: Money | None
    course: Annotated[str, Stated("讨论情况", "行政处罚法第五十七条第二款")]
    members: Annotated[tuple[Member, ...], Stated("成员的意见（不少于三人）", "行政处罚法第五十七条第二款", at_least=3)]
    resolution: Annotated[str, Stated("讨论结果", "行政处罚法第五十七条第二款")]
    reason: str
    fine: Money | None
    others: tuple[str, ...] = ()

    def spared(self) -> frozenset[str]:
        """The record bears no number."""
        return frozenset({"number"})

    @property
    def resolution_text(self) -> str:
        """Return the result in words."""
        return RESULTS[self.resolution]

    @property
    def dissenting(self) -> tuple[Member, ...]:
        """Return the members who did not agree and said why."""
        return tuple(member for member in self.members if member.vote in {"disagree", "abstain"})
