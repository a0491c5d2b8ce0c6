"""The notice of a hearing (听证通知书, D17), that of who took it over (D17-1), and its announcement to the public (听证公告, D17A)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Minute, Stated
from engine.rules.document.part import Agency, Document, Party
from engine.rules.document.service_receipt import Served


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingNotice(Document):
    """What the party must know to come and to defend itself; `closed` says why the public stays out, empty for a public hearing."""

    agency: Annotated[Agency, Stated("行政机关", "行政处罚法第六十四条第二项")]
    party: Annotated[Party, Stated("当事人", "行政处罚法第六十四条第二项")]
    cause: Annotated[str, Stated("案由", "行政处罚法第六十四条第二项")]
    asked_on: Annotated[Day, Stated("要求听证的日期", "行政处罚法第六十四条第一项")]
    meets_at: Annotated[Minute, Stated("举行听证的时间", "行政处罚法第六十四条第二项")]
    place: Annotated[str, Stated("举行听证的地点", "行政处罚法第六十四条第二项")]
    host: Annotated[str, Stated("听证主持人", "行政处罚法第六十四条第四项")]
    recorder: Annotated[str, Stated("记录员", "行政处罚法第六十四条第八项")]
    closed: str
    rights: Annotated[tuple[str, ...], Stated("当事人在听证中的权利", "行政处罚法第六十四条第四项至第七项", at_least=4)]


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingChange(Document):
    """Who has taken over a hearing of which the party was told, so that it can challenge that one too; day and place stay as they were told."""

    agency: Annotated[Agency, Stated("行政机关", "行政处罚法第六十四条第四项")]
    party: Annotated[Party, Stated("当事人", "行政处罚法第六十四条第四项")]
    cause: Annotated[str, Stated("案由", "行政处罚法第六十四条第四项")]
    notice: Annotated[Served, Stated("听证通知书", "行政处罚法第六十四条第二项")]
    part: Annotated[str, Stated("更换的是谁", "行政处罚法第六十四条第四项")]
    before: Annotated[str, Stated("回避的人", "行政处罚法第四十三条")]
    person: Annotated[str, Stated("接替的人", "行政处罚法第六十四条第四项")]
    meets_at: Annotated[Minute, Stated("举行听证的时间", "行政处罚法第六十四条第二项")]
    place: Annotated[str, Stated("举行听证的地点", "行政处罚法第六十四条第二项")]


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingAnnouncement(Document):
    """What the public is told of a public hearing; a natural person is named by the family name alone."""

    agency: Annotated[Agency, Stated("行政机关", "行政处罚法第六十四条第三项")]
    cause: Annotated[str, Stated("案由", "行政处罚法第六十四条第三项")]
    named: Annotated[str, Stated("当事人", "行政处罚法第六十四条第三项")]
    meets_at: Annotated[Minute, Stated("举行听证的时间", "行政处罚法第六十四条第三项")]
    place: Annotated[str, Stated("举行听证的地点", "行政处罚法第六十四条第三项")]

    def spared(self) -> frozenset[str]:
        """The announcement bears no number."""
        return frozenset({"number"})
