"""What is booked for a fine beside payments (记账)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.events.fact import Change, Fact, fact, personal

KINDS: Mapping[str, str] = {
    "remission": "减免加处罚款",
    "refund": "退还多缴款",
    "cost": "代履行费用（应缴）",
    "cost_paid": "代履行费用（已缴）",
    "cost_dropped": "代履行费用（不再收取）",
    "cost_refund": "代履行费用（退还）",
}
"""What is booked beside payments."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class SurchargeRemitted(Fact):
    """The surcharge was waived, in whole or in part, because the party put things right. Source: 行政强制法 Art. 42(1)."""

    case: str
    booking: str
    amount: Decimal
    booked_on: date
    reason: str
    settled: bool

    def changes(self) -> Iterator[Change]:
        """Yield the booking and whether the fine is settled now."""
        values = {"case_id": self.case, "kind": "remission", "amount": self.amount, "booked_on": self.booked_on, "reason": self.reason}
        yield Change("booking", self.booking, values | {"receipt_no": None}, new=True)
        yield Change("case", self.case, {"settled": self.settled})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"减免加处罚款{self.amount}元：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class RefundBooked(Fact):
    """Yuan that had been paid too much went back to the party from the treasury. Source: 行政处罚法 Art. 74(1), 75(2).

    `settled` is False where a remedy made the penalty heavier before it was booked, so that the party owes again; else None.
    """

    case: str
    booking: str
    amount: Decimal
    booked_on: date
    reason: str
    receipt_no: str
    payee: str = personal()
    settled: bool | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the booking, and that the party owes again."""
        values = {"case_id": self.case, "kind": "refund", "amount": self.amount, "booked_on": self.booked_on, "reason": self.reason}
        yield Change("booking", self.booking, values | {"receipt_no": self.receipt_no}, new=True)
        if self.settled is not None:
            yield Change("case", self.case, {"settled": self.settled})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.booked_on.isoformat()}退还多缴的{self.amount}元，凭证{self.receipt_no}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class InstalmentsGranted(Fact):
    """The head allowed the fine to be paid later, or in parts. Source: 行政处罚法 Art. 66(2)."""

    case: str
    instalments: tuple[str, ...]
    days: tuple[date, ...]
    amounts: tuple[Decimal, ...]
    person_name: str
    collection: str | None = None
    """The procedure that collects what a remedy added, where that is deferred."""

    def changes(self) -> Iterator[Change]:
        """Yield the parts of the schedule."""
        for number, (key, day, amount) in enumerate(zip(self.instalments, self.days, self.amounts, strict=True), start=1):
            values = {"case_id": self.case, "number": number, "due_on": day, "amount": amount, "collection": self.collection}
            yield Change("instalment", key, values, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        parts = "、".join(f"{day.isoformat()}前{amount}元" for day, amount in zip(self.days, self.amounts, strict=True))
        what = "罚款" if self.collection is None else "增加的罚款"
        return f"{self.person_name}批准{'分期' if len(self.days) > 1 else '延期'}缴纳{what}：{parts}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class SurchargeDecided(Fact):
    """What ran up of the surcharge was fixed in a decision of its own. Source: 行政处罚法 Art. 72(1)(1); 行政强制法 Art. 45."""

    case: str
    amount: Decimal
    until: date
    capped: bool
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the account counts by itself, and the decision is a paper."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        ended = "，已达到罚款数额" if self.capped else ""
        return f"{self.person_name}批准加处罚款{self.amount}元（算至{self.until.isoformat()}{ended}）"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class SurchargePaused(Fact):
    """No surcharge runs while a reconsideration or a lawsuit is pending. Source: 行政处罚法 Art. 73(3)."""

    case: str
    pause: str
    ground: str
    word: str
    started_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the pause, open at its end."""
        values = {"case_id": self.case, "ground": self.ground, "started_on": self.started_on, "ended_on": None}
        yield Change("surcharge_pause", self.pause, values, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.word}期间，自{self.started_on.isoformat()}起停止计算加处罚款"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class SurchargeResumed(Fact):
    """The reconsideration or the lawsuit is over: the surcharge runs again from the next day."""

    case: str
    pause: str
    word: str
    ended_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the end of the pause."""
        yield Change("surcharge_pause", self.pause, {"ended_on": self.ended_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.word}于{self.ended_on.isoformat()}结束，次日起恢复计算加处罚款"
