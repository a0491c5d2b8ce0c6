import pytest

from tests.forms.filled import fill, refusal


@pytest.mark.parametrize("accepted", ["part", "none"])
def test_what_is_not_accepted_needs_a_reason(accepted: str) -> None:
    assert refusal("plea_review", accepted=accepted) == {"reason": "未全部采纳的，必须写明理由。"}


def test_the_review_lowers_the_fine_with_a_proven_factor() -> None:
    data = fill("plea_review", accepted="part", reason="超标事实成立。", fine="19500", factors=[{"code": "harm_reduced", "evidence": "e7"}])
    assert data.values["fine"] == "19500"
    assert data.routing == {"facts_changed": False}


def test_a_plea_that_does_not_hold_changes_no_facts() -> None:
    assert refusal("plea_review", accepted="none", reason="无证据。", facts_changed="true") == {"facts_changed": "申辩未被采纳的，不因申辩改变事实。"}
