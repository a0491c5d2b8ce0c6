"""Goods at the desk and in the street: what is held where until when, and how it is named in forms, with no script needed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.course import drive
from tests.engine.commands.test_goods import PHONED, PROCESSES, RECORD, taken
from tests.office import Office, found_city, found_office
from tests.web.desk import Desk
from web.rehearsal import BEGINNING
from web.scenario import play, read_scenario

STORY = PROCESSES.parent / "tests" / "processes" / "unclaimed_restitution.yaml"


@pytest.fixture
def case(office: Office) -> str:
    """A case with a grill and skewers under preservation."""
    return taken(office)[0]


def test_the_page_of_the_case_lists_what_is_held_where_and_until_when(office: Office, case: str) -> None:
    text = Desk(office, "zhouyan").get(f"/cases/{case}").text
    for said in ("涉案物品", "木炭烧烤架1台", "烤串12串", "易腐", "先行登记保存中", "存放于东湖一中队物品保管室，吴敏保管", "10月12日"):
        assert said in text


def test_several_things_are_listed_on_a_form_without_script(office: Office) -> None:
    office.at("2026-09-24 21:40")
    case = office.open(cause="JC03")
    drive(office, case, until="case_filing")
    office.at("2026-09-24 21:45")
    office.start("zhouyan", case, "preservation", **PHONED)
    desk = Desk(office, "zhouyan")
    page = desk.get(desk.task(case, "record_preservation"))
    assert all(f'name="{name}"' in page.source for name in ("items.0.name", "items.1.name", "items.1.perishable"))
    flat = {name: value for name, value in RECORD.items() if name != "items"}
    rows = {f"items.{row}.{name}": value for row, item in enumerate(RECORD["items"]) for name, value in item.items()}
    answer = desk.fill(desk.task(case, "record_preservation"), **flat, **(rows | {"items.1.quantity": "0"}))
    assert answer.status == 422
    assert "烤串" in answer.source
    assert "数量须大于零。" in answer.text
    assert desk.fill(desk.task(case, "record_preservation"), **flat, **rows).status == 303


def test_things_are_ticked_where_a_form_names_them(office: Office, case: str) -> None:
    desk = Desk(office, "zhouyan")
    page = desk.get(desk.task(case, "handle_preservation"))
    assert page.texts("//fieldset[legend[contains(., '返还')]]//label") == ["1木炭烧烤架1台（先行登记保存中）", "2烤串12串（先行登记保存中）"]
    answer = desk.fill(desk.task(case, "handle_preservation"), returned="1", reason="与案件无关。")
    assert answer.status == 422
    assert "物品2还没有选择处理。" in answer.text


def test_a_report_names_them_only_where_something_is_held(office: Office, case: str) -> None:
    drive(office, case, until="investigation_report")
    desk = Desk(office, "zhouyan")
    assert "没收的在管物品" in desk.get(desk.task(case, "investigation_report")).text
    other = office.open()
    drive(office, other, until="investigation_report")
    assert "没收的在管物品" not in desk.get(desk.task(other, "investigation_report")).text


def test_auditors_see_the_alarm_and_everybody_that_the_things_must_go_back(office: Office, case: str) -> None:
    office.at("2026-10-12 17:30")
    assert "期满时没有处理，须立即返还，已向督察示警" in Desk(office, "zhouyan").get(f"/cases/{case}").text
    assert "警示：先行登记保存期限" in Desk(office, "guqing").get(f"/cases/{case}").text


def test_what_a_restitution_gives_back_is_offered_to_be_announced(tmp_path: Path) -> None:
    early = found_office(tmp_path / "office", found_city(tmp_path / "city", start=BEGINNING), start=BEGINNING)
    told = read_scenario(STORY)
    before = next(number for number, step in enumerate(told.steps) if step.procedure == "unclaimed_goods")
    case = play(replace(told, steps=told.steps[:before]), early.house, early.clock).cases["case"]
    text = Desk(early, "zhouyan").get(f"/cases/{case}/start/unclaimed_goods").text
    assert "1三轮车1辆（待返还）" in text
    assert "电风扇" not in text, "its seizure stands"
    step = told.steps[before]
    early.start(str(step.by), case, "unclaimed_goods", **{**step.data, "asked_on": "2026-07-20"})
    page = Desk(early, "zhouyan").get(f"/cases/{case}/start/unclaimed_goods")
    assert "没有可以公告领取的物品：应当返还的物品都已经领取，或者已经在公告领取。" in page.text
    assert page.texts("//form[@id='task']") == [], "what cannot be sent is not asked"
    [notice] = [item for item in early.file(case).procedures if item.procedure == "unclaimed_goods"]
    assert "公告领取的物品三轮车1辆（物品1）" in Desk(early, "zhouyan").get(f"/cases/{case}/procedures/{notice.id}").text
    early.house.close()


def test_another_district_sees_none_of_it(office: Office, case: str) -> None:
    assert Desk(office, "hechuan").get(f"/cases/{case}").status == 404


def test_what_is_seized_is_not_sent_to_be_appraised_when_it_is_disposed_of(office: Office, case: str, tmp_path: Path) -> None:
    assert "送交检测、鉴定" in Desk(office, "zhouyan").get(Desk(office).task(case, "handle_preservation")).text
    early = found_office(tmp_path / "office", found_city(tmp_path / "city", start=BEGINNING), start=BEGINNING)
    told = read_scenario(STORY.with_name("seizure_gone.yaml"))
    before = next(number for number, step in enumerate(told.steps) if step.task == "dispose_seizure")
    held = next(reversed(play(replace(told, steps=told.steps[:before]), early.house, early.clock).cases.values()))
    text = Desk(early, "zhouyan").get(Desk(early).task(held, "dispose_seizure")).text
    assert "返还" in text
    assert "送交检测、鉴定" not in text
    early.house.close()


@pytest.fixture
def early(tmp_path: Path) -> Iterator[Office]:
    """An office whose clock stands before the first story."""
    office = found_office(tmp_path / "office", found_city(tmp_path / "city", start=BEGINNING), start=BEGINNING)
    yield office
    office.house.close()


def played(office: Office, story: str, until: str) -> str:
    """Play a story up to the first step or start of that name; the answer is its last case."""
    told = read_scenario(STORY.with_name(f"{story}.yaml"))
    before = next(number for number, step in enumerate(told.steps) if until in {step.task, step.do and step.procedure})
    return next(reversed(play(replace(told, steps=told.steps[:before]), office.house, office.clock).cases.values()))


def test_a_return_lists_what_goes_back_and_nothing_else(early: Office) -> None:
    case = played(early, "auction", "return_seized")
    desk = Desk(early, "zhouyan")
    [going] = desk.get(desk.task(case, "return_seized")).texts("//section[@id='returning']")
    assert "2货架2组" in going
    assert "三轮车" not in going, "it was sold for the fine"


def test_a_restitution_lists_what_no_measure_holds_any_more(early: Office) -> None:
    case = played(early, "heirs_of_measure", "return_goods")
    desk = Desk(early, "zhouyan")
    assert "三轮车1辆" in desk.get(desk.task(case, "return_goods")).texts("//section[@id='returning']")[0]


def test_the_record_of_a_sale_asks_for_the_money_and_that_of_a_destruction_does_not(office: Office) -> None:
    case = played(office, "confiscated", "record_confiscated")
    desk = Desk(office, "zhouyan")
    page = desk.get(desk.task(case, "record_confiscated"))
    assert {"成交确认书编号", "见证人", "拍卖得款", "缴库凭证号"} <= set(page.texts("//label"))
    office.submit("zhouyan", case, "record_confiscated", document_no="PM-1", witness="吴敏", proceeds="260", voucher="JK-1")
    plan = {"confiscated_goods": "2", "way": "destroyed", "rule": "食品安全法", "body": "江川市环卫中心", "reason": "不能食用。"}
    office.start("zhouyan", case, "confiscated_goods", **plan)
    office.submit("limin", case, "approve_confiscated", approved="true", opinion="同意。")
    page = desk.get(desk.task(case, "record_confiscated"))
    assert {"销毁记录编号", "监销人"} <= set(page.texts("//label"))
    assert "拍卖得款" not in page.texts("//label")


def test_an_auction_is_refused_before_its_form_is_filled_in(early: Office) -> None:
    case = played(early, "auction", "goods_auction")
    page = Desk(early, "zhouyan").get(f"/cases/{case}/start/goods_auction")
    [why] = page.texts("//section[@aria-labelledby='why']")
    assert why.startswith("现在不能启动当事人申请复议、提起诉讼的期限还没有届满，不能拍卖抵缴罚款。行政强制法第四十六条第三款")
    assert page.texts("//form[@id='task']") == []
