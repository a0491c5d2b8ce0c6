"""The record of an inquiry (询问笔录, D04): questions and answers, read and signed by who was asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Facts, Minute, Stated
from engine.rules.document.inner import KnownParty
from engine.rules.document.part import Document

_ARTICLE = "行政处罚法第五十五条"

ROLES: Mapping[str, str] = {
    "party": "当事人本人",
    "representative": "法定代表人或者负责人",
    "agent": "委托代理人",
    "guardian": "监护人",
    "staff": "当事人的工作人员",
    "witness": "证人",
}
"""As what somebody is asked, by its key."""

TOLD = (
    "执法人员出示执法证件，表明身份。",
    "被询问人应当如实回答询问，协助调查，不得拒绝或者阻挠。",
    "认为执法人员与案件有直接利害关系或者其他关系可能影响公正的，有权申请回避。",
    "被询问人有权核对笔录；记录有遗漏或者差错的，可以补充或者改正，并在改正处签名或者捺指印。",
)
"""What is told before the first question. Source: 行政处罚法 Art. 43, 55."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Facts):
    """Who was asked, and as what; number, phone and address as far as they were given."""

    name: Annotated[str, Stated("姓名")]
    role: Annotated[str, Stated("身份")]
    id_number: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Facts):
    """A question with its answer."""

    question: Annotated[str, Stated("询问")]
    answer: Annotated[str, Stated("回答")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry(Document):
    """Who asked whom, when and where, what was told first, every question with its answer, and that it was signed or why not."""

    party: Annotated[KnownParty, Stated("当事人", _ARTICLE)]
    cause: Annotated[str, Stated("案由", _ARTICLE)]
    began_at: Annotated[Minute, Stated("开始时间", "行政处罚法第五十五条第二款")]
    ended_at: Annotated[Minute, Stated("结束时间", "行政处罚法第五十五条第二款")]
    place: Annotated[str, Stated("地点", "行政处罚法第五十五条第二款")]
    asked: Annotated[Asked, Stated("被询问人", "行政处罚法第五十五条第二款")]
    attendant: str
    recorder: Annotated[str, Stated("记录人", "行政处罚法第五十五条第二款")]
    told: Annotated[tuple[str, ...], Stated("出示证件和告知权利义务", "行政处罚法第四十三条、第五十五条第一款")]
    challenge: Annotated[str, Stated("是否申请回避", "行政处罚法第四十三条")]
    answers: Annotated[tuple[Answer, ...], Stated("询问和回答", "行政处罚法第五十五条第二款")]
    signature: Annotated[str, Stated("核对和签名的情况", "行政处罚法第五十五条第二款")]

    def spared(self) -> frozenset[str]:
        """Spare the number, and that of a case not filed yet."""
        return frozenset({"number", "case_number"})
