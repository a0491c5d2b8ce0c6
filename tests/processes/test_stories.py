"""The stories of `processes/`: every acceptance scenario plays as it is written."""

from pathlib import Path

import pytest

from engine.actor import SYSTEM
from engine.proof.audit import InspectCases
from tests.office import START, Office, found_city, found_office
from web.scenario import DifferenceError, play, read_scenario

STORIES = sorted(Path(__file__).parent.glob("*.yaml"))


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_every_story_plays_as_written_and_breaks_no_invariant(story: Path, tmp_path: Path) -> None:
    scenario = read_scenario(story)
    start = scenario.steps[0].at or START
    office = found_office(tmp_path / "office", found_city(tmp_path / "city", start=start), start=start)
    play(scenario, office.house, office.clock)
    assert office.house.engine.ask(InspectCases(), SYSTEM).findings == ()
    office.house.close()


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
