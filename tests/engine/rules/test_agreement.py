"""An agreement is broken by the first stage that was not paid by its day, whatever was paid later."""

from datetime import date
from decimal import Decimal

import pytest

from engine.errors import InvalidInputError
from engine.rules.agreement import check_stages, first_breach
from engine.rules.ledger import Booked, Ledger, Part, ledger
from engine.rules.payment import Payment

FIRST, SECOND = Part(date(2026, 12, 10), Decimal(10000)), Part(date(2027, 1, 11), Decimal(9500))
STAGES, WAIVED = (FIRST, SECOND), Decimal(4680)


def breach(on: date, *paid: tuple[date, int]) -> Part | None:
    payments = [Payment(day, Decimal(amount)) for day, amount in paid]
    return first_breach(STAGES, WAIVED, Decimal(24180) - sum(amount for _, amount in paid), payments, on)


def test_nothing_is_broken_on_the_last_day_of_a_stage() -> None:
    assert breach(FIRST.due) is None
    assert breach(date(2026, 12, 11)) == FIRST


def test_a_stage_that_was_paid_late_stays_broken() -> None:
    assert breach(date(2026, 12, 20), (date(2026, 12, 11), 10000)) == FIRST


def test_what_was_paid_before_counts_for_later_stages() -> None:
    assert breach(date(2027, 2, 1), (date(2026, 12, 1), 15000), (date(2027, 1, 11), 4500)) is None
    assert breach(date(2027, 2, 1), (date(2026, 12, 1), 15000), (date(2027, 1, 11), 4499)) == SECOND


def account() -> Ledger:
    return ledger(Decimal(19500), date(2026, 11, 12), Decimal("0.03"), Booked(), date(2026, 11, 20))


def test_stages_make_up_what_is_owed_less_what_is_waived() -> None:
    check_stages(STAGES, WAIVED, account())
    for parts, waived, field in (
        (STAGES, Decimal(4000), "parts"),
        (STAGES[::-1], WAIVED, "parts"),
        ((Part(date(2026, 11, 19), Decimal(19500)),), WAIVED, "parts"),
        (STAGES, Decimal("4680.01"), "waived"),
    ):
        with pytest.raises(InvalidInputError) as refused:
            check_stages(parts, waived, account())
        assert list(refused.value.fields) == [field]
