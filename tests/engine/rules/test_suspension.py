from datetime import date

import pytest

from engine.rules.deadlines import DEADLINES
from engine.rules.suspension import GROUNDS, excludes
from tests.engine.law.published import PARAMETERS

VALUES = PARAMETERS.at(date(2026, 9, 14))


@pytest.mark.parametrize(
    ("key", "excluded"),
    [
        ("decision", {"hearing", "inspection", "testing", "quarantine", "appraisal", "announcement", "transfer", "stay"}),
        ("seizure", {"inspection", "testing", "quarantine", "appraisal"}),
        ("payment", set()),
        ("court.application", {"reconsideration", "litigation"}),
        ("court.judgment", {"reconsideration", "litigation"}),
        ("information.answer", {"third_party"}),
        ("publication", {"announcement"}),
        ("plea", set()),
    ],
)
def test_which_periods_a_term_leaves_out(key: str, excluded: set[str]) -> None:
    assert {ground for ground in GROUNDS if excludes(key, ground, VALUES)} == excluded


def test_nothing_but_what_a_parameter_says_is_left_out() -> None:
    moving = {"decision", "seizure", "court.application", "court.judgment", "information.answer", "publication", "publication.changed"}
    left = DEADLINES.keys() - moving
    assert not any(excludes(key, ground, VALUES) for key in left for ground in GROUNDS)
    with pytest.raises(KeyError):
        excludes("decision", "holiday", VALUES)
