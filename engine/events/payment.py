"""What happens to money (缴款)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentReceived(Fact):
    """A payment reached the treasury's account. Source: 行政处罚法 Art. 67, 74."""

    case: str
    payment: str
    amount: Decimal
    paid_on: date
    channel: str
    receipt_no: str
    settled: bool

    def changes(self) -> Iterator[Change]:
        """Yield the row of the payment and whether the fine is settled."""
        values: dict[str, Any] = {name: getattr(self, name) for name in ("amount", "paid_on", "channel", "receipt_no")}
        yield Change("payment", self.payment, values | {"case_id": self.case}, new=True)
        yield Change("case", self.case, {"settled": self.settled})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"收到缴款{self.amount}元，票据{self.receipt_no}{'，已缴清' if self.settled else ''}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentReminded(Fact):
    """The party was reminded that the fine is not paid."""

    case: str
    reminded_on: date
    way: str
    note: str | None

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the reminder lives in the task's form and in the journal."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.reminded_on.isoformat()}催缴（{self.way}）"
