"""Cases: opened by who may, numbered without a gap, rejected, escalated once, closed and archived; four ways to end."""

from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.user import RegisterUser
from engine.proof.history import CaseHistory
from tests.course import do, drive, report, ring, today
from tests.engine.conftest import Reach
from tests.office import PARTY, START, Office


def facts(office: Office, case: str) -> list[str]:
    """The kinds of facts of a case in order."""
    return [fact for step in office.house.engine.ask(CaseHistory(case_id=case), SYSTEM).steps for fact in step.facts]


def registered(office: Office, login: str, **changes: object) -> None:
    """An officer more in the first squad of Donghu."""
    values: dict[str, object] = {
        "login": login,
        "name": login,
        "roles": ("officer",),
        "district": "donghu",
        "squad": "donghu-1",
        "certificate": "JC9",
        "certificate_from": START.date().replace(year=2024),
        "certificate_until": START.date().replace(year=2028),
    }
    office.house.engine.execute(RegisterUser(**values | changes), SYSTEM)  # type: ignore[arg-type]  # The test says what it gives.


@pytest.mark.parametrize("cause", ["JC99", "nothing", ""])
def test_a_cause_outside_the_catalogue_is_refused(office: Office, cause: str) -> None:
    with office.refusal("invalid_input", field="cause"):
        office.open(cause=cause)


def test_an_officer_without_a_district_or_a_valid_certificate_opens_nothing(office: Office) -> None:
    registered(office, "nowhere", district=None)
    with office.refusal("not_allowed"):
        office.open("nowhere")
    registered(office, "expired", certificate_until=START.date().replace(day=13))
    with office.refusal("officer_invalid", basis="行政处罚法 42", field="officer"):
        office.open("expired")


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("party.uscc", {"party": dict(PARTY) | {"uscc": "91999901MA0TE5T16E"}}),
        ("party.id_number", {"party": {"name": "王德顺", "id_number": "999901198507020036"}}),
        ("party.name", {"party": dict(PARTY) | {"name": ""}}),
        ("discovered_on", {"discovered_on": "2026-09-15"}),
        ("nothing", {"nothing": "1"}),
        ("procedure", {"procedure": "express"}),
    ],
)
def test_a_clue_that_is_not_filled_in_right_is_refused_by_its_field(office: Office, field: str, change: dict[str, Any]) -> None:
    with office.refusal("invalid_input", field=field):
        office.open(**change)


@pytest.mark.parametrize(("second", "code", "field"), [("zhouyan", "same_person", "second"), ("hechuan", "invalid_input", "second")])
def test_the_second_officer_is_another_person_of_the_same_district(reach: Reach, second: str, code: str, field: str) -> None:
    office, case = reach("verification")
    with office.refusal(code, field=field):
        do(office, case, "verification", second=second)


def test_who_is_no_officer_and_whose_certificate_has_ended_cannot_be_second(reach: Reach) -> None:
    office, case = reach("verification")
    registered(office, "expired", certificate_until=START.date().replace(day=13))
    for second, code in (("limin", "invalid_input"), ("nobody", "invalid_input"), ("expired", "officer_invalid")):
        with office.refusal(code):
            do(office, case, "verification", second=second)


def test_being_named_is_not_being_there(reach: Reach) -> None:
    office, case = reach("confirm_verification")
    assert office.file(case).case.second_confirmed is False
    with office.refusal("step_not_waiting"):
        do(office, case, "confirm_verification", by="zhengkai")
    assert do(office, case, "confirm_verification") == ["case_filing"]
    assert office.file(case).case.second_confirmed is True


def test_a_second_officer_who_does_not_confirm_sends_the_step_back_and_may_be_replaced(reach: Reach) -> None:
    office, case = reach("confirm_verification")
    assert do(office, case, "confirm_verification", confirmed="false", reason="我未到场。") == ["verification"]
    do(office, case, "verification", second="zhengkai")
    with office.refusal("step_not_waiting"):
        do(office, case, "confirm_verification", by="wumin")
    assert do(office, case, "confirm_verification", by="zhengkai") == ["case_filing"]
    assert office.file(case).case.second_name == "郑凯"


