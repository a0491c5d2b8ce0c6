from tests.forms.filled import fill, refusal


def test_the_party_is_told_with_whom_and_where_it_may_speak() -> None:
    assert set(refusal("notice", contact=None, address=None)) == {"contact", "address"}
    assert fill("notice").values["confirm"] is True
