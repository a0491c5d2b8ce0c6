"""What the tests of the replay share: offices in which a case has come to a step, and how many lives are lived.

`./zhifa test tests/replay --hypothesis-profile=long` lives two in every story, other ones each time, and tells which steps none came to.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.course import Stage, stages
from tests.office import found_city
from web.rehearsal import BEGINNING


@pytest.fixture(scope="session")
def kept(city: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Stage]:
    """Offices on disk by the step that waits in their only case."""
    return stages(city, tmp_path_factory.mktemp("stages"))


@pytest.fixture(scope="session")
def early(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The city, founded before any story begins."""
    return found_city(tmp_path_factory.mktemp("early"), start=BEGINNING)


settings.register_profile("long", derandomize=False)


@pytest.fixture(scope="session")
def lives() -> settings:
    """How many lives are tried in a story, the first of them an empty one: always the same, but for the profile `long`."""
    long = settings.get_current_profile_name() == "long"
    return settings(
        max_examples=3,
        stateful_step_count=25,
        deadline=None,
        derandomize=not long,
        # A life takes seconds: to read a long one takes less time than to find a shorter one.
        phases=(Phase.generate,),
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )
