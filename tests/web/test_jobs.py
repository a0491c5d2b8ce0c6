"""Background work: duties are announced once each, a broken case does not silence the others, a decree moves what it touches."""

from datetime import date, timedelta

from engine.actor import SYSTEM
from engine.clock import local_date
from engine.commands import deadline as clock
from engine.commands.law import PublishLaw
from engine.commands.recount import NoteRecount
from engine.proof.history import CaseHistory
from engine.queries.due import NextRecount
from engine.store import lease
from tests.engine.commands.clockwork import clock_of, working
from tests.office import Office
from web import jobs


def told(office: Office, case: str) -> list[str]:
    """What the system said of the clocks of a case."""
    history = office.house.engine.ask(CaseHistory(case_id=case), SYSTEM)
    return [text for step in history.steps for text, fact in zip(step.sentences, step.facts, strict=True) if fact == "DeadlineWarned"]


def test_a_duty_climbs_the_ladder_rung_by_rung_and_each_once(office: Office) -> None:
    case = office.open()
    seen = []
    for moment in ("2026-09-23 00:00", "2026-09-24 08:00", "2026-09-28 08:00", "2026-09-29 23:59", "2026-09-30 00:00", "2026-10-10 00:00"):
        office.clock.move(office.clock.now() + timedelta(seconds=1))
        office.at(moment)
        jobs.tick(office.house)
        jobs.tick(office.house)
        seen.append([text[text.index("）") + 1 :] for text in told(office, case)])
    assert seen[0] == []
    assert seen[1] == ["已过70%，提醒办案人员"]
    assert seen[2] == [*seen[1], "已过90%，报队长"]
    assert seen[3] == seen[2]
    assert seen[4] == [*seen[2], "已到期，报负责人"]
    assert seen[5] == [*seen[4], "逾期未办，报督察"]
    reading = next(item for item in office.file(case).clocks if item.key == "clue.check")
    assert (reading.level, reading.told) == ("late", "逾期未办，报督察")
    assert office.faults() == []


def test_what_was_done_in_time_is_not_announced(office: Office) -> None:
    case = office.open()
    with working(office, case) as work:
        clock.meet(work, case, "clue.check", work.today)
    office.at("2026-10-20 08:00")
    jobs.tick(office.house)
    assert told(office, case) == []


def test_a_broken_case_waits_and_the_others_ring(office: Office) -> None:
    broken, whole = office.open(), office.open()
    with office.house.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE deadline SET key = 'unknown' WHERE case_id = ?", (broken,))
    office.clock.move(office.clock.now() + timedelta(days=20))
    assert jobs.fire_due(office.house) == 1
    assert clock_of(office, whole, "clue.check").state == "expired"
    assert clock_of(office, broken, "clue.check").state == "running"
    assert office.faults(whole) == []


def test_a_round_is_done_by_one_process_at_a_time(office: Office) -> None:
    office.open()
    now = office.clock.now() + timedelta(days=20)
    office.clock.move(now)
    with office.house.database.engine.begin() as connection:
        assert lease.take(connection, "deadlines", "another process", now)
    assert jobs.fire_due(office.house) == 0
    office.clock.move(now + lease.TERM)
    assert jobs.fire_due(office.house) == 1


def decree(office: Office, name: str, text: str, kind: str = "decree") -> None:
    """Publish a change of the holidays."""
    office.house.engine.execute(PublishLaw(kind=kind, name=name, valid_from=office.clock.now().date(), text=text), SYSTEM)


def test_a_decree_moves_the_clocks_that_lean_on_the_day_and_no_others(office: Office) -> None:
    case = office.open()
    with working(office, case) as work:
        clock.start(work, case, "plea", date(2026, 9, 14), cause="送达")
        clock.start(work, case, "payment", date(2026, 9, 14), cause="送达")
    jobs.tick(office.house)
    assert office.house.engine.ask(NextRecount(), SYSTEM) is None
    before = office._entries()
    decree(office, "flood", 'source = "江川政〔2026〕9号"\noff = [2026-09-17]\non = []\n')
    assert jobs.recount(office.house) == 1
    assert jobs.recount(office.house) == 0
    moved = clock_of(office, case, "plea")
    assert (str(moved.due), moved.lines[-1]["value"]) == ("2026-09-21", "9月21日")
    assert str(clock_of(office, case, "payment").due) == "2026-09-29"
    assert office._entries() == before + 2  # The decree and one entry of the case.
    assert office.faults() == []


def test_a_decree_moves_the_warning_of_a_clock_whose_last_day_stays(office: Office) -> None:
    case = office.open()
    jobs.tick(office.house)
    before = clock_of(office, case, "clue.check")
    decree(office, "flood", 'source = "江川政〔2026〕9号"\noff = [2026-09-24]\non = []\n')
    assert jobs.recount(office.house) == 1
    after = clock_of(office, case, "clue.check")
    assert [local_date(item.warn_at) for item in (before, after) if item.warn_at] == [date(2026, 9, 24), date(2026, 9, 23)]
    assert after.due == before.due
    assert office.faults() == []


def test_a_round_asks_for_the_next_cases_in_their_order(office: Office) -> None:
    cases = sorted(office.open() for _ in range(5))
    with working(office, cases[1]) as work:
        clock.meet(work, cases[1], "clue.check", work.today)
    for case in (cases[2], cases[3]):
        with working(office, case) as work:
            clock.start(work, case, "plea", date(2026, 9, 14), cause="送达")
    decree(office, "flood", 'source = "江川政〔2026〕9号"\noff = [2026-09-17]\non = []\n')
    first = office.house.engine.ask(NextRecount(limit=2), SYSTEM)
    assert first is not None
    assert first.cases == (cases[0], cases[2])
    office.house.engine.execute(NoteRecount(tables=first.tables, after=cases[2], finished=False), SYSTEM)
    second = office.house.engine.ask(NextRecount(limit=2), SYSTEM)
    assert second is not None
    assert second.cases == (cases[3], cases[4])


def test_a_provisional_date_becomes_certain_when_the_table_comes(office: Office) -> None:
    case = office.open()
    with working(office, case) as work:
        clock.start(work, case, "litigation", date(2026, 7, 1), cause="送达")
    first = clock_of(office, case, "litigation")
    assert (str(first.due), first.provisional) == ("2027-01-01", True)
    decree(office, "2027", "year = 2027\noff = [2027-01-01]\non = []\n", kind="holiday")
    jobs.tick(office.house)
    later = clock_of(office, case, "litigation")
    assert (str(later.due), later.provisional) == ("2027-01-04", False)
    assert office.faults() == []
