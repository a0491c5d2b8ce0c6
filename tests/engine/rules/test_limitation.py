from datetime import date

import pytest

from engine.errors import LawError
from engine.rules.limitation import check_ground, is_barred
from tests.engine.law.published import BOOK, CAUSES


@pytest.mark.parametrize(
    ("discovered", "ground", "barred"),
    [
        (date(2026, 9, 14), None, False),
        (date(2026, 9, 15), None, True),
        (date(2026, 9, 15), "life_health", False),
        (date(2029, 9, 14), "financial", False),
        (date(2029, 9, 15), "life_health", True),
    ],
)
def test_two_years_or_on_a_ground_of_the_law_five_from_the_end_of_the_act(discovered: date, ground: str | None, *, barred: bool) -> None:
    assert is_barred(date(2024, 9, 14), discovered, BOOK.parameters, ground=ground) == barred


def test_damage_to_the_environment_is_a_ground_under_the_code_alone() -> None:
    check_ground("environment", CAUSES.limb("JC04", "exceeding"), date(2026, 8, 15))
    for limb, day in ((CAUSES.limb("JC04", "exceeding"), date(2026, 8, 14)), (CAUSES.limb("JC19", "occupying"), date(2026, 9, 1))):
        with pytest.raises(LawError, match="不是生态环境法典"):
            check_ground("environment", limb, day)
        check_ground("life_health", limb, day)
