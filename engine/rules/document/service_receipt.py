"""The receipt of service (送达回证, D22)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Facts, Minute, Stated
from engine.rules.document.part import Agency, Document, Party

WAYS: Mapping[str, tuple[str, str]] = {
    "direct": ("直接送达", "第八十八条"),
    "left": ("留置送达", "第八十九条"),
    "electronic": ("电子送达", "第九十条"),
    "entrusted": ("委托送达", "第九十一条"),
    "mail": ("邮寄送达", "第九十一条"),
    "forwarded": ("转交送达", "第九十二条至第九十四条"),
    "announcement": ("公告送达", "第九十五条"),
}
"""The ways of service and their articles of the 民事诉讼法; 行政处罚法第六十一条 refers to them."""

PROOF_OF_WAY: Mapping[str, frozenset[str]] = {
    "direct": frozenset({"recipient"}),
    "left": frozenset({"witness", "circumstance"}),
    "electronic": frozenset({"consent", "reference"}),
    "entrusted": frozenset({"recipient", "reference", "through"}),
    "mail": frozenset({"reference"}),
    "forwarded": frozenset({"recipient", "reference", "through"}),
    "announcement": frozenset({"announced_on", "reference", "circumstance"}),
}
"""What each way must prove, as fields of the receipt; the others are spared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served(Facts):
    """A document that is served (送达文书)."""

    name: Annotated[str, Stated("名称")]
    number: Annotated[str, Stated("文号")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceReceipt(Document):
    """Everything that 民事诉讼法第八十七条至第九十五条 ask of the proof of service.

    A `blank` receipt is carried along and filled in by hand; it names documents, party, place and servers only.
    `witness` holds the names of two witnesses or the recording that stands for them; `reference` is the number of the mail, the address of the
    electronic system or the place of the announcement; `case_number` stays empty before the case is filed; `relation` is that of the
    recipient to the party; `through` is the body that served it on request or passed it on.
    """

    agency: Annotated[Agency, Stated("送达机关", "民事诉讼法第八十七条第一款")]
    case_number: str
    party: Annotated[Party, Stated("受送达人", "民事诉讼法第八十七条第一款")]
    documents: Annotated[tuple[Served, ...], Stated("送达文书", "民事诉讼法第八十七条第一款")]
    blank: bool
    way: Annotated[str, Stated("送达方式", "民事诉讼法第八十八条至第九十五条")]
    place: Annotated[str, Stated("送达地点", "民事诉讼法第八十八条")]
    served_at: Annotated[Minute, Stated("送达时间", "民事诉讼法第八十七条第二款")]
    recipient: Annotated[str, Stated("签收人", "民事诉讼法第八十七条第一款、第八十八条")]
    relation: str
    witness: Annotated[str, Stated("见证人或者拍照、录像", "民事诉讼法第八十九条")]
    circumstance: Annotated[str, Stated("事由和经过", "民事诉讼法第八十九条、第九十五条")]
    consent: Annotated[str, Stated("同意电子送达的确认书", "行政处罚法第六十一条第二款")]
    reference: Annotated[str, Stated("回执、邮件号码或者公告载体", "民事诉讼法第九十条至第九十五条")]
    announced_on: Annotated[Day, Stated("公告日期", "民事诉讼法第九十五条")]
    remark: str
    through: Annotated[str, Stated("代为送达、转交的单位", "民事诉讼法第九十一条至第九十四条")] = ""

    def spared(self) -> frozenset[str]:
        """Spare the proofs of the other ways, and on a blank receipt all that is still to happen. The receipt itself bears no number."""
        proofs = frozenset().union(*PROOF_OF_WAY.values())
        if self.blank:
            return proofs | {"number", "way", "served_at"}
        return (proofs - PROOF_OF_WAY.get(self.way, frozenset())) | {"number"}

    @property
    def way_text(self) -> str:
        """Return the way of service in Chinese; nothing on a blank receipt."""
        return WAYS[self.way][0] if self.way else ""

    @property
    def way_article(self) -> str:
        """Return the article of the 民事诉讼法 that allows the way of service; nothing on a blank receipt."""
        return WAYS[self.way][1] if self.way else ""
