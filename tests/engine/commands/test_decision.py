"""Decisions: never before notice, plea and review; never above notice, statute or tier; never by who acts in the case already."""

from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.user import RegisterUser
from tests.course import REVIEW_ITEMS, do, drive, report
from tests.engine.citizen import citizen
from tests.engine.commands.test_case import registered
from tests.engine.conftest import Reach
from tests.office import START, Office

RETURNED = {"opinion": "disagree", "return_to": "investigation_report", "reason": "事实不清。"}
PLEA = {"plea": "submitted", "way": "written", "content": "已换装净化设施。"}


@pytest.mark.parametrize(
    ("fine", "code", "basis"),
    [
        ("60000", "above_statutory_maximum", "生态环境法典 1132"),
        ("4999.99", "below_statutory_minimum", "生态环境法典 1132"),
        ("22500.01", "above_notified", "行政处罚法 45"),
        ("14999", "outside_tier", "行政处罚法 34"),
    ],
)
def test_a_fine_that_the_law_does_not_allow_is_refused_by_its_field(reach: Reach, fine: str, code: str, basis: str) -> None:
    office, case = reach("decide")
    with office.refusal(code, basis=basis, field="fine"):
        do(office, case, "decide", fine=fine)


@pytest.mark.parametrize("fine", ["15000", "22500", "18000.55"])
def test_a_fine_inside_tier_and_notice_is_decided_as_it_is(reach: Reach, fine: str) -> None:
    office, case = reach("decide")
    do(office, case, "decide", fine=fine)
    assert format(office.file(case).case.fine or 0, "f") == fine


@pytest.mark.parametrize(("fine", "code"), [("60000", "above_statutory_maximum"), ("4000", "below_statutory_minimum"), ("31000", "outside_tier")])
def test_a_proposal_is_held_against_statute_and_tier_too(reach: Reach, fine: str, code: str) -> None:
    office, case = reach("investigation_report")
    with office.refusal(code, field="fine"):
        do(office, case, "investigation_report", fine=fine)


def test_a_penalty_that_was_never_notified_cannot_be_decided(office: Office) -> None:
    case = drive(office, office.open(), "decide", investigation_report=report("2026-09-14", outcome="not_established", fine=None))
    with office.refusal("notice_required", basis="行政处罚法 62"):
        do(office, case, "decide", outcome="penalty", fine="22500")


def test_a_right_to_a_hearing_holds_the_decision_until_its_term_is_over(office: Office) -> None:
    case = drive(office, office.open(party=citizen()), "plea")
    assert do(office, case, "plea") == ["request_hearing"]
    office.at("2026-09-20 23:59")
    assert office.waiting(case) == ["request_hearing"]
    office.at("2026-09-21 00:00")
    assert office.waiting(case) == ["convene_panel"]
    assert office.faults() == []


def test_a_decision_does_not_exist_before_the_review_passed(reach: Reach) -> None:
    office, case = reach("legal_review")
    for _ in range(2):
        assert do(office, case, "legal_review", **RETURNED) == ["investigation_report"]
        with office.refusal("step_not_waiting"):
            office.submit("limin", case, "decide", fine="22500")
        drive(office, case, "legal_review")
    assert do(office, case, "legal_review") == ["review_proposal"]


@pytest.mark.parametrize("opinion", ["supplement", "return", "disagree"])
@pytest.mark.parametrize("to", ["investigation", "investigation_report"])
def test_a_review_that_does_not_pass_goes_back_to_the_named_step_with_its_reason(reach: Reach, opinion: str, to: str) -> None:
    office, case = reach("legal_review")
    with office.refusal("invalid_input"):
        do(office, case, "legal_review", opinion=opinion, return_to=to)
    with office.refusal("invalid_input"):
        do(office, case, "legal_review", opinion=opinion, reason="请补正。")
    assert do(office, case, "legal_review", opinion=opinion, return_to=to, reason="请补正。") == [to]
    given = office.file(case).opinions[-1]
    assert (given.step, given.result, given.text) == ("legal_review", opinion, "请补正。")


def test_a_review_with_an_open_problem_cannot_pass(reach: Reach) -> None:
    office, case = reach("legal_review")
    with office.refusal("invalid_input", field="opinion"):
        do(office, case, "legal_review", **REVIEW_ITEMS | {"papers": "problem", "papers_remark": "缺编号。"})


@pytest.mark.parametrize("step", ["review_proposal", "approve_proposal"])
def test_a_proposal_comes_back_to_the_report(reach: Reach, step: str) -> None:
    office, case = reach(step)
    assert do(office, case, step, approved="false", opinion=None, reason="金额过高。") == ["investigation_report"]
    assert office.file(case).opinions[-1].text == "金额过高。"


def test_the_head_may_return_the_case_and_the_way_is_gone_again(reach: Reach) -> None:
    office, case = reach("decide")
    assert do(office, case, "decide", decision="return", fine=None, reason="证据不足。") == ["investigation_report"]
    drive(office, case, "decide")
    assert sum(paper.code == "D15" for paper in office.file(case).documents) == 2
    do(office, case, "decide")
    assert office.faults() == []


