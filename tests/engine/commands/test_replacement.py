"""Replacing officers: by their superiors, by somebody as fit, who confirms in person; what was claimed is free again."""

from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.replacement import ConfirmOfficer, ReplaceOfficer
from engine.commands.task import ClaimTask
from engine.commands.user import DisableUser, RegisterUser
from tests.course import do
from tests.engine.conftest import Reach
from tests.office import Office

REASON = "主办休假至月底。"


def replace(office: Office, case: str, by: str = "hanlei", **data: Any) -> None:
    """Replace an officer of a case."""
    form = {"part": "lead", "person": "zhengkai", "reason": REASON} | data
    office.house.engine.execute(ReplaceOfficer(case_id=case, data=form), office.actor(by))


def confirm(office: Office, case: str, by: str) -> None:
    """Confirm as the second officer."""
    office.house.engine.execute(ConfirmOfficer(case_id=case), office.actor(by))


def test_another_lead_does_what_waited_for_the_first(reach: Reach) -> None:
    office, case = reach("investigation")
    office.house.engine.execute(ClaimTask(case_id=case, task_id=office.task(case, "investigation")), office.actor("zhouyan"))
    replace(office, case)
    file = office.file(case)
    assert (file.case.lead_name, file.waiting[0].claimed_by) == ("郑凯", None)
    assert any(f"更换主办执法人员：由周岩改为郑凯。理由：{REASON}" in line for moment in file.timeline for line in moment.sentences)
    with office.refusal("step_not_waiting"):
        do(office, case, "investigation")
    office.evidence(case, by="zhengkai")
    do(office, case, "investigation", by="zhengkai")
    assert office.faults() == []


def test_another_second_confirms_before_the_two_go_on(reach: Reach) -> None:
    office, case = reach("notice")
    replace(office, case, by="limin", part="second")
    with office.refusal("officers_required"):
        do(office, case, "notice")
    with office.refusal("step_not_waiting"):
        confirm(office, case, "wumin")
    confirm(office, case, "zhengkai")
    with office.refusal("step_not_waiting"):
        confirm(office, case, "zhengkai")
    do(office, case, "notice")
    assert office.faults() == []


def test_a_second_who_is_asked_in_a_step_confirms_there(reach: Reach) -> None:
    office, case = reach("confirm_report")
    replace(office, case, part="second")
    with office.refusal("step_not_waiting"):
        confirm(office, case, "zhengkai")
    do(office, case, "confirm_report", by="zhengkai")
    assert office.file(case).case.second_confirmed


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        ({"person": "wumin"}, "same_person", "second"),
        ({"person": "zhouyan"}, "invalid_input", "person"),
        ({"person": "limin"}, "invalid_input", "person"),
        ({"person": "hechuan"}, "invalid_input", "person"),
        ({"person": "nobody"}, "invalid_input", "person"),
        ({"part": "third"}, "invalid_input", "part"),
        ({"reason": " "}, "invalid_input", "reason"),
        ({"reason": "一" * 501}, "invalid_input", "reason"),
        ({"extra": "1"}, "invalid_input", "extra"),
    ],
)
def test_who_is_not_fit_does_not_take_over(reach: Reach, data: dict[str, Any], code: str, field: str) -> None:
    office, case = reach("notice")
    with office.refusal(code, field=field):
        replace(office, case, **data)


def test_who_reviewed_or_approved_does_not_take_over(reach: Reach) -> None:
    office, case = reach("notice")
    person = RegisterUser(
        login="both",
        name="双",
        roles=("officer", "squad_leader"),
        district="donghu",
        squad="donghu-1",
        certificate="JC9",
        certificate_from=office.clock.now().date(),
        certificate_until=office.clock.now().date(),
    )
    office.house.engine.execute(person, SYSTEM)
    other = office.open()
    do(office, other, "verification")
    do(office, other, "confirm_verification")
    do(office, other, "case_filing")
    do(office, other, "review_filing", by="both")
    with office.refusal("same_person", field="person"):
        replace(office, other, person="both")
    replace(office, case, person="both")
    office.at("2026-12-30 09:00")
    with office.refusal("officer_invalid"):
        replace(office, other, person="both")


def test_superiors_replace_in_their_own_reach_until_the_case_is_over(reach: Reach) -> None:
    office, case = reach("archived")
    with office.refusal("step_not_waiting"):
        replace(office, case)
    open_case = office.open()
    for login, code in (("zhouyan", "not_allowed"), ("shenyanqiu", "not_allowed"), ("jiangtao", "not_found"), ("yanbing", "not_found")):
        with office.refusal(code):
            replace(office, open_case, by=login)
    office.house.engine.execute(DisableUser(login="zhengkai", reason="调离"), office.actor("anquan"))
    with office.refusal("invalid_input", field="person"):
        replace(office, open_case)
