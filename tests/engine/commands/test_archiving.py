"""Archiving: how long a volume and its recordings are kept, and when it goes to the public archives.

Source: 行政处罚法 Art. 47; 档案法实施条例 Art. 20; domain.md R50-R52.
"""

from engine.actor import SYSTEM
from engine.commands.deadline import WarnDeadline
from engine.queries.agenda import Agenda, ToldCount
from tests.course import do, drive
from tests.office import Office


def ready(office: Office) -> str:
    """A case that waits for the archivist; its evidence holds a recording."""
    office.at("2026-09-14 09:00")
    case = office.open()
    drive(office, case, "investigation")
    office.evidence(case, "现场录像")
    return drive(office, case, "archiving")


def test_a_volume_is_kept_no_shorter_than_the_city_has_it(office: Office) -> None:
    case = ready(office)
    with office.refusal("invalid_input", field="term"):
        do(office, case, "archiving", term="10年")
    do(office, case, "archiving")
    [cover] = [paper for paper in office.file(case).documents if paper.code == "D29"]
    assert (cover.facts or {})["term"] == "30年"


def test_the_end_of_keeping_recordings_is_told_before_it_comes(office: Office) -> None:
    case = ready(office)
    do(office, case, "archiving")
    archived = office.file(case).case.archived_on
    assert archived is not None
    end = archived.replace(year=archived.year + 30)
    assert [clock.due for clock in office.file(case).clocks if clock.key == "av.retention"] == [end]
    office.at(f"{end.year - 8}-01-05 09:00")
    office.house.engine.execute(WarnDeadline(case_id=case, deadline_id=f"{case}:av.retention"), SYSTEM)
    assert [clock.told for clock in office.file(case).clocks if clock.key == "av.retention"] == ["已过70%，提醒档案员"]
    office.at(f"{end.year + 1}-01-05 09:00")
    office.house.engine.execute(WarnDeadline(case_id=case, deadline_id=f"{case}:av.retention"), SYSTEM)
    assert [clock.told for clock in office.file(case).clocks if clock.key == "av.retention"] == ["已到期，报负责人"]
    assert office.faults(case) == []


def test_a_volume_that_is_kept_for_ever_keeps_its_recordings_too(office: Office) -> None:
    case = ready(office)
    do(office, case, "archiving", term="永久")
    assert [clock for clock in office.file(case).clocks if clock.key == "av.retention"] == []


def test_a_volume_goes_to_the_archives_after_twenty_years(office: Office) -> None:
    case = ready(office)
    do(office, case, "archiving")
    closed = office.file(case).case.closed_on
    assert closed is not None
    assert [clock.due for clock in office.file(case).clocks if clock.key == "archive.transfer"] == [closed.replace(year=closed.year + 20)]


def test_the_clocks_of_the_archive_are_the_archivist_s_and_not_the_officers(office: Office) -> None:
    case = ready(office)
    do(office, case, "archiving")
    mine = {who: {item.clock.key for item in office.house.engine.ask(Agenda(), office.actor(who)).items} for who in ("zhouyan", "mengfan")}
    assert not {"archive.transfer", "av.retention"} & mine["zhouyan"]
    assert {"archive.transfer", "av.retention"} <= mine["mengfan"]
    told = {who: office.house.engine.ask(ToldCount(), office.actor(who)) for who in ("zhouyan", "mengfan")}
    office.at("2042-01-06 09:00")
    office.house.engine.execute(WarnDeadline(case_id=case, deadline_id=f"{case}:archive.transfer"), SYSTEM)
    assert office.house.engine.ask(ToldCount(), office.actor("mengfan")) == told["mengfan"] + 1
    assert office.house.engine.ask(ToldCount(), office.actor("zhouyan")) == told["zhouyan"]
