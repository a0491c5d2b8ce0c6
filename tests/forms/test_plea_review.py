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


def test_a_plea_makes_nothing_heavier() -> None:
    found = refusal("plea_review", factors=[{"code": "deceit", "evidence": "e7"}])
    assert found == {"factors": "不得因陈述、申辩增加从重情节（行政处罚法第四十五条第二款）。"}


def test_changed_facts_are_for_a_new_report() -> None:
    assert refusal("plea_review", facts_changed="true", fine="30000") == {"fine": "事实有变的，新的拟罚款在终结报告中提出，此处不填。"}
