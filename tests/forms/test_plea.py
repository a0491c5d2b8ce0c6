from tests.forms.filled import fill, refusal


def test_a_waiver_has_only_its_day() -> None:
    assert fill("plea").routing == {"plea": "waived"}
    assert refusal("plea", content="我认为……") == {"content": "明确放弃的，不填陈述申辩内容。"}


def test_a_plea_is_recorded() -> None:
    assert set(refusal("plea", plea="submitted")) == {"way", "content"}
    assert fill("plea", plea="submitted", way="written", content="已装净化器。", evidence="e7").routing == {"plea": "submitted"}
