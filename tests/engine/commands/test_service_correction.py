"""A corrected date of service: whatever runs from the day on which a document reached the party is reckoned from the right one."""

from datetime import date
from pathlib import Path

import pytest

from engine.commands.service_correction import CorrectServiceDate
from engine.queries.clock import ClockReading
from tests.course import HEARD, drive
from tests.office import Office, found_city, found_office
from web.rehearsal import BEGINNING

STORIES = Path(__file__).parents[2] / "processes"


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The city, founded before any story begins."""
    return found_city(tmp_path_factory.mktemp("city"), start=BEGINNING)


@pytest.fixture
def early(founded: Path, tmp_path: Path) -> Office:
    """An office in which any story may be played."""
    return found_office(tmp_path / "early", founded, start=BEGINNING)


def correct(office: Office, case: str, code: str, day: str) -> list[str]:
    """Correct the date on which the newest document of a kind was served; the answer is the keys of the clocks that moved."""
    file = office.file(case)
    papers = {paper.id for paper in file.documents if paper.code == code}
    service = [row for row in file.services if row.document_id in papers][-1]
    command = CorrectServiceDate(case_id=case, service_id=service.id, served_on=date.fromisoformat(day), reason="回执的日期登记有误")
    return office.house.engine.execute(command, office.actor("limin"))


def clock(office: Office, case: str, key: str) -> ClockReading:
    return next(row for row in office.file(case).clocks if row.key == key)


def stands(office: Office, case: str, key: str) -> tuple[str, str]:
    """State and last day of a clock."""
    row = clock(office, case, key)
    return row.state, str(row.due)


def test_the_months_to_ask_the_court_follow_an_earlier_end_of_the_remedies(early: Office) -> None:
    case = early.play(STORIES / "s7.yaml", until="apply_to_court")
    assert stands(early, case, "court.application") == ("running", "2027-01-08")
    assert "court.application" in correct(early, case, "D19", "2026-03-20")
    assert str(clock(early, case, "litigation").due) == "2026-09-20"
    assert stands(early, case, "court.application") == ("running", "2026-12-20")
    early.at("2027-01-05 09:00")
    with early.refusal("window_closed", basis="行政强制法 53"):
        early.submit("zhouyan", case, "apply_to_court", course="apply", plea="none", subject="有银行账户。")
    assert early.faults(case) == []


def test_the_months_to_ask_the_court_go_while_the_remedies_are_open_again(early: Office) -> None:
    case = early.play(STORIES / "s7.yaml", until="apply_to_court")
    assert "court.application" in correct(early, case, "D19", "2026-05-20")
    assert clock(early, case, "court.application").state == "void"
    early.at("2026-10-23 09:00")
    with early.refusal("remedies_open", basis="行政强制法 53"):
        early.submit("zhouyan", case, "apply_to_court", course="apply", plea="none", subject="有银行账户。")
    early.at("2026-11-21 09:00")
    assert stands(early, case, "court.application") == ("running", "2027-02-20")
    assert early.faults(case) == []


def test_an_application_that_was_made_stays_made(early: Office) -> None:
    case = early.play(STORIES / "s7.yaml", until="court_answer")
    made = clock(early, case, "court.application")
    assert "court.application" in correct(early, case, "D19", "2026-03-20")
    assert stands(early, case, "court.application") == ("met", "2026-12-20")
    assert "court.application" not in correct(early, case, "D19", "2026-06-20")
    after = clock(early, case, "court.application")
    assert (after.state, after.ended_on) == ("met", made.ended_on)
    assert early.faults(case) == []


def test_the_months_to_ask_for_a_cost_follow_its_own_remedies(early: Office) -> None:
    case = early.play(STORIES / "cost_court.yaml", until="apply_cost")
    early.at("2027-04-09 09:00")
    assert stands(early, case, "court.application") == ("running", "2027-07-08")
    assert "court.application" in correct(early, case, "D25-7", "2026-10-20")
    assert stands(early, case, "court.application")[0] == "void"
    early.at("2027-04-21 09:00")
    assert stands(early, case, "court.application") == ("running", "2027-07-20")
    correct(early, case, "D25-7", "2026-10-12")
    assert stands(early, case, "court.application") == ("running", "2027-07-12")
    assert early.faults(case) == []


def test_a_hearing_is_held_after_the_clear_days_from_the_corrected_service(early: Office) -> None:
    case = early.play(STORIES / "s3.yaml", until="hold_hearing")
    assert stands(early, case, "hearing.notice") == ("running", "2026-10-15")
    early.at("2026-10-13 09:00")
    assert correct(early, case, "D17", "2026-10-12") == ["hearing.notice"]
    first = str(clock(early, case, "hearing.notice").due)
    assert first > "2026-10-15"
    early.at("2026-10-15 11:30")
    for form in (HEARD, {"result": "absent", "reason": "没有到场。"}):
        with early.refusal("hearing_too_early", basis="行政处罚法 64(2)", field="held_on", says=first):
            early.submit("heyan", case, "hold_hearing", held_on="2026-10-15", **form)
    early.submit("heyan", case, "hold_hearing", held_on="2026-10-15", result="adjourned", reason="通知书送达不足七个工作日。")
    assert early.waiting(case) == ["set_hearing"]
    assert early.faults(case) == []


def test_nothing_is_decided_while_a_hearing_may_be_asked_for_again(early: Office) -> None:
    case = early.play(STORIES / "s3.yaml", until="request_hearing")
    early.at("2026-09-23 09:00")
    early.submit("zhouyan", case, "plea", plea="waived", received_on="2026-09-23", way="written")
    early.at("2026-10-08 09:00")
    assert stands(early, case, "hearing.request") == ("expired", "2026-09-30")
    assert correct(early, case, "D15", "2026-09-30") == ["hearing.request", "plea"]
    assert stands(early, case, "hearing.request") == ("running", "2026-10-13")
    drive(early, case, "decide")
    early.at("2026-10-09 09:00")
    with early.refusal("hearing_open", basis="行政处罚法 64(1)", says="2026-10-13"):
        early.submit("limin", case, "decide", fine="510000", opinion="同意。")
    early.at("2026-10-14 09:00")
    early.submit("limin", case, "decide", fine="510000", opinion="同意。")
    assert early.faults(case) == []


def test_the_terms_of_a_decision_on_the_spot_follow_its_service(early: Office) -> None:
    case = early.play(STORIES / "s1.yaml", until="spot_report")
    early.at("2026-10-20 09:00")
    assert correct(early, case, "D20", "2026-10-19") == ["payment", "reconsideration"]
    assert stands(early, case, "payment") == ("running", "2026-11-03")
    assert stands(early, case, "reconsideration") == ("running", "2026-12-18")
    assert early.faults(case) == []


def test_an_order_that_came_after_its_own_last_day_is_looked_into_no_more(early: Office) -> None:
    case = early.play(STORIES / "two_step_noise.yaml", until="reinspection")
    assert correct(early, case, "D05", "2026-09-16") == ["correction", "litigation", "reconsideration"]
    assert str(clock(early, case, "correction").due) == "2026-09-17"
    assert "correction" not in correct(early, case, "D05", "2026-09-18")
    assert clock(early, case, "correction").state == "void"
    assert early.waiting(case) == ["investigation_report"]
    assert early.faults(case) == []


def test_nobody_is_fined_for_refusing_an_order_that_came_after_its_own_last_day(early: Office) -> None:
    case = early.play(STORIES / "two_step_noise.yaml", until="decide")
    assert "correction" not in correct(early, case, "D05", "2026-09-18")
    with early.refusal("prior_order_required", basis="生态环境法典 1189", says="退回"):
        early.submit("limin", case, "decide", fine="60000", opinion="同意。")
    early.submit("limin", case, "decide", decision="return", reason="责令改正送达时期限已过。")
    assert early.faults(case) == []
