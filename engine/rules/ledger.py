"""The ledger of a fine and of confiscated gains (罚没款账): what is owed and why, what was paid and what for, and from which day a delay costs.

No law says what a part payment goes to first. It goes to the fine, on which alone a delay costs, then to the gains, then to the surcharge.
Source: 行政处罚法 Art. 28(2), 72(1)(1), 74(1).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from engine.rules.payment import Account, Charge, Pause, Payment, Raise, charges


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the fine that may be paid until a day, as the head approved it (分期). Source: 行政处罚法 Art. 66(2)."""

    due: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on end that cost the same: `daily` yuan each, `amount` together; `paused` where nothing was charged."""

    start: date
    end: date
    days: int
    daily: Decimal
    amount: Decimal
    paused: bool


@dataclass(frozen=True, slots=True)
class Share:
    """What a payment went to, in yuan; `rest` is what is left where the decision was lowered after it was paid."""

    payment: Payment
    fine: Decimal
    gains: Decimal
    surcharge: Decimal
    rest: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A fine and confiscated gains with all that was booked, in yuan, as they stand on the day `on`.

    Attributes:
        gains: the unlawful gains that are confiscated (没收违法所得), on which no surcharge runs.
        gains_due: the last day to pay them, which a schedule for the fine does not move; None before service.
        due: the last day to pay without surcharge: of the term, or of the first part that was not paid in time; None before service, and while
            the party was not asked yet for what the fine became heavier by.
        first_due: the last day to pay what was decided first, where the fine became heavier since.
        raises: what the fine became heavier by, each with the last day to pay it, as a schedule for it may have moved that.
        raised_parts: the schedule that was approved for what the fine became heavier by last, none where that is due at once.
        rate: the surcharge of a day as a share of the unpaid fine, as the decision states it; 0 where it states none.
        stretches: how the surcharge was counted.
        remitted: what of the surcharge was waived.
        paid: what reached the treasury, refunds not taken off.
        refunded: what went back to the party.
        parts: the schedule that was approved, none where the fine is due at once.
        annulled: whether the decision on the surcharge was annulled and none was served since; then nothing of it may be claimed.
        expected: whether another decision on it is to come: one was ordered, or was made and is not served yet.
        shares: the payments, the oldest first, each with what it went to.
    """

    on: date
    fine: Decimal
    due: date | None
    rate: Decimal
    stretches: tuple[Stretch, ...]
    remitted: Decimal
    paid: Decimal
    refunded: Decimal
    parts: tuple[Part, ...] = ()
    annulled: bool = False
    expected: bool = False
    gains: Decimal = Decimal(0)
    gains_due: date | None = None
    shares: tuple[Share, ...] = ()
    first_due: date | None = None
    raises: tuple[Raise, ...] = ()
    raised_parts: tuple[Part, ...] = ()

    @property
    def surcharge(self) -> Decimal:
        """Return the surcharge up to the day, nothing waived."""
        return sum((stretch.amount for stretch in self.stretches), Decimal(0))

    @property
    def account(self) -> Account:
        """Return how fine, gains and surcharge stand after what was paid, waived and refunded."""
        return Account(self.fine, max(self.surcharge - self.remitted, Decimal(0)) - self.withheld, self.paid - self.refunded, self.gains)

    @property
    def withheld(self) -> Decimal:
        """Return what ran up of the surcharge and may not be claimed, because the decision on it was annulled and none was served since.

        An annulled decision binds nobody from the beginning; whoever chose to decide on the surcharge decides anew before asking for it.
        Source: 行政强制法 Art. 12(1), 45; 行政复议法 Art. 64.
        """
        return max(self.surcharge - self.remitted, Decimal(0)) if self.annulled else Decimal(0)

    @property
    def is_even(self) -> bool:
        """Tell whether nothing is owed, and nothing is to be decided that may be owed then."""
        return self.owing == 0 and not (self.expected and self.withheld > 0)

    @property
    def owing(self) -> Decimal:
        """Return what is still to pay."""
        return max(self.account.owing, Decimal(0))

    @property
    def excess(self) -> Decimal:
        """Return what was paid too much and is still to be given back: the fine was lowered, or fell, after it was paid."""
        return max(-self.account.owing, Decimal(0))

    @property
    def principal(self) -> Decimal:
        """Return what is still to pay of the fine itself: payments go to it first."""
        return max(self.fine - self.account.paid, Decimal(0))

    def unpaid(self, collection: str | None) -> Decimal:
        """Return what is still to pay of the fine as decided first, or of what was added and is asked for in a collection, which is paid later."""
        added = sum((each.amount for each in self.raises), Decimal(0))
        left, found = self.account.paid, Decimal(0)
        for whose, amount in [(None, self.fine - added), *((each.collection or "", each.amount) for each in self.raises)]:
            found += max(amount - left, Decimal(0)) if whose == collection else Decimal(0)
            left = max(left - amount, Decimal(0))
        return found

    @property
    def gains_owing(self) -> Decimal:
        """Return what is still to pay of the confiscated gains: payments go to them after the fine."""
        return max(self.fine + self.gains - self.account.paid, Decimal(0)) - self.principal

    @property
    def overdue(self) -> Decimal:
        """Return what is still to pay of the surcharge."""
        return self.owing - self.principal - self.gains_owing

    @property
    def is_capped(self) -> bool:
        """Tell whether the surcharge has reached the fine. Source: 行政强制法 Art. 45(2)."""
        return self.surcharge == self.fine > 0

    @property
    def broken(self) -> Part | None:
        """Return the first part that was not paid in time: with it the rest falls due."""
        missed = [part for part in self.parts if part.due == self.first_due and part.due < self.on]
        return next(iter(missed), None) or next((part for part in self.raised_parts if part.due == self.due and part.due < self.on), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """What was booked for a fine."""

    payments: Sequence[Payment] = ()
    pauses: Sequence[Pause] = ()
    parts: Sequence[Part] = ()
    remitted: Decimal = field(default=Decimal(0))
    refunded: Decimal = field(default=Decimal(0))
    annulled: bool = False
    expected: bool = False
    raises: Sequence[Raise] = ()
    schedules: Mapping[str, Sequence[Part]] = field(default_factory=dict)
    """The schedules that were approved for what the fine became heavier by, by the procedure that collects it."""


def ledger(fine: Decimal, due: date | None, rate: Decimal, booked: Booked, on: date, gains: Decimal = Decimal(0)) -> Ledger:
    """Return how a fine and confiscated gains stand on a day; `due` is the last day of the term to pay, None before the decision was served."""
    first = due if due is None or not booked.parts else first_missed(booked.parts, booked.payments)
    raises = deferred(fine, booked)
    daily = list(charges(fine, first, on, rate, booked.payments, booked.pauses, raises))
    return Ledger(
        on=on,
        fine=fine,
        gains=gains,
        due=_last_due(first, raises),
        first_due=first,
        rate=rate,
        stretches=stretches(daily),
        remitted=booked.remitted,
        paid=sum((payment.amount for payment in booked.payments), Decimal(0)),
        refunded=booked.refunded,
        parts=tuple(booked.parts),
        annulled=booked.annulled,
        expected=booked.expected,
        shares=shares(fine, gains, _claimed(daily, booked), booked.payments),
        raises=raises,
        raised_parts=tuple(booked.schedules.get((raises[-1].collection if raises else None) or "", ())),
    )


def _last_due(first: date | None, raises: Sequence[Raise]) -> date | None:
    asked = [each.due for each in raises if each.due is not None]
    return None if len(asked) < len(raises) else max([*asked, *([] if first is None else [first])], default=None)


def _claimed(daily: Iterable[Charge], booked: Booked) -> Decimal:
    return Decimal(0) if booked.annulled else max(sum((charge.amount for charge in daily), Decimal(0)) - booked.remitted, Decimal(0))


def shares(fine: Decimal, gains: Decimal, surcharge: Decimal, payments: Sequence[Payment]) -> tuple[Share, ...]:
    """Return what each payment went to, in the order of their days: the fine, then the gains, then the surcharge."""
    left, found = [fine, gains, surcharge], []
    for payment in sorted(payments, key=lambda each: each.day):
        rest, taken = payment.amount, []
        for index, owed in enumerate(left):
            taken.append(min(owed, rest))
            left[index], rest = owed - taken[-1], rest - taken[-1]
        found.append(Share(payment, taken[0], taken[1], taken[2], rest))
    return tuple(found)


def deferred(fine: Decimal, booked: Booked) -> tuple[Raise, ...]:
    """Return what a fine became heavier by, each due with the first part of its schedule that was not paid in time.

    Payments go to what fell due first: a part is paid where all that was asked for before is. Source: 行政处罚法 Art. 66(2).
    """
    before, found = fine - sum((each.amount for each in booked.raises), Decimal(0)), []
    for collection, group in groupby(booked.raises, key=lambda each: each.collection):
        added = list(group)
        amount, parts = sum((each.amount for each in added), Decimal(0)), booked.schedules.get(collection or "", ())
        if parts:
            # What was paid of it before the schedule was approved stands in no part.
            apart = max(amount - sum((part.amount for part in parts), Decimal(0)), Decimal(0))
            last = first_missed(parts, booked.payments, before + apart)
            added = [replace(each, due=last) for each in added]
        found += added
        before += amount
    return tuple(found)


def first_missed(parts: Sequence[Part], payments: Sequence[Payment], before: Decimal = Decimal(0)) -> date:
    """Return the last day of the first part that was not paid by it, or of the last one where all were: the rest is due on that day.

    `before` yuan of the payments went to what was asked for earlier.
    """
    owed = before
    for part in parts:
        owed += part.amount
        if sum((payment.amount for payment in payments if payment.day <= part.due), Decimal(0)) < owed:
            return part.due
    return parts[-1].due


def stretches(daily: Iterable[Charge]) -> tuple[Stretch, ...]:
    """Return the days of a surcharge, those on end that cost the same together."""
    numbered = groupby(enumerate(daily), key=lambda item: (item[1].amount, item[1].paused, item[1].day.toordinal() - item[0]))
    groups = [[charge for _, charge in group] for _, group in numbered]
    return tuple(
        Stretch(group[0].day, group[-1].day, len(group), group[0].amount, sum((charge.amount for charge in group), Decimal(0)), group[0].paused)
        for group in groups
    )
