"""Panels: enough must vote, more than half of all members must agree, and the chair states what the votes say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import LawError
from engine.rules.panel import Tally, check_resolution, count

VOTES = st.lists(st.sampled_from(["agree", "disagree", "abstain", None]), min_size=3, max_size=9)


RESULTS = ("agree", "return", "adjourn")


def allowed(tally: Tally, resolution: str) -> bool:
    try:
        check_resolution(tally, resolution, 3)
    except LawError as refusal:
        return (refusal.code, refusal.basis, refusal.field) != ("panel_required", "行政处罚法 57②", "resolution")
    else:
        return True


@pytest.mark.parametrize(
    ("votes", "result"),
    [
        (["agree", "agree", "agree"], "agree"),
        (["agree", "agree", "disagree"], "agree"),
        (["agree", "disagree", "abstain"], "return"),
        (["agree", "agree", None], "adjourn"),
        (["disagree", None, None], "adjourn"),
        (["agree", "agree", "disagree", "disagree"], "return"),
        (["agree", "agree", "agree", None, None], "agree"),
        (["agree", "agree", "agree", None, None, None], "adjourn"),
        (["agree", "disagree", "abstain", None, None], "return"),
    ],
)
def test_the_result_is_what_the_votes_say(votes: list[str | None], result: str) -> None:
    assert [resolution for resolution in RESULTS if allowed(count(votes), resolution)] == [result]


@given(VOTES)
def test_every_panel_has_exactly_one_result(votes: list[str | None]) -> None:
    assert [allowed(count(votes), resolution) for resolution in RESULTS].count(True) == 1


@given(VOTES, st.integers(0, 8))
def test_a_further_agreement_never_undoes_one(votes: list[str | None], place: int) -> None:
    if allowed(count(votes), "agree"):
        votes[place % len(votes)] = "agree"
        assert allowed(count(votes), "agree")
