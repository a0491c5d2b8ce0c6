"""The order to stop at once (责令停止违法行为通知书, D05-2): what goes on, which article lets it be stopped, and what follows if it is not."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Minute, Stated
from engine.rules.document.part import Citation, Document, Officer, Remedies

_ARTICLE = "行政处罚法第二十八条第一款"


@dataclass(frozen=True, slots=True, kw_only=True)
class StopOrder(Document):
    """What was found when and where, and what is to be stopped at once; a clue has no case number yet."""

    case_number: str
    officers: Annotated[tuple[Officer, ...], Stated("执法人员（不少于两人）", "行政处罚法第四十二条第一款、第五十五条第一款", at_least=2)]
    cause: Annotated[str, Stated("案由", _ARTICLE)]
    held_at: Annotated[Minute, Stated("发现时间", _ARTICLE)]
    place: Annotated[str, Stated("发现地点", _ARTICLE)]
    findings: Annotated[tuple[str, ...], Stated("违法事实", _ARTICLE)]
    violated: Annotated[tuple[Citation, ...], Stated("违反的规定", _ARTICLE)]
    basis: Annotated[tuple[Citation, ...], Stated("责令停止的依据", _ARTICLE)]
    demand: Annotated[str, Stated("停止的行为", _ARTICLE)]
    remedies: Annotated[Remedies, Stated("救济途径和期限", "行政复议法第十一条、行政诉讼法第十二条")]
