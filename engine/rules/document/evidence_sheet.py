"""The sheet for pasted evidence (证据材料粘贴页, D06-1): pictures of things, places and originals, each with where it comes from."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Facts, Minute, Stated
from engine.rules.document.presence import SpotPaper

_ARTICLE = "行政处罚法第四十六条"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted(Facts):
    """A picture that is evidence: what it shows and proves, its source, time, place and taker, fixed by its SHA-256."""

    number: Annotated[str, Stated("证据编号")]
    name: Annotated[str, Stated("名称")]
    kind: Annotated[str, Stated("种类")]
    source: Annotated[str, Stated("来源")]
    taken_at: Annotated[Minute, Stated("取得时间")]
    place: Annotated[str, Stated("取得地点")]
    taken_by: Annotated[str, Stated("取得人")]
    purpose: Annotated[str, Stated("证明内容")]
    file_name: Annotated[str, Stated("文件名")]
    sha256: Annotated[str, Stated("SHA-256")]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSheet(SpotPaper):
    """The pictures, and what the party says to them; they are printed from the file store by their digests."""

    items: Annotated[tuple[Pasted, ...], Stated("粘贴的证据", _ARTICLE)]
    confirmation: Annotated[str, Stated("当事人的核对意见", _ARTICLE)]

    @property
    def pictures(self) -> tuple[str, ...]:
        """Return the digests of the pictures, in order."""
        return tuple(item.sha256 for item in self.items)
