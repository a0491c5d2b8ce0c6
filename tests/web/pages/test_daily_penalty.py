"""Fines for every day on the pages: why not, in which days, what waits after a refusal, and the clue of the new case."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.engine.commands.test_goods import PROCESSES
from tests.office import found_city, found_office
from tests.web.desk import Desk
from web.rehearsal import BEGINNING
from web.scenario import Play, play, read_scenario

STORY = read_scenario(PROCESSES.parent / "tests" / "processes" / "daily_penalty.yaml")


@pytest.fixture(scope="module")
def early(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The city, founded before any story begins."""
    return found_city(tmp_path_factory.mktemp("city"), start=BEGINNING)


def told(early: Path, tmp_path: Path, before: int) -> tuple[Desk, Play]:
    office = found_office(tmp_path / "office", early, start=BEGINNING)
    stage = play(replace(STORY, steps=STORY.steps[:before]), office.house, office.clock)
    return Desk(office, "zhouyan"), stage


def place(do: str, name: str) -> int:
    return next(number for number, step in enumerate(STORY.steps) if step.do == do and step.name == name)


def test_the_start_says_why_not_and_by_which_basis(early: Path, tmp_path: Path) -> None:
    first = next(number for number, step in enumerate(STORY.steps) if step.procedure == "daily_penalty")
    desk, stage = told(early, tmp_path, first)
    page = desk.get(f"/cases/{stage.cases['case']}/start/daily_penalty")
    assert "本机关没有实施按日连续处罚的权限（生态环境法典1060" in page.text
    assert not page.texts("//*[@name='checked_on']")


def test_the_start_says_in_which_days(early: Path, tmp_path: Path) -> None:
    desk, stage = told(early, tmp_path, place("start", "first"))
    page = desk.get(f"/cases/{stage.cases['case']}/start/daily_penalty")
    assert page.texts("//section[h2='可以复查的日期']//td[3]") == ["9月25日", "9月28日", "10月25日"]


def test_a_refusal_leads_to_the_case_that_fines_for_every_day(early: Path, tmp_path: Path) -> None:
    desk, stage = told(early, tmp_path, place("open", "daily"))
    case, recheck = stage.cases["case"], stage.procedures["first"]
    page = desk.get(f"/cases/{case}")
    assert "22,500元×5日112,500元" in page.text
    address = f"/cases/new?beside={case}&recheck={recheck}"
    assert page.links("/cases/new?beside") == [address]
    clue = desk.get(address)
    assert clue.values("//*[@name='cause']") == ["JC30"]
    assert clue.values("//*[@name='party.name']") == ["炊烟里餐饮(江川)有限公司"]
    assert clue.values("//*[@name='discovered_on']") == ["2026-09-30"]
    # Sent as it stands, it is registered; the notice of the fined case goes.
    assert desk.fill(address).status == 303
    assert "还没有另案" not in desk.get(f"/cases/{case}").text


def test_the_report_starts_with_what_the_recheck_fixes(early: Path, tmp_path: Path) -> None:
    report = next(number for number, step in enumerate(STORY.steps) if step.case == "daily" and step.task == "investigation_report")
    desk, stage = told(early, tmp_path, report)
    page = desk.get(desk.task(stage.cases["daily"], "investigation_report"))
    found = {name: page.values(f"//*[@name='{name}']") for name in ("act_start", "act_end", "measured", "price", "fine")}
    assert found == {"act_start": ["2026-09-26"], "act_end": ["2026-09-30"], "measured": ["5"], "price": ["22500"], "fine": ["112500"]}
    assert "第5日，22,500元累计112,500元" in page.text
    original = desk.get(f"/cases/{stage.cases['case']}")
    assert "还没有另案" not in original.text
    assert "按日连续处罚的原案件" in original.text
