from tests.forms.filled import fill, refusal


def test_a_check_of_the_correction_has_its_day() -> None:
    assert refusal("closing", correction_checked="on") == {"correction_checked_on": "已复查的，必须填写复查日期。"}
    assert refusal("closing", correction_checked_on="2026-11-20") == {"correction_checked_on": "没有勾选已复查，不填复查日期。"}
    assert fill("closing", correction_checked="on", correction_checked_on="2026-11-20").values["correction_checked"] is True
