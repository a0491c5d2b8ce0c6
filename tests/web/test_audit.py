import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office import found_office
from tests.web.archive import play_company
from tests.web.visitor import Page, Visitor
from web.house import House


@pytest.fixture(scope="module")
def company(city: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("company")
    return folder, play_company(folder, city)


@pytest.fixture
def case(company: tuple[Path, str]) -> str:
    return company[1]


@pytest.fixture
def house(company: tuple[Path, str], tmp_path: Path) -> Iterator[House]:
    office = found_office(tmp_path / "house", company[0])
    yield office.house
    office.house.close()


@pytest.fixture
def auditor(house: House) -> Visitor:
    return Visitor(house).log_in("guqing")


def tamper(house: House, statement: str, *values: object) -> None:
    """Do what only somebody with the database file in hand can do."""
    with house.database.writing() as connection:
        for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql(statement, values)
        connection.commit()


def last(page: Page) -> int:
    found = re.search(r'max="(\d+)"', page.source)
    assert found is not None
    return int(found[1])


def step_with(auditor: Visitor, case: str, words: str) -> Page:
    """The step whose line in the list of all steps says so."""
    page = auditor.get(f"/audit/cases/{case}")
    place = next(number for number, line in enumerate(page.texts("//ol[@class='timeline']/li"), 1) if words in line)
    return auditor.get(f"/audit/cases/{case}?step={place}")


def test_list_shows_every_case_with_its_entries(auditor: Visitor, case: str) -> None:
    page = auditor.get("/audit")
    assert page.texts("//h1") == ["1件案件可以回溯"]
    assert "炊烟里餐饮(江川)有限公司" in page.text
    assert page.links(f"/audit/cases/{case}")
    assert page.links(f"/audit/proofs?stream={case}")


def test_list_is_searched_and_filtered_by_its_address(auditor: Visitor) -> None:
    assert auditor.get("/audit?q=炊烟里&state=archived").links("/audit/cases/")
    page = auditor.get("/audit?q=没有")
    assert page.texts("//h1") == ["0件案件可以回溯"]
    assert "没有这样的案件" in page.text


@pytest.mark.parametrize("login", ["zhouyan", "limin", "shenyanqiu"])
@pytest.mark.parametrize("address", ["/audit", "/audit/proofs", "/audit/cases/{case}", "/audit/cases/{case}/picture.json"])
def test_nobody_but_an_auditor_comes_in(house: House, case: str, login: str, address: str) -> None:
    assert Visitor(house).log_in(login).get(address.format(case=case)).status == 403


def test_without_login_one_is_sent_to_the_login_page(house: House) -> None:
    answer = Visitor(house).get("/audit")
    assert answer.status == 303
    assert answer.headers["Location"].startswith("/login")


def test_unknown_case_and_step_are_404(auditor: Visitor, case: str) -> None:
    assert auditor.get("/audit/cases/nothing").status == 404
    assert auditor.get(f"/audit/cases/{case}?step=9999").status == 404
    assert auditor.get(f"/audit/cases/{case}?step=0").status == 404


def test_every_step_can_be_reached_without_script(auditor: Visitor, case: str) -> None:
    page = auditor.get(f"/audit/cases/{case}")
    steps = last(page)
    assert len(page.texts("//form[@class='slider']//ol/li/a")) == steps
    assert page.texts("//form[@class='slider']//a[@aria-current='step']") == [f"{steps}成文11月18日"]
    for seq in range(1, steps + 1):
        shown = auditor.get(f"/audit/cases/{case}?step={seq}")
        assert shown.status == 200
        assert shown.texts("//h1")[0].startswith(f"第{seq}步")
        assert " style=" not in shown.source


def test_first_and_last_step_have_one_neighbour(auditor: Visitor, case: str) -> None:
    first = auditor.get(f"/audit/cases/{case}?step=1")
    assert (first.texts("//a[@rel='prev']"), len(first.texts("//a[@rel='next']"))) == ([], 1)
    final = auditor.get(f"/audit/cases/{case}")
    assert (len(final.texts("//a[@rel='prev']")), final.texts("//a[@rel='next']")) == (1, [])


def test_untouched_history_is_green_in_all_three_proofs(auditor: Visitor, case: str) -> None:
    page = auditor.get(f"/audit/cases/{case}")
    assert page.texts("//section//span[@data-s='proof']") == [f"{last(page)}步存证全部成立", "日志链：成立", "数据还原：成立", "流程重演：成立"]
    assert not page.texts("//*[@data-s='law']")


def test_step_shows_its_entry_change_and_form_as_filled(auditor: Visitor, case: str) -> None:
    page = step_with(auditor, case, "沈砚秋（法制审核）补正")
    for words in ("CompleteTask", "2026年9月29日10:00:00", "原为等待办理", "终结报告未写明检测报告编号", "请补写检测报告编号。"):
        assert words in page.text
    assert "沈砚秋" in page.texts("//mark")
    assert "本步新增" in page.text


def test_past_step_knows_nothing_of_what_came_later(auditor: Visitor, case: str) -> None:
    page = auditor.get(f"/audit/cases/{case}?step=3")
    assert page.texts("//section[@class='stack wide']//h3")[:3] == ["案件1", "当事人1", "办理步骤3"]
    assert "裁量评定" not in "".join(page.texts("//section[@class='stack wide']"))


def test_clocks_stand_as_they_stood(auditor: Visitor, case: str) -> None:
    suspended = step_with(auditor, case, "作出决定暂停计算")
    assert "作出决定—暂停计算" in suspended.text
    assert "作出决定2026年12月13日还剩" in step_with(auditor, case, "立案，案号").text


def test_papers_of_the_step_are_shown_with_their_facts(auditor: Visitor, case: str) -> None:
    issued = step_with(auditor, case, "制作行政处罚决定书")
    assert "江城管罚决字〔2026〕第0001号" in issued.text
    assert "行政机关名称江川市城市管理综合行政执法局" in issued.text
    assert not [line for line in issued.texts("//details[starts-with(@id,'document-')]") if "行政处罚决定书" in line and "看印出的原件" in line]
    assert "看印出的原件" in auditor.get(f"/audit/cases/{case}").text


def test_picture_is_that_of_the_step(auditor: Visitor, case: str) -> None:
    def active(step: int) -> set[str]:
        picture = auditor.client.get(f"/audit/cases/{case}/picture.json?step={step}").get_json()
        return {token["element"] for drawing in picture["drawings"] for token in drawing["tokens"] if token["state"] == "active"}

    assert active(1) == {"verification"}
    assert active(2) == {"confirm_verification"}
    assert active(last(auditor.get(f"/audit/cases/{case}"))) == set()


def test_all_proofs_hold_and_say_how_many(auditor: Visitor) -> None:
    page = auditor.get("/audit/proofs")
    assert page.texts("//h1") == ["2条日志链全部成立"]
    assert "机关日志" in page.text


def test_forged_entry_is_a_fault_at_its_step(auditor: Visitor, house: House, case: str) -> None:
    tamper(house, "UPDATE entry SET body = replace(body, '确认属实', '并不属实') WHERE stream = ? AND seq = 3", case)
    page = auditor.get(f"/audit/cases/{case}?step=3")
    assert page.texts("//div[@role='alert']//li") == ["第3条：内容与摘要不符"]
    assert "日志链：不成立" in page.texts("//span[@data-s='law']")
    assert "日志链：成立" not in page.text
    assert not auditor.get(f"/audit/cases/{case}?step=9").texts("//div[@role='alert']")
    proofs = auditor.get("/audit/proofs")
    assert proofs.texts("//h1") == ["2条日志链中，1条不成立"]
    assert "第3条：内容与摘要不符" in proofs.text


def test_changed_table_is_a_fault_of_the_data_alone(auditor: Visitor, house: House, case: str) -> None:
    tamper(house, "UPDATE \"case\" SET fine = '1000' WHERE id = ?", case)
    page = auditor.get(f"/audit/cases/{case}")
    assert page.texts("//section[@class='stack right']//span[@data-s='law']") == ["数据还原：不成立"]
    assert page.texts("//section[@class='stack right']//span[@data-s='proof']") == ["日志链：成立", "流程重演：成立"]
    assert "19,500元" in page.text


def test_journal_that_cannot_be_read_is_a_finding_and_no_failure(auditor: Visitor, house: House, case: str) -> None:
    tamper(house, "UPDATE entry SET body = 'x' || body WHERE stream = ? AND seq = 5", case)
    page = auditor.get(f"/audit/cases/{case}")
    assert page.status == 200
    assert page.texts("//h1") == ["这件案件的日志被改动，不能还原"]
    assert "流程重演：没有校验" in page.text
    assert "流程重演：成立" not in page.text


def test_changed_process_is_a_fault_of_the_replay(auditor: Visitor, house: House, case: str) -> None:
    tamper(house, "UPDATE bundle SET files = replace(files, 'confirm_verification', 'confirm_nothing')")
    page = auditor.get(f"/audit/cases/{case}")
    assert "流程重演：不成立" in page.text
    assert "没有此刻的流程图" in page.text
    assert auditor.client.get(f"/audit/cases/{case}/picture.json").get_json() is None
