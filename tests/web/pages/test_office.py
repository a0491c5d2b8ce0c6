from engine.commands.search import ExportCases
from tests.office import Office
from tests.web.desk import Desk


def test_the_office_s_journal_is_read_and_proved_by_who_watches(office: Office) -> None:
    for login in ("guqing", "shijian"):
        page = Desk(office, login).get("/office?q=周岩")
        assert "登记人员周岩" in page.text
        assert "首尾相接，内容与摘要一致" in page.text
        assert "没有这样的记载" in Desk(office, login).get("/office?q=无此事").text


def test_what_a_list_was_asked_for_is_not_for_an_administrator(office: Office) -> None:
    office.house.engine.execute(ExportCases(count=1, conditions="查找：炊烟里"), office.actor("limin"))
    assert "炊烟里" in Desk(office, "guqing").get("/office").text
    page = Desk(office, "shijian").get("/office")
    assert "导出案件清单" in page.text
    assert "炊烟里" not in page.text
