from tests.forms.filled import fill


def test_a_reminder_has_day_and_way() -> None:
    assert fill("payment_reminder").values == {"reminded_on": "2026-11-13", "way": "电话", "note": None}
