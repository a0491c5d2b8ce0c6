"""The calendar: deadlines as list and month, the page of one, and the address that other calendars read."""

import re
from datetime import date

from icalendar import Calendar

from engine.actor import SYSTEM
from engine.commands import deadline as clock
from engine.commands.user import DisableUser
from tests.engine.commands.clockwork import working
from tests.office import Office
from tests.web.desk import Desk
from web import jobs


def test_a_list_and_a_month_lead_to_the_page_of_a_deadline(office: Office) -> None:
    case = office.open()
    with working(office, case) as work:
        clock.start(work, case, "hearing.request", date(2026, 9, 14), cause="告知书送达")
        clock.start(work, case, "litigation", date(2026, 9, 14), cause="送达")
    page = (desk := Desk(office, "zhouyan")).get("/calendar")
    assert "日历：3个期限" in page.text
    assert "线索核查" in page.text
    month = desk.get("/calendar/month?month=2026-09")
    assert f"/cases/{case}/deadlines/hearing.request" in month.source
    assert "中秋" in month.source
    assert "下一个期限" not in month.text
    assert "下一个期限：2026年9月20日，申请听证" in desk.get("/calendar/month?month=2026-08").text
    assert "下一个期限" not in desk.get("/calendar/month?month=2027-04").text
    assert "日历：1个期限" in desk.get("/calendar?key=litigation").text
    assert "日历：1个期限" in desk.get("/calendar?view=provisional").text
    assert "日历：1个期限" in desk.get("/calendar?day=2026-09-20").text
    shown = desk.get(f"/cases/{case}/deadlines/hearing.request").text
    assert "9月15日至\u200b18日" in shown
    assert "第4日" in shown
    assert "第203条" not in shown
    assert "暂定日期" in desk.get(f"/cases/{case}/deadlines/litigation").text
    assert desk.get(f"/cases/{case}/deadlines/nothing").status == 404
    assert desk.get("/calendar?view=x&whose=y&key=z&day=2026-02-30&page=-1").status == 200
    assert desk.get("/calendar/month?month=2026-13").status == 200


def test_another_district_sees_nothing_of_it(office: Office) -> None:
    case = office.open()
    assert (desk := Desk(office, "yanbing")).get(f"/cases/{case}/deadlines/clue.check").status == 404
    assert "日历：0个期限" in desk.get("/calendar?whose=all").text


def test_each_is_told_what_reached_their_rung(office: Office) -> None:
    office.open()
    office.at("2026-09-24 08:00")
    jobs.tick(office.house)
    assert "1个期限，系统已经向您预警" in Desk(office, "zhouyan").get("/work").text
    assert "系统已经向您预警" not in Desk(office, "hanlei").get("/work").text
    office.at("2026-09-28 08:00")
    jobs.tick(office.house)
    assert "1个期限，系统已经向您预警" in Desk(office, "hanlei").get("/work").text
    assert "已过90%，报队长" in Desk(office, "hanlei").get("/calendar?view=told").text
    assert "系统已经向您预警" not in Desk(office, "limin").get("/work").text


def test_a_feed_names_number_and_deadline_and_nobody(office: Office) -> None:
    office.open()
    made = (desk := Desk(office, "zhouyan")).post("/calendar/feed")
    (address,) = re.findall(r"http://127\.0\.0\.1:8000(/calendar/feed/[^<]+\.ics)", made.source)
    assert address not in desk.get("/calendar").text
    answer = Desk(office).get(address)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(answer.source).walk("VEVENT")
    assert (str(event["SUMMARY"]), event.decoded("DTSTART")) == ("线索核查：尚未立案", date(2026, 9, 29))
    assert not any(word in answer.text for word in ("炊烟里", "何秀兰", "周岩", "湖滨路"))
    again = desk.post("/calendar/feed")
    assert Desk(office).get(address).status == 404
    (address,) = re.findall(r"http://127\.0\.0\.1:8000(/calendar/feed/[^<]+\.ics)", again.source)
    assert Desk(office).get(address).status == 200
    desk.post("/calendar/feed/revoke")
    assert Desk(office).get(address).status == 404
    assert Desk(office).get("/calendar/feed/guess.ics").status == 404
    assert office.faults() == []


def test_the_feed_of_somebody_who_left_is_gone(office: Office) -> None:
    made = Desk(office, "zhouyan").post("/calendar/feed")
    (address,) = re.findall(r"http://127\.0\.0\.1:8000(/calendar/feed/[^<]+\.ics)", made.source)
    office.house.engine.execute(DisableUser(login="zhouyan", reason="调离"), SYSTEM)
    assert Desk(office).get(address).status == 404
