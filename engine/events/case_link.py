"""What puts cases beside one another (案件关联)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.events.fact import Change, Fact, fact, personal

LINKS: Mapping[str, str] = {
    "joint": "同一事实的另一当事人",
    "repeat": "同一当事人的前案",
    "follow_up": "本案引出的案件",
    "related": "其他有关",
}

DAILY = "daily"

"""The link of a case that fines for every day on which the other one was not obeyed (生态环境法典 Art. 1060); nobody chooses it."""

KINDS: Mapping[str, str] = {**LINKS, DAILY: "按日连续处罚的原案件"}
"""How two cases can belong together, said from the case in which the link was recorded; LINKS are those that people choose."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CasesLinked(Fact):
    """Another case was put beside this one."""

    case: str
    link: str
    other: str
    kind: str
    person_name: str
    linked_at: datetime
    reason: str | None = personal()
    recheck: str | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the row of the link."""
        values: dict[str, Any] = {name: getattr(self, name) for name in ("kind", "reason", "person_name", "linked_at", "recheck")}
        yield Change("case_link", self.link, values | {"case_id": self.case, "other_id": self.other}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"关联案件（{KINDS[self.kind]}）" + (f"：{self.reason}" if self.reason else "")
