"""What happens on the way to the police and back (移送公安机关): decided, followed up, returned. Source: 移送涉嫌犯罪案件规定 Art. 5-12."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.events.fact import Change, Fact, fact, personal


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceTransferDecided(Fact):
    """The head decided to transfer; where no penalty was imposed yet, the main procedure waits (`held`). `fine` is a prior one, in yuan."""

    case: str
    transfer: str
    offence: str
    recipient: str
    person_name: str
    capacity: str
    decided_on: date
    held: bool
    fine: Decimal | None

    def changes(self) -> Iterator[Change]:
        """Yield since when the case lies with the police."""
        if self.held:
            yield Change("case", self.case, {"transferred_on": self.decided_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        prior = "" if self.fine is None else f"，移送以前已罚款{self.fine}元"
        return f"{self.person_name}（{self.capacity}）决定移送{self.recipient}，涉嫌{self.offence}{prior}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceTransferReturned(Fact):
    """The case came back from the police and goes on here. Source: 移送涉嫌犯罪案件规定 Art. 10; 行政处罚法 Art. 27."""

    case: str
    transfer: str
    reason: str
    returned_on: date

    def changes(self) -> Iterator[Change]:
        """Yield that the case lies here again."""
        yield Change("case", self.case, {"transferred_on": None})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"移送退回，继续办理：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CriminalResultRecorded(Fact):
    """The criminal proceedings came to their end; `offset` of a prior fine was set off against the criminal one, in yuan."""

    case: str
    transfer: str
    pursued: bool
    body: str
    number: str
    content: str | None = personal()
    concluded_on: date
    offset: Decimal | None

    def changes(self) -> Iterator[Change]:
        """Yield nothing: what becomes of the case is a fact of its own."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        words = "追究刑事责任" if self.pursued else "不追究或者免予刑事处罚"
        offset = "" if self.offset is None else f"，折抵罚金{self.offset}元"
        return f"{self.body}{self.number}：{words}{offset}"
