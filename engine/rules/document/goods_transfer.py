"""The notice that things went to the police with a suspected crime (涉案物品移送告知书, D27-1)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.goods import GoodsItem
from engine.rules.document.part import Citation, Document

_BASIS = "行政强制法第二十一条"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsTransfer(Document):
    """To whom what went, when, and under which receipt; `item.outcome` names the measure under which each thing was held."""

    cause: Annotated[str, Stated("案由")]
    recipient: Annotated[str, Stated("接收机关", _BASIS)]
    handed_on: Annotated[Day, Stated("移交日期", _BASIS)]
    receipt: Annotated[str, Stated("交接清单编号", "行政执法机关移送涉嫌犯罪案件的规定第十二条")]
    basis: Annotated[tuple[Citation, ...], Stated("移送的依据", _BASIS)]
    items: Annotated[tuple[GoodsItem, ...], Stated("移送的物品", _BASIS)]
