"""The panel: named members, each with an own vote under an own account, the chair's result, the record with all of it."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from engine.queries.case_file import CaseFile
from engine.queries.worklist import Worklist
from tests.course import MEMBERS, do, drive, report
from tests.engine.citizen import citizen
from tests.engine.commands.test_case import registered
from tests.office import PARTY, Office, found_office

OUTSIDE = report("2026-09-14", fine="40000", fine_reason="影响恶劣。")


@pytest.fixture(scope="module")
def convening(city: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An office in which a case proposed outside its tier waits for the head to call the panel."""
    folder = tmp_path_factory.mktemp("panel")
    office = found_office(folder, city)
    case = drive(office, office.open(), "convene_panel", investigation_report=OUTSIDE)
    office.house.close()
    return folder, case


@pytest.fixture
def panel(convening: tuple[Path, str], tmp_path: Path) -> tuple[Office, str]:
    """A copy of that office and its case."""
    folder, case = convening
    return found_office(tmp_path / "office", folder), case


def steps(office: Office, login: str) -> list[str]:
    return [item.step for item in office.house.engine.ask(Worklist(), office.actor(login)).items]


def test_the_head_names_members_who_may_sit(panel: tuple[Office, str]) -> None:
    office, case = panel
    for members in (
        ["limin", "fangwen"],
        ["limin", "fangwen", "nobody"],
        ["limin", office.actor("limin").id, "fangwen"],
        ["limin", "fangwen", "qianhui"],
    ):
        with office.refusal("invalid_input"):
            do(office, case, "convene_panel", members=members)
    with office.refusal("same_person", field="members"):
        do(office, case, "convene_panel", members=["limin", "fangwen", "zhouyan"])
    for chair in ("limin", "qianhui"):
        with office.refusal("invalid_input"):
            do(office, case, "convene_panel", members=["limin", "fangwen", "tangyue"], chair=chair)
    with office.refusal("invalid_input"):
        do(office, case, "convene_panel", meets_on="2026-09-13")


def test_members_see_the_case_once_they_are_named_and_vote_for_themselves(panel: tuple[Office, str]) -> None:
    office, case = panel
    with office.refusal("not_found"):
        office.house.engine.ask(CaseFile(case_id=case), office.actor("tangyue"))
    assert steps(office, "tangyue") == []
    do(office, case, "convene_panel", members=["fangwen", "tangyue", "limin"])
    assert [steps(office, login) for login in ("fangwen", "tangyue", "limin", "luojing")] == [*[["panel_discussion"]] * 3, []]
    with office.refusal("not_found"):
        office.vote("luojing", case)
    with office.refusal("invalid_input"):
        office.vote("tangyue", case, "perhaps")
    office.vote("tangyue", case, "disagree", "应当在阶次内处罚。")
    with office.refusal("step_not_waiting"):
        office.vote("tangyue", case)
    assert steps(office, "tangyue") == []
    with office.refusal("step_not_waiting"):
        office.submit("tangyue", case, "panel_discussion", held_on="2026-09-14", opinions="通过。", resolution="agree")
    with office.refusal("not_allowed"):
        office.vote("zhouyan", case)


def test_the_chair_states_what_the_votes_carry(panel: tuple[Office, str]) -> None:
    office, case = panel
    do(office, case, "convene_panel")
    said: dict[str, Any] = {"held_on": "2026-09-14", "opinions": "逐一发表意见。"}
    office.vote("fangwen", case)
    with office.refusal("panel_required", basis="57②", field="resolution"):
        office.submit("fangwen", case, "panel_discussion", **said, resolution="agree")
    office.vote("tangyue", case)
    office.vote("luojing", case, "disagree", "应当在阶次内处罚。")
    with office.refusal("panel_required", field="resolution"):
        office.submit("fangwen", case, "panel_discussion", **said, resolution="return", reason="再议。")
    with office.refusal("before_cause", field="held_on"):
        office.submit("fangwen", case, "panel_discussion", **said | {"held_on": "2026-09-13"}, resolution="agree")
    assert office.submit("fangwen", case, "panel_discussion", **said, resolution="agree", fine="38000") == ["decide"]
    file = office.file(case)
    assert [(seat.person_name, seat.vote) for seat in file.seats] == [("方文", "agree"), ("唐越", "agree"), ("罗敬", "disagree")]
    assert (file.panels[0].state, file.panels[0].resolution, file.panels[0].fine) == ("concluded", "agree", Decimal(38_000))
    (record,) = [paper for paper in file.documents if paper.code == "D18"]
    assert record.number is None
    assert [(member["name"], member["vote"], member["opinion"]) for member in (record.facts or {})["members"]][2] == (
        "罗敬",
        "disagree",
        "应当在阶次内处罚。",
    )
    with office.refusal("step_not_waiting"):
        office.vote("tangyue", case)
    with office.refusal("panel_required"):
        do(office, case, "decide", fine="40000")
    do(office, case, "decide", fine="38000")
    assert office.faults() == []


