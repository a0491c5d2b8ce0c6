"""The voucher for samples (抽样取证凭证, D07)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Facts, Stated
from engine.rules.document.presence import SpotPaper

_ARTICLE = "行政处罚法第五十六条"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample(Facts):
    """A sample: how much of what was taken, out of how much, and how it was sealed."""

    name: Annotated[str, Stated("名称")]
    quantity: Annotated[str, Stated("抽样数量")]
    base: Annotated[str, Stated("抽样基数")]
    marks: str
    sealing: Annotated[str, Stated("封样情况")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplingVoucher(SpotPaper):
    """What was taken as samples, for what and how; one copy is for the party."""

    number: Annotated[str, Stated("文号", _ARTICLE)]
    purpose: Annotated[str, Stated("抽样目的", _ARTICLE)]
    method: Annotated[str, Stated("抽样方法", _ARTICLE)]
    items: Annotated[tuple[Sample, ...], Stated("样品", _ARTICLE)]

    def spared(self) -> frozenset[str]:
        """Spare what every paper made on the spot is spared, but not the number."""
        return SpotPaper.spared(self) - {"number"}
