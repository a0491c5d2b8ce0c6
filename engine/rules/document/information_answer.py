"""The answer to a request for information (政府信息公开申请答复书, D42): what is disclosed, what is withheld on which ground, and the remedies."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.inner import KnownParty
from engine.rules.document.part import Document, Remedies

_ANSWER = "政府信息公开条例第三十六条"
_REASON = "政府信息公开条例第三十六条第三项、第三十七条"

GROUNDS: Mapping[str, str] = {
    "file": "第十六条第二款：行政执法案卷信息可以不予公开",
    "process": "第十六条第二款：讨论记录、过程稿、磋商信函、请示报告等过程性信息可以不予公开",
    "inner": "第十六条第一款：内部事务信息可以不予公开",
    "private": "第十五条：涉及商业秘密、个人隐私，公开会损害第三方合法权益",
    "secret": "第十四条：依法确定为国家秘密，或者公开会危及国家安全、公共安全、经济安全、社会稳定",
}
"""On which grounds information is withheld. Source: 政府信息公开条例 Art. 14, 15, 16."""

OUTCOMES: Mapping[str, str] = {"disclosed": "予以公开", "partly": "部分公开", "withheld": "不予公开", "absent": "政府信息不存在"}
WITHHELD = frozenset({OUTCOMES["partly"], OUTCOMES["withheld"]})
DISCLOSED = frozenset({OUTCOMES["disclosed"], OUTCOMES["partly"]})


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationAnswer(Document):
    """Who asked for what and when, what the answer is, and why; `party` is whoever asked, whose particulars nobody else needs.

    `outcome` is one of OUTCOMES in words, `content` what is disclosed, `ground` the words of one of GROUNDS, `third` what a third party that was
    asked said of it.
    Source: 政府信息公开条例 Art. 16, 36, 37, 51; 行政复议法 Art. 23(1)(4).
    """

    party: Annotated[KnownParty, Stated("申请人", "政府信息公开条例第二十九条")]
    received_on: Annotated[Day, Stated("收到申请的日期", "政府信息公开条例第三十一条")]
    asked: Annotated[str, Stated("申请公开的信息", "政府信息公开条例第二十九条")]
    outcome: Annotated[str, Stated("答复", _ANSWER)]
    content: Annotated[str, Stated("公开的内容", _ANSWER)]
    ground: Annotated[str, Stated("不予公开的依据", _REASON)]
    reason: Annotated[str, Stated("理由", _REASON)]
    remedies: Annotated[Remedies, Stated("救济途径", "政府信息公开条例第五十一条")]
    third: str = ""

    @property
    def reviewed_first(self) -> bool:
        """Tell whether only a reconsideration opens the way to the court. Source: 行政复议法 Art. 23(1)(4)."""
        return self.outcome in WITHHELD

    def spared(self) -> frozenset[str]:
        """Spare the number of a case, which a clue has not, its officers, who have no part in this, and what another answer says."""
        content = frozenset() if self.outcome in DISCLOSED else frozenset({"content"})
        ground = frozenset() if self.outcome in WITHHELD else frozenset({"ground"})
        reason = frozenset({"reason"} if self.outcome == OUTCOMES["disclosed"] else ())
        return frozenset({"case_number", "officers"}) | content | ground | reason
