import pytest

from tests.forms.filled import fill, refusal


@pytest.mark.parametrize("finding", ["file", "none", "elsewhere"])
def test_the_finding_leads_the_process(finding: str) -> None:
    assert fill("verification", finding=finding).routing == {"finding": finding}


def test_two_officers_verify_whatever_they_find() -> None:
    assert refusal("verification", second=None, finding="none") == {"second": "必须填写协办执法人员。"}
