"""The agency's answer to a reconsideration (行政复议答复书, D40) and to a complaint (行政诉讼答辩状, D41)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.part import Document

_BASIS = "行政复议法第四十八条、行政诉讼法第六十七条"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyReply(Document):
    """To whom, about which decision, what the agency answers, and the evidence and rules that it hands in.

    Source: 行政复议法 Art. 48, 54; 行政诉讼法 Art. 67: without evidence in time the decision counts as made without any.
    """

    recipient: Annotated[str, Stated("复议机关或者法院")]
    docket: Annotated[str, Stated("复议或者诉讼案号")]
    decision_title: Annotated[str, Stated("被申请复议或者被诉的行政行为", _BASIS)]
    decision_number: Annotated[str, Stated("决定书文号", _BASIS)]
    decision_date: Annotated[Day, Stated("决定日期", _BASIS)]
    cause: Annotated[str, Stated("案由")]
    claim: Annotated[str, Stated("申请人或者原告的请求")]
    facts: Annotated[str, Stated("事实和证据", _BASIS)]
    law: Annotated[str, Stated("法律依据", _BASIS)]
    procedure: Annotated[str, Stated("程序", _BASIS)]
    request: Annotated[str, Stated("答复或者答辩的请求", _BASIS)]
    evidence: Annotated[tuple[str, ...], Stated("证据和依据清单", _BASIS)]
    applicant: str = ""
    """Who applied or sued where it is not the party, and as what."""
