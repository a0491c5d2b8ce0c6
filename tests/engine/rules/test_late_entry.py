from datetime import date

import pytest

from engine.errors import InvalidInputError, LawError
from engine.rules.late_entry import is_heard, received_in_time

SERVED, DUE = date(2026, 10, 13), date(2026, 10, 20)


@pytest.mark.parametrize(("received", "in_time"), [(SERVED, True), (DUE, True), (date(2026, 10, 21), False)])
def test_the_day_of_receipt_counts_and_not_that_of_the_entry(received: date, in_time: bool) -> None:
    assert received_in_time("plea", received, SERVED, DUE) is in_time


def test_nothing_is_received_before_the_notice() -> None:
    with pytest.raises(LawError) as refused:
        received_in_time("hearing", date(2026, 10, 12), SERVED, DUE)
    assert (refused.value.code, refused.value.basis, refused.value.field) == ("before_cause", "行政处罚法 44、64(1)", "received_on")


def test_what_came_in_time_is_heard_whatever_the_agency_likes() -> None:
    assert is_heard("plea", None, DUE, in_time=True)
    assert is_heard("plea", "heard", DUE, in_time=True)
    with pytest.raises(InvalidInputError) as refused:
        is_heard("plea", "refused", DUE, in_time=True)
    assert refused.value.fields["admitted"] == ("这是期限内（至2026-10-20）收到的，必须听取（行政处罚法第四十五条第一款）。",)


def test_what_came_late_binds_the_agency_to_nothing_but_an_answer() -> None:
    assert is_heard("hearing", "heard", DUE, in_time=False)
    assert not is_heard("hearing", "refused", DUE, in_time=False)
    with pytest.raises(InvalidInputError) as refused:
        is_heard("hearing", None, DUE, in_time=False)
    assert list(refused.value.fields) == ["admitted"]
