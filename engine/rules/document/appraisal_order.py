"""The letter that entrusts an institution with testing or appraising (检测鉴定委托书, D10-1)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.goods import GoodsItem
from engine.rules.document.inner import KnownParty
from engine.rules.document.part import Document

_EVIDENCE = "行政处罚法第四十六条第一款第七项、第五十四条第一款"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalOrder(Document):
    """Whom we ask for an opinion, on what, from when; `items` are the things that are held and handed over, where there are such."""

    institution: Annotated[str, Stated("受委托的检测、鉴定机构", _EVIDENCE)]
    party: Annotated[KnownParty, Stated("案件当事人")]
    cause: Annotated[str, Stated("案由", _EVIDENCE)]
    subject: Annotated[str, Stated("检测、鉴定事项", _EVIDENCE)]
    started_on: Annotated[Day, Stated("开始日期", "行政处罚法第六十条")]
    case_number: str
    items: tuple[GoodsItem, ...] = ()
