"""The clocks of the office: they arise by themselves, ring once at each rung, show where they should, and end when what they ask for was done."""

import re
from datetime import date

import pytest
from icalendar import Calendar

from engine.actor import SYSTEM
from engine.commands import office_duty
from engine.commands.office_duty import BeginOfficeDuty
from engine.errors import NotAllowedError
from engine.model import OfficeDuty
from engine.queries.office_duty import OfficeDuties
from engine.queries.office_log import OfficeLog
from engine.rules.office_duty import ANNUAL_STATISTICS
from engine.store import tables
from engine.work import Work
from tests.office import Office
from tests.web.desk import Desk
from web import jobs

DUTY = f"{ANNUAL_STATISTICS}:2026"


def row(office: Office) -> OfficeDuty | None:
    """The clock for 2026, or None."""
    with office.house.database.reading() as connection:
        return tables.find(connection, OfficeDuty, DUTY)


def said(office: Office) -> list[str]:
    """What the journal of the office says of it, the oldest first."""
    page = office.house.engine.ask(OfficeLog(text="年度统计"), SYSTEM)
    return [sentence for entry in reversed(page.entries) for sentence in entry.sentences]


def met(office: Office, day: date) -> None:
    """What the clock asks for is done."""
    engine = office.house.engine
    with office.house.database.writing() as connection:
        work = Work(connection=connection, ports=engine.ports, actor=office.actor("taoran"), now=engine.clock.now(), stream=None)
        office_duty.meet(work, ANNUAL_STATISTICS, 2026, day)
        engine._write(work, BeginOfficeDuty(key=ANNUAL_STATISTICS, year=2026), None)
        connection.commit()


def test_it_arises_on_the_first_day_after_the_year_and_once(office: Office) -> None:
    office.at("2026-12-31 23:59")
    jobs.tick(office.house)
    assert row(office) is None
    office.at("2027-01-01 00:00")
    jobs.tick(office.house)
    jobs.tick(office.house)
    found = row(office)
    assert found is not None
    assert (str(found.start_on), str(found.due), found.state) == ("2027-01-01", "2027-01-31", "running")
    assert found.due.isoweekday() == 7  # A Sunday, and not moved.
    assert said(office) == ["年度统计公布和报告（2026年度）自2027-01-01起算，至2027-01-31"]
    assert not office.house.engine.execute(BeginOfficeDuty(key=ANNUAL_STATISTICS, year=2027), SYSTEM)
    assert office.faults() == []


def test_it_climbs_the_ladder_rung_by_rung_and_each_once(office: Office) -> None:
    seen = []
    for moment in ("2027-01-21 23:59", "2027-01-22 08:00", "2027-01-28 08:00", "2027-01-31 23:59", "2027-02-01 00:00", "2027-02-06 00:00"):
        office.at(moment)
        jobs.tick(office.house)
        jobs.tick(office.house)
        seen.append(len(said(office)))
    assert seen == [1, 2, 3, 3, 5, 6]
    assert [text.partition("）")[2] or text for text in said(office)[1:]] == [
        "已过70%，提醒法制科",
        "已过90%，报负责人",
        "年度统计公布和报告于2027-01-31届满",
        "已到期，再报负责人",
        "逾期未办，报督察",
    ]
    (item,) = office.house.engine.ask(OfficeDuties(), office.actor("limin"))
    assert (item.clock.level, item.clock.told, item.superior) == ("late", "逾期未办，报督察", "auditor")
    assert office.faults() == []


def test_a_system_that_slept_catches_up_from_the_same_day(office: Office) -> None:
    office.at("2028-02-03 09:00")
    jobs.tick(office.house)
    duties = office.house.engine.ask(OfficeDuties(), office.actor("taoran"))
    assert [(item.year, str(item.clock.due), item.clock.state) for item in duties] == [
        (2026, "2027-01-31", "expired"),
        (2027, "2028-01-31", "expired"),
    ]
    assert office.faults() == []


@pytest.mark.parametrize(("day", "words"), [("2027-01-20", "已在期限内完成"), ("2027-02-03", "逾期，于2027-02-03完成")])
def test_it_ends_when_it_is_done(office: Office, day: str, words: str) -> None:
    office.at(f"{day} 09:00")
    jobs.tick(office.house)
    met(office, date.fromisoformat(day))
    before = said(office)
    assert words in before[-1]
    office.at("2027-03-01 09:00")
    jobs.tick(office.house)
    assert said(office) == before
    assert office.house.engine.ask(OfficeDuties(), office.actor("taoran")) == ()
    assert office.faults() == []


def test_it_is_seen_by_who_sees_to_it(office: Office) -> None:
    office.at("2027-01-22 09:00")
    jobs.tick(office.house)
    for login in ("taoran", "limin", "songjia", "guqing"):
        page = Desk(office, login).get("/calendar?whose=all")
        assert "2026年度统计公布和报告" in page.text
        assert "日历：1个期限" in page.text
        assert "2026年度统计公布和报告" in Desk(office, login).get("/calendar/month?month=2027-01&whose=all").text
    assert "日历：1个期限" in Desk(office, "taoran").get("/calendar?view=told").text
    assert "日历：0个期限" in Desk(office, "limin").get("/calendar?view=told").text
    assert "日历：0个期限" in Desk(office, "zhouyan").get("/calendar?whose=all").text
    shown = Desk(office, "taoran").get(f"/duties/{DUTY}")
    assert "为什么是2027年1月31日" in shown.text
    assert "机关期限不顺延" in shown.text
    assert Desk(office, "zhouyan").get(f"/duties/{DUTY}").status == 403
    assert Desk(office, "taoran").get("/duties/nothing").status == 404
    with pytest.raises(NotAllowedError):
        office.house.engine.ask(OfficeDuties(), office.actor("zhouyan"))


def test_a_feed_holds_it(office: Office) -> None:
    office.at("2027-01-02 09:00")
    jobs.tick(office.house)
    made = Desk(office, "taoran").post("/calendar/feed")
    (address,) = re.findall(r"http://127\.0\.0\.1:8000(/calendar/feed/[^<]+\.ics)", made.source)
    (event,) = Calendar.from_ical(Desk(office).get(address).source).walk("VEVENT")
    assert (str(event["SUMMARY"]), event.decoded("DTSTART")) == ("2026年度统计公布和报告", date(2027, 1, 31))
