"""The announcement by which a document is served (公告, D22): the last resort of service."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.part import Agency, Document, Party
from engine.rules.document.service_receipt import Served


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncedParty(Party):
    """The party as everybody may read of it: by name, without numbers and address (个人信息保护法第六条)."""

    def spared(self) -> frozenset[str]:
        """Spare what need not be told to everybody."""
        return frozenset({"code", "code_label", "address", "legal_representative"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement(Document):
    """What 民事诉讼法第九十五条 asks for: why, where and when it was announced, and after how many days the document counts as served."""

    agency: Annotated[Agency, Stated("行政机关", "民事诉讼法第九十五条")]
    party: Annotated[AnnouncedParty, Stated("受送达人", "民事诉讼法第九十五条")]
    document: Annotated[Served, Stated("送达文书", "民事诉讼法第九十五条")]
    content: Annotated[str, Stated("文书主要内容", "民事诉讼法第九十五条")]
    reason: Annotated[str, Stated("公告送达的原因", "民事诉讼法第九十五条第二款")]
    medium: Annotated[str, Stated("公告载体", "民事诉讼法第九十五条第一款")]
    announced_on: Annotated[Day, Stated("公告日期", "民事诉讼法第九十五条第一款")]
    days: Annotated[int, Stated("公告期（日）", "民事诉讼法第九十五条第一款")]

    def spared(self) -> frozenset[str]:
        """Spare the number: an announcement bears that of its document."""
        return frozenset({"number"})
