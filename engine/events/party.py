"""What is recorded of the parties (当事人)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from engine.events.fact import Change, Fact, fact, personal


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRecorded(Fact):
    """A party was recorded with name, code and address; `kind` is person, organisation or individual_business."""

    case: str
    party: str
    kind: str
    name: str = personal()
    code: str = personal()
    legal_representative: str | None = personal()
    address: str | None = personal()
    phone: str | None = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the row of the party."""
        names = ("kind", "name", "code", "legal_representative", "address", "phone")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("party", self.party, values | {"case_id": self.case}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"登记当事人{self.name}"
