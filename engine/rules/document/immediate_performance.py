"""The notice of a performance that could not wait (立即代履行告知书, D25-6): what was cleared away at once, and at whose cost."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Minute, Money, Stated
from engine.rules.document.part import Document, Remedies

_AT_ONCE = "行政强制法第五十二条"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImmediatePerformance(Document):
    """What the party is told at once afterwards; `cost` in yuan, `place` one of road, river, waterway and public place."""

    place: Annotated[str, Stated("道路、河道、航道或者公共场所", _AT_ONCE)]
    duty: Annotated[str, Stated("清除的遗洒物、障碍物或者污染物", _AT_ONCE)]
    reason: Annotated[str, Stated("立即清除的理由", _AT_ONCE)]
    performed_at: Annotated[Minute, Stated("代履行时间", _AT_ONCE)]
    performer: Annotated[str, Stated("代履行人", "行政强制法第五十一条第一款")]
    supervisor: Annotated[str, Stated("到场监督的人员", "行政强制法第五十一条第一款第三项")]
    account: Annotated[str, Stated("经过", "行政强制法第五十一条第一款第四项")]
    cost: Annotated[Money, Stated("实际费用", "行政强制法第五十一条第二款")]
    remedies: Annotated[Remedies, Stated("救济途径和期限", "行政强制法第八条第一款")]
