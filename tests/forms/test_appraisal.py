from tests.forms.filled import fill, refusal


def test_measured_value_and_limit_belong_together() -> None:
    assert refusal("appraisal", measured="4.8") == {"limit": "填写了实测值的，必须填写标准限值。"}
    assert refusal("appraisal", limit="2.0") == {"measured": "填写了标准限值的，必须填写实测值。"}
    assert fill("appraisal", measured="4.8", limit="2.0").values["measured"] == "4.8"


def test_nothing_is_a_multiple_of_zero() -> None:
    assert refusal("appraisal", measured="4.8", limit="0") == {"limit": "标准限值须大于零。"}