def test_nobody_votes_before_the_day_of_the_meeting(panel: tuple[Office, str]) -> None:
    office, case = panel
    do(office, case, "convene_panel", meets_on="2026-09-16")
    with office.refusal("before_cause", basis="57②"):
        office.vote("fangwen", case)
    office.at("2026-09-16 09:00")
    office.vote("fangwen", case)


def test_a_new_proposal_needs_a_new_panel_and_older_members_keep_the_case(panel: tuple[Office, str]) -> None:
    office, case = panel
    registered(office, "third", roles=("panel_member",))
    do(office, case, "convene_panel")
    assert do(office, case, "panel_discussion", resolution="return", reason="再查。") == ["investigation_report"]
    office.at("2026-09-15 09:00")
    drive(office, case, "convene_panel", investigation_report=OUTSIDE)
    assert [item.id for item in office.file(case).assessments][-1] == office.file(case).case.assessment_id
    do(office, case, "convene_panel", members=["fangwen", "tangyue", "third"])
    assert [panel.state for panel in office.file(case).panels] == ["concluded", "open"]
    assert [seat.person_name for seat in office.file(case).seats if seat.vote is None] == ["方文", "唐越", office.actor("third").name]
    for login in (*MEMBERS, "third"):
        assert office.house.engine.ask(CaseFile(case_id=case), office.actor(login)).case.id == case
    assert office.faults() == []


def test_the_record_names_who_is_dealt_with_elsewhere(panel: tuple[Office, str]) -> None:
    office, case = panel
    office.note(case, "joint_party", **citizen(), part="提供设备。")
    do(office, case, "convene_panel")
    do(office, case, "panel_discussion")
    (record,) = [paper for paper in office.file(case).documents if paper.code == "D18"]
    assert (record.facts or {})["others"] == ["王德顺"]
    assert (record.facts or {})["party"]["name"] == PARTY["name"]


def test_without_a_tier_the_panel_decides_inside_the_statute(office: Office) -> None:
    case = office.open(cause="JC19", description="未经批准挖掘")
    dug = report("2026-09-14", limb="digging", measured=None, limit=None, fine="6000", facts="未经批准挖掘人行道。")
    drive(office, case, "investigation_report")
    with office.refusal("no_benchmark", field="untiered"):
        do(office, case, "investigation_report", **dug)
    with office.refusal("no_benchmark", field="fine"):
        do(office, case, "investigation_report", **dug, untiered="true")
    with office.refusal("above_statutory_maximum"):
        do(office, case, "investigation_report", **dug | {"fine": "20001"}, untiered="true", fine_reason="开挖面积大。")
    with office.refusal("invalid_input"):
        do(office, case, "investigation_report", **dug | {"limb": "flying"})
    do(office, case, "investigation_report", **dug, untiered="true", fine_reason="开挖面积小，及时恢复。")
    drive(office, case, "convene_panel")
    drive(office, case, "decide")
    do(office, case, "decide")
    (decision,) = [paper for paper in office.file(case).documents if paper.code == "D19"]
    assert (decision.facts or {})["discretion"]["tier"] == ""
    assert (decision.facts or {})["discretion"]["maximum"] == "20000"
    office.paper_everything()
    assert office.file(case).case.fine == 6000
    assert office.faults() == []


def test_papers_say_what_was_changed_and_who_agreed(panel: tuple[Office, str]) -> None:
    office, case = panel
    papers = {paper.code: (paper.facts or {})["discretion"]["reason"] for paper in office.file(case).documents if paper.code == "D15"}
    assert papers["D15"].endswith("确定罚款40,000元，与上述数额不同，理由：影响恶劣，经本机关负责人批准。")
    do(office, case, "convene_panel")
    do(office, case, "panel_discussion")
    drive(office, case, "decide")
    do(office, case, "decide")
    (decision,) = [paper for paper in office.file(case).documents if paper.code == "D19"]
    reason = (decision.facts or {})["discretion"]["reason"]
    assert reason.endswith("确定罚款40,000元，与上述数额不同，理由：影响恶劣，经本机关负责人集体讨论决定。")
