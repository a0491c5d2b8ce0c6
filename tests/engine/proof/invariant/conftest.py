"""What the tests of the invariants share: played cases as their journals tell them, forged by nobody."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from engine.proof.audit import plain_entries
from engine.proof.invariant import Office, read_journal
from tests.engine.proof.invariant.tale import Tale
from tests.office import S2, found_city, found_office
from web.rehearsal import BEGINNING


@pytest.fixture(scope="session")
def early(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a city that was founded before any story begins."""
    return found_city(tmp_path_factory.mktemp("early"), start=BEGINNING)


@pytest.fixture(scope="session")
def told(early: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Tale]:
    """A story of one case, played once and put on paper."""

    @cache
    def played(story: str) -> Tale:
        office = found_office(tmp_path_factory.mktemp("told"), early, start=BEGINNING)
        case = office.play(S2.with_name(f"{story}.yaml"))
        office.paper_everything()
        with office.house.database.reading() as connection:
            tale = Tale(list(plain_entries(connection, case)), Office(read_journal("office", plain_entries(connection, "office"))))
        office.house.close()
        return tale

    return played


@pytest.fixture
def tale(told: Callable[[str], Tale]) -> Tale:
    """A restaurant that was heard, fined 19,500 yuan and published, to be forged."""
    return told("s2").copy()


@pytest.fixture
def heard(told: Callable[[str], Tale]) -> Tale:
    """A company that asked for a hearing and was fined 510,000 yuan after it, with the consent of a panel, to be forged."""
    return told("s3").copy()


@pytest.fixture
def seized(told: Callable[[str], Tale]) -> Tale:
    """A pedlar whose goods were seized, kept until the decision and given back, to be forged."""
    return told("s5").copy()
