from datetime import date

import pytest

from engine.errors import LawError
from engine.rules.guardian import check_guardian, needs_guardian

TODAY = date(2026, 9, 14)


@pytest.mark.parametrize(
    ("born", "minor"),
    [(date(2008, 9, 13), False), (date(2008, 9, 14), True), (date(2008, 9, 15), True), (date(2020, 1, 1), True), (None, False)],
)
def test_who_is_not_yet_eighteen_needs_a_guardian(born: date | None, minor: bool) -> None:
    assert needs_guardian(born, TODAY) is minor


def test_only_a_minor_without_a_guardian_is_refused() -> None:
    check_guardian(date(2012, 5, 20), TODAY, recorded=True)
    check_guardian(date(1985, 7, 2), TODAY, recorded=False)
    with pytest.raises(LawError) as refused:
        check_guardian(date(2012, 5, 20), TODAY, recorded=False)
    assert refused.value.code == "guardian_required"
    assert "民法典 23、27" in (refused.value.basis or "")
