"""Remedies: the surcharge stands still, nobody is worse off, and what was annulled is not simply repeated."""

from datetime import date
from decimal import Decimal

import pytest

from engine.errors import LawError
from engine.rules.remedy import RESULTS, Annulled, Taken, check_conflict, check_not_repeated, check_not_worse, paused_from

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
    check_not_worse(Decimal(19500), Decimal(30000), opposed=True)


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


def taken(kind: str, result: str | None) -> Taken:
    return Taken(kind=kind, result=result)


@pytest.mark.parametrize(
    ("kind", "before", "basis"),
    [
        ("litigation", taken("reconsideration", None), "行政复议法 29①"),
        ("reconsideration", taken("litigation", None), "行政复议法 29②"),
        ("reconsideration", taken("reconsideration", None), "行政复议法 30①(7)"),
        ("litigation", taken("litigation", None), "69①(6)"),
        ("reconsideration", taken("reconsideration", "upheld"), "行政复议法 29②、30①(7)"),
        ("reconsideration", taken("litigation", "claims_dismissed"), "行政复议法 29②、30①(7)"),
    ],
)
def test_the_same_act_is_not_challenged_twice_by_the_same(kind: str, before: Taken, basis: str) -> None:
    with pytest.raises(LawError) as refusal:
        check_conflict(kind, [before], spot=False)
    assert (refusal.value.code, basis in (refusal.value.basis or "")) == ("step_not_waiting", True)


@pytest.mark.parametrize(
    ("kind", "before"),
    [
        ("reconsideration", []),
        ("litigation", []),
        ("litigation", [taken("reconsideration", "upheld")]),
        ("reconsideration", [taken("reconsideration", "withdrawn")]),
        ("litigation", [taken("reconsideration", "not_accepted")]),
        ("reconsideration", [taken("litigation", "dismissed")]),
    ],
)
def test_what_the_law_leaves_open_is_not_refused(kind: str, before: list[Taken]) -> None:
    check_conflict(kind, before, spot=False)


def test_who_waits_in_vain_for_the_organ_may_sue() -> None:
    waited = Taken(kind="reconsideration", result=None, overdue=True)
    for spot in (True, False):
        check_conflict("litigation", [waited], spot=spot)
    with pytest.raises(LawError, match="不能重复申请"):
        check_conflict("reconsideration", [waited], spot=False)


def test_what_was_decided_on_the_spot_is_reconsidered_first() -> None:
    for before in ([], [taken("reconsideration", "withdrawn")]):
        with pytest.raises(LawError, match="应当先申请行政复议"):
            check_conflict("litigation", before, spot=True)
    for result in ("upheld", "not_accepted", "dismissed"):
        check_conflict("litigation", [taken("reconsideration", result)], spot=True)
