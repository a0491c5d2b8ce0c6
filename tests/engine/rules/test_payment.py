from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import LawError
from engine.rules.payment import Account, Pause, Payment, account, capped_on, record, surcharge

RATE = Decimal("0.03")
FINE = Decimal(20_000)
DUE = date(2026, 4, 22)
DAY = timedelta(days=1)


def test_s7_reaches_its_cap_on_the_34th_day() -> None:
    assert surcharge(FINE, DUE, date(2026, 4, 22), RATE) == 0
    assert surcharge(FINE, DUE, date(2026, 4, 23), RATE) == 600
    assert surcharge(FINE, DUE, date(2026, 5, 25), RATE) == 19_800
    assert surcharge(FINE, DUE, date(2026, 5, 26), RATE) == FINE
    assert surcharge(FINE, DUE, date(2026, 10, 22), RATE) == FINE
    assert capped_on(FINE, DUE, RATE) == date(2026, 5, 26)


def test_no_surcharge_runs_during_reconsideration() -> None:
    pause = Pause(date(2026, 4, 25), date(2026, 4, 29))
    assert surcharge(FINE, DUE, date(2026, 4, 30), RATE, pauses=[pause]) == 3 * 600
    assert surcharge(FINE, DUE, date(2026, 4, 30), RATE, pauses=[Pause(date(2026, 4, 25), None)]) == 2 * 600


def test_what_was_paid_no_longer_counts_from_the_next_day() -> None:
    half = [Payment(date(2026, 4, 24), Decimal(10_000))]
    assert surcharge(FINE, DUE, date(2026, 4, 25), RATE, half) == 600 + 600 + 300
    assert surcharge(FINE, DUE, date(2026, 5, 25), RATE, [Payment(DUE, FINE)]) == 0


def test_the_day_amount_is_rounded_down_to_the_fen() -> None:
    assert surcharge(Decimal("33.33"), DUE, DUE + DAY, RATE) == Decimal("0.99")


@given(st.integers(1, 10**6), st.integers(0, 60), st.integers(0, 60))
def test_the_surcharge_never_exceeds_the_fine_and_never_falls(fine: int, days: int, more: int) -> None:
    one = surcharge(Decimal(fine), DUE, DUE + days * DAY, RATE)
    other = surcharge(Decimal(fine), DUE, DUE + (days + more) * DAY, RATE)
    assert 0 <= one <= other <= fine


@given(st.integers(1, 10**6))
def test_the_cap_is_reached_on_its_day_and_not_before(fine: int) -> None:
    day = capped_on(Decimal(fine), DUE, RATE)
    assert surcharge(Decimal(fine), DUE, day, RATE) == fine
    assert surcharge(Decimal(fine), DUE, day - DAY, RATE) < fine


def test_a_surcharge_that_never_grows_has_no_cap_day() -> None:
    with pytest.raises(ValueError, match="不会增长"):
        capped_on(Decimal("0.10"), DUE, RATE)


def test_part_payments_are_taken_until_everything_is_settled() -> None:
    standing = account(FINE, Decimal(600), [Payment(DUE, Decimal(5_000))])
    assert standing.owing == 15_600
    assert not standing.settled
    assert record(standing, Decimal(15_600)).settled


def test_more_than_what_is_owed_is_refused() -> None:
    with pytest.raises(LawError, match="尚欠的19,500元") as refused:
        record(Account(Decimal(19_500), Decimal(0), Decimal(0)), Decimal("19500.01"))
    assert (refused.value.code, refused.value.field) == ("overpaid", "amount")


def test_a_payment_has_at_most_two_decimals() -> None:
    with pytest.raises(ValueError, match="两位小数"):
        record(Account(FINE, Decimal(0), Decimal(0)), Decimal("0.001"))
