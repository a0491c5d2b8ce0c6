"""A fine that is not paid: the surcharge stands still during remedies, the demand goes out, the court is asked in its window, the execution ends."""

from pathlib import Path

from tests.course import Form, do
from tests.engine.commands.test_case import facts
from tests.engine.conftest import Reach
from tests.office import START, Office, found_city, found_office
from web.scenario import read_scenario
from web.scenario.player import Play

S7 = Path(__file__).parents[2] / "processes" / "s7.yaml"
APPLY: Form = {"course": "apply", "plea": "none", "subject": "银行账户。"}


def before_the_court(folder: Path) -> tuple[Office, str]:
    """S7 on the day on which the demand was served."""
    scenario = read_scenario(S7)
    start = scenario.steps[0].at or START
    office = found_office(folder / "office", found_city(folder / "city", start=start), start=start)
    stage = Play(house=office.house, clock=office.clock)
    for step in scenario.steps:
        if step.at is not None:
            stage.move(step.at)
        if step.refuse is None and (step.do or step.task):
            stage.act(step)
        if stage.cases and "apply_to_court" in office.waiting(stage.cases["case"]):
            break
    return office, stage.cases["case"]


def test_the_court_is_asked_in_its_three_months_only_or_the_execution_ends(tmp_path: Path) -> None:
    office, case = before_the_court(tmp_path)
    office.at("2026-10-22 23:00")
    with office.refusal("remedies_open", basis="行政强制法 54", field="course"):
        office.submit("zhouyan", case, "apply_to_court", **APPLY)
    office.at("2027-01-08 16:00")
    office.submit("zhouyan", case, "apply_to_court", **APPLY)
    office.at("2027-01-11 09:00")
    with office.refusal("window_closed", basis="行政强制法 53"):
        office.submit("limin", case, "sign_court_application", approved="true", opinion="同意。")
    office.submit("limin", case, "sign_court_application", approved="false", reason="期限已过。")
    with office.refusal("window_closed"):
        office.submit("zhouyan", case, "apply_to_court", **APPLY)
    office.submit("zhouyan", case, "apply_to_court", course="end")
    end: Form = {"ground": "three_years", "facts": "查无财产。", "paused_on": "2026-06-01", "harmless": "true"}
    with office.refusal("invalid_input", field="paused_on"):
        office.submit("zhouyan", case, "end_execution", **end)
    office.submit("zhouyan", case, "end_execution", ground="ended", facts="公司已注销，无财产，无承受人。")
    assert office.submit("limin", case, "approve_execution_end", approved="true", opinion="同意。") == ["closing"]
    view = office.file(case)
    assert (bool(view.case.settled), facts(office, case).count("ExecutionEnded")) == (False, 1)
    assert office.submit("zhouyan", case, "closing", result="公司终止，没有财产，终结执行。") == ["approve_closing"]
    assert {clock.key: clock.state for clock in view.clocks}["court.application"] in {"void", "expired"}
    assert office.faults() == []


def test_who_pays_after_the_demand_ends_the_road_to_the_court(tmp_path: Path) -> None:
    office, case = before_the_court(tmp_path)
    assert do(office, case, "confirm_payment") == ["closing"]
    assert office.file(case).case.settled
    assert office.faults() == []


def test_a_payment_after_the_term_pays_the_surcharge_too(reach: Reach) -> None:
    office, case = reach("confirm_payment")
    office.at("2026-10-01 09:00")
    with office.refusal("overpaid", field="amount"):
        do(office, case, "confirm_payment", amount="23850.01")
    do(office, case, "confirm_payment", amount="22500")
    view = office.file(case)
    assert view.ledger is not None
    assert not view.case.settled
    assert view.ledger.overdue == 1350
    do(office, case, "confirm_payment")
    assert office.file(case).case.settled
