import pytest

from engine.rules.document.legal_review import ITEMS
from tests.forms.filled import fill, refusal


def test_a_pass_names_no_step() -> None:
    assert fill("legal_review").routing == {"opinion": "pass", "return_to": None}
    assert refusal("legal_review", return_to="investigation") == {"return_to": "审核通过的，不选退回步骤。"}


@pytest.mark.parametrize("opinion", ["supplement", "return", "disagree"])
def test_what_does_not_pass_goes_back_to_a_named_step_with_a_reason(opinion: str) -> None:
    assert set(refusal("legal_review", opinion=opinion)) == {"return_to", "reason"}
    data = fill("legal_review", opinion=opinion, return_to="investigation", reason="补充询问笔录。")
    assert data.routing == {"opinion": opinion, "return_to": "investigation"}


@pytest.mark.parametrize("item", ITEMS)
def test_a_problem_is_explained_and_does_not_pass(item: str) -> None:
    remark, crime = f"{item}_remark", {"offence": "污染环境罪"} if item == "crime" else {}
    assert set(refusal("legal_review", **{item: "problem"})) == {remark, "opinion", *crime}
    assert "有问题，不能通过。" in refusal("legal_review", **{item: "problem", remark: "缺证件复印件"})["opinion"]
    fill("legal_review", opinion="return", return_to="investigation_report", reason="见清单。", **{item: "problem", remark: "缺证件复印件"}, **crime)


def test_no_crime_is_named_where_none_is_suspected() -> None:
    assert refusal("legal_review", offence="污染环境罪") == {"offence": "涉嫌犯罪移送无问题的，不填罪名。"}


def test_all_eight_items_are_reviewed() -> None:
    assert set(refusal("legal_review", **dict.fromkeys(ITEMS))) == set(ITEMS)