@pytest.mark.parametrize("step", ["legal_review", "approve_filing", "approve_proposal", "decide", "review_publication", "approve_closing"])
def test_who_investigates_neither_reviews_nor_decides(reach: Reach, step: str) -> None:
    office, case = reach("verification")
    registered(office, "many", roles=("officer", "legal_reviewer", "head", "squad_leader"), licence="A20193300009")
    drive(office, case, "confirm_verification", verification={"second": "many"})
    do(office, case, "confirm_verification", by="many")
    drive(office, case, "approve_filing" if step == "approve_filing" else "confirm_report")
    if step != "approve_filing":
        do(office, case, "confirm_report", by="many")
        drive(office, case, step)
    with office.refusal("same_person"):
        do(office, case, step, by="many")


def test_who_reviewed_the_case_does_not_decide_it(reach: Reach) -> None:
    office, case = reach("legal_review")
    both = RegisterUser(login="both", name="双职", roles=("legal_reviewer", "head"), district="donghu", licence="A20193300009")
    office.house.engine.execute(both, SYSTEM)
    do(office, case, "legal_review", by="both")
    do(office, case, "review_proposal")
    with office.refusal("same_person", basis="行政处罚法"):
        do(office, case, "approve_proposal", by="both")
    drive(office, case, "decide")
    with office.refusal("same_person", basis="行政处罚法"):
        do(office, case, "decide", by="both")


def test_nobody_decides_after_an_officer_s_certificate_has_ended(reach: Reach) -> None:
    office, case = reach("verification")
    registered(office, "brief", certificate_until=START.date().replace(month=10, day=31))
    drive(office, case, "confirm_verification", verification={"second": "brief"})
    do(office, case, "confirm_verification", by="brief")
    drive(office, case, "confirm_report")
    do(office, case, "confirm_report", by="brief")
    drive(office, case, "decide")
    office.at("2026-11-01 09:00")
    with office.refusal("officer_invalid", basis="行政处罚法 42"):
        do(office, case, "decide")


def test_a_fine_outside_the_tier_needs_a_reason_and_the_panel(office: Office) -> None:
    outside = report("2026-09-14", fine="40000", fine_reason="影响恶劣。")
    case = drive(office, office.open(), "panel_discussion", investigation_report=outside)
    assert do(office, case, "panel_discussion", resolution="return", reason="再查。") == ["investigation_report"]
    drive(office, case, "panel_discussion", investigation_report=outside)
    do(office, case, "panel_discussion")
    do(office, case, "decide", fine="40000")
    assert office.file(case).case.fine == 40000
    assert office.faults() == []


def test_a_plea_that_is_waived_ends_its_term(reach: Reach) -> None:
    office, case = reach("plea")
    assert do(office, case, "plea") == ["decide"]
    view = office.file(case)
    assert (view.case.plea, {clock.key: clock.state for clock in view.clocks}["plea"]) == ("waived", "met")


def test_silence_waives_the_plea_when_its_term_is_over_and_not_before(reach: Reach) -> None:
    office, case = reach("plea")
    office.at("2026-09-20 23:59")
    assert office.waiting(case) == ["plea"]
    office.at("2026-09-21 00:00")
    assert (office.waiting(case), office.file(case).case.plea) == (["decide"], "lapsed")
    with office.refusal("step_not_waiting"):
        do(office, case, "plea")
    assert office.faults() == []


def test_a_plea_is_examined_and_the_decision_waits_for_the_end_of_the_term(reach: Reach) -> None:
    office, case = reach("plea")
    assert do(office, case, "plea", **PLEA) == ["plea_review"]
    for fine, code in (("23000", "above_notified"), ("60000", "above_statutory_maximum")):
        with office.refusal(code, field="fine"):
            do(office, case, "plea_review", fine=fine)
    lighter: dict[str, Any] = {"accepted": "part", "factors": [{"code": "harm_reduced", "evidence": ["1"]}], "fine": "19500"}
    assert do(office, case, "plea_review", **lighter) == []
    assert [item.recommended for item in office.file(case).assessments if item.occasion == "plea"] == [19500]
    office.at("2026-09-21 00:00")
    assert office.waiting(case) == ["decide"]
    with office.refusal("outside_tier"):
        do(office, case, "decide", fine="14000")
    do(office, case, "decide", fine="19500")
    assert office.faults() == []


def test_changed_facts_are_notified_anew(reach: Reach) -> None:
    office, case = reach("plea")
    do(office, case, "plea", **PLEA)
    changed = {"accepted": "all", "reason": None, "facts_changed": "true"}
    do(office, case, "plea_review", **changed)
    drive(office, case, "decide")
    assert sum(paper.code == "D15" for paper in office.file(case).documents) == 2
    assert office.faults() == []


def test_a_plea_cannot_come_before_the_notice_was_served(reach: Reach) -> None:
    office, case = reach("plea")
    office.at("2026-09-16 09:00")
    with office.refusal("before_cause", basis="行政处罚法 44", field="received_on"):
        do(office, case, "plea", received_on="2026-09-13")
