from tests.forms.filled import fill, refusal


def test_three_agree() -> None:
    assert fill("panel_discussion").routing == {"resolution": "agree"}


def test_a_return_has_a_reason() -> None:
    assert refusal("panel_discussion", resolution="return") == {"reason": "退回或者另行召集的，必须写明理由。"}
