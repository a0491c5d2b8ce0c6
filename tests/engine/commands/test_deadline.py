"""Deadlines: they start, stand still, run again and ring by recorded events only."""

from datetime import date

import pytest

from engine.actor import SYSTEM
from engine.commands.deadline import FireDeadline, leave_out, start, suspend, take_over
from tests.course import do, drive, ring, today
from tests.engine.commands.clockwork import working
from tests.engine.conftest import Reach
from tests.office import Office
from web import jobs

APPRAISAL = {"next": "appraisal", "institution": "江川市环境检测中心", "subject": "油烟浓度"}


def due(office: Office, case: str) -> dict[str, str | None]:
    """The last day of every clock; None while it stands still."""
    return {clock.key: clock.due.isoformat() if clock.due else None for clock in office.file(case).clocks if clock.key != "clue.check"}


def test_an_appraisal_stops_the_clock_and_both_its_end_days_are_excluded(reach: Reach) -> None:
    office, case = reach("investigation")
    assert due(office, case) == {"decision": "2026-12-13"}
    office.at("2026-09-15 09:00")
    do(office, case, "investigation", **APPRAISAL, started_on="2026-09-15")
    assert due(office, case) == {"decision": None}
    assert not ring(office)
    office.at("2026-09-22 14:00")
    do(office, case, "appraisal")
    assert due(office, case) == {"decision": "2026-12-21"}
    office.at("2026-09-25 09:00")
    do(office, case, "investigation", **APPRAISAL, started_on="2026-09-24")
    do(office, case, "appraisal", finished_on="2026-09-25")
    assert due(office, case) == {"decision": "2026-12-23"}
    assert office.faults() == []


def test_the_days_of_an_appraisal_of_goods_are_left_out_of_the_term_to_decide(reach: Reach) -> None:
    office, case = reach("investigation")
    foretold, ended = date(2026, 9, 24), date(2026, 9, 20)
    with working(office, case) as work:
        leave_out(work, case, "decision", (date(2026, 9, 15), foretold), "testing")
    assert due(office, case) == {"decision": "2026-12-23"}
    office.at("2026-09-21 09:00")
    with working(office, case) as work:
        leave_out(work, case, "decision", (date(2026, 9, 15), ended), "testing", told=foretold)
    assert due(office, case) == {"decision": "2026-12-19"}
    # Before the filing nothing of the term ran.
    with working(office, case) as work:
        leave_out(work, case, "decision", (date(2026, 9, 1), date(2026, 9, 10)), "testing")
    assert due(office, case) == {"decision": "2026-12-19"}


def test_an_appraisal_that_began_before_the_filing_is_left_out_from_the_filing_on(reach: Reach) -> None:
    office, case = reach("investigation")
    with working(office, case) as work:
        start(work, case, "seizure", date(2026, 9, 10), cause="查封扣押", subject="m1")
        suspend(work, case, "seizure", date(2026, 9, 11), "testing", until=date(2026, 9, 20), subject="m1")
        take_over(work, case, "decision", "seizure", "testing")
    # Filed on 14 September, which does not count: of the ten days, the six after it are left out.
    assert due(office, case)["decision"] == "2026-12-19"


@pytest.mark.parametrize(("field", "day", "code"), [("started_on", "2026-09-13", "before_cause"), ("started_on", "2026-09-15", "invalid_input")])
def test_an_appraisal_cannot_begin_before_the_case_or_in_the_future(reach: Reach, field: str, day: str, code: str) -> None:
    office, case = reach("investigation")
    with office.refusal(code, field=field):
        do(office, case, "investigation", **APPRAISAL, started_on=day)


def test_an_appraisal_cannot_end_before_it_began(reach: Reach) -> None:
    office, case = reach("investigation")
    office.at("2026-09-20 09:00")
    do(office, case, "investigation", **APPRAISAL, started_on="2026-09-18")
    with office.refusal("before_cause", field="finished_on"):
        do(office, case, "appraisal", finished_on="2026-09-17")


def test_a_clock_rings_after_its_last_day_and_not_before(reach: Reach) -> None:
    office, case = reach("investigation")
    early = FireDeadline(case_id=case, deadline_id=f"{case}:decision")
    before = office._entries()
    assert office.house.engine.execute(early, SYSTEM) == []
    assert office.house.engine.execute(FireDeadline(case_id=case, deadline_id="nothing"), SYSTEM) == []
    assert office._entries() == before
    office.at("2026-12-14 00:00")
    assert office.house.engine.execute(early, SYSTEM) == []
    assert office._entries() == before + 1


def test_a_clock_of_another_case_does_not_ring_here(reach: Reach) -> None:
    office, case = reach("investigation")
    other = office.open()
    office.clock.move(office.clock.now().replace(year=2027))
    assert office.house.engine.execute(FireDeadline(case_id=other, deadline_id=f"{case}:decision"), SYSTEM) == []
    assert {clock.key: clock.state for clock in office.file(case).clocks}["decision"] == "running"


def test_service_starts_payment_and_remedies_and_the_decision_meets_its_clock(reach: Reach) -> None:
    office, case = reach("decide")
    office.at("2026-10-26 09:00")
    do(office, case, "decide")
    assert due(office, case) == {"decision": "2026-12-13", "plea": "2026-09-20", "service": "2026-11-04", "publication": "2026-11-04"}
    office.at("2026-10-28 10:30")
    do(office, case, "serve")
    assert due(office, case) | {"payment": "2026-11-12", "reconsideration": "2026-12-28", "litigation": "2027-04-28"} == due(office, case)
    states = {clock.key: (clock.state, clock.provisional) for clock in office.file(case).clocks}
    assert states["service"] == ("met", False)
    assert states["litigation"] == ("running", True)


@pytest.mark.parametrize(("step", "key"), [("serve", "service"), ("prepare_publication", "publication")])
def test_a_late_service_and_a_late_publication_are_escalated_and_stay_open(reach: Reach, step: str, key: str) -> None:
    office, case = reach("prepare_publication")
    assert step in office.waiting(case)
    office.at("2026-09-25 00:00")
    late = office.file(case)
    assert late.case.overdue
    assert {clock.key: clock.state for clock in late.clocks}[key] == "expired"
    assert {"serve", "prepare_publication"} <= set(office.waiting(case))
    assert any(f"{clock.title}已于" in sentence for clock in late.clocks if clock.key == key for item in late.timeline for sentence in item.sentences)
    drive(office, case, "archiving")
    assert office.faults() == []


def test_a_clock_that_runs_out_a_second_time_does_not_keep_the_ticker_busy(reach: Reach) -> None:
    office, case = reach("investigation")
    office.clock.move(office.clock.now().replace(month=12, day=20))
    assert jobs.fire_due(office.house) == 1
    do(office, case, "investigation", **APPRAISAL, started_on=today(office))
    do(office, case, "appraisal")
    assert jobs.fire_due(office.house) <= 1
    assert office.faults() == []
