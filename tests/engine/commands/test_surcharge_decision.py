"""A decision on the surcharge says from what, since when and how long, never goes above the fine, and is challenged on its own."""

from typing import Any

import pytest

from engine.queries.caution import Caution
from engine.queries.task_page import TaskPage
from engine.rules.document import read
from engine.rules.document.surcharge_decision import SurchargeDecision
from tests.office import Office


def cautions(office: Office, case: str, step: str, login: str) -> tuple[Caution, ...]:
    """What somebody is told before a step."""
    task = next(task for task in office.file(case).waiting if task.step == step)
    return office.house.engine.ask(TaskPage(case_id=case, task_id=task.id), office.actor(login)).cautions


ASKED: dict[str, Any] = {"checked": "on", "reason": "经催缴仍未缴纳。"}
AGREED: dict[str, Any] = {"approved": "true", "opinion": "同意。"}
SERVED: dict[str, Any] = {"served": "true", "way": "direct", "recipient": "何秀兰", "relation": "legal_representative", "place": "湖滨路18号"}


def decided(office: Office, day: str) -> tuple[str, SurchargeDecision]:
    """S2 unpaid (19,500 yuan, due 2026-11-12), with a decision on the surcharge of a day."""
    case = office.play_s2(until="confirm_payment")
    office.at(f"{day} 09:00")
    office.start("zhouyan", case, "surcharge_decision", **ASKED)
    office.submit("limin", case, "approve_surcharge", **AGREED)
    [paper] = [paper for paper in office.file(case).documents if paper.code == "D24-2"]
    facts = read("D24-2", paper.facts or {})
    assert isinstance(facts, SurchargeDecision)
    return case, facts


def test_it_states_base_rate_days_and_sum(office: Office) -> None:
    _, paper = decided(office, "2026-12-01")
    assert (paper.fine, paper.unpaid, paper.rate, paper.first_day, paper.until, paper.days) == ("19500", "19500", 3, "2026-11-13", "2026-12-01", 19)
    assert (paper.amount, paper.owing, paper.cap, paper.capped, paper.pauses) == ("11115.00", "11115.00", "19500", False, "没有。")
    assert "共19日，每日585.00元，合计11,115.00元" in paper.reckoning


def test_it_never_goes_above_the_fine(office: Office) -> None:
    _, paper = decided(office, "2027-01-20")
    assert (float(paper.amount), paper.capped, paper.days) == (19500.0, True, 34)


@pytest.mark.parametrize("day", ["2026-11-10", "2026-11-12"])
def test_nothing_is_surcharged_before_the_term_is_over(office: Office, day: str) -> None:
    case = office.play_s2(until="confirm_payment")
    office.at(f"{day} 09:00")
    with office.refusal("before_cause", basis="行政处罚法 72①(1)"):
        office.start("zhouyan", case, "surcharge_decision", **ASKED)


def test_it_comes_too_late_where_it_can_be_challenged_longer_than_the_court_can_be_asked(office: Office) -> None:
    """The suit against the penalty ends on 2027-04-28, the court's window on 2027-07-28; six months from 2027-01-28 end on that very day."""
    case = office.play_s2(until="confirm_payment")
    office.at("2027-01-28 09:00")
    with office.refusal("window_closed", basis="行政强制法 53"):
        office.start("zhouyan", case, "surcharge_decision", **ASKED)
    office.at("2027-04-30 09:00")
    with office.refusal("window_closed", basis="行政强制法 53"):
        office.start("zhouyan", case, "surcharge_decision", **ASKED)


def test_it_is_in_time_while_its_own_suit_ends_before_the_court_s_window(office: Office) -> None:
    _, paper = decided(office, "2027-01-27")
    assert paper.capped


def test_one_decision_is_enough(office: Office) -> None:
    case, _ = decided(office, "2026-12-01")
    office.submit("zhouyan", case, "serve", served_on="2026-12-01", **SERVED)
    with office.refusal("step_not_waiting"):
        office.start("zhouyan", case, "surcharge_decision", **ASKED)


def test_its_remedies_run_beside_those_of_the_penalty(office: Office) -> None:
    case, _ = decided(office, "2026-12-01")
    office.submit("zhouyan", case, "serve", served_on="2026-12-01", **SERVED)
    dues = sorted(str(clock.due) for clock in office.file(case).clocks if clock.key == "litigation")
    assert dues == ["2027-04-28", "2027-06-01"]
    assert office.faults() == []


def test_while_it_can_be_challenged_the_court_is_asked_for_the_fine_alone(office: Office) -> None:
    case, _ = decided(office, "2026-12-01")
    office.submit("zhouyan", case, "serve", served_on="2026-12-01", **SERVED)
    office.submit("zhouyan", case, "payment_reminder", reminded_on="2026-12-01", way="电话")
    office.submit("zhouyan", case, "demand", checked="on")
    office.submit("zhouyan", case, "serve", served_on="2026-12-01", **SERVED)
    office.at("2027-04-29 09:00")
    [told] = cautions(office, case, "apply_to_court", "zhouyan")
    assert told.text.startswith("不服加处罚款决定的复议、诉讼期限至2027年6月1日届满，在此以前不能申请执行加处罚款（今日19,500元）。")
    assert told.text.endswith("2027年6月2日起申请的，可以一并申请执行；申请期限至2027年7月28日。")
    assert told.basis == "行政强制法 46、53"
    office.submit("zhouyan", case, "apply_to_court", course="apply", plea="none", subject="有基本账户。")
    assert len(cautions(office, case, "sign_court_application", "limin")) == 1
    office.submit("limin", case, "sign_court_application", **AGREED)
    said = [sentence for moment in office.file(case).timeline for sentence in moment.sentences if "向江川市人民法院申请强制执行" in sentence]
    assert said[0].endswith("期限没有届满（至2027年6月1日），本次不申请执行加处罚款")
    [paper] = [paper for paper in office.file(case).documents if paper.code == "D24-3"]
    facts = paper.facts or {}
    assert (facts["fine"], facts["surcharge"]) == ("19500", "0")
    assert facts["reckoning"].endswith("本次不申请执行加处罚款。")
    assert office.faults(case) == []
