"""双公示 on pages: exported into a file of three formats, receipts typed in and imported, a refused row corrected and sent again."""

import json
import re
from csv import DictReader
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from lxml import etree

from engine.rules.credit import FIELDS
from tests.engine.commands.test_credit import row_of
from tests.engine.conftest import Reach, kept, reach
from tests.web.desk import Desk
from tests.web.visitor import Page
from web.credit import HEAD, read_receipts

__all__ = ["kept", "reach"]

NUMBER = "江城管罚决字〔2026〕第0001号"


def hand_in(desk: Desk, *lines: str, head: str = ",".join(HEAD), coding: str = "utf-8-sig") -> Page:
    """Import a table of receipts."""
    content = "\r\n".join([head, *lines]).encode(coding)
    return desk.post("/publications/credit/receipts", {"file": (BytesIO(content), "回执.csv")}, content_type="multipart/form-data")


def test_a_row_goes_the_whole_way_on_pages(reach: Reach) -> None:
    office, _ = reach("archived")
    desk = Desk(office, "songjia")
    assert "1件待报送" in desk.get("/publications/credit").text
    assert desk.post("/publications/credit").status == 303
    page = desk.get("/publications/credit")
    assert "等待回执1" in page.text
    files = [desk.get(link) for link in page.links("/publications/credit/donghu-")]
    assert [file.kind for file in files] == ["text/csv", "application/xml", "application/json"]
    (row,) = DictReader(StringIO(files[0].source.removeprefix("\ufeff")))
    found = etree.fromstring(files[1].response.get_data())
    (item,) = json.loads(files[2].source)["rows"]
    assert {row["CF_WSH"], str(found.findtext("row/CF_WSH")), item["CF_WSH"]} == {NUMBER}
    assert {row["CF_NR_FK"], str(found.findtext("row/CF_NR_FK")), item["CF_NR_FK"]} == {"2.250000"}
    page = hand_in(
        desk, f"{NUMBER},退回,2026-09-14,法定代表人与登记不符", "江城管罚决字〔2026〕第9999号,已接收,2026-09-14,", f"{NUMBER},也许,2026-09-14,"
    )
    assert (page.status, "其余1条已记入" in page.text, len(page.texts("//*[@role='alert']//li"))) == (422, True, 2)
    there = f"/publications/credit/rows/{row_of(office).id}"
    assert "法定代表人与登记不符" in desk.get(there).text
    assert desk.post(f"{there}/correction", {"field": "CF_FRDB", "value": ""}).status == 303
    assert desk.post(f"{there}/correction", {"field": "CF_XDR_MC", "value": ""}).status == 422
    assert desk.post("/publications/credit").status == 303
    assert desk.post(f"{there}/receipt", {"accepted": "false"}).status == 422
    assert hand_in(desk, f"{NUMBER},已接收,2026-09-14,", coding="gb18030").status == 303
    assert row_of(office).state == "accepted"
    assert desk.get(there).texts("//h1") == ["已接收"]
    assert office.faults() == []


def test_rows_and_files_of_another_district_are_not_there(reach: Reach) -> None:
    office, _ = reach("archived")
    Desk(office, "songjia").post("/publications/credit")
    row, other = row_of(office), Desk(office, "baixue")
    assert other.get(f"/publications/credit/{row.batch}.csv").status == 404
    assert other.get(f"/publications/credit/rows/{row.id}").status == 404
    assert other.post(f"/publications/credit/rows/{row.id}/receipt", {"accepted": "true"}).status == 404
    assert hand_in(other, f"{NUMBER},已接收,2026-09-14,").status == 422
    assert row_of(office).state == "exported"
    assert Desk(office, "songjia").get(f"/publications/credit/{row.batch}.exe").status == 404
    for login, status in (("limin", 403), ("guqing", 403)):
        assert Desk(office, login).post("/publications/credit").status in {status, 303}
    assert len(re.findall("CF_", Desk(office, "guqing").get(f"/publications/credit/{row.batch}.json").source)) == len(FIELDS) - 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "请选择回执文件"),
        (b"x" * (2 * 1024 * 1024 + 1), "不超过2兆字节"),
        (b"\xff\xff\xff", "读不出来"),
        ("文号,结果\r\n".encode(), "第1行应为"),
        (("决定书文号,结果,回执日期,原因\r\n" + "a,已接收,,\r\n" * 5001).encode(), "最多5000条"),
        ('决定书文号,结果,回执日期,原因\r\n"a'.encode(), "读不出来"),
    ],
)
def test_a_table_that_is_none_is_refused_whole(content: bytes, said: str) -> None:
    lines, problems = read_receipts(content)
    assert lines == []
    assert said in problems[0]


def test_a_file_says_loudly_what_was_cut(reach: Reach, monkeypatch: pytest.MonkeyPatch) -> None:
    office, _ = reach("archived")
    monkeypatch.setattr("engine.rules.credit.FIELDS", tuple(replace(field, longest=12) if field.name == "CF_SY" else field for field in FIELDS))
    desk = Desk(office, "songjia")
    assert desk.post("/publications/credit").status == 303
    page = desk.get("/publications/credit")
    assert f"1件的内容超过标准规定的长度，已截断并以“…”结尾，报送以前请核对：{NUMBER}（违法事实）。" in page.text
    assert "已截断：违法事实" in page.text
    assert "已截断：违法事实" in desk.get(f"/publications/credit/rows/{row_of(office).id}").text
