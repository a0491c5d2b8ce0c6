"""The decision on the surcharge (加处罚款决定书, D24-2): from which sum, at which rate, for which days, never above the fine."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.decision import Payment
from engine.rules.document.facts import Day, Money, Stated
from engine.rules.document.part import Document, Remedies
from engine.rules.document.service_receipt import Served

_FINE = "行政处罚法第七十二条第一款第一项"
_STANDARD = "行政强制法第四十五条第一款"
_CAP = "行政强制法第四十五条第二款"


@dataclass(frozen=True, slots=True, kw_only=True)
class SurchargeDecision(Document):
    """What 行政处罚法第七十二条 and 行政强制法第四十五条 ask for; sums in yuan, `days` are those that cost something.

    `amount` is what ran up until `until`, of which `remitted` was waived and `owing` is still to pay; `capped` where it is as much as the fine.
    """

    decision: Annotated[Served, Stated("据以加处的处罚决定", _FINE)]
    served_on: Annotated[Day, Stated("处罚决定送达日期", _FINE)]
    due: Annotated[Day, Stated("缴款期限届满日", _FINE)]
    reason: Annotated[str, Stated("加处罚款的理由", _FINE)]
    fine: Annotated[Money, Stated("罚款数额", _FINE)]
    unpaid: Annotated[Money, Stated("尚未缴纳的罚款", _FINE)]
    rate: Annotated[int, Stated("加处的标准（每日百分之几）", _STANDARD)]
    first_day: Annotated[Day, Stated("开始加处的日期", _FINE)]
    until: Annotated[Day, Stated("计算截止的日期", _STANDARD)]
    days: Annotated[int, Stated("加处的天数", _STANDARD)]
    reckoning: Annotated[str, Stated("计算过程", _STANDARD)]
    pauses: Annotated[str, Stated("不计算加处罚款的期间", "行政处罚法第七十三条第三款")]
    amount: Annotated[Money, Stated("加处罚款的数额", _STANDARD)]
    remitted: Annotated[Money, Stated("已经减免的数额", "行政强制法第四十二条第一款")]
    owing: Annotated[Money, Stated("应缴的加处罚款", _STANDARD)]
    cap: Annotated[Money, Stated("加处罚款的上限", _CAP)]
    capped: bool
    approved_by: Annotated[str, Stated("批准人", _FINE)]
    payment: Annotated[Payment, Stated("缴纳的方式和期限", _FINE)]
    remedies: Annotated[Remedies, Stated("救济途径和期限", "行政复议法第二十条、行政诉讼法第四十六条")]
