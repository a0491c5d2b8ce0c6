import pytest

from engine.actor import SYSTEM
from engine.queries.catalogue import CauseChoices, LimbChoices
from tests.office import Office


@pytest.mark.parametrize(
    ("party", "number", "whom"), [("person", 4, "个人"), ("individual_business", 4, "个人"), ("organisation", 4, "单位"), ("", 8, "")]
)
def test_only_the_limbs_for_the_party_are_offered(office: Office, party: str, number: int, whom: str) -> None:
    """JC17 has the same four limbs for individuals and for units, with other ranges."""
    found = office.house.engine.ask(LimbChoices(cause="JC17", party=party), SYSTEM)
    assert len(found) == number
    assert all(title.startswith(whom) for _, title in found)


def test_every_cause_is_looked_for_under_a_group(office: Office) -> None:
    assert all(choice.group for choice in office.house.engine.ask(CauseChoices(), SYSTEM))
