"""The application to the court (强制执行申请书, D24): what the court needs to let a fine be enforced."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Facts, Money, Stated
from engine.rules.document.part import Citation, Document
from engine.rules.document.service_receipt import Served


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandServed(Facts):
    """The demand letter, its service, and what the party said to it."""

    number: Annotated[str, Stated("文号")]
    served_on: Annotated[Day, Stated("送达日期")]
    plea: Annotated[str, Stated("当事人的意见")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtApplication(Document):
    """Everything that 行政强制法第五十五条 asks for; sums in yuan, `lapsed_on` is the last day of reconsideration and litigation.

    `changed` says by what the decision was changed, `judged` that a court did, whose judgment is enforced (行政诉讼法第九十五条).
    """

    court: Annotated[str, Stated("人民法院", "行政强制法第五十三条、第五十四条")]
    decision: Annotated[Served, Stated("行政决定书", "行政强制法第五十五条第一款第二项")]
    served_on: Annotated[Day, Stated("决定送达日期", "行政强制法第五十三条")]
    lapsed_on: Annotated[Day, Stated("复议诉讼期限届满日", "行政强制法第五十三条")]
    findings: Annotated[tuple[str, ...], Stated("作出决定的事实", "行政强制法第五十五条第一款第二项")]
    reason: Annotated[str, Stated("作出决定的理由", "行政强制法第五十五条第一款第二项")]
    basis: Annotated[tuple[Citation, ...], Stated("作出决定的依据", "行政强制法第五十五条第一款第二项")]
    demand: Annotated[DemandServed, Stated("催告情况", "行政强制法第五十五条第一款第三项")]
    fine: Annotated[Money, Stated("申请执行的罚款", "行政强制法第五十五条第一款第四项")]
    surcharge: Annotated[Money, Stated("申请执行的加处罚款", "行政强制法第五十五条第一款第四项")]
    reckoning: Annotated[str, Stated("加处罚款的计算", "行政强制法第四十五条")]
    subject: Annotated[str, Stated("执行标的情况", "行政强制法第五十五条第一款第四项")]
    attachments: Annotated[tuple[str, ...], Stated("附送材料", "行政强制法第五十五条第一款第五项")]
    signed_by: Annotated[str, Stated("行政机关负责人签名", "行政强制法第五十五条第二款")]
    gains: Money = "0"
    changed: str = ""
    judged: bool = False
