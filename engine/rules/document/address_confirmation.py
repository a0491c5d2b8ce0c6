"""The confirmation of address (送达地址确认书, D22-1): where papers reach the party, and whether electronic service is agreed to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Stated
from engine.rules.document.inner import KnownParty
from engine.rules.document.part import Document

_ARTICLE = "行政处罚法第六十一条第二款、民事诉讼法第九十条"

CHANNELS: Mapping[str, str] = {"fax": "传真", "email": "电子邮件", "sms": "手机短信", "platform": "政务服务平台"}
"""The ways of electronic service that can be agreed to, by their key."""

RELATIONS: Mapping[str, str] = {"party": "本人", "representative": "法定代表人或者负责人", "guardian": "法定代理人（监护人）", "agent": "委托代理人"}
"""How who confirms stands to the party, by its key."""

NOTES = (
    "确认的地址适用于本案的全部执法文书；地址变更的，应当及时书面告知本机关。",
    "提供的地址不准确、拒不提供地址或者变更后不告知，致使文书不能送达的，由受送达人承担相应后果。",
    "同意电子送达的，文书到达确认的电子地址的日期为送达日期；要求纸质文书的，本机关提供。",
)
"""What the party is told before it signs. Source: 民事诉讼法 Art. 90 and practice of the courts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressConfirmation(Document):
    """Who confirmed which address on which day; without `channel` electronic service is not agreed to."""

    number: Annotated[str, Stated("编号", _ARTICLE)]
    party: Annotated[KnownParty, Stated("受送达人", _ARTICLE)]
    cause: Annotated[str, Stated("案由", _ARTICLE)]
    confirmed_on: Annotated[Day, Stated("确认日期", _ARTICLE)]
    confirmed_by: Annotated[str, Stated("确认人", _ARTICLE)]
    relation: Annotated[str, Stated("确认人与受送达人的关系", _ARTICLE)]
    recipient: Annotated[str, Stated("收件人", _ARTICLE)]
    address: Annotated[str, Stated("送达地址", _ARTICLE)]
    phone: Annotated[str, Stated("联系电话", _ARTICLE)]
    channel: str
    electronic: Annotated[str, Stated("电子送达地址", _ARTICLE)]
    notes: Annotated[tuple[str, ...], Stated("告知事项", _ARTICLE)]

    def spared(self) -> frozenset[str]:
        """Spare the number of a case not filed yet, and the electronic address where only paper is agreed to."""
        return frozenset({"case_number"} | (set() if self.channel else {"electronic"}))

    @property
    def channel_text(self) -> str:
        """Return the way of electronic service in words."""
        return CHANNELS[self.channel] if self.channel else ""
