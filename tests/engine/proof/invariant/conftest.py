"""What the tests of the invariants share: scenario S2 as its journal tells it."""

from pathlib import Path

import pytest

from engine.proof.audit import plain_entries
from engine.proof.invariant import Office, read_journal
from tests.engine.proof.invariant.tale import Tale
from tests.office import found_office


@pytest.fixture(scope="session")
def told(city: Path, tmp_path_factory: pytest.TempPathFactory) -> Tale:
    """A restaurant that was heard, fined 19,500 yuan and published: played once, forged by nobody."""
    office = found_office(tmp_path_factory.mktemp("told"), city)
    case = office.play_s2()
    office.paper_everything()
    with office.house.database.reading() as connection:
        tale = Tale(list(plain_entries(connection, case)), Office(read_journal("office", plain_entries(connection, "office"))))
    office.house.close()
    return tale


@pytest.fixture
def tale(told: Tale) -> Tale:
    """The same, to be forged."""
    return told.copy()
