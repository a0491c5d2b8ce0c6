"""What happens when somebody else does what the party had to do (代履行)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.events.fact import Change, Fact, fact, personal


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceDemanded(Fact):
    """The party was told a last time to do it. Source: 行政强制法 Art. 51(1)(2)."""

    case: str
    demanded_on: date
    way: str

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the demand lives in the task's form and in its clock."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.demanded_on.isoformat()}{'书面' if self.way == 'letter' else '当面'}催告当事人自行履行，否则代履行"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DutyPerformed(Fact):
    """It was done in the party's stead, or stopped because the party did it. `cost` in yuan. Source: 行政强制法 Art. 51, 52."""

    case: str
    instance: str
    duty: str
    performer: str
    result: str
    performed_on: date
    cost: Decimal | None

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the record lives in the task's form and in the journal."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        if self.result == "obeyed":
            return f"当事人于{self.performed_on.isoformat()}自行履行，停止代履行：{self.duty}"
        return f"{self.performer}于{self.performed_on.isoformat()}代履行完毕，费用{self.cost}元：{self.duty}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CostCharged(Fact):
    """The party owes the cost of what was done in its stead, in yuan; no surcharge runs on it. Source: 行政强制法 Art. 51(2)."""

    case: str
    booking: str
    duty: str
    amount: Decimal
    booked_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the debt."""
        values = {"case_id": self.case, "kind": "cost", "amount": self.amount, "booked_on": self.booked_on, "reason": self.duty}
        yield Change("booking", self.booking, values | {"receipt_no": None}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"代履行费用{self.amount}元由当事人承担：{self.duty}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CostPaid(Fact):
    """The party paid of the cost, in yuan."""

    case: str
    booking: str
    duty: str
    amount: Decimal
    booked_on: date
    receipt_no: str

    def changes(self) -> Iterator[Change]:
        """Yield the payment."""
        values = {"case_id": self.case, "kind": "cost_paid", "amount": self.amount, "booked_on": self.booked_on, "reason": self.duty}
        yield Change("booking", self.booking, values | {"receipt_no": self.receipt_no}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.booked_on.isoformat()}缴纳代履行费用{self.amount}元，票据{self.receipt_no}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CostCourtApplied(Fact):
    """The court was asked to enforce what is not paid of a cost, in yuan; `collection` is the procedure that collects it.

    Source: 行政强制法 Art. 53-55; 行政诉讼法 Art. 97.
    """

    case: str
    collection: str
    court: str
    duty: str
    amount: Decimal
    applied_on: date
    signed_name: str

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the application lives in its paper and in the journal."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        asked = f"{self.applied_on.isoformat()}向{self.court}申请强制执行代履行费用{self.amount}元"
        return f"{asked}（{self.duty}），{self.signed_name}签署"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceRevoked(Fact):
    """The agency took back its own decision to perform, or its notice of an immediate one, `paper`: nobody owes a cost for it.

    Source: 行政强制法 Art. 41, 51(2).
    """

    case: str
    performance: str
    duty: str
    paper: str
    reason: str
    revoked_on: date

    def changes(self) -> Iterator[Change]:
        """Yield that the paper holds no more."""
        yield Change("document", self.paper, {"state": "withdrawn"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.revoked_on.isoformat()}撤销代履行（{self.duty}）：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CostDropped(Fact):
    """Yuan of the cost are not asked for any more. Source: 行政强制法 Art. 40; 行政复议法 Art. 64; 行政诉讼法 Art. 70."""

    case: str
    booking: str
    duty: str
    amount: Decimal
    booked_on: date
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield what goes of the debt."""
        values = {"case_id": self.case, "kind": "cost_dropped", "amount": self.amount, "booked_on": self.booked_on, "reason": self.reason}
        yield Change("booking", self.booking, values | {"receipt_no": None}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"代履行费用{self.amount}元不再收取（{self.duty}）：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CostRefunded(Fact):
    """Yuan that were paid of a cost that fell went back to the party."""

    case: str
    booking: str
    amount: Decimal
    booked_on: date
    reason: str
    receipt_no: str
    payee: str = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the booking."""
        values = {"case_id": self.case, "kind": "cost_refund", "amount": self.amount, "booked_on": self.booked_on, "reason": self.reason}
        yield Change("booking", self.booking, values | {"receipt_no": self.receipt_no}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.booked_on.isoformat()}退还代履行费用{self.amount}元，凭证{self.receipt_no}"
