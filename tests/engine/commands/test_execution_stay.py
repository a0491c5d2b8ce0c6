"""Stays of execution: after three years the execution is given up, where the party was not able to perform and no harm is done."""

from typing import Any

from tests.engine.commands.test_certificate import give, renewal
from tests.office import Office

AGREED: dict[str, Any] = {"approved": "true", "opinion": "同意。"}


def stayed(office: Office, ground: str) -> str:
    """S2 unpaid, stayed in 2026, with the lead's certificate renewed in 2029, in the year in which the stay is three years old."""
    case = office.play_s2(until="confirm_payment")
    office.start("zhouyan", case, "execution_stay", ground=ground, facts="停业，没有余额。")
    office.submit("limin", case, "approve_stay", **AGREED)
    office.clock.move(office.clock.now().replace(year=2028, month=12, day=20))
    give(office, renewal(office))
    office.at("2029-11-20 09:00")
    return case


def test_after_three_years_the_execution_is_given_up_and_the_case_closed(office: Office) -> None:
    case = stayed(office, "difficulty")
    stop: dict[str, Any] = {"resumed": "false", "facts": "歇业三年，没有财产。"}
    with office.refusal("invalid_input", field="harmless"):
        office.submit("zhouyan", case, "end_stay", **stop)
    office.submit("zhouyan", case, "end_stay", **stop, harmless="on")
    office.submit("limin", case, "approve_stay_end", **AGREED)
    view = office.file(case)
    assert (view.case.state, bool(view.case.settled), [task.step for task in view.waiting]) == ("closed", False, ["archive_volume"])
    assert office.faults() == []


def test_a_stay_for_another_reason_is_no_reason_to_give_up(office: Office) -> None:
    case = stayed(office, "third_party")
    with office.refusal("no_basis", basis="行政强制法 39②", field="resumed"):
        office.submit("zhouyan", case, "end_stay", resumed="false", facts="争议未决。", harmless="on")
    office.submit("zhouyan", case, "end_stay", resumed="true", facts="第三人撤回主张。")
    office.submit("limin", case, "approve_stay_end", **AGREED)
    assert [item.ended_as for item in office.file(case).procedures] == ["已恢复执行"]


def test_the_end_on_its_own_asks_the_same_of_the_stay(office: Office) -> None:
    case = stayed(office, "third_party")
    end: dict[str, Any] = {"ground": "three_years", "facts": "争议未决。", "paused_on": "2026-10-28", "harmless": "on"}
    with office.refusal("no_basis", basis="行政强制法 39②", field="ground"):
        office.start("zhouyan", case, "execution_end", **end)
