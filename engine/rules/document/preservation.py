"""The papers of preservation (先行登记保存, D08): the notice with its list, and the notice of what became of the things."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Minute, Stated
from engine.rules.document.goods import GoodsItem
from engine.rules.document.part import Agency, Citation, Document, Party

_BASIS = "行政处罚法第五十六条"


@dataclass(frozen=True, slots=True, kw_only=True)
class PreservationNotice(Document):
    """What the party must know: what is kept, why, where, by whom, until when, and that nothing of it may be destroyed or moved.

    `case_number` stays empty before the case is filed; `presence` says whether the party signed, `witness` who stood by where not.
    """

    agency: Annotated[Agency, Stated("行政机关", _BASIS)]
    date: Annotated[Day, Stated("日期", _BASIS)]
    case_number: str
    party: Annotated[Party, Stated("当事人", _BASIS)]
    cause: Annotated[str, Stated("案由", _BASIS)]
    reason: Annotated[str, Stated("先行登记保存的理由", _BASIS)]
    basis: Annotated[tuple[Citation, ...], Stated("依据", _BASIS)]
    approved_by: Annotated[str, Stated("批准的负责人", _BASIS)]
    held_at: Annotated[Minute, Stated("登记保存时间", _BASIS)]
    items: Annotated[tuple[GoodsItem, ...], Stated("物品清单", _BASIS)]
    place: Annotated[str, Stated("存放地点", _BASIS)]
    keeper: Annotated[str, Stated("保管人", _BASIS)]
    days: Annotated[int, Stated("处理期限（工作日）", _BASIS)]
    until: Annotated[Day, Stated("处理期限的末日", _BASIS)]
    duty: Annotated[str, Stated("不得销毁或者转移的义务", _BASIS)]
    presence: Annotated[str, Stated("当事人到场和签名情况", _BASIS)]
    witness: Annotated[str, Stated("见证人", _BASIS)]
    statement: str
    copies_to: Annotated[tuple[str, ...], Stated("交付和留存", _BASIS)]

    def spared(self) -> frozenset[str]:
        """Spare the witness where the party signed."""
        return frozenset({"witness"} if self.presence == "signed" else ())

    @property
    def presence_text(self) -> str:
        """Return whether the party was there and signed, in words."""
        return PRESENCES[self.presence]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreservationOutcome(Document):
    """The notice of the decision on every thing that was kept; `notice` is the number of the paper that it follows."""

    agency: Annotated[Agency, Stated("行政机关", _BASIS)]
    date: Annotated[Day, Stated("作出处理决定的日期", _BASIS)]
    case_number: str
    party: Annotated[Party, Stated("当事人", _BASIS)]
    cause: Annotated[str, Stated("案由", _BASIS)]
    notice: Annotated[str, Stated("先行登记保存证据通知书文号", _BASIS)]
    held_at: Annotated[Minute, Stated("登记保存时间", _BASIS)]
    basis: Annotated[tuple[Citation, ...], Stated("依据", _BASIS)]
    items: Annotated[tuple[GoodsItem, ...], Stated("物品和处理结果", _BASIS)]
    reason: Annotated[str, Stated("处理理由", _BASIS)]
    copies_to: Annotated[tuple[str, ...], Stated("送达和留存", _BASIS)]


PRESENCES = {"signed": "当事人到场并签名", "refused": "当事人到场，拒绝签名", "absent": "当事人不在场"}
"""Whether the party was there and signed."""
