"""What the tests of the replay share: offices in which a case has come to a step, and how many lives are lived.

`./zhifa test tests/replay --hypothesis-profile=long` lives three hundred, other ones each time.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.course import Stage, stages


@pytest.fixture(scope="session")
def kept(city: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Stage]:
    """Offices on disk by the step that waits in their only case."""
    return stages(city, tmp_path_factory.mktemp("stages"))


settings.register_profile("long", max_examples=300, derandomize=False)


@pytest.fixture(scope="session")
def lives() -> settings:
    """How many lives are tried: few and always the same, but for the profile `long`."""
    long = settings.get_current_profile_name() == "long"
    return settings(
        max_examples=300 if long else 12,
        stateful_step_count=25,
        deadline=None,
        derandomize=not long,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )
