"""The interface of clocks, as procedures use it: start, stand still, go on, lengthen, meet, void, correct."""

from datetime import UTC, date, datetime

import pytest

from engine.commands import deadline as clock
from engine.rules.extension import Approval
from tests.course import do
from tests.engine.commands.clockwork import clock_of, operate, working
from tests.engine.conftest import Reach
from tests.office import Office


def day(text: str) -> date:
    return date.fromisoformat(text)


def approved(on: str, *, reason: str = "进销凭证需核查", collective: bool = False) -> Approval:
    return Approval(person="limin", person_name="李敏", approved_on=day(on), reason=reason, collective=collective)


def due(office: Office, case: str, key: str, subject: str | None = None) -> str:
    return str(clock_of(office, case, key, subject).due)


def test_the_check_of_a_clue_begins_with_its_discovery_and_ends_with_the_filing(office: Office) -> None:
    case = office.open(discovered_on="2026-09-10")
    assert due(office, case, "clue.check") == "2026-09-25"
    do(office, case, "verification")
    do(office, case, "confirm_verification")
    for step in ("case_filing", "review_filing", "approve_filing"):
        do(office, case, step)
    filed = clock_of(office, case, "clue.check")
    assert (filed.state, str(filed.ended_on)) == ("met", "2026-09-14")
    assert clock_of(office, case, "decision").state == "running"
    assert office.faults() == []


def test_a_seizure_is_tested_lengthened_once_and_met(office: Office) -> None:
    case = office.open()
    with working(office, case) as work:
        clock.start(work, case, "seizure", day("2026-09-14"), cause="扣押", subject="A1")
        clock.start(work, case, "seizure", day("2026-09-10"), cause="查封", subject="A2")
    assert (due(office, case, "seizure", "A1"), due(office, case, "seizure", "A2")) == ("2026-10-14", "2026-10-10")
    office.at("2026-09-24 10:00")
    with working(office, case) as work:
        assert not clock.suspend(work, case, "seizure", day("2026-09-15"), "hearing", subject="A1")
        assert clock.suspend(work, case, "seizure", day("2026-09-15"), "appraisal", subject="A1")
        clock.resume(work, case, "seizure", day("2026-09-24"), subject="A1")
        clock.extend(work, case, "seizure", 30, approved("2026-09-24"), subject="A1")
    assert due(office, case, "seizure", "A1") == "2026-11-23"
    assert due(office, case, "seizure", "A2") == "2026-10-10"
    assert {"label": "延长30日", "why": "经李敏9月24日批准：进销凭证需核查", "value": "+30日"} in clock_of(office, case, "seizure", "A1").lines
    with office.refusal("extension_too_late", basis="行政强制法 25①"), working(office, case) as work:
        clock.extend(work, case, "seizure", 10, approved("2026-09-24"), subject="A1")
    with working(office, case) as work:
        clock.meet(work, case, "seizure", day("2026-09-24"), subject="A1")
        clock.void(work, case, "seizure", "当场解除", subject="A2")
    assert [clock_of(office, case, "seizure", name).state for name in ("A1", "A2")] == ["met", "void"]
    assert office.faults() == []


@pytest.mark.parametrize(
    ("length", "approval", "code"),
    [
        (31, approved("2026-09-20"), "invalid_input"),
        (0, approved("2026-09-20"), "invalid_input"),
        (30, approved("2026-09-20", reason=" "), "invalid_input"),
        (30, approved("2026-10-15"), "date_in_future"),
    ],
)
def test_an_extension_that_the_law_does_not_know_is_refused(office: Office, length: int, approval: Approval, code: str) -> None:
    case = office.open()
    with working(office, case) as work:
        clock.start(work, case, "seizure", day("2026-09-14"), cause="扣押")
    office.at("2026-09-20 10:00")
    with office.refusal(code), working(office, case) as work:
        clock.extend(work, case, "seizure", length, approval)


def test_a_term_that_is_over_is_not_lengthened(office: Office) -> None:
    case = office.open()
    with working(office, case) as work:
        clock.start(work, case, "seizure", day("2026-09-14"), cause="扣押")
    office.at("2026-10-15 00:00")
    assert clock_of(office, case, "seizure").state == "expired"
    with office.refusal("extension_too_late", field="days"), working(office, case) as work:
        clock.extend(work, case, "seizure", 10, approved("2026-10-14"))


def test_a_decision_is_postponed_by_the_head_and_then_by_the_panel(reach: Reach) -> None:
    office, case = reach("investigation")
    with working(office, case) as work:
        clock.extend(work, case, "decision", 30, approved("2026-09-14"))
    assert due(office, case, "decision") == "2027-01-12"
    with office.refusal("panel_required"), working(office, case) as work:
        clock.extend(work, case, "decision", 60, approved("2026-09-14"))
    with working(office, case) as work:
        clock.extend(work, case, "decision", 60, approved("2026-09-14", collective=True))
    assert due(office, case, "decision") == "2027-03-13"


