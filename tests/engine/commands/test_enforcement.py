"""A fine that is not paid: the surcharge stands still during remedies, the demand goes out, the court is asked in its window, the execution ends."""

from pathlib import Path

from tests.course import Form, do
from tests.engine.commands.test_case import facts
from tests.engine.commands.test_remedy import SUIT
from tests.engine.commands.test_surcharge_decision import cautions
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
    office.submit("zhouyan", case, "end_execution", ground="barred", facts="申请法院强制执行的期限已过，催告后仍不缴纳。")
    assert office.submit("limin", case, "approve_execution_end", approved="true", opinion="同意。") == ["closing"]
    view = office.file(case)
    assert (bool(view.case.settled), facts(office, case).count("ExecutionEnded")) == (False, 1)
    assert office.submit("zhouyan", case, "closing", result="申请期限已过，终结执行。") == ["approve_closing"]
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


def asking(office: Office) -> str:
    """S2 unpaid, its demand served, with the step at which the court is asked; the suit may be brought until 2027-04-28."""
    case = office.play_s2(until="confirm_payment")
    office.at("2026-11-16 09:00")
    office.submit("zhouyan", case, "payment_reminder", reminded_on="2026-11-16", way="电话")
    office.submit("zhouyan", case, "demand", checked="on")
    do(office, case, "serve")
    return case


def test_whoever_asks_the_court_is_told_what_the_remedies_allow(office: Office) -> None:
    case = asking(office)
    [told] = cautions(office, case, "apply_to_court", "zhouyan")
    assert (told.title, "2027年4月28日" in told.text, told.basis) == ("救济期限没有届满", True, "行政强制法 53")
    office.start("zhouyan", case, "litigation", **SUIT, filed_on="2026-11-16", received_on="2026-11-16")
    [told] = cautions(office, case, "apply_to_court", "zhouyan")
    assert (told.title, "江川市人民法院提起行政诉讼" in told.text) == ("复议、诉讼没有结束", True)
    with office.refusal("remedies_open", basis="行政强制法 53", field="course"):
        office.submit("zhouyan", case, "apply_to_court", **APPLY)


def test_the_court_that_was_asked_is_told_of_a_later_remedy(office: Office) -> None:
    case = asking(office)
    office.at("2027-04-29 09:00")
    assert cautions(office, case, "apply_to_court", "zhouyan") == ()
    office.submit("zhouyan", case, "apply_to_court", **APPLY)
    office.submit("limin", case, "sign_court_application", approved="true", opinion="同意。")
    assert cautions(office, case, "court_answer", "zhouyan") == ()
    office.start("zhouyan", case, "litigation", **SUIT, filed_on="2027-04-28", received_on="2027-04-29")
    [told] = cautions(office, case, "court_answer", "zhouyan")
    assert (told.title, told.basis) == ("申请以后有复议、诉讼", "行政强制法 53、58")
