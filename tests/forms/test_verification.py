import pytest

from tests.forms.filled import fill, refusal


@pytest.mark.parametrize("finding", ["file", "none", "elsewhere"])
def test_the_finding_leads_the_process(finding: str) -> None:
    ours = {"competent": "江川市生态环境局", "not_ours": "锅炉由生态环境部门监管。"} if finding == "elsewhere" else {}
    assert fill("verification", finding=finding, **ours).routing == {"finding": finding}


def test_two_officers_verify_whatever_they_find() -> None:
    assert refusal("verification", second=None, finding="none") == {"second": "必须填写协办执法人员。"}


def test_a_clue_that_is_not_ours_names_whose_it_is() -> None:
    assert set(refusal("verification", finding="elsewhere")) == {"competent", "not_ours"}
    assert set(refusal("verification", finding="none", competent="江川市生态环境局")) == {"competent"}
