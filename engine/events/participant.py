"""What is recorded of participants (参加人)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.events.amendment import Amending
from engine.events.fact import Change, Fact, fact, personal
from engine.events.party import STRUCK

ROLES: Mapping[str, str] = {
    "guardian": "监护人",
    "agent": "委托代理人",
    "interested": "利害关系人",
    "successor": "继承人、近亲属",
    "witness": "证人",
    "complainant": "投诉举报人",
}
"""What somebody beside the party can be."""

COLUMNS = ("name", "relation", "authority", "id_number", "phone", "address")
"""Who somebody is and how to be reached, in the order of the table."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRecorded(Fact):
    """Somebody beside the party takes part in the case; `authority` is general or special, of an agent only. Source: 民法典 Art. 27, 165."""

    case: str
    participant: str
    role: str
    relation: str | None
    authority: str | None
    recorded_name: str
    recorded_at: datetime
    name: str = personal()
    id_number: str | None = personal()
    phone: str | None = personal()
    address: str | None = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the row of the participant."""
        names = ("role", "name", "relation", "authority", "id_number", "phone", "address", "recorded_name", "recorded_at")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("participant", self.participant, values | {"case_id": self.case}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit; who reported something is not named in it."""
        return f"登记{ROLES[self.role]}" + _told(self.role, self.name or "")


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantAmended(Amending, Fact):
    """What is recorded of somebody beside the party was put right; the fields are the person as it now stands, `amended` names what changed."""

    participant: str
    role: str
    amended: str
    relation: str | None
    authority: str | None
    name: str = personal()
    id_number: str | None = personal()
    phone: str | None = personal()
    address: str | None = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the participant as it now stands, and how it stood before."""
        yield Change("participant", self.participant, {name: getattr(self, name) for name in COLUMNS})
        yield from self.kept("participant", self.participant, "amended", amended=self.amended)

    def sentence(self) -> str:
        """Return the sentence for the audit; who reported something is not named in it, nor why."""
        return f"更正{ROLES[self.role]}的{self.amended}" + _told(self.role, f"：{self.reason or '（理由已删除）'}")


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantStruck(Amending, Fact):
    """Somebody takes part no more, or never did: the record stays readable."""

    participant: str
    role: str
    ground: str
    struck_on: date
    name: str = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the participant as struck off."""
        yield Change("participant", self.participant, {"struck_on": self.struck_on, "struck_ground": self.ground})
        yield from self.kept("participant", self.participant, "struck", amended=STRUCK[self.ground], changed_on=self.struck_on)

    def sentence(self) -> str:
        """Return the sentence for the audit; who reported something is not named in it, nor why."""
        said = _told(self.role, f"：{self.reason or '（理由已删除）'}")
        return f"{ROLES[self.role]}{_told(self.role, self.name or '')}除名（{STRUCK[self.ground]}）{said}"


def _told(role: str, words: str) -> str:
    return "" if role == "complainant" else words
