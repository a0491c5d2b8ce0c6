"""The record of a hearing (听证笔录, D17B) and the report of its host (听证报告, D17C)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Minute, Stated
from engine.rules.document.part import Agency, Document, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingRecord(Document):
    """What was said at a hearing, read and signed by those who were there; the penalty is decided on it."""

    agency: Annotated[Agency, Stated("行政机关", "行政处罚法第六十四条第八项")]
    party: Annotated[Party, Stated("当事人", "行政处罚法第六十四条第八项")]
    cause: Annotated[str, Stated("案由", "行政处罚法第六十四条第八项")]
    meets_at: Annotated[Minute, Stated("听证的时间", "行政处罚法第六十四条第八项")]
    place: Annotated[str, Stated("听证的地点", "行政处罚法第六十四条第八项")]
    host: Annotated[str, Stated("听证主持人", "行政处罚法第六十四条第四项")]
    recorder: Annotated[str, Stated("记录员", "行政处罚法第六十四条第八项")]
    closed: str
    attendance: Annotated[str, Stated("参加人", "行政处罚法第六十四条第五项")]
    challenge: Annotated[str, Stated("申请回避的情况", "行政处罚法第六十四条第四项")]
    accusation: Annotated[str, Stated("调查人员提出的事实、证据和处罚建议", "行政处罚法第六十四条第七项")]
    defence: Annotated[str, Stated("当事人的申辩", "行政处罚法第六十四条第七项")]
    confrontation: Annotated[str, Stated("质证的情况", "行政处罚法第六十四条第七项")]
    last_words: Annotated[str, Stated("最后陈述", "行政处罚法第六十四条第七项")]
    signature: Annotated[str, Stated("签字或者盖章的情况", "行政处罚法第六十四条第八项")]

    def spared(self) -> frozenset[str]:
        """The record bears no number."""
        return frozenset({"number"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingReport(Document):
    """What the host found; it goes into the inner volume, to the review and to the decider."""

    agency: Annotated[Agency, Stated("行政机关", "行政处罚法第六十五条")]
    party: Annotated[Party, Stated("当事人", "行政处罚法第六十五条")]
    cause: Annotated[str, Stated("案由", "行政处罚法第六十五条")]
    held_on: Annotated[Day, Stated("举行听证的日期", "行政处罚法第六十五条")]
    place: Annotated[str, Stated("听证的地点", "行政处罚法第六十五条")]
    host: Annotated[str, Stated("听证主持人", "行政处罚法第六十四条第四项")]
    recorder: Annotated[str, Stated("记录员", "行政处罚法第六十四条第八项")]
    course: Annotated[str, Stated("听证的基本情况", "行政处罚法第六十五条")]
    issues: Annotated[str, Stated("争议的焦点", "行政处罚法第六十五条")]
    finding: Annotated[str, Stated("处理意见", "行政处罚法第六十五条")]
    grounds: Annotated[str, Stated("理由", "行政处罚法第六十五条")]

    def spared(self) -> frozenset[str]:
        """The report bears no number."""
        return frozenset({"number"})
