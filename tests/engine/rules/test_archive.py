"""How long volumes and recordings are kept. Source: parameters `archive.*`, `av.retention`."""

from dataclasses import replace
from datetime import date

import pytest

from engine.errors import InvalidInputError, LawError
from engine.rules.archive import check_handover, check_term, check_volume, handed_over_after, kept_for, recordings_kept
from tests.engine.law.published import PARAMETERS

VALUES = PARAMETERS.at(date(2026, 11, 26))


def test_the_city_says_how_long_a_volume_is_kept() -> None:
    assert kept_for("summary", filed=True, major=False, parameters=VALUES) == "10年"
    assert kept_for("ordinary", filed=True, major=False, parameters=VALUES) == "30年"
    assert kept_for("ordinary", filed=True, major=True, parameters=VALUES) == "永久"
    assert kept_for("ordinary", filed=False, major=False, parameters=VALUES) == "10年"


@pytest.mark.parametrize(("term", "least"), [("10年", "30年"), ("30年", "永久")])
def test_a_shorter_term_is_refused(term: str, least: str) -> None:
    with pytest.raises(InvalidInputError):
        check_term(term, least)


@pytest.mark.parametrize(("term", "least"), [("30年", "30年"), ("30年", "10年"), ("永久", "30年"), ("永久", "永久")])
def test_a_longer_term_is_allowed(term: str, least: str) -> None:
    check_term(term, least)


def test_a_volume_of_summary_cases_takes_in_no_more_than_it_may_hold() -> None:
    check_volume("2026-简-1", 49, 50)
    with pytest.raises(InvalidInputError):
        check_volume("2026-简-1", 50, 50)


def test_recordings_are_kept_as_long_as_their_volume_or_for_ever() -> None:
    assert recordings_kept("30年", VALUES) == 30
    assert recordings_kept("永久", VALUES) is None
    forever = replace(VALUES.parameter("av.retention"), value="永久")
    assert recordings_kept("10年", VALUES.amended([forever])) is None


def test_a_volume_goes_to_the_archives_only_if_it_is_kept_beyond_the_term() -> None:
    assert handed_over_after("永久", VALUES) == 20
    assert handed_over_after("30年", VALUES) == 20
    assert handed_over_after("10年", VALUES) is None
    county = replace(VALUES.parameter("archive.transfer.years"), value=10)
    assert handed_over_after("30年", VALUES.amended([county])) == 10


def test_a_handover_before_its_term_needs_a_ground() -> None:
    archived, due = date(2026, 11, 18), date(2046, 11, 18)
    check_handover(due, archived, due, None)
    check_handover(date(2030, 3, 4), archived, due, "unsafe")
    with pytest.raises(LawError, match="满移交期限"):
        check_handover(date(2046, 11, 17), archived, due, None)
    with pytest.raises(LawError, match="早于归档"):
        check_handover(date(2026, 11, 17), archived, due, "unsafe")
