"""The record of goods that were confiscated, destroyed or sold (罚没物品清单、处理记录, D27)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.goods import GoodsItem
from engine.rules.document.part import Document

_BASIS = "行政处罚法第七十四条"


@dataclass(frozen=True, slots=True, kw_only=True)
class DisposalRecord(Document):
    """What ended otherwise than with its owner: each thing, how and on what ground, and who proposed and approved it."""

    date: Annotated[Day, Stated("日期", _BASIS)]
    case_number: str
    cause: Annotated[str, Stated("案由", _BASIS)]
    items: Annotated[tuple[GoodsItem, ...], Stated("物品和处理结果", _BASIS)]
    reason: Annotated[str, Stated("处理理由", _BASIS)]
    proposed_by: Annotated[str, Stated("经办人", _BASIS)]
    approved_by: Annotated[str, Stated("批准人", _BASIS)]
    carried_out: str = ""

    @property
    def title(self) -> str:
        """Return the title: what nobody confiscated is no 罚没物品."""
        return "罚没物品清单和处理记录" if any("没收" in item.outcome for item in self.items) else "物品处理记录"

    def spared(self) -> frozenset[str]:
        """The record bears no number."""
        return frozenset({"number"})
