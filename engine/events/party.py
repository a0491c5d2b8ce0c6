"""What is recorded of the parties (当事人)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from engine.events.fact import Change, Fact, fact, personal

COLUMNS = ("kind", "name", "code", "legal_representative", "address", "phone")
"""What a party is and how it is reached, in the order of the table."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRecorded(Fact):
    """A party was recorded with name, code and address; `kind` is person, organisation or individual_business.

    Number 1 is the party on whom the case decides. A higher one acted together with it; `part` says what it did.
    """

    case: str
    party: str
    kind: str
    number: int = 1
    name: str = personal()
    code: str = personal()
    legal_representative: str | None = personal()
    address: str | None = personal()
    phone: str | None = personal()
    part: str | None = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the row of the party."""
        values: dict[str, Any] = {name: getattr(self, name) for name in (*COLUMNS, "number", "part")}
        yield Change("party", self.party, values | {"case_id": self.case}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"登记当事人{self.name}" if self.number == 1 else f"登记共同当事人{self.name}，另案处理"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PartyAmended(Fact):
    """What is recorded of a party was put right.

    The fields are the party as it now stands, `amended` says which of them changed. `title` is what the case is called from now
    on, None where that stays.
    """

    case: str
    party: str
    kind: str
    amended: str
    reason: str = personal()
    title: str | None = personal()
    name: str = personal()
    code: str = personal()
    legal_representative: str | None = personal()
    address: str | None = personal()
    phone: str | None = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the party as it now stands, and the new name of the case."""
        yield Change("party", self.party, {name: getattr(self, name) for name in COLUMNS})
        if self.title is not None:
            yield Change("case", self.case, {"title": self.title})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"更正当事人的{self.amended}：{self.reason or '（理由已删除）'}"
