from tests.forms.filled import fill, refusal


def test_what_is_published_has_a_summary() -> None:
    assert refusal("publication", summary=None) == {"summary": "公示的，必须填写公示摘要。"}
    assert fill("publication").routing == {"publish": True}


def test_what_is_withheld_has_a_reason() -> None:
    assert refusal("publication", publish="false") == {"reason": "不公示的，必须写明理由。"}
    assert fill("publication", publish="false", summary=None, reason="当事人是未成年人。").routing == {"publish": False}
