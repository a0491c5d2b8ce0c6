"""A refusal to correct is found after the term only, and a correction in time is not claimed against the record."""

from datetime import date

import pytest

from engine.errors import LawError
from engine.rules.correction_order import Outcome, check_corrected, check_reinspection, has_refused, threatened
from tests.engine.law.published import BOOK

SERVED, DUE = date(2026, 9, 15), date(2026, 9, 21)


def outcome(result: str, corrected_on: date | None = None, *, refused: bool = False) -> Outcome:
    return Outcome(due=DUE, result=result, corrected_on=corrected_on, refused=refused)


@pytest.mark.parametrize("result", ["none", "partial"])
def test_nothing_corrected_is_found_from_the_day_after_the_term(result: str) -> None:
    check_reinspection(SERVED, DUE, date(2026, 9, 22), result)
    with pytest.raises(LawError, match="2026-09-21才届满") as refusal:
        check_reinspection(SERVED, DUE, DUE, result)
    assert (refusal.value.code, refusal.value.field, refusal.value.basis) == ("before_cause", "inspected_on", "行政处罚法 28①")


def test_a_correction_is_found_at_any_time_after_service() -> None:
    check_reinspection(SERVED, DUE, SERVED, "corrected")
    with pytest.raises(LawError, match="早于责令改正送达"):
        check_reinspection(SERVED, DUE, date(2026, 9, 14), "corrected")


def test_a_good_reason_is_no_refusal() -> None:
    assert not has_refused([outcome("partial"), outcome("none")])
    assert has_refused([outcome("none", refused=True), outcome("corrected", DUE)])


def test_a_correction_in_time_is_not_claimed_against_the_record() -> None:
    check_corrected([])
    check_corrected([outcome("none"), outcome("corrected", DUE)])
    for last, why in ((outcome("partial"), "没有查明已改正"), (outcome("corrected", date(2026, 9, 22)), "2026-09-22才改正")):
        with pytest.raises(LawError, match=why) as refusal:
            check_corrected([outcome("corrected", DUE), last])
        assert (refusal.value.code, refusal.value.field) == ("no_basis", "corrected")


@pytest.mark.parametrize(
    ("cause", "own", "party", "limb"),
    [
        ("JC03", "grilling", "citizen", "refusing"),
        ("JC21", "overdue", "org", "overdue"),
        ("JC25", "diverting", "org", "diverting_overdue_org"),
        ("JC25", "diverting", "citizen", "diverting_overdue_person"),
        ("JC25", "unlicensed", "org", None),
        ("JC26", "user_org", "org", "user_org"),
        ("JC26", "unlicensed", "org", None),
        ("JC16", "speaker", "org", "refusing"),
        ("JC28", "premises", "citizen", "premises_refusing"),
        ("JC28", "unlicensed", "citizen", None),
    ],
)
def test_an_order_threatens_with_what_the_law_has_for_this_breach(cause: str, own: str, party: str, limb: str | None) -> None:
    found = threatened(BOOK.causes.cause(cause), BOOK.causes.limb(cause, own), party, SERVED, BOOK)
    assert (found.key if found else None) == limb


@pytest.mark.parametrize(("cause", "own"), [("JC03", "grilling"), ("JC04", "exceeding"), ("JC13", "uncovered")])
def test_the_law_before_the_code_threatens_too(cause: str, own: str) -> None:
    found = threatened(BOOK.causes.cause(cause), BOOK.causes.limb(cause, own), "org", date(2026, 8, 1), BOOK)
    assert found is not None
    assert found.key == "refusing"
