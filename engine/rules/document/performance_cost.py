"""The papers on the cost of a performance (代履行费用): the notice to pay it (D25-7), and the demand after its term (D25-8). No surcharge runs."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Facts, Money, Stated
from engine.rules.document.part import Document
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
    """What was done at the party's cost, what the cost consists of, until when and how it is paid; `cost` in yuan, `days` after service."""

    decision: Annotated[Served, Stated("代履行的文书", _COST)]
    duty: Annotated[str, Stated("代履行的标的", _COST)]
    performed_on: Annotated[Day, Stated("代履行日期", _COST)]
    performer: Annotated[str, Stated("代履行人", _COST)]
    cost: Annotated[Money, Stated("代履行费用", _COST)]
    detail: Annotated[str, Stated("费用构成", _COST)]
    days: Annotated[int, Stated("缴纳期限（日）", _COST)]
    payment: Annotated[Collection, Stated("缴纳方式", _COST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CostDemand(Document):
    """Everything that 行政强制法第三十五条 asks of the demand for a sum; `owing` in yuan, `days` are working days after its service."""

    decision: Annotated[Served, Stated("缴纳通知书", _DEMAND)]
    due: Annotated[Day, Stated("缴纳期限届满日", "行政强制法第三十五条第一项")]
    owing: Annotated[Money, Stated("尚欠的代履行费用", "行政强制法第三十五条第三项")]
    days: Annotated[int, Stated("履行期限（工作日）", "行政强制法第三十五条第一项、第五十四条")]
    payment: Annotated[Collection, Stated("履行方式", "行政强制法第三十五条第二项、第三项")]
    right: Annotated[str, Stated("陈述权和申辩权", "行政强制法第三十五条第四项")]
