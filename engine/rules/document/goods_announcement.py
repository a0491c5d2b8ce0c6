"""The notice that things wait for their owner (领取物品公告, D27-2)."""

from dataclasses import dataclass
from typing import Annotated

from engine.law.citation import spelled
from engine.law.local import local_rule
from engine.rules.document.announcement import AnnouncedParty
from engine.rules.document.facts import Day, Stated
from engine.rules.document.goods import GoodsItem
from engine.rules.document.part import Citation, Document

_BASIS = spelled(local_rule("unclaimed"))


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsAnnouncement(Document):
    """What lies where, until when its owner may take it, and what is done then; the party by name alone, for everybody reads it."""

    case_number: str
    party: Annotated[AnnouncedParty, Stated("当事人", _BASIS)]
    items: Annotated[tuple[GoodsItem, ...], Stated("领取的物品", _BASIS)]
    medium: Annotated[str, Stated("公告载体", _BASIS)]
    place: Annotated[str, Stated("领取地点", _BASIS)]
    days: Annotated[int, Stated("公告期限（日）", _BASIS)]
    until: Annotated[Day, Stated("期满日", _BASIS)]
    way: Annotated[str, Stated("期满的处置", _BASIS)]
    basis: Annotated[tuple[Citation, ...], Stated("依据", _BASIS)]
