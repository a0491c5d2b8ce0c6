"""The penalty decision on the spot (当场行政处罚决定书, D20)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.decision import Payment
from engine.rules.document.facts import Minute, Stated
from engine.rules.document.part import Agency, Citation, Discretion, Document, Officer, Party, Remedies, Sanction


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotParty(Party):
    """The party as met in the street: an address and a representative are stated where they are known."""

    def spared(self) -> frozenset[str]:
        """Spare what the law does not ask for on the spot."""
        return frozenset({"address", "legal_representative"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotDecision(Document):
    """Everything that 行政处罚法第五十二条第二款 asks of a decision on the spot; reconsideration comes before the court (行政复议法第二十三条)."""

    agency: Annotated[Agency, Stated("行政机关名称", "行政处罚法第五十二条第二款")]
    party: Annotated[SpotParty, Stated("当事人", "行政处罚法第五十二条第二款")]
    officers: Annotated[tuple[Officer, ...], Stated("执法人员签名或者盖章（不少于两人）", "行政处罚法第四十二条第一款、第五十二条第二款", at_least=2)]
    cause: Annotated[str, Stated("案由", "行政处罚法第五十二条第二款")]
    acted_at: Annotated[Minute, Stated("违法时间", "行政处罚法第五十二条第二款")]
    place: Annotated[str, Stated("地点", "行政处罚法第五十二条第二款")]
    findings: Annotated[tuple[str, ...], Stated("违法行为", "行政处罚法第五十二条第二款")]
    violated: Annotated[tuple[Citation, ...], Stated("违反的规定", "行政处罚法第五十二条第二款")]
    basis: Annotated[tuple[Citation, ...], Stated("处罚依据", "行政处罚法第五十二条第二款")]
    discretion: Annotated[Discretion, Stated("裁量基准的适用", "行政处罚法第三十四条")]
    plea: Annotated[str, Stated("陈述、申辩情况", "行政处罚法第四十五条第一款")]
    sanction: Annotated[Sanction, Stated("处罚种类和罚款数额", "行政处罚法第五十二条第二款")]
    payment: Annotated[Payment | None, Stated("罚款的缴纳方式和期限", "行政处罚法第六十七条第三款")]
    remedies: Annotated[Remedies, Stated("行政复议、行政诉讼的途径和期限", "行政处罚法第五十二条第二款、行政复议法第二十三条")]
    copies_to: Annotated[tuple[str, ...], Stated("交付和留存", "行政处罚法第五十二条第二款")]

    def spared(self) -> frozenset[str]:
        """Spare the payment where nothing is to be paid."""
        return frozenset() if self.sanction.fine is not None else frozenset({"payment"})
