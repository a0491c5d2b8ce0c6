"""What happens in a panel (集体讨论): convened, voted in person, concluded. Source: 行政处罚法 Art. 57(2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from engine.events.fact import Change, Fact, fact

VOTES: Mapping[str, str] = {"agree": "同意", "disagree": "不同意", "abstain": "弃权"}

OUTCOMES: Mapping[str, str] = {"agree": "通过", "return": "退回", "adjourn": "未达法定人数，另行召集"}
"""What a panel may end with."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PanelConvened(Fact):
    """The head called a panel together; `named` are the ids of everybody who was ever named in the case, in bars."""

    case: str
    panel: str
    chair: str
    chair_name: str
    matter: str
    place: str
    meets_on: date
    convened_name: str
    convened_at: datetime
    named: str

    def changes(self) -> Iterator[Change]:
        """Yield the panel, open, and who was named on the case."""
        names = ("chair", "chair_name", "matter", "place", "meets_on", "convened_name", "convened_at")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("panel", self.panel, values | {"case_id": self.case, "state": "open"}, new=True)
        yield Change("case", self.case, {"panel": self.named})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.convened_name}召集集体讨论，{self.chair_name}主持：{self.matter}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class MemberSeated(Fact):
    """A member was given a seat in a panel."""

    case: str
    panel: str
    seat: str
    place: int
    person: str
    person_name: str
    title: str

    def changes(self) -> Iterator[Change]:
        """Yield the seat, without a vote yet."""
        values: dict[str, Any] = {name: getattr(self, name) for name in ("place", "person", "person_name", "title")}
        yield Change("seat", self.seat, values | {"case_id": self.case, "panel_id": self.panel}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"集体讨论成员：{self.person_name}（{self.title}）"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class MemberReplaced(Fact):
    """Another member took the seat of one who was recused, and votes anew; `chairs` where the seat is the chair's. Source: 行政处罚法 Art. 43."""

    case: str
    panel: str
    seat: str
    before_name: str
    person: str
    person_name: str
    title: str
    chairs: bool
    voted: bool
    named: str

    def changes(self) -> Iterator[Change]:
        """Yield the seat without a vote, the chair where it is his, and who is named on the case."""
        taken: dict[str, Any] = {name: getattr(self, name) for name in ("person", "person_name", "title")}
        yield Change("seat", self.seat, taken | {"vote": None, "opinion": None, "voted_at": None})
        if self.chairs:
            yield Change("panel", self.panel, {"chair": self.person, "chair_name": self.person_name})
        yield Change("case", self.case, {"panel": self.named})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        gone = "，原表决不计" if self.voted else ""
        return f"集体讨论{'主持人' if self.chairs else '成员'}由{self.before_name}改为{self.person_name}（{self.title}）{gone}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class VoteCast(Fact):
    """A member voted in person and said why."""

    case: str
    seat: str
    person_name: str
    vote: str
    opinion: str
    voted_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the vote on the seat."""
        yield Change("seat", self.seat, {"vote": self.vote, "opinion": self.opinion, "voted_at": self.voted_at})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}表决{VOTES[self.vote]}：{self.opinion}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PanelConcluded(Fact):
    """The chair stated the result; `fine` is what the panel fixed in yuan, None where it keeps to the proposal."""

    case: str
    panel: str
    resolution: str
    held_on: date
    fine: Decimal | None
    agreed: int
    voted: int
    members: int
    concluded_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the result on the panel."""
        values: dict[str, Any] = {name: getattr(self, name) for name in ("resolution", "held_on", "fine", "concluded_at")}
        yield Change("panel", self.panel, values | {"state": "concluded"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"集体讨论{OUTCOMES[self.resolution]}：成员{self.members}人，表决{self.voted}人，同意{self.agreed}人"
