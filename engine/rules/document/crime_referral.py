"""The letter that hands a suspected crime to the police, with its report and list of goods (涉嫌犯罪案件移送书, D26P)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.goods import GoodsItem
from engine.rules.document.part import Document, Enclosed

_BASIS = "行政执法机关移送涉嫌犯罪案件的规定第六条"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrimeReferral(Document):
    """Everything that 行政执法机关移送涉嫌犯罪案件的规定第六条 asks for; the officers are those of the team.

    `items` are the goods that are held, `tests` the reports or why there are none, `prior` the penalties imposed before the transfer,
    `enclosed` everything that goes along, with its digest; `copied` is the procuratorate that gets a copy.
    """

    recipient: Annotated[str, Stated("接收机关", _BASIS)]
    cause: Annotated[str, Stated("案由")]
    offence: Annotated[str, Stated("涉嫌的罪名", _BASIS)]
    standard: Annotated[str, Stated("追诉标准", _BASIS)]
    findings: Annotated[tuple[str, ...], Stated("核实的情况（调查报告）", _BASIS)]
    opinion: Annotated[str, Stated("移送意见（调查报告）", _BASIS)]
    reported_on: Annotated[Day, Stated("报告日期", _BASIS)]
    approved_by: Annotated[str, Stated("批准移送的负责人", "行政执法机关移送涉嫌犯罪案件的规定第五条第二款")]
    approved_on: Annotated[Day, Stated("批准移送的日期", "行政执法机关移送涉嫌犯罪案件的规定第五条第三款")]
    items: tuple[GoodsItem, ...] = ()
    tests: Annotated[tuple[str, ...], Stated("检验报告、鉴定结论", _BASIS)]
    materials: tuple[str, ...] = ()
    prior: tuple[str, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    copied: str = ""
