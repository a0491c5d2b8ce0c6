"""The share of the processes that scenarios take: a story played to its end shows its flows, and what time leaves out is said."""

from pathlib import Path

from web.coverage import cover

HERE = Path(__file__).parents[1] / "processes"
PROCESSES = Path(__file__).parents[2] / "processes"


def test_a_story_shows_the_flows_that_it_takes() -> None:
    said: list[str] = []
    (summary,) = cover([PROCESSES / "summary.bpmn"], [HERE / "s1.yaml"], go_on=lambda: True, say=said.append)
    assert said == ["演练场景1个"]
    assert summary.flows[1] > 10
    assert not [missing for missing in summary.missing if "当场交付" in missing]
    assert [missing for missing in summary.missing if "终止办理" in missing]


def test_stories_for_which_there_is_no_time_are_not_played() -> None:
    said: list[str] = []
    (summary,) = cover([PROCESSES / "summary.bpmn"], [HERE / "s1.yaml", HERE / "s2.yaml"], go_on=lambda: False, say=said.append)
    assert said == ["时间已到，只演练了2个场景中的0个"]
    assert summary.flows[1] == 0
