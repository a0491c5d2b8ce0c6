"""What all tests share: an office founded once and copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.office import Office, found_city, found_office

# Time is measured by benchmarks, never by tests: the machine may be busy.
hypothesis_settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("steady")


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a city with its law and its people."""
    return found_city(tmp_path_factory.mktemp("city"))


@pytest.fixture
def office(city: Path, tmp_path: Path) -> Iterator[Office]:
    """An office of one's own."""
    opened = found_office(tmp_path / "office", city)
    yield opened
    opened.house.close()
