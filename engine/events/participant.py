"""What is recorded of participants (参加人)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.events.fact import Change, Fact, fact, personal

ROLES: Mapping[str, str] = {"guardian": "监护人", "agent": "委托代理人", "interested": "利害关系人", "witness": "证人", "complainant": "投诉举报人"}
"""What somebody beside the party can be."""


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
        return f"登记{ROLES[self.role]}" + ("" if self.role == "complainant" else self.name or "")
