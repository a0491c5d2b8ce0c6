from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from engine.rules.ledger import Booked, Ledger, Part, Share, Stretch, first_missed, ledger
from engine.rules.payment import Pause, Payment, Raise

RATE = Decimal("0.03")
FINE = Decimal(20_000)
DUE = date(2026, 4, 22)
DAY = timedelta(days=1)


def book(on: date, booked: Booked | None = None, due: date | None = DUE, fine: Decimal = FINE) -> Ledger:
    return ledger(fine, due, RATE, booked or Booked(), on)


def test_the_ledger_says_how_s7_was_counted() -> None:
    standing = book(date(2026, 10, 23))
    assert list(standing.stretches) == [
        Stretch(date(2026, 4, 23), date(2026, 5, 25), 33, Decimal(600), Decimal(19_800), paused=False),
        Stretch(date(2026, 5, 26), date(2026, 5, 26), 1, Decimal(200), Decimal(200), paused=False),
    ]
    assert [standing.owing, standing.principal, standing.overdue] == [40_000, 20_000, 20_000]
    assert standing.is_capped


def test_what_was_paid_goes_to_the_fine_first() -> None:
    standing = book(date(2026, 4, 24), Booked(payments=[Payment(date(2026, 4, 24), FINE)]))
    assert [standing.principal, standing.overdue, standing.owing] == [0, 1_200, 1_200]
    assert book(date(2026, 6, 30), Booked(payments=[Payment(date(2026, 4, 24), FINE)])).owing == 1_200


def test_confiscated_gains_are_owed_beside_the_fine_and_cost_nothing_when_late() -> None:
    """S5: 3,500 and gains of 2,300, due on 30 April; the fine is paid first, and no surcharge runs on the gains alone."""
    due, paid = date(2026, 4, 30), [Payment(date(2026, 4, 30), Decimal(3_000)), Payment(date(2026, 5, 1), Decimal(1_000))]
    standing = ledger(Decimal(3_500), due, RATE, Booked(payments=paid), date(2026, 12, 1), Decimal(2_300))
    assert [standing.principal, standing.gains_owing, standing.overdue, standing.owing] == [0, 1_800, 15, 1_815]
    assert standing.shares == (
        Share(paid[0], Decimal(3_000), Decimal(0), Decimal(0), Decimal(0)),
        Share(paid[1], Decimal(500), Decimal(500), Decimal(0), Decimal(0)),
    )
    alone = ledger(Decimal(0), due, RATE, Booked(), date(2026, 12, 1), Decimal(1_000))
    assert [alone.owing, alone.gains_owing, alone.surcharge] == [1_000, 1_000, 0]
    assert not alone.is_capped


def test_before_service_and_without_a_stated_rate_nothing_runs() -> None:
    assert book(date(2027, 1, 1), due=None).surcharge == 0
    assert ledger(FINE, DUE, Decimal(0), Booked(), date(2026, 6, 1)).owing == FINE


def test_remission_and_refund_are_booked_apart() -> None:
    booked = Booked(payments=[Payment(DUE + DAY, Decimal(20_600))], remitted=Decimal(600), refunded=Decimal(600))
    standing = book(date(2026, 5, 1), booked)
    assert [standing.paid, standing.refunded, standing.remitted] == [20_600, 600, 600]
    assert standing.account.settled


def test_what_was_paid_beyond_the_fine_is_to_be_given_back() -> None:
    """The fine of 20,000 was paid a day late with its surcharge of 600, and then fell to 15,000: of the surcharge 450 stay due."""
    paid = [Payment(DUE + DAY, Decimal(20_600))]
    lowered = book(date(2026, 5, 1), Booked(payments=paid), fine=Decimal(15_000))
    assert [lowered.surcharge, lowered.owing, lowered.excess] == [450, 0, 5_150]
    assert book(date(2026, 5, 1), Booked(payments=paid, refunded=Decimal(5_150)), fine=Decimal(15_000)).account.settled
    fallen = book(date(2026, 5, 1), Booked(payments=paid, remitted=Decimal(100)), fine=Decimal(0))
    assert [fallen.owing, fallen.excess] == [0, 20_600]


