from tests.forms.filled import fill, refusal


def test_an_approval_has_an_opinion() -> None:
    assert refusal("approval", opinion=None) == {"opinion": "同意的，必须写明审批意见。"}


def test_a_return_has_a_reason() -> None:
    assert refusal("approval", approved="false") == {"reason": "退回的，必须写明理由。"}
    values = fill("approval", approved="false", opinion=None, reason="主体不清。").values
    assert values == {"approved": False, "opinion": None, "reason": "主体不清。"}
