"""The penalty decision (行政处罚决定书, D19)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Facts, Money, Stated, money
from engine.rules.document.part import Agency, Citation, Discretion, Document, Evidence, Party, Publication, Remedies, Sanction


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeServed(Facts):
    """The notice that came before the decision (事先告知), without which there is none."""

    number: Annotated[str, Stated("告知书文号")]
    served_on: Annotated[Day, Stated("告知书送达日期")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plea(Facts):
    """What the party said to the notice (陈述、申辩) and what became of it; `state` is submitted, waived or lapsed."""

    state: Annotated[str, Stated("陈述、申辩情况")]
    on: Annotated[Day, Stated("提出日期")]
    content: Annotated[str, Stated("陈述、申辩意见")]
    finding: Annotated[str, Stated("复核意见")]

    def spared(self) -> frozenset[str]:
        """Spare what only a submitted plea has."""
        return frozenset() if self.state == "submitted" else frozenset({"on", "content", "finding"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment(Facts):
    """How, where and until when fine and gains are paid, and what a delay of the fine costs (缴款).

    `days` after receipt, `surcharge` per cent a day of the fine alone, `gains` the confiscated ones in yuan, None where there are none.
    """

    bank: Annotated[str, Stated("代收机构名称", "罚款决定与罚款收缴分离实施办法第七条")]
    bank_address: Annotated[str, Stated("代收机构地址", "罚款决定与罚款收缴分离实施办法第七条")]
    account: Annotated[str, Stated("收款账户户名", "罚款决定与罚款收缴分离实施办法第七条")]
    code: Annotated[str, Stated("缴款码", "行政处罚法第六十七条第三款")]
    days: Annotated[int, Stated("缴款期限（日）", "行政处罚法第六十七条第三款")]
    surcharge: Annotated[int, Stated("加处罚款的标准（每日百分之）", "行政强制法第四十五条第一款")]
    gains: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Document):
    """Everything that 行政处罚法第五十九条 and the rules on payment, discretion and publication ask of a penalty decision.

    `enforcement` says who enforces it where that is not the court.
    """

    agency: Annotated[Agency, Stated("行政机关", "行政处罚法第五十九条第一款第六项")]
    date: Annotated[Day, Stated("作出决定的日期", "行政处罚法第五十九条第一款第六项")]
    party: Annotated[Party, Stated("当事人", "行政处罚法第五十九条第一款第一项")]
    cause: Annotated[str, Stated("案由", "行政处罚法第五十九条第一款第二项")]
    filed_on: Annotated[Day, Stated("立案日期", "行政处罚法第六十条")]
    findings: Annotated[tuple[str, ...], Stated("违法事实", "行政处罚法第五十九条第一款第二项")]
    evidence: Annotated[tuple[Evidence, ...], Stated("证据", "行政处罚法第五十九条第一款第二项")]
    notice: Annotated[NoticeServed, Stated("事先告知", "行政处罚法第四十四条、第六十二条")]
    plea: Annotated[Plea, Stated("陈述、申辩", "行政处罚法第四十五条第一款")]
    hearing: Annotated[str, Stated("听证情况", "行政处罚法第六十五条")]
    hearing_right: bool
    violated: Annotated[tuple[Citation, ...], Stated("违反的规定", "行政处罚法第五十九条第一款第二项")]
    basis: Annotated[tuple[Citation, ...], Stated("处罚依据", "行政处罚法第五十九条第一款第三项")]
    discretion: Annotated[Discretion, Stated("裁量基准的适用", "行政处罚法第三十四条")]
    discussed_on: Day | None
    sanction: Annotated[Sanction, Stated("处罚种类", "行政处罚法第五十九条第一款第三项")]
    payment: Annotated[Payment | None, Stated("罚款的缴纳方式和期限", "行政处罚法第五十九条第一款第四项")]
    performance: Annotated[str, Stated("其他内容的履行方式和期限", "行政处罚法第五十九条第一款第四项")]
    remedies: Annotated[Remedies, Stated("救济途径和期限", "行政处罚法第五十九条第一款第五项")]
    publication: Publication | None
    copies_to: Annotated[tuple[str, ...], Stated("送达和留存", "行政处罚法第六十一条")]
    enforcement: str = ""

    def spared(self) -> frozenset[str]:
        """Spare the hearing where there is no right to one, and the payment where there is nothing to pay."""
        spared = set() if self.hearing_right else {"hearing"}
        if self.sanction.fine is None and not (self.sanction.gains and money(self.sanction.gains)):
            spared.add("payment")
        if not (self.sanction.goods or self.sanction.others):
            spared.add("performance")
        return frozenset(spared)
