"""The form of what a reconsideration came to, as whoever records it sees it: asked is what can become of the act that was challenged."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.engine.commands.test_goods import PROCESSES
from tests.office import found_city, found_office
from tests.web.desk import Desk
from web.rehearsal import BEGINNING
from web.scenario import play, read_scenario

STORIES = PROCESSES.parent / "tests" / "processes"
CHANGED = ("fine", "gains", "opposed", "content")


@pytest.fixture(scope="module")
def early(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The city, founded before any story begins."""
    return found_city(tmp_path_factory.mktemp("city"), start=BEGINNING)


@pytest.mark.parametrize(
    ("story", "asked", "label"),
    [
        ("reconsideration", ["fine", "gains", "opposed"], "变更后的罚款"),
        ("surcharge_challenged", ["fine"], "变更后的加处罚款"),
        ("seizure_annulled", ["content"], "变更后的内容"),
    ],
)
def test_only_that_is_asked_by_which_the_act_can_be_changed(story: str, asked: list[str], label: str, early: Path, tmp_path: Path) -> None:
    office = found_office(tmp_path / "office", early, start=BEGINNING)
    told = read_scenario(STORIES / f"{story}.yaml")
    before = next(number for number, step in enumerate(told.steps) if step.task == "record_reconsideration")
    case = next(reversed(play(replace(told, steps=told.steps[:before]), office.house, office.clock).cases.values()))
    desk = Desk(office, str(told.steps[before].by))
    page = desk.get(desk.task(case, "record_reconsideration"))
    assert [name for name in CHANGED if page.texts(f"//*[@name='{name}']")] == asked
    assert label in page.text
    assert all(page.texts(f"//*[@data-when='result' and @data-values='changed|mediated'][.//*[@name='{name}']]") for name in asked)
    office.house.close()


def test_a_term_against_another_act_says_against_which_paper_it_runs(early: Path, tmp_path: Path) -> None:
    office = found_office(tmp_path / "office", early, start=BEGINNING)
    told = read_scenario(STORIES / "performance_cost.yaml")
    case = next(reversed(play(told, office.house, office.clock).cases.values()))
    about = Desk(office, "zhouyan").get(f"/cases/{case}").texts("//section[@aria-labelledby='clocks']//summary//small")
    assert any(text.startswith("《立即代履行告知书》") for text in about)
    office.house.close()
