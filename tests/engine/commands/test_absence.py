"""Absences and reassignment: noted by oneself or a superior, seen by colleagues; a claimed task goes to somebody who may do it."""

from typing import Any

import pytest

from engine.commands.absence import CancelAbsence, NoteAbsence
from engine.commands.reassignment import ReassignTask
from engine.commands.task import ClaimTask
from engine.queries.absence import Absences, AwayToday
from tests.course import do
from tests.engine.conftest import Reach
from tests.office import Office

DAYS = {"kind": "leave", "starts_on": "2026-09-14", "ends_on": "2026-09-20"}


def note(office: Office, by: str = "zhouyan", **changes: str) -> str:
    """Note an absence."""
    return office.house.engine.execute(NoteAbsence(data=DAYS | changes), office.actor(by))


def cancel(office: Office, absence: str, by: str = "zhouyan") -> None:
    """Cancel an absence."""
    office.house.engine.execute(CancelAbsence(absence_id=absence), office.actor(by))


def reassign(office: Office, case: str, step: str, by: str = "hanlei", **data: str) -> None:
    """Give a task to somebody else."""
    form = {"person": "wumin", "reason": "签收人休假。"} | data
    office.house.engine.execute(ReassignTask(case_id=case, task_id=office.task(case, step), data=form), office.actor(by))


def test_who_is_away_is_seen_until_the_last_day_or_the_return(office: Office) -> None:
    absence = note(office)
    person, ask = office.actor("zhouyan").id, office.house.engine.ask
    assert str(ask(AwayToday(), office.actor("hanlei"))[person].until) == "2026-09-20"
    office.at("2026-09-20 18:00")
    assert person in ask(AwayToday(), office.actor("hanlei"))
    cancel(office, absence, by="hanlei")
    assert ask(AwayToday(), office.actor("hanlei")) == {}
    with office.refusal("invalid_input"):
        cancel(office, absence)
    assert office.faults("office") == []


def test_a_superior_notes_for_the_own_people_only(office: Office) -> None:
    note(office, by="hanlei", person="wumin")
    note(office, by="limin", person="shenyanqiu")
    for by, person in (("hanlei", "hechuan"), ("limin", "yanbing"), ("zhouyan", "wumin"), ("limin", "nobody")):
        with office.refusal("invalid_input", field="person"):
            note(office, by=by, person=person)
    assert [item.person_name for item in office.house.engine.ask(Absences(), office.actor("yanbing"))] == []
    with office.refusal("not_allowed"):
        note(office, by="anquan")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts_on": "2026-09-01", "ends_on": "2026-09-13"}, "ends_on"),
        ({"starts_on": "2026-09-21"}, "ends_on"),
        ({"ends_on": "2028-01-01"}, "ends_on"),
        ({"kind": "moon"}, "kind"),
        ({"note": "一" * 201}, "note"),
        ({"extra": "1"}, "extra"),
    ],
)
def test_an_absence_is_right_or_leaves_nothing(office: Office, changes: dict[str, str], field: str) -> None:
    with office.refusal("invalid_input", field=field):
        note(office, **changes)


def test_the_same_days_are_noted_once(office: Office) -> None:
    absence = note(office)
    with office.refusal("invalid_input", field="starts_on"):
        note(office, starts_on="2026-09-20", ends_on="2026-09-21")
    with office.refusal("not_found"):
        cancel(office, absence, by="wumin")
    note(office, starts_on="2026-09-21", ends_on="2026-09-22")


def test_a_claimed_task_is_given_to_who_may_do_it(reach: Reach) -> None:
    office, case = reach("plea")
    do(office, case, "plea", plea="submitted", way="oral", content="不服。")
    with office.refusal("step_not_waiting"):
        reassign(office, case, "plea_review")
    office.house.engine.execute(ClaimTask(case_id=case, task_id=office.task(case, "plea_review")), office.actor("wumin"))
    attempts: list[tuple[dict[str, Any], str]] = [({"person": "hechuan"}, "person"), ({"person": "limin"}, "person"), ({"reason": ""}, "reason")]
    for data, field in (*attempts, ({"person": "wumin"}, "person")):
        with office.refusal("invalid_input", field=field):
            reassign(office, case, "plea_review", **data)
    for by, code in (("zhouyan", "not_allowed"), ("jiangtao", "not_found")):
        with office.refusal(code):
            reassign(office, case, "plea_review", by=by, person="zhengkai")
    reassign(office, case, "plea_review", person="zhengkai")
    file = office.file(case)
    assert any("韩磊将“复核申辩”由吴敏改派给郑凯。理由：签收人休假。" in line for line in file.timeline[-1].sentences)
    with office.refusal("step_not_waiting"):
        do(office, case, "plea_review", by="wumin")
    do(office, case, "plea_review", by="zhengkai")
    assert office.faults() == []


def test_a_step_of_the_officers_in_person_is_not_reassigned(reach: Reach) -> None:
    office, case = reach("notice")
    with office.refusal("step_not_waiting"):
        reassign(office, case, "notice")
