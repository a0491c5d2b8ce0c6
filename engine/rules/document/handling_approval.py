"""The approval of how a case is handled (案件处理审批表, D14)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.inner import InnerPaper, Signature

_ARTICLE = "行政处罚法第五十七条"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingApproval(InnerPaper):
    """The whole chain from the officers' proposal to the decision of the head, with review, plea, hearing and panel."""

    filed_on: Annotated[Day, Stated("立案日期", "行政处罚法第五十四条第二款")]
    findings: Annotated[tuple[str, ...], Stated("查明的事实", _ARTICLE)]
    basis: str
    proposal: Annotated[str, Stated("承办意见", _ARTICLE)]
    plea: str
    hearing: str
    signatures: Annotated[tuple[Signature, ...], Stated("审核、审批意见", _ARTICLE, at_least=2)]
    resolution: Annotated[str, Stated("处理决定", _ARTICLE)]
    decided_on: Annotated[Day, Stated("决定日期", _ARTICLE)]
