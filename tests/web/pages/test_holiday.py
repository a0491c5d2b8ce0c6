"""Holidays: proposed with their source, published by a second person, and the clocks follow."""

from datetime import date

from engine.commands import deadline as clock
from tests.engine.commands.clockwork import clock_of, working
from tests.office import Office
from tests.web.desk import Desk
from web import jobs

LEGAL = ("taoran", "liangjing")
DECREE = {"whole": "no", "year": "2026", "off": "2026-09-17、2026-09-18", "on": "2026-09-26", "source": "江川政〔2026〕9号"}


def test_a_decree_is_published_by_a_second_person_and_moves_the_clocks(office: Office) -> None:
    case = office.open()
    with working(office, case) as work:
        clock.start(work, case, "plea", date(2026, 9, 14), cause="送达")
    author, second = LEGAL
    desk = Desk(office, author)
    assert desk.post("/holidays", DECREE).status == 303
    page = desk.get("/holidays")
    assert "江川政〔2026〕9号" in page.text
    assert "由法制科另一人复核后才能发布" in page.text
    proposal = page.source.partition("/holidays/")[2].partition("/")[0]
    assert "须由另一人复核" in desk.post(f"/holidays/{proposal}/publish").text
    assert Desk(office, second).post(f"/holidays/{proposal}/publish").status == 303
    jobs.tick(office.house)
    assert str(clock_of(office, case, "plea").due) == "2026-09-22"
    assert office.faults() == []


def test_what_cannot_be_is_refused_and_kept(office: Office) -> None:
    desk = Desk(office, LEGAL[0])
    for wrong, words in (
        ({"off": "下周一"}, "日期写成"),
        ({"off": "2027-01-04"}, "只填2026年的日期"),
        ({"year": "2027", "off": "2027-01-04", "on": ""}, "请先提出全年安排"),
        ({"year": "2025", "off": "2025-01-06", "on": ""}, "过去的期限不改"),
        ({"source": ""}, "请写明文件名称"),
        ({"off": "", "on": ""}, "请至少填一天"),
        ({"whole": "yes", "off": "2026-09-19"}, "放假栏只填周一至周五"),
    ):
        answer = desk.post("/holidays", DECREE | wrong)
        assert answer.status == 422, wrong
        assert words in answer.text, wrong
    assert "还没有提案" in desk.get("/holidays").text


def test_others_do_not_come_here(office: Office) -> None:
    assert Desk(office, "zhouyan").get("/holidays").status == 403
    assert Desk(office, "zhouyan").post("/holidays", DECREE).status == 403