def test_a_part_that_was_missed_makes_the_rest_due() -> None:
    parts = [Part(date(2026, 5, 20), Decimal(10_000)), Part(date(2026, 6, 20), Decimal(10_000))]
    kept = [Payment(date(2026, 5, 20), Decimal(10_000))]
    assert first_missed(parts, []) == date(2026, 5, 20)
    assert first_missed(parts, kept) == date(2026, 6, 20)
    assert first_missed(parts, [*kept, Payment(date(2026, 6, 1), Decimal(10_000))]) == date(2026, 6, 20)
    late = book(date(2026, 5, 22), Booked(parts=parts, payments=[Payment(date(2026, 5, 21), Decimal(10_000))]))
    assert late.surcharge == 600 + 300
    assert late.broken == parts[0]
    assert book(date(2026, 6, 20), Booked(parts=parts, payments=kept)).surcharge == 0


def test_what_was_added_is_deferred_apart_from_what_is_overdue() -> None:
    added = [Raise(date(2026, 6, 10), Decimal(5_000), "later")]
    parts = [Part(date(2026, 6, 25), Decimal(2_000)), Part(date(2026, 7, 25), Decimal(3_000))]
    first = Payment(DUE, Decimal(15_000))
    booked = Booked(payments=[first], raises=added, schedules={"later": parts})
    standing = book(date(2026, 6, 25), booked)
    assert [standing.surcharge, standing.unpaid(None), standing.unpaid("later"), standing.due] == [0, 0, 5_000, parts[0].due]
    assert book(date(2026, 6, 25), replace(booked, schedules={})).surcharge == 15 * 150
    late = book(date(2026, 6, 26), booked)
    assert [late.surcharge, late.broken] == [150, parts[0]]
    kept = book(date(2026, 7, 26), replace(booked, payments=[first, Payment(date(2026, 6, 25), Decimal(2_000))]))
    assert [kept.surcharge, kept.due, kept.unpaid("later")] == [90, parts[1].due, 3_000]
    # A payment goes to what is overdue first, so that the part is missed.
    owing = book(date(2026, 6, 25), replace(booked, payments=[Payment(date(2026, 6, 25), Decimal(2_000))]))
    assert [owing.unpaid(None), owing.unpaid("later"), owing.raises[0].due] == [13_000, 5_000, parts[0].due]


def test_what_was_paid_before_a_schedule_stands_in_no_part_of_it() -> None:
    paid = [Payment(DUE, Decimal(16_000)), Payment(date(2026, 6, 25), Decimal(1_500))]
    parts = [Part(date(2026, 6, 25), Decimal(2_000)), Part(date(2026, 7, 25), Decimal(2_000))]
    booked = Booked(payments=paid, raises=[Raise(date(2026, 6, 10), Decimal(5_000), "later")], schedules={"later": parts})
    assert book(date(2026, 6, 26), booked).surcharge == 75


@given(st.integers(1, 10**6), st.integers(0, 80), st.integers(0, 30), st.integers(0, 30))
def test_a_pause_shifts_the_surcharge_by_its_days(fine: int, days: int, start: int, length: int) -> None:
    first = DUE + (1 + start) * DAY
    pause = Pause(first, first + (length - 1) * DAY)
    booked = Booked(pauses=[pause] if length else [])
    end = DUE + (start + days) * DAY
    assert book(end + length * DAY, booked, fine=Decimal(fine)).surcharge == book(end, fine=Decimal(fine)).surcharge


@given(st.integers(1, 10**6), st.lists(st.tuples(st.integers(-10, 60), st.integers(1, 10**5)), max_size=4), st.integers(0, 90), st.integers(0, 90))
def test_never_above_the_fine_never_falling_and_always_explained(fine: int, paid: list[tuple[int, int]], days: int, more: int) -> None:
    payments = [Payment(DUE + day * DAY, Decimal(amount)) for day, amount in paid]
    one, other = (book(DUE + count * DAY, Booked(payments=payments), fine=Decimal(fine)) for count in (days, days + more))
    assert 0 <= one.surcharge <= other.surcharge <= fine
    assert all(part.days == (part.end - part.start).days + 1 and part.amount == part.days * part.daily for part in other.stretches)
    assert other.principal + other.overdue == other.owing
