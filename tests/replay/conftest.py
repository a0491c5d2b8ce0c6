"""What the tests of the replay share: offices in which a case has come to a step."""

from pathlib import Path

import pytest

from tests.course import Stage, stages


@pytest.fixture(scope="session")
def kept(city: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Stage]:
    """Offices on disk by the step that waits in their only case."""
    return stages(city, tmp_path_factory.mktemp("stages"))
