"""Payment (缴款): what is owed, what was paid, and what a delay costs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_DOWN, Decimal

from engine.errors import LawError
from engine.rules.money import check_yuan, format_yuan

_DAY, _FEN = timedelta(days=1), Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Payment:
    """An amount in yuan that reached the collecting bank on a day."""

    day: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which no surcharge runs because of a remedy or an agreement, both included; `end` is None while it lasts."""

    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Raise:
    """What a fine became heavier by, in yuan, and the last day to pay that; None before the party was asked for it. Source: 行政处罚法 Art. 67(3).

    `collection` is the procedure in which the party was asked for it.
    """

    due: date | None
    amount: Decimal
    collection: str | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """What a day of delay costs, in yuan; nothing on a day of a pause."""

    day: date
    amount: Decimal
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """How a penalty in money stands on a day, in yuan: `owing` is fine, confiscated gains and surcharge together less what was paid."""

    fine: Decimal
    surcharge: Decimal
    paid: Decimal
    gains: Decimal = Decimal(0)

    @property
    def owing(self) -> Decimal:
        """Return what is still to pay."""
        return self.fine + self.gains + self.surcharge - self.paid

    @property
    def settled(self) -> bool:
        """Tell whether everything is paid."""
        return self.owing == 0


def charges(
    fine: Decimal,
    due: date | None,
    until: date,
    rate: Decimal,
    payments: Sequence[Payment] = (),
    pauses: Sequence[Pause] = (),
    raises: Sequence[Raise] = (),
) -> Iterator[Charge]:
    """Yield the surcharge day by day from the day after `due` up to and including `until`: a share of the unpaid fine, together never above the fine.

    `raises` are what of the fine was asked for later, each with a term of its own: before it is over, a delay of it costs nothing. `due` is None
    where what was asked for first was paid on the spot. Payments go to what fell due first. Each day's amount is rounded down to the fen. Days of a
    pause do not count. The day of a payment still counts the amount paid.
    Source: 行政处罚法 Art. 67(3), 72(1), 73(3); 行政强制法 Art. 45.
    """
    terms = [(each.due, each.amount) for each in (Raise(due, fine - sum((each.amount for each in raises), Decimal(0))), *raises)]
    dues = [last for last, _ in terms if last is not None]
    total, day = Decimal(0), min(dues, default=until) + _DAY
    # What was paid on the spot has no term, and was paid first.
    spot = sum((amount for last, amount in terms[:1] if last is None), Decimal(0))
    while day <= until and total < fine:
        fallen = spot + sum((amount for last, amount in terms if last is not None and last < day), Decimal(0))
        unpaid = fallen - sum((payment.amount for payment in payments if payment.day < day), Decimal(0))
        if unpaid > 0 and total < fallen:
            paused = any(pause.start <= day <= (pause.end or until) for pause in pauses)
            amount = Decimal(0) if paused else min((unpaid * rate).quantize(_FEN, ROUND_DOWN), fallen - total)
            total += amount
            yield Charge(day, amount, paused)
        elif max(dues) < day:
            return
        day += _DAY


def surcharge(fine: Decimal, due: date, until: date, rate: Decimal, payments: Sequence[Payment] = (), pauses: Sequence[Pause] = ()) -> Decimal:
    """Return the surcharge of all days together, see `charges`."""
    return sum((charge.amount for charge in charges(fine, due, until, rate, payments, pauses)), Decimal(0))


def capped_on(fine: Decimal, due: date, rate: Decimal) -> date:
    """Return the day on which an unpaid, unpaused surcharge reaches the fine; raise ValueError where it never does."""
    daily = (fine * rate).quantize(_FEN, ROUND_DOWN)
    if daily <= 0:
        raise ValueError("罚款或者比例过小，加处罚款不会增长")
    return due + int((fine / daily).to_integral_value(ROUND_CEILING)) * _DAY


def account(fine: Decimal, charged: Decimal, payments: Sequence[Payment]) -> Account:
    """Return how a fine with its surcharge stands after the payments."""
    return Account(fine, charged, sum((payment.amount for payment in payments), Decimal(0)))


def record(standing: Account, amount: Decimal) -> Account:
    """Return the account after one more payment; part payments are taken, more than what is owed is refused with `overpaid`."""
    if check_yuan(amount) > standing.owing:
        message = f"缴款{format_yuan(amount)}超过尚欠的{format_yuan(standing.owing)}，请核对后登记；多缴的部分应当退还。"
        raise LawError("overpaid", message, basis="行政处罚法 67③", field="amount")
    return replace(standing, paid=standing.paid + amount)
