"""The pages of discretion tables: what is in force is read in words, a draft is edited in a grid and approved by a second person."""

import re
from io import BytesIO
from pathlib import Path

import pytest

from tests.office import Office
from tests.web.desk import Desk, forms, values
from tests.web.visitor import Page

JC01 = Path(__file__).resolve().parents[3] / "processes" / "discretion" / "JC01.dmn"
CELL = re.compile(r"c(\d+)_(\d+)")
"""How a cell of the table of tiers is named here, by row and column."""
PARTICULARS = {"version": "JC-2027.1", "valid_from": "2026-12-01", "reason": "提高第二阶"}


@pytest.fixture
def author(office: Office) -> Desk:
    return Desk(office, "taoran")


@pytest.fixture
def approver(office: Office) -> Desk:
    return Desk(office, "liangjing")


def address(desk: Desk, name: str = "JC01") -> str:
    return next(link for link in desk.get("/benchmarks").links("/benchmarks/") if f"/{name}/" in link)


def drafted(desk: Desk, name: str = "JC01") -> str:
    """The address of a draft copied from the table in force."""
    answer = desk.post(f"{address(desk, name)}/draft", PARTICULARS)
    assert answer.status == 303
    return answer.headers["Location"]


def edited(desk: Desk, draft: str, **typed: str) -> Page:
    form = forms(desk.get(f"{draft}/edit"))[0]
    return desk.post(f"{draft}/edit", values(form) | {CELL.sub(r"cell.tier.\1.\2", name): value for name, value in typed.items()})


def press(desk: Desk, draft: str, act: str, **typed: str) -> Page:
    form = next(form for form in forms(desk.get(draft)) if str(form.get("action")).endswith(f"/{act}"))
    return desk.post(str(form.get("action")), values(form) | typed)


def test_a_table_is_read_in_words(author: Desk) -> None:
    page = author.get(address(author))
    assert "超过0、不超过5平方米" in page.text
    assert "(0..5]" not in page.text
    assert "第3次以上" in page.text
    assert "轻微的先审查是否不予处罚" in page.text
    assert "500–1,500" in page.text


def test_a_draft_goes_from_the_grid_to_the_second_person(author: Desk, approver: Desk) -> None:
    draft = drafted(author)
    assert "核对通过" in author.get(draft).text
    assert edited(author, draft, c3_5="3400", c4_5="3400").status == 303
    page = author.get(draft)
    assert "1,500–3,400" in page.text
    assert "修改" in page.text
    assert press(author, draft, "submit").status == 303
    assert "您是起草人，须由法制科的另一人复核" in author.get(draft).text
    assert press(approver, draft, "approve").status == 303
    assert "已发布" in approver.get(draft).text
    assert "已发布、尚未施行" in approver.get("/benchmarks").text
    assert "JC-2027.1" in approver.get("/benchmarks?on=2026-12-01").text


def test_what_is_wrong_is_told_with_its_row(author: Desk) -> None:
    draft = drafted(author)
    edited(author, draft, c2_0="(0..4]", c5_5="6000")
    text = author.get(draft).text
    assert "没有任何一行适用" in text
    assert "第5行的上限6,000元高于法定上限5,000元" in text
    assert "提请复核" not in text


def test_a_row_is_removed_and_one_is_added(author: Desk) -> None:
    draft = drafted(author)
    form = forms(author.get(f"{draft}/edit"))[0]
    more = {
        "drop.tier.4": "on",
        "cell.tier.8.0": "> 0",
        "cell.tier.8.1": "1",
        "cell.tier.8.2": "",
        "cell.tier.8.3": "较重",
        "cell.tier.8.4": "1500",
        "cell.tier.8.5": "3500",
        "cell.tier.8.6": "十二个月内第二次",
    }
    author.post(f"{draft}/edit", values(form) | more | {"cell.tier.8.7": "北京市市容环境卫生条例 35⑤"})
    text = author.get(draft).text
    assert "核对通过" in text
    assert "十二个月内第二次" in text
    assert "12个月内第2次" in author.get(draft).text.partition("相比")[2]


def test_typed_cells_are_kept_when_a_particular_is_missing(author: Desk) -> None:
    draft = drafted(author)
    page = edited(author, draft, c2_4="777", version="")
    assert page.status == 422
    assert 'value="777"' in page.source
    assert "请填写版本号" in page.text


def test_a_cell_that_is_no_feel_is_told_with_its_place(author: Desk) -> None:
    draft = drafted(author)
    edited(author, draft, c2_0="五平方米")
    text = author.get(draft).text
    assert "第2行" in text
    assert "占用面积" in text
    assert "不能发布" in text


