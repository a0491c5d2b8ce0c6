"""The papers of seizure (查封扣押, D09, D10): the decision with its list, its extension, its end, and the notice of an appraisal.

`word` says what was done: 扣押 where things were taken along, 查封 where places and facilities were sealed.
"""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Minute, Stated
from engine.rules.document.goods import GoodsItem
from engine.rules.document.part import Agency, Citation, Document, Party, Remedies
from engine.rules.document.preservation import PRESENCES

_BASIS = "行政强制法第二十四条第二款"
_EXTENSION = "行政强制法第二十五条第二款"
_APPRAISAL = "行政强制法第二十五条第三款"
_RELEASE = "行政强制法第二十八条"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeizureDecision(Document):
    """Everything that 行政强制法第二十四条 asks of the decision: party, reason, basis, term, things with quantities, remedies, agency and date."""

    agency: Annotated[Agency, Stated("行政机关的名称、印章", _BASIS)]
    date: Annotated[Day, Stated("日期", _BASIS)]
    case_number: str
    party: Annotated[Party, Stated("当事人的姓名或者名称、地址", _BASIS)]
    cause: Annotated[str, Stated("案由", _BASIS)]
    reason: Annotated[str, Stated("扣押的理由", _BASIS)]
    basis: Annotated[tuple[Citation, ...], Stated("扣押的依据", _BASIS)]
    urgent: bool
    held_at: Annotated[Minute, Stated("扣押时间", _BASIS)]
    days: Annotated[int, Stated("扣押的期限（日）", _BASIS)]
    until: Annotated[Day, Stated("扣押期限的末日", _BASIS)]
    items: Annotated[tuple[GoodsItem, ...], Stated("扣押物品的名称、数量", _BASIS)]
    place: Annotated[str, Stated("存放地点", "行政强制法第二十六条第一款")]
    keeper: Annotated[str, Stated("保管人", "行政强制法第二十六条第一款")]
    condition: str
    presence: Annotated[str, Stated("当事人到场和签名情况", "行政强制法第十八条")]
    witness: Annotated[str, Stated("见证人", "行政强制法第十八条")]
    statement: Annotated[str, Stated("当事人的陈述和申辩", "行政强制法第十八条")]
    remedies: Annotated[Remedies, Stated("申请行政复议、提起行政诉讼的途径和期限", _BASIS)]
    copies_to: Annotated[tuple[str, ...], Stated("交付和留存", "行政强制法第二十四条第三款")]
    word: str = "扣押"

    def spared(self) -> frozenset[str]:
        """Spare the witness where the party signed."""
        return frozenset({"witness"} if self.presence == "signed" else ())

    @property
    def presence_text(self) -> str:
        """Return whether the party was there and signed, in words."""
        return PRESENCES[self.presence]

    @property
    def title(self) -> str:
        """Return the title, which names what was done: 扣押 or 查封."""
        return f"{self.word}决定书"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeizureExtension(Document):
    """The written notice that the term is longer, with the reason."""

    agency: Annotated[Agency, Stated("行政机关", _EXTENSION)]
    date: Annotated[Day, Stated("日期", _EXTENSION)]
    case_number: str
    party: Annotated[Party, Stated("当事人", _EXTENSION)]
    cause: Annotated[str, Stated("案由", _EXTENSION)]
    decision: Annotated[str, Stated("扣押决定书文号", _EXTENSION)]
    basis: Annotated[tuple[Citation, ...], Stated("依据", _EXTENSION)]
    reason: Annotated[str, Stated("延长的理由", _EXTENSION)]
    days: Annotated[int, Stated("延长的天数", _EXTENSION)]
    until: Annotated[str, Stated("延长后的末日", _EXTENSION)]
    copies_to: Annotated[tuple[str, ...], Stated("送达和留存", _EXTENSION)]
    word: str = "扣押"

    @property
    def title(self) -> str:
        """Return the title, which names what was done: 扣押 or 查封."""
        return f"延长{self.word}期限通知书"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeizureRelease(Document):
    """The decision on what becomes of the things: released and returned, or ended otherwise by law."""

    agency: Annotated[Agency, Stated("行政机关", _RELEASE)]
    date: Annotated[Day, Stated("日期", _RELEASE)]
    case_number: str
    party: Annotated[Party, Stated("当事人", _RELEASE)]
    cause: Annotated[str, Stated("案由", _RELEASE)]
    decision: Annotated[str, Stated("扣押决定书文号", _RELEASE)]
    held_at: Annotated[Minute, Stated("扣押时间", _RELEASE)]
    basis: Annotated[tuple[Citation, ...], Stated("依据", _RELEASE)]
    items: Annotated[tuple[GoodsItem, ...], Stated("物品和处理结果", _RELEASE)]
    reason: Annotated[str, Stated("理由", _RELEASE)]
    remedies: Annotated[Remedies, Stated("救济途径和期限", "行政复议法第二十条、行政诉讼法第四十六条")]
    copies_to: Annotated[tuple[str, ...], Stated("送达和留存", _RELEASE)]
    word: str = "扣押"

    @property
    def title(self) -> str:
        """Return the title, which names what was done: 扣押 or 查封."""
        return f"解除{self.word}决定书"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalNotice(Document):
    """The written notice that things are appraised, for how long, and that the agency bears the cost."""

    agency: Annotated[Agency, Stated("行政机关", _APPRAISAL)]
    date: Annotated[Day, Stated("日期", _APPRAISAL)]
    case_number: str
    party: Annotated[Party, Stated("当事人", _APPRAISAL)]
    cause: Annotated[str, Stated("案由", _APPRAISAL)]
    decision: Annotated[str, Stated("扣押决定书文号", _APPRAISAL)]
    basis: Annotated[tuple[Citation, ...], Stated("依据", _APPRAISAL)]
    institution: Annotated[str, Stated("检测、鉴定机构", _APPRAISAL)]
    subject: Annotated[str, Stated("检测、鉴定事项", _APPRAISAL)]
    started_on: Annotated[Day, Stated("检测、鉴定的开始日期", _APPRAISAL)]
    days: Annotated[int, Stated("检测、鉴定的期间（日）", _APPRAISAL)]
    cost: Annotated[str, Stated("费用承担", _APPRAISAL)]
    copies_to: Annotated[tuple[str, ...], Stated("送达和留存", _APPRAISAL)]
    word: str = "扣押"