def test_a_hearing_and_a_transfer_are_left_out_of_the_decision(reach: Reach) -> None:
    office, case = reach("investigation")
    office.at("2026-09-30 10:00")
    with working(office, case) as work:
        assert clock.suspend(work, case, "decision", day("2026-09-20"), "hearing")
        assert not clock.suspend(work, case, "decision", day("2026-09-22"), "hearing")
        assert clock.suspend(work, case, "decision", day("2026-09-21"), "transfer")
        clock.resume(work, case, "decision", day("2026-09-27"), ground="stay")
        clock.resume(work, case, "decision", day("2026-09-27"), ground="hearing")
    assert (clock_of(office, case, "decision").state, due(office, case, "decision")) == ("suspended", "None")
    with working(office, case) as work:
        clock.resume(work, case, "decision", day("2026-09-29"), ground="transfer")
        assert not clock.suspend(work, case, "decision", day("2026-09-30"), "reconsideration")
    assert due(office, case, "decision") == "2026-12-23"


def test_only_what_has_happened_moves_a_clock(office: Office) -> None:
    case = office.open()
    with office.refusal("date_in_future"), working(office, case) as work:
        clock.start(work, case, "seizure", day("2026-09-15"), cause="扣押")
    with office.refusal("date_in_future"), working(office, case) as work:
        clock.start(work, case, "seizure.report", datetime(2026, 9, 14, 2, tzinfo=UTC), cause="当场扣押")
    with working(office, case) as work:
        clock.start(work, case, "seizure", day("2026-09-12"), cause="扣押")
    with office.refusal("before_cause"), working(office, case) as work:
        clock.suspend(work, case, "seizure", day("2026-09-11"), "testing")


def test_hours_run_across_midnight(office: Office) -> None:
    office.at("2026-09-24 21:45")
    case = office.open()
    with working(office, case) as work:
        clock.start(work, case, "seizure.report", work.now, cause="当场扣押")
    report = clock_of(office, case, "seizure.report")
    assert (str(report.due), report.ends_at) == ("2026-09-25", datetime(2026, 9, 25, 13, 45, tzinfo=UTC))
    office.at("2026-09-25 21:44")
    assert clock_of(office, case, "seizure.report").state == "running"
    office.at("2026-09-25 21:45")
    assert clock_of(office, case, "seizure.report").state == "expired"
    assert office.faults() == []


def test_a_preservation_rings_when_the_office_closes(office: Office) -> None:
    office.at("2026-09-24 21:45")
    case = office.open()
    with working(office, case) as work:
        clock.start(work, case, "preservation", work.today, cause="先行登记保存")
    kept = clock_of(office, case, "preservation")
    assert (str(kept.due), kept.ends_at) == ("2026-10-12", datetime(2026, 10, 12, 9, 30, tzinfo=UTC))


def test_a_corrected_event_moves_its_clocks_and_keeps_what_was_done(office: Office) -> None:
    case = office.open()
    office.at("2026-09-20 10:00")
    with working(office, case) as work:
        clock.start(work, case, "payment", day("2026-09-14"), cause="送达", origin="served:1")
        clock.start(work, case, "litigation", day("2026-09-14"), cause="送达", origin="served:1")
        clock.start(work, case, "plea", day("2026-09-14"), cause="送达", origin="served:2")
        clock.meet(work, case, "payment", day("2026-09-20"))
        assert clock.correct(work, case, "served:1", day("2026-09-16"), cause="更正送达日期") == ["litigation", "payment"]
    payment = clock_of(office, case, "payment")
    assert (str(payment.due), payment.state, str(payment.ended_on)) == ("2026-10-08", "met", "2026-09-20")
    assert due(office, case, "litigation") == "2027-03-16"
    assert due(office, case, "plea") == "2026-09-20"
    assert office.faults() == []


def test_operations_take_their_day_from_a_form_or_from_the_step(reach: Reach) -> None:
    office, case = reach("investigation")
    operate(office, case, "deadline.start", {"deadline": "transfer.deliver"})
    assert clock_of(office, case, "transfer.deliver").start_at is not None
    operate(office, case, "deadline.start", {"deadline": "transfer.decide", "cause": "调查组报告"})
    assert due(office, case, "transfer.decide") == "2026-09-17"
    operate(office, case, "deadline.meet", {"deadline": "transfer.decide"})
    assert clock_of(office, case, "transfer.decide").state == "met"
    with office.refusal("step_not_waiting"):
        operate(office, case, "deadline.extend", {"deadline": "decision", "form": "plea"})
    with office.refusal("step_not_waiting"):
        operate(office, case, "deadline.start", {"deadline": "demand", "form": "plea", "field": "received_on"})
