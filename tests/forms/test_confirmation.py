from tests.forms.filled import fill, refusal


def test_a_confirmation_needs_no_word() -> None:
    assert fill("confirmation").routing == {"confirmed": True}


def test_a_refusal_to_confirm_needs_its_reason() -> None:
    assert refusal("confirmation", confirmed="false") == {"reason": "不确认的，必须写明理由。"}
    assert fill("confirmation", confirmed="false", reason="当日未到场。").routing == {"confirmed": False}
