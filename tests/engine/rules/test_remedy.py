"""Remedies: the surcharge stands still, nobody is worse off, and what was annulled is not simply repeated."""

from datetime import date
from decimal import Decimal

import pytest

from engine.errors import LawError
from engine.rules.remedy import RESULTS, Annulled, check_not_repeated, check_not_worse, paused_from

FILED, ACCEPTED = date(2026, 11, 16), date(2026, 11, 20)
OLD = Annulled(cause="JC04", facts="油烟超标1.4倍。", fine=Decimal(19500), flaw="substance")


def test_the_pause_begins_as_the_parameter_says() -> None:
    assert paused_from(FILED, ACCEPTED, "application") == FILED
    assert paused_from(FILED, ACCEPTED, "acceptance") == ACCEPTED
    assert paused_from(FILED, None, "acceptance") is None


def test_nobody_is_worse_off_for_having_complained() -> None:
    check_not_worse(Decimal(19500), Decimal(19500))
    with pytest.raises(LawError, match="不得高于原罚款19500元"):
        check_not_worse(Decimal(19500), Decimal("19500.01"))


@pytest.mark.parametrize(
    ("flaw", "cause", "facts", "fine"),
    [
        ("procedure", "JC04", "油烟超标1.4倍。", 19500),
        ("substance", "JC04", "油烟超标0.4倍。", 19500),
        ("substance", "JC05", "油烟超标1.4倍。", 19500),
        ("substance", "JC04", "油烟超标1.4倍。", 15000),
    ],
)
def test_what_may_be_decided_anew(flaw: str, cause: str, facts: str, fine: int) -> None:
    check_not_repeated(Annulled(cause=OLD.cause, facts=OLD.facts, fine=OLD.fine, flaw=flaw), cause, facts, Decimal(fine))


def test_the_same_is_not_decided_again() -> None:
    with pytest.raises(LawError) as refusal:
        check_not_repeated(OLD, "JC04", " 油烟超标1.4倍。\n", Decimal(19500))
    assert (refusal.value.code, refusal.value.field) == ("same_act_fined", "fine")


def test_only_what_falls_is_ordered_anew_and_all_that_falls_leaves_the_public() -> None:
    assert all(result.falls for result in RESULTS.values() if result.anew)
    assert all(result.withdraws for result in RESULTS.values() if result.falls)
