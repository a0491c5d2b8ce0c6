"""The decision to perform in the party's stead (代履行决定书, D25)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Money, Stated
from engine.rules.document.part import Document, Party, Remedies
from engine.rules.document.service_receipt import Served


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance(Document):
    """Everything that 行政强制法第五十一条第一款第一项 asks for; `budget` in yuan."""

    party: Annotated[Party, Stated("当事人", "行政强制法第五十一条第一款第一项")]
    decision: Annotated[Served, Stated("据以代履行的决定", "行政强制法第五十条")]
    reason: Annotated[str, Stated("代履行的理由", "行政强制法第五十一条第一款第一项")]
    danger: Annotated[str, Stated("不履行的后果", "行政强制法第五十条")]
    method: Annotated[str, Stated("代履行的方式", "行政强制法第五十一条第一款第一项")]
    planned_on: Annotated[Day, Stated("代履行的时间", "行政强制法第五十一条第一款第一项")]
    duty: Annotated[str, Stated("代履行的标的", "行政强制法第五十一条第一款第一项")]
    budget: Annotated[Money, Stated("费用预算", "行政强制法第五十一条第一款第一项")]
    performer: Annotated[str, Stated("代履行人", "行政强制法第五十一条第一款第一项")]
    remedies: Annotated[Remedies, Stated("救济途径和期限", "行政强制法第八条第一款")]
