"""The papers on the cost of a performance (代履行费用): the decision (D25-7), the demand (D25-8) and the application to the court (D25-9).

No surcharge runs.
"""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.court_application import DemandServed
from engine.rules.document.facts import Day, Facts, Money, Stated
from engine.rules.document.part import Document, Remedies
from engine.rules.document.service_receipt import Served

_COST = "行政强制法第五十一条第二款"
_DEMAND = "行政强制法第三十五条"


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection(Facts):
    """Where the cost is paid in."""

    bank: Annotated[str, Stated("收款银行", _COST)]
    bank_address: Annotated[str, Stated("收款银行的地址", _COST)]
    account: Annotated[str, Stated("收款账户", _COST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CostNotice(Document):
    """What was done at the party's cost, what the cost consists of, until when and how it is paid; `cost` in yuan, `days` after service.

    `remedies` is None in a notice of an earlier version, which did not tell of them; the court cannot be asked to enforce that one.
    """

    decision: Annotated[Served, Stated("代履行的文书", _COST)]
    duty: Annotated[str, Stated("代履行的标的", _COST)]
    performed_on: Annotated[Day, Stated("代履行日期", _COST)]
    performer: Annotated[str, Stated("代履行人", _COST)]
    cost: Annotated[Money, Stated("代履行费用", _COST)]
    detail: Annotated[str, Stated("费用构成", _COST)]
    days: Annotated[int, Stated("缴纳期限（日）", _COST)]
    payment: Annotated[Collection, Stated("缴纳方式", _COST)]
    remedies: Annotated[Remedies | None, Stated("救济途径和期限", "行政强制法第八条第一款")] = None

    @property
    def title(self) -> str:
        """Return the title: a decision tells of the remedies against it."""
        return "代履行费用缴纳通知书" if self.remedies is None else "代履行费用缴纳决定书"


@dataclass(frozen=True, slots=True, kw_only=True)
class CostDemand(Document):
    """Everything that 行政强制法第三十五条 asks of the demand for a sum; `owing` in yuan, `days` are working days after its service.

    `changed` says by what the decision was changed.
    """

    decision: Annotated[Served, Stated("缴纳通知书", _DEMAND)]
    due: Annotated[Day, Stated("缴纳期限届满日", "行政强制法第三十五条第一项")]
    owing: Annotated[Money, Stated("尚欠的代履行费用", "行政强制法第三十五条第三项")]
    days: Annotated[int, Stated("履行期限（工作日）", "行政强制法第三十五条第一项、第五十四条")]
    payment: Annotated[Collection, Stated("履行方式", "行政强制法第三十五条第二项、第三项")]
    right: Annotated[str, Stated("陈述权和申辩权", "行政强制法第三十五条第四项")]
    changed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostApplication(Document):
    """Everything that 行政强制法第五十五条 asks for; sums in yuan, `lapsed_on` is the last day of reconsideration and litigation.

    `changed` says by what the decision was changed, which asked for `decided` then; `judged` that a court did, whose judgment is enforced
    (行政诉讼法第九十五条).
    """

    court: Annotated[str, Stated("人民法院", "行政强制法第五十三条、第五十四条")]
    decision: Annotated[Served, Stated("行政决定书", "行政强制法第五十五条第一款第二项")]
    served_on: Annotated[Day, Stated("决定送达日期", "行政强制法第五十三条")]
    lapsed_on: Annotated[Day, Stated("复议诉讼期限届满日", "行政强制法第五十三条")]
    performance: Annotated[Served, Stated("代履行的文书", "行政强制法第五十五条第一款第二项")]
    duty: Annotated[str, Stated("代履行的标的", "行政强制法第五十五条第一款第二项")]
    performed_on: Annotated[Day, Stated("代履行日期", "行政强制法第五十五条第一款第二项")]
    performer: Annotated[str, Stated("代履行人", "行政强制法第五十五条第一款第二项")]
    detail: Annotated[str, Stated("费用构成", _COST)]
    basis: Annotated[str, Stated("作出决定的依据", "行政强制法第五十五条第一款第二项")]
    demand: Annotated[DemandServed, Stated("催告情况", "行政强制法第五十五条第一款第三项")]
    charged: Annotated[Money, Stated("代履行费用", _COST)]
    paid: Annotated[Money, Stated("已缴的代履行费用", "行政强制法第五十五条第一款第四项")]
    owing: Annotated[Money, Stated("申请执行的代履行费用", "行政强制法第五十五条第一款第四项")]
    subject: Annotated[str, Stated("执行标的情况", "行政强制法第五十五条第一款第四项")]
    attachments: Annotated[tuple[str, ...], Stated("附送材料", "行政强制法第五十五条第一款第五项")]
    signed_by: Annotated[str, Stated("行政机关负责人签名", "行政强制法第五十五条第二款")]
    decided: Money = "0"
    changed: str = ""
    judged: bool = False