def test_a_file_is_uploaded(author: Desk) -> None:
    sent = {"name": "JC01", **PARTICULARS, "file": (BytesIO(JC01.read_bytes()), "JC01.dmn")}
    answer = author.post("/benchmarks/upload", sent, content_type="multipart/form-data")
    assert answer.headers["Location"].startswith("/benchmarks/drafts/")


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        b"\xff\xfe\x00",
        b"",
        b"GIF89a",
        b"<x>" + b"a" * 400_000 + b"</x>",
    ],
)
def test_a_hostile_file_leaves_nothing(author: Desk, content: bytes) -> None:
    sent = {"name": "JC01", **PARTICULARS, "file": (BytesIO(content), "x.dmn")}
    answer = author.post("/benchmarks/upload", sent, content_type="multipart/form-data")
    assert answer.headers["Location"] == "/benchmarks"
    assert "没有草案" in author.get("/benchmarks").text


def test_the_file_of_a_version_is_what_was_published(author: Desk) -> None:
    assert author.get(f"{address(author)}/file").response.get_data() == JC01.read_bytes()


@pytest.mark.parametrize("login", ["zhouyan", "limin", "guqing"])
def test_who_handles_cases_reads_tables_and_no_drafts(office: Office, login: str, author: Desk) -> None:
    draft, reader = drafted(author), Desk(office, login)
    assert reader.get(address(reader)).status == 200
    assert "据此起草" not in reader.get(address(reader)).text
    assert reader.get(draft).status == 403
    assert reader.post(f"{address(reader)}/draft", PARTICULARS).status == 403
    assert reader.post(f"{draft}/drop").status == 403


@pytest.mark.parametrize("path", ["/benchmarks/JC99/0123456789abcdef", "/benchmarks/drafts/none", "/benchmarks/JC01/0"])
def test_what_is_not_there_is_not_found(author: Desk, path: str) -> None:
    assert author.get(path).status == 404


def test_a_day_that_is_none_shows_today(author: Desk) -> None:
    assert "2026年9月14日有效的裁量基准" in author.get("/benchmarks?on=morgen").text
    assert "这一天没有裁量基准" in author.get("/benchmarks?on=2020-01-01").text


def test_the_trial_is_shown_with_its_numbers(office: Office) -> None:
    office.play_s2(until="serve")
    author = Desk(office, "taoran")
    draft = drafted(author, "JC04")
    text = author.get(draft).text
    assert "试算：以往1件案件按这份草案" in text
    assert "江城管立字" in text
    assert "炊烟里" not in text


MODELER = b"\xef\xbb\xbf" + JC01.read_bytes().replace(
    b' id="JC01"',
    b' xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/"'
    b' xmlns:biodi="http://bpmn.io/schema/dmn/biodi/2.0" xmlns:camunda="http://camunda.org/schema/1.0/dmn"'
    b' xmlns:modeler="http://camunda.org/schema/modeler/1.0" exporter="Camunda Modeler" exporterVersion="5.40.0"'
    b' modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0" id="JC01"',
).replace(b'<input id="tier_input_1"', b'<input camunda:inputVariable="area" biodi:width="211" id="tier_input_1"').replace(
    b"</definitions>",
    b'  <dmndi:DMNDI><dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef="tier"><dc:Bounds height="80" width="180" x="160" y="100" /></dmndi:DMNShape>'
    b"</dmndi:DMNDiagram></dmndi:DMNDI>\n</definitions>",
).replace(b' zhifa:version="JC-2026.3"', b"").replace(b' id="JC01"', b' zhifa:version="JC-2026.3" id="JC01"').replace(b"\n", b"\r\n")
"""A table as Camunda Modeler on Windows might save it."""


def test_a_file_of_another_editor_comes_back_as_it_was(author: Desk, approver: Desk) -> None:
    sent = {"name": "JC01", **PARTICULARS, "file": (BytesIO(MODELER), "JC01.dmn")}
    draft = author.post("/benchmarks/upload", sent, content_type="multipart/form-data").headers["Location"]
    assert "核对通过" in author.get(draft).text
    assert author.get(f"{draft}/file").response.get_data() == MODELER
    press(author, draft, "submit")
    press(approver, draft, "approve")
    link = next(link for link in author.get("/benchmarks?on=2026-12-01").links("/benchmarks/") if "/JC01/" in link)
    published = author.get(f"{link}/file").response.get_data()
    assert published == MODELER.replace(b'"JC-2026.3"', b'"JC-2027.1"').replace(b'"2026-01-01"', b'"2026-12-01"')


def test_ranges_in_rates_are_told_in_their_unit(author: Desk) -> None:
    assert "5–10%" in author.get("/benchmarks").text
    page = author.get(address(author, "JC20"))
    assert "罚款（%）" in page.text
    assert "5–10%" in page.text
