"""The letter that hands a case to the competent body (案件移送函, D26)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Stated
from engine.rules.document.goods import GoodsItem
from engine.rules.document.part import Document, Enclosed


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferLetter(Document):
    """To whom the case goes, why, on what basis, and what goes with it; `items` are the things that are held and go along."""

    recipient: Annotated[str, Stated("接收机关", "行政处罚法第二十二条、第二十五条")]
    cause: Annotated[str, Stated("案由")]
    reason: Annotated[str, Stated("移送的理由", "行政处罚法第二十二条、第二十五条")]
    basis: Annotated[str, Stated("移送的依据", "行政处罚法第二十五条")]
    materials: Annotated[tuple[str, ...], Stated("移送的材料")]
    enclosed: tuple[Enclosed, ...] = ()
    items: tuple[GoodsItem, ...] = ()
