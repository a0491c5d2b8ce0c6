"""The letters against a refusal of the police (对不予立案的异议): to the police once more (D26-1), or to the procuratorate (D26-2)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.part import Document

_BASIS = "行政执法机关移送涉嫌犯罪案件的规定第九条"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingObjection(Document):
    """Which refusal of which body is objected to, and why the case is one for the police; `letter` is the number of the transfer."""

    recipient: Annotated[str, Stated("接收机关", _BASIS)]
    cause: Annotated[str, Stated("案由")]
    offence: Annotated[str, Stated("涉嫌的罪名", _BASIS)]
    letter: Annotated[str, Stated("涉嫌犯罪案件移送书文号", _BASIS)]
    refused_by: Annotated[str, Stated("不予立案的公安机关", _BASIS)]
    refusal: Annotated[str, Stated("不予立案通知书文号", _BASIS)]
    refused_on: Annotated[Day, Stated("不予立案的决定日期", _BASIS)]
    refused_why: Annotated[str, Stated("不予立案的理由", "行政执法机关移送涉嫌犯罪案件的规定第八条")]
    reason: Annotated[str, Stated("异议的理由", _BASIS)]
    reconsidered: bool = False
