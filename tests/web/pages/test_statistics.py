"""The pages of the annual statistics: from the draft to the portal, with their files; what is refused is said where it stands."""

import csv
import re
from io import BytesIO, StringIO

import pytest
from pypdf import PdfReader

from tests.office import Office
from tests.web.desk import Desk
from web import jobs

HAND = {"licence": "3", "inspection": "214", "source": "行政审批科台账"}


@pytest.fixture
def over(office: Office) -> Office:
    """The office in January, with one case of the year before."""
    office.play_s2()
    office.at("2027-01-05 09:00")
    jobs.tick(office.house)
    return office


def text_of(desk: Desk, address: str) -> str:
    """What a paper says."""
    paper = PdfReader(BytesIO(desk.client.get(address, buffered=True).data))
    return re.sub(r"\s", "", "".join(page.extract_text() for page in paper.pages))


def publish(office: Office) -> str:
    """Bring 2026 to the public; the answer is the version's id."""
    assert Desk(office, "taoran").post("/statistics/2026", HAND).status == 303
    version = Desk(office, "limin").get("/statistics/2026").source.partition("/approve")[0].rpartition("/")[2]
    assert Desk(office, "limin").post(f"/statistics/2026/{version}/approve").status == 303
    assert Desk(office, "songjia").post(f"/statistics/2026/{version}/publish").status == 303
    return version


def test_a_year_that_runs_shows_its_draft(office: Office) -> None:
    office.play_s2()
    desk = Desk(office, "taoran")
    assert desk.get("/statistics").status == 303
    page = desk.get("/statistics/2026")
    assert "2026年度统计：草稿" in page.text
    assert "19,500" in page.text
    assert "2027年1月1日起可以定稿" in page.text
    assert "定稿，报负责人批准" not in page.text
    assert desk.get("/statistics/2020").status == 404
    assert Desk(office, "zhouyan").get("/statistics/2026").status == 403


def test_it_goes_through_three_offices_to_the_public(over: Office) -> None:
    legal = Desk(over, "taoran")
    assert "定稿，报负责人批准" in legal.get("/statistics/2026").text
    assert "去办理" in legal.get("/duties/annual.statistics:2026").text
    assert Desk(over).get("/public/statistics/2026").status == 404
    version = publish(over)
    page = Desk(over, "songjia").get("/statistics/2026")
    assert "2026年度统计：正在公布" in page.text
    assert "还没有登记向本级人民政府、上一级主管部门的报告" in page.text
    given = {"recipient": "government", "name": "江川市人民政府", "reported_on": "2027-01-09", "receipt": "江政收1号"}
    refused = legal.post(f"/statistics/2026/{version}/report", given)
    assert refused.status == 409
    assert "报告日期尚未到来" in refused.text
    assert legal.post(f"/statistics/2026/{version}/report", given | {"reported_on": "x"}).status == 422
    for recipient in ("government", "superior"):
        assert legal.post(f"/statistics/2026/{version}/report", given | {"reported_on": "2027-01-05", "recipient": recipient}).status == 303
    done = legal.get("/statistics/2026").text
    assert "2027年1月5日完成" in done
    assert "江政收1号" in done
    assert over.faults() == []


def test_what_is_wrong_stands_beside_its_field(over: Office) -> None:
    desk = Desk(over, "taoran")
    page = desk.post("/statistics/2026", HAND | {"licence": "三件", "source": ""})
    assert page.status == 422
    assert "行政许可须填不小于0的整数" in page.text
    assert "由谁提供" in page.text
    assert "214" in page.source
    assert Desk(over, "limin").post("/statistics/2026", HAND).status == 403
    assert desk.post("/statistics/2026/nothing/approve").status == 403


def test_what_is_not_approved_is_not_published(over: Office) -> None:
    Desk(over, "taoran").post("/statistics/2026", HAND)
    version = Desk(over, "limin").get("/statistics/2026").source.partition("/approve")[0].rpartition("/")[2]
    refused = Desk(over, "songjia").post(f"/statistics/2026/{version}/publish")
    assert refused.status == 409
    assert "还没有经负责人批准" in refused.text
    assert "118号" in refused.text
    assert Desk(over, "limin").post(f"/statistics/2026/{version}/return", {"reason": "再核对"}).status == 303
    assert "已退回" in Desk(over, "taoran").get("/statistics/2026").text


def test_the_files_hold_the_figures_and_no_names(over: Office) -> None:
    desk = Desk(over, "taoran")
    draft = text_of(desk, "/statistics/2026.pdf")
    assert "2026年度行政执法统计年报（草稿）" in draft
    publish(over)
    visitor = Desk(over)
    page = visitor.get("/public/statistics/2026")
    table = list(csv.reader(StringIO(visitor.get("/public/statistics/2026.csv").source.lstrip("\ufeff"))))
    paper = text_of(visitor, "/public/statistics/2026.pdf")
    assert table[0] == ["类别", "项目", "单位", "一季度", "二季度", "三季度", "四季度", "全年"]
    assert ["罚没金额", "决定罚款", "元", "0", "0", "0", "19500", "19500"] in table
    assert ["行政许可和行政检查", "行政许可", "件", "", "", "", "", "3"] in table
    for text in (page.text, paper):
        assert "19,500" in text
        assert not any(name in text for name in ("周岩", "李敏", "陶然", "宋佳", "炊烟里", "何秀兰", "行政审批科台账"))
    assert "2026年度" in visitor.get("/public/statistics").text
    assert visitor.get("/public/statistics/2025").status == 404
    assert "年度执法统计" in visitor.get("/public/").text
    assert visitor.client.get("/statistics/2026.csv").status_code != 200


def test_an_earlier_version_says_that_it_was_corrected(over: Office) -> None:
    publish(over)
    desk = Desk(over, "taoran")
    assert "更正须写明理由" in desk.post("/statistics/2026", HAND).text
    assert desk.post("/statistics/2026", HAND | {"reason": "漏计一次检查。"}).status == 303
    version = Desk(over, "yanbing").get("/statistics/2026").source.partition("/approve")[0].rpartition("/")[2]
    Desk(over, "yanbing").post(f"/statistics/2026/{version}/approve")
    Desk(over, "songjia").post(f"/statistics/2026/{version}/publish")
    visitor = Desk(over)
    assert "这一版已经更正" in visitor.get("/public/statistics/2026?version=1").text
    now = visitor.get("/public/statistics/2026").text
    assert "漏计一次检查" in now
    assert "这一版已经更正" not in now
    assert visitor.get("/public/statistics/2026?version=9").status == 404