@pytest.mark.parametrize("finding", ["none", "elsewhere"])
def test_a_clue_that_is_no_case_ends_with_the_head_s_consent_and_takes_no_number(office: Office, finding: str) -> None:
    other = {"competent": "江川市生态环境局", "not_ours": "锅炉由生态环境部门监管。"} if finding == "elsewhere" else {}
    case = drive(office, office.open(), "approve_no_filing", verification={"finding": finding, **other})
    assert do(office, case, "approve_no_filing", approved="false", opinion=None, reason="再查。") == ["verification"]
    drive(office, case, verification={"finding": finding, **other})
    ended = office.file(case)
    letters = [paper for paper in ended.documents if paper.code == "D26-3"]
    assert [(letter.number, (letter.facts or {})["recipient"]) for letter in letters] == (
        [("江城管移字〔2026〕第0001号", "江川市生态环境局")] if other else []
    )
    assert (ended.case.state, ended.case.number, ended.waiting) == ("rejected", None, ())
    assert {clock.key: clock.state for clock in ended.clocks} == {"clue.check": "met", "archive": "met"}
    assert {"CaseRejected", "CaseArchived"} <= set(facts(office, case))
    assert office.faults() == []


@pytest.mark.parametrize("step", ["review_filing", "approve_filing"])
def test_an_application_to_file_comes_back_with_its_reason_and_takes_no_number(reach: Reach, step: str) -> None:
    office, case = reach(step)
    with office.refusal("invalid_input", field="reason"):
        do(office, case, step, approved="false", opinion=None)
    assert do(office, case, step, approved="false", opinion=None, reason="事实不清。") == ["case_filing"]
    assert office.file(case).opinions[-1].text == "事实不清。"
    assert office.file(case).case.number is None
    drive(office, case, "investigation")
    assert office.file(case).case.number == "江城管立字〔2026〕第0001号"


def test_an_overdue_decision_is_escalated_once_and_its_step_stays_open(reach: Reach) -> None:
    office, case = reach("investigation")
    office.at("2026-12-13 23:59")
    assert not office.file(case).case.overdue
    office.at("2026-12-14 00:00")
    late = office.file(case)
    assert (late.case.overdue, office.waiting(case)) == (True, ["investigation"])
    office.at("2027-01-31 09:00")
    assert facts(office, case).count("CaseEscalated") == 1
    assert do(office, case, "investigation", next="appraisal", institution="检测中心", subject="油烟", started_on=today(office)) == ["appraisal"]
    do(office, case, "appraisal")
    office.at("2027-03-31 09:00")
    assert facts(office, case).count("CaseEscalated") == 1
    assert office.faults() == []


def test_the_outcomes_and_their_papers(office: Office) -> None:
    exempt = report("2026-09-14", outcome="no_penalty", fine=None, corrected="true", fine_reason="初次违法，危害轻微。")
    courses: tuple[tuple[dict[str, Any], str, set[str], str], ...] = (
        ({}, "archived", {"D15", "D16", "D19", "D22"}, "penalty"),
        ({"investigation_report": exempt}, "archived", {"D21", "D22"}, "no_penalty"),
        ({"investigation_report": report("2026-09-14", outcome="not_established", fine=None)}, "archived", {"D21", "D22"}, "not_established"),
    )
    for course, state, papers, outcome in courses:
        case = drive(office, office.open(discovered_on="2026-09-14"), **course)
        view = office.file(case)
        assert (view.case.state, view.case.outcome, {paper.code for paper in office.sent(case)}) == (state, outcome, papers)
        assert view.waiting == ()
        assert (view.publications != ()) == (outcome == "penalty")
    assert office.faults() == []


def test_closing_comes_back_and_the_archive_has_thirty_days(reach: Reach) -> None:
    office, case = reach("approve_closing")
    assert do(office, case, "approve_closing", approved="false", opinion=None, reason="未复查。") == ["closing"]
    drive(office, case, "archiving")
    assert {clock.key: clock.due.isoformat() for clock in office.file(case).clocks if clock.due}["archive"] == "2026-10-14"
    assert office.file(case).case.state == "closed"
    drive(office, case)
    assert {clock.key: clock.state for clock in office.file(case).clocks}["archive"] == "met"
    while ring(office):
        pass
    assert office.faults() == []
