"""The approval of a deferral (延期分期缴纳罚款批准书, D23): when which part of the fine is to be paid."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Facts, Money, Stated
from engine.rules.document.part import Document
from engine.rules.document.service_receipt import Served


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion(Facts):
    """A part of the fine in yuan, and the last day to pay it (期次)."""

    due: Annotated[Day, Stated("最后缴款日")]
    amount: Annotated[Money, Stated("金额")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deferral(Document):
    """What 行政处罚法第六十六条第二款 asks for: an application, the hardship, an approval, the schedule; `gains` are not deferred."""

    decision: Annotated[Served, Stated("处罚决定", "行政处罚法第六十六条第二款")]
    fine: Annotated[Money, Stated("罚款数额", "行政处罚法第六十六条第二款")]
    applied_on: Annotated[Day, Stated("申请日期", "行政处罚法第六十六条第二款")]
    hardship: Annotated[str, Stated("经济困难的情况", "行政处罚法第六十六条第二款")]
    parts: Annotated[tuple[Portion, ...], Stated("缴纳期次", "行政处罚法第六十六条第二款")]
    approved_by: Annotated[str, Stated("批准人", "行政处罚法第六十六条第二款")]
    gains: Money = "0"
