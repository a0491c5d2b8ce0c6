"""Archiving: how long a volume and its recordings are kept. Source: 行政处罚法 Art. 47; domain.md R50, R51."""

from engine.actor import SYSTEM
from engine.commands.deadline import WarnDeadline
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
    assert [clock.told for clock in office.file(case).clocks if clock.key == "av.retention"] == ["已过70%，提醒办案人员"]
    office.at(f"{end.year + 1}-01-05 09:00")
    office.house.engine.execute(WarnDeadline(case_id=case, deadline_id=f"{case}:av.retention"), SYSTEM)
    assert [clock.told for clock in office.file(case).clocks if clock.key == "av.retention"] == ["已到期，报负责人"]
    assert office.faults(case) == []


def test_a_volume_that_is_kept_for_ever_keeps_its_recordings_too(office: Office) -> None:
    case = ready(office)
    do(office, case, "archiving", term="永久")
    assert [clock for clock in office.file(case).clocks if clock.key == "av.retention"] == []
