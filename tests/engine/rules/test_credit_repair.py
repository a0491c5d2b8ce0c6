"""Credit repair: what stands against it is said in words."""

from datetime import date

import pytest

from engine.rules.credit_repair import Repair, hindrances
from tests.engine.law.published import PARAMETERS

SHOWN = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("day", "settled", "disputed", "others", "word"),
    [
        (date(2027, 2, 1), True, False, (), "最短公示期至2027-02-02"),
        (date(2027, 2, 2), False, False, (), "尚未履行"),
        (date(2027, 2, 2), True, True, (), "尚未结束"),
        (date(2027, 2, 2), True, False, (date(2026, 3, 1),), "又受到处罚"),
    ],
)
def test_what_stands_against_a_repair(day: date, settled: bool, disputed: bool, others: tuple[date, ...], word: str) -> None:  # Cases.
    repair = Repair(published_on=SHOWN, severity="general", performed=settled, disputed=disputed, others=others)
    [found] = hindrances(repair, day, PARAMETERS.at(day))
    assert word in found


def test_nothing_stands_against_it_after_the_shortest_term() -> None:
    repair = Repair(published_on=SHOWN, severity="general", performed=True, disputed=False, others=())
    assert hindrances(repair, date(2027, 2, 2), PARAMETERS.at(date(2027, 2, 2))) == ()


def test_a_stopped_business_is_shown_until_the_end_of_its_term() -> None:
    until = date(2029, 11, 2)
    repair = Repair(published_on=SHOWN, severity="serious", performed=True, disputed=False, others=(), lasting=["责令停产停业"], until=until)
    [found] = hindrances(repair, until, PARAMETERS.at(until))
    assert "至2029-11-02，不提前停止" in found
