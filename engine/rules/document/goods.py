"""The list of goods (物品清单) that papers on preservation and seizure share."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Facts, Money, Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsItem(Facts):
    """A thing as the list names it; `value` in yuan where it was estimated, `outcome` what became of it where that was decided."""

    number: int
    name: Annotated[str, Stated("名称")]
    quantity: Annotated[str, Stated("数量")]
    marks: str = ""
    value: Money | None = None
    outcome: str = ""
