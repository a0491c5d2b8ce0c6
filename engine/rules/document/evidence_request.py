"""The notice that asks a third party for records (调取证据通知书, D07-1): what is to be handed in, in which form, until when."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.inner import KnownParty
from engine.rules.document.part import Document, Officer

_ARTICLE = "行政处罚法第四十六条第一款、第五十四条第一款、第五十五条第二款"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRequest(Document):
    """Who holds the records, which ones are asked for and why, and until which day they are handed in."""

    number: Annotated[str, Stated("文号", _ARTICLE)]
    case_number: Annotated[str, Stated("案号", "行政处罚法第五十四条第二款")]
    officers: Annotated[tuple[Officer, ...], Stated("执法人员（不少于两人）", "行政处罚法第四十二条第一款、第五十五条第一款", at_least=2)]
    party: Annotated[KnownParty, Stated("案件当事人", _ARTICLE)]
    cause: Annotated[str, Stated("案由", _ARTICLE)]
    holder: Annotated[str, Stated("被调取的单位或者个人", _ARTICLE)]
    purpose: Annotated[str, Stated("证明的事实", _ARTICLE)]
    items: Annotated[tuple[str, ...], Stated("调取的证据", _ARTICLE)]
    until: Annotated[Day, Stated("提供的期限", _ARTICLE)]
