from datetime import UTC, date, datetime

import forms
from tests.forms.filled import fill, refusal


def test_today_is_not_in_the_future() -> None:
    assert fill("payment", paid_on="2026-11-23").values["paid_on"] == "2026-11-23"


def test_a_day_is_typed_or_a_date() -> None:
    assert fill("payment", paid_on=date(2024, 2, 29)).values["paid_on"] == fill("payment", paid_on=" 2024-02-29 ").values["paid_on"]


def test_an_instant_is_no_day() -> None:
    assert refusal("payment", paid_on=datetime(2026, 11, 12, 23, tzinfo=UTC)) == {"paid_on": "缴款日期不是有效的日期，应如2026-10-28。"}


def test_a_slip_in_the_year_is_refused() -> None:
    assert refusal("payment", paid_on="0206-11-12") == {"paid_on": "缴款日期过早，请核对年份。"}


def test_a_term_may_lie_ahead() -> None:
    values = fill("investigation_report", order_correction="安装净化设施", correction_due="2026-12-31").values
    assert values["correction_due"] == "2026-12-31"


def test_the_present_day_is_the_default_where_the_form_says_so() -> None:
    assert fill("verification").values["inspected_on"] == "2026-11-23"


def test_an_hour_has_two_digits_and_its_minutes_and_is_picked_on_a_clock() -> None:
    assert fill("hearing_notice", meets_at="０９：３０").values["meets_at"] == "09:30"
    for wrong in ("9:30", "24:00", "0930"):
        assert refusal("hearing_notice", meets_at=wrong) == {"meets_at": "听证时间应如09:30。"}
    assert [item.widget for item in forms.describe("hearing_notice").fields if item.name == "meets_at"] == ["time"]
