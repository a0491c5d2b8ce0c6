"""What the tests of the engine's core share: offices in which a case has come to a step."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.course import Stage, stages
from tests.office import Office

Reach = Callable[[str], tuple[Office, str]]


@pytest.fixture(scope="session")
def kept(city: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Stage]:
    """Offices on disk by the step that waits in their only case."""
    return stages(city, tmp_path_factory.mktemp("stages"))


@pytest.fixture
def reach(kept: dict[str, Stage], tmp_path: Path) -> Iterator[Reach]:
    """An office of one's own whose only case has come to a step; `archived` is the end."""
    opened: list[Office] = []

    def enter(step: str) -> tuple[Office, str]:
        opened.append(kept[step].enter(tmp_path / f"{step}{len(opened)}"))
        return opened[-1], kept[step].case

    yield enter
    for office in opened:
        office.house.close()
