from datetime import date

import pytest

from engine.rules.limitation import is_barred
from tests.engine.law.published import BOOK


@pytest.mark.parametrize(
    ("discovered", "harm", "barred"),
    [
        (date(2026, 9, 14), False, False),
        (date(2026, 9, 15), False, True),
        (date(2026, 9, 15), True, False),
        (date(2029, 9, 14), True, False),
        (date(2029, 9, 15), True, True),
    ],
)
def test_two_years_or_five_from_the_end_of_the_act(discovered: date, harm: bool, barred: bool) -> None:
    assert is_barred(date(2024, 9, 14), discovered, BOOK.parameters, harm=harm) == barred
