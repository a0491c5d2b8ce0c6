"""What similar cases paid: the city and the own district, by officer and department, and nothing of the parties."""

from decimal import Decimal

import pytest

from engine.errors import NotAllowedError, NotFoundError
from engine.queries.spread import FineSpreads, Similar, SimilarFines, TierSpread
from tests.alike import copies
from tests.office import Office


@pytest.fixture
def case(office: Office) -> str:
    """A decided case; five more like it in its own district, six in the other."""
    decided = office.play_s2(until="confirm_payment")
    explained = office.file(decided).assessments[-1].explanation
    copies(office, decided, ["15000", "16000", "17000", "18000", "19000"], explained=explained)
    copies(office, decided, ["25000"] * 6, explained=explained, district="xishan", lead="何川")
    return decided


def similar(office: Office, case: str, by: str = "zhouyan") -> Similar:
    found = office.house.engine.ask(SimilarFines(case_id=case), office.actor(by))
    assert found is not None
    return found


def tiers(office: Office, by: str) -> TierSpread:
    (tier,) = office.house.engine.ask(FineSpreads(), office.actor(by))
    return tier


def test_similar_cases_are_compared_with_the_city_and_the_own_district(office: Office, case: str) -> None:
    found = similar(office, case)
    assert (found.city_count, found.district_count) == (11, 5)
    assert found.city is not None
    assert found.city.median == Decimal(25_000)
    assert found.district is not None
    assert found.district.median == Decimal(17_000)


def test_cases_with_other_factors_are_not_similar(office: Office) -> None:
    decided = office.play_s2(until="confirm_payment")
    explained = office.file(decided).assessments[-1].explanation
    copies(office, decided, ["15000"] * 6, explained={**explained, "lenient": 0})
    found = similar(office, decided)
    assert (found.likeness.lenient, found.city_count, found.city) == (1, 0, None)


def test_a_case_of_another_district_is_not_there(office: Office, case: str) -> None:
    with pytest.raises(NotFoundError):
        similar(office, case, by="hechuan")


def test_leaders_see_departments_and_officers(office: Office, case: str) -> None:
    found = tiers(office, "taoran")
    assert found.tier == "较重"
    assert [(share.name, share.count) for share in found.districts] == [("donghu", 6), ("xishan", 6)]
    assert [(share.name, share.count) for share in found.officers] == [("何川", 6), ("周岩", 6)]
    assert case


def test_a_head_sees_the_officers_of_the_own_district_and_all_departments(office: Office, case: str) -> None:
    found = tiers(office, "limin")
    assert [share.name for share in found.officers] == ["周岩"]
    assert [share.name for share in found.districts] == ["donghu", "xishan"]
    assert case


@pytest.mark.parametrize("by", ["zhouyan", "shenyanqiu", "qianhui", "anquan"])
def test_nobody_else_sees_the_spreads(office: Office, by: str) -> None:
    with pytest.raises(NotAllowedError):
        office.house.engine.ask(FineSpreads(), office.actor(by))
