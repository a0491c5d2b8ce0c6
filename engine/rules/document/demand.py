"""The demand letter (催告书, D24): the last word before the court is asked to enforce."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.decision import Payment
from engine.rules.document.facts import Day, Money, Stated
from engine.rules.document.part import Document
from engine.rules.document.service_receipt import Served


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand(Document):
    """Everything that 行政强制法第三十五条 asks for: term and way of performance, the exact sum and how to pay it, the right to be heard.

    Sums in yuan, `gains` are the confiscated ones that are not paid; `surcharge` is that up to the day of the letter and may be 0; `days` are
    working days after its service. `withheld`: the decision on the surcharge was annulled, so that none is
    demanded. `changed` says by what the decision was changed.
    """

    decision: Annotated[Served, Stated("据以催告的决定", "行政强制法第三十五条")]
    served_on: Annotated[Day, Stated("决定送达日期", "行政强制法第三十五条")]
    due: Annotated[Day, Stated("缴款期限届满日", "行政强制法第三十五条第一项")]
    fine: Annotated[Money, Stated("尚欠的罚款", "行政强制法第三十五条第三项")]
    surcharge: Annotated[Money, Stated("加处罚款", "行政强制法第三十五条第三项")]
    total: Annotated[Money, Stated("应缴合计", "行政强制法第三十五条第三项")]
    days: Annotated[int, Stated("履行期限（工作日）", "行政强制法第三十五条第一项、第五十四条")]
    payment: Annotated[Payment, Stated("履行方式", "行政强制法第三十五条第二项、第三项")]
    right: Annotated[str, Stated("陈述权和申辩权", "行政强制法第三十五条第四项")]
    withheld: bool = False
    gains: Money = "0"
    changed: str = ""
