import csv
from io import StringIO
from typing import Any

from lxml import html

from tests.office import Office
from tests.web.desk import Desk

SLY = {"name": "=cmd(李)店", "uscc": "91999901MA0TE5T16F", "legal_representative": "<b>何秀兰</b>", "address": "湖滨路18号"}


def test_what_was_done_a_moment_ago_is_found_and_marked(office: Office) -> None:
    office.play_s2(until="decide")
    desk = Desk(office, "limin")
    page = desk.get("/search?q=油烟 何")
    assert "1件提到“油烟何”" in page.text
    assert page.texts("//mark")[:2] == ["油烟", "油烟"]
    assert "何" in page.texts("//mark")
    assert "没有这样的案件" in desk.get("/search?q=并不存在").text


def test_what_a_case_says_is_text_and_never_markup(office: Office) -> None:
    office.open(party=SLY, description="<script>alert(1)</script>")
    page = Desk(office, "zhouyan").get("/search?q=<script>alert")
    assert page.status == 200
    tree: Any = html.fromstring(page.source)
    assert not [script for script in tree.xpath("//script") if "alert" in str(script.text)]
    assert "&lt;" in page.source


def test_the_conditions_stand_in_the_address_and_can_be_taken_out_one_by_one(office: Office) -> None:
    office.open()
    desk = Desk(office, "zhouyan")
    page = desk.get("/search?q=油烟&state=clue&lead=nobody&fine_from=1,000&filed_from=nonsense&order=fine&page=9")
    assert page.status == 200
    assert page.texts('//p[@class="filters"]/a') == ["“油烟”×", "状态：核查中×", "主办：nobody×", "罚款：1,000元至不限×"]
    assert "没有找到" in page.text
    page = desk.get("/search?state=clue")
    assert "核查中（1）" in page.texts('//select[@name="state"]/option')
    assert "周岩（1）" in page.texts('//select[@name="lead"]/option')
    assert page.links("/search?") == []


def test_a_search_is_saved_opened_and_forgotten(office: Office) -> None:
    office.open()
    desk = Desk(office, "zhouyan")
    answer = desk.post("/search/saved", {"name": "油烟案件", "_address": "/search?q=油烟"})
    assert answer.status == 303
    assert "油烟案件" in desk.get("/search").text
    assert "油烟案件" in desk.get("/work").text
    assert "请写明名称" in after(desk, {"name": " ", "_address": "/search?q=油烟"})
    desk.post("/search/saved/forget", {"name": "油烟案件"})
    assert "油烟案件" not in desk.get("/work").text


def after(desk: Desk, data: dict[str, str]) -> str:
    """The page that one comes to."""
    return desk.get(str(desk.post("/search/saved", data).headers["Location"])).text


def test_the_list_is_a_file_that_is_safe_to_open_and_who_took_it_is_recorded(office: Office) -> None:
    office.open(party=SLY)
    office.play_s2(until="confirm_payment")
    desk = Desk(office, "limin")
    desk.get("/search")
    answer = desk.post("/search/export?q=油烟")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    content = answer.response.get_data()
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
    assert head[:2] == ["案号", "当事人"]
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert {row["当事人"]: row["罚款（元）"] for row in found} == {"炊烟里餐饮(江川)有限公司": "19500", "'=cmd(李)店": ""}
    with office.house.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM entry WHERE stream = 'office' AND command = 'ExportCases'").scalar_one() == 1
    assert office.faults("office") == []
