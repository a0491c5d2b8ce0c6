"""The stories of `processes/`: every acceptance scenario plays as it is written."""

from pathlib import Path

import pytest

from engine.actor import SYSTEM
from engine.proof.audit import InspectCases
from tests.office import Office, found_city, found_office
from web.coverage import cover
from web.rehearsal import BEGINNING
from web.scenario import DifferenceError, play, read_scenario

STORIES = sorted(Path(__file__).parent.glob("*.yaml"))
PROCESSES = Path(__file__).parents[2] / "processes"


@pytest.fixture(scope="module")
def early(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The city, founded before any story begins."""
    return found_city(tmp_path_factory.mktemp("city"), start=BEGINNING)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_every_story_plays_as_written_and_breaks_no_invariant(story: Path, early: Path, tmp_path: Path) -> None:
    office = found_office(tmp_path / "office", early, start=BEGINNING)
    play(read_scenario(story), office.house, office.clock)
    assert office.house.engine.ask(InspectCases(), SYSTEM).findings == ()
    office.house.close()


def test_the_stories_take_every_flow_of_every_process() -> None:
    """Whoever draws a new way tells a story that goes it; `./zhifa processes explore --stories tests/processes` says which are not gone."""
    shares = list(cover(sorted(PROCESSES.glob("*.bpmn")), STORIES, go_on=lambda: True, say=lambda _: None))
    assert [(each.process, each.missing) for each in shares if each.missing] == []


def test_a_wrong_expectation_is_said_in_words(office: Office, tmp_path: Path) -> None:
    story = tmp_path / "wrong.yaml"
    story.write_text(
        STORIES[[path.stem for path in STORIES].index("s2")]
        .read_text(encoding="utf-8")
        .replace("deadlines: {decision: 2026-12-13}", "deadlines: {decision: 2026-12-12}"),
        encoding="utf-8",
    )
    with pytest.raises(DifferenceError, match="期限decision应为2026-12-12，实为2026-12-13"):
        play(read_scenario(story), office.house, office.clock)
