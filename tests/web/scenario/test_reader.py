"""Reading scenario files: one may go on from the end of another."""

from pathlib import Path

import pytest

from tests.office import Office
from web.scenario import DifferenceError, ScenarioError, play, read_scenario

BEGUN = """
scenario: 开头
city: jiangchuan
steps:
  - {at: 2026-09-14 09:00, by: zhouyan, do: open}
  - {by: wumin, task: confirm_verification}
"""
AFTERWARDS = """
scenario: 后来
city: jiangchuan
from: begun.yaml
steps:
  - {by: hanlei, task: review_filing}
"""


def test_a_scenario_goes_on_from_the_end_of_another(tmp_path: Path) -> None:
    (tmp_path / "begun.yaml").write_text(BEGUN, encoding="utf-8")
    (tmp_path / "afterwards.yaml").write_text(AFTERWARDS, encoding="utf-8")
    scenario = read_scenario(tmp_path / "afterwards.yaml")
    assert scenario.title == "后来"
    assert [step.by for step in scenario.steps] == ["zhouyan", "wumin", "hanlei"]
    assert [step.place for step in scenario.steps] == ["begun.yaml 第1步", "begun.yaml 第2步", "第1步"]


@pytest.mark.parametrize(
    ("begun", "why"),
    [
        (BEGUN.replace("steps:", "from: afterwards.yaml\nsteps:"), "from 又回到了afterwards.yaml"),
        (BEGUN.replace("steps:", "from: begun.yaml\nsteps:"), "from 又回到了begun.yaml"),
        (BEGUN.replace("steps:", "from: nowhere.yaml\nsteps:"), "nowhere.yaml：不能读取"),
        (BEGUN.replace("steps:", "after: s2.yaml\nsteps:"), "此外只能有 from"),
        (BEGUN.replace("by: wumin", "who: wumin"), "begun.yaml 第2步：不认识的键who"),
        (BEGUN.replace("do: open", "do: open, with: {matter: 罚款20,000元}"), "begun.yaml 第1步：with 中的“000元”没有值"),
    ],
)
def test_a_beginning_that_cannot_be_read_is_said_by_its_own_name(begun: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "begun.yaml").write_text(begun, encoding="utf-8")
    (tmp_path / "afterwards.yaml").write_text(AFTERWARDS, encoding="utf-8")
    with pytest.raises(ScenarioError, match=why):
        read_scenario(tmp_path / "afterwards.yaml")


def test_time_does_not_go_back(office: Office, tmp_path: Path) -> None:
    (tmp_path / "back.yaml").write_text(
        "scenario: 倒退\ncity: jiangchuan\nsteps:\n  - {at: 2026-11-20 09:00}\n  - {at: 2026-11-19 09:00}\n", encoding="utf-8"
    )
    with pytest.raises(DifferenceError, match="第2步：时间不能倒退到2026-11-19 09:00"):
        play(read_scenario(tmp_path / "back.yaml"), office.house, office.clock)
