"""Inspections of enterprises: a published plan, the head's approval, two officers, the caps, and clues that name where they came from."""

from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.case import OpenCase
from engine.commands.inspection import CancelInspection, DecideInspection, EndInspection, RegisterInspection, StartInspection
from engine.commands.inspection_plan import DecideInspectionPlan, DraftInspectionPlan, PublishInspectionPlan
from engine.errors import LawError
from engine.model import Inspection
from engine.queries.inspection import FindInspection, InspectionsPage, PublicInspectionPlans, inspections_in
from engine.queries.inspection import Inspections as AllInspections
from engine.rules.inspection import BASIS
from tests.office import PARTY, Office

PLAN = {
    "year": "2026",
    "name": "餐饮油烟排放检查",
    "kind": "routine",
    "causes": "JC04",
    "scope": "抽查两成餐饮单位，检查净化设施。",
    "cap": "1",
    "basis": "大气污染防治法",
}
AGREED = {"approved": "true", "opinion": "同意。"}
RETURNED = {"approved": "false", "reason": "请写明抽查比例。"}
VISIT = {
    "uscc": PARTY["uscc"],
    "name": PARTY["name"],
    "place": PARTY["address"],
    "kind": "planned",
    "scheme": "检查油烟净化设施是否运行、维护记录是否齐全。",
    "planned_on": "2026-09-15",
    "first": "zhouyan",
    "second": "wumin",
    "announced": "false",
    "unannounced_reason": "提前告知可能影响检查效果。",
}
LEAD = {"kind": "lead", "ground": "complaint", "lead": "12345热线工单2026091401：油烟扰民。"}
ARRIVAL = {
    "arrived_on": "2026-09-15",
    "arrived_time": "10:05",
    "scan_code": "SM202609150001",
    "received_by": "何秀兰，经理",
    "shown": "on",
    "notice": "on",
}
RESULT = {"finding": "none", "outcome": "净化设施运行正常，维护记录齐全。", "told_on": "2026-09-15"}


def give(office: Office, by: str, command: Any) -> Any:
    """Somebody gives a command."""
    return office.house.engine.execute(command, office.actor(by))


def publish(office: Office, **changes: Any) -> str:
    """A matter of the plan is drafted, approved and published."""
    plan = give(office, "taoran", DraftInspectionPlan(data=PLAN | changes))
    give(office, "shenliqun", DecideInspectionPlan(plan=plan, data=AGREED))
    give(office, "songjia", PublishInspectionPlan(plan=plan))
    return str(plan)


def register(office: Office, by: str = "zhouyan", **changes: Any) -> str:
    """An officer registers an inspection."""
    return str(give(office, by, RegisterInspection(data=VISIT | changes)))


def approve(office: Office, inspection: str, by: str = "limin") -> None:
    """The head approves it."""
    give(office, by, DecideInspection(inspection=inspection, data=AGREED))


def visit(office: Office, **changes: Any) -> str:
    """An inspection on a lead that was approved, and to which the officers came on the next day."""
    inspection = register(office, **(LEAD | changes))
    approve(office, inspection)
    office.at("2026-09-15 11:00")
    give(office, "wumin", StartInspection(inspection=inspection, data=ARRIVAL))
    return inspection


def year(office: Office) -> InspectionsPage:
    """The year."""
    return office.house.engine.ask(AllInspections(year=2026), SYSTEM)


def row(office: Office, inspection: str) -> Inspection:
    """An inspection as it stands."""
    return office.house.engine.ask(FindInspection(inspection=inspection), SYSTEM).inspection


def test_an_inspection_goes_from_the_plan_to_the_result(office: Office) -> None:
    plan = publish(office)
    inspection = register(office, plans=plan)
    approve(office, inspection)
    assert row(office, inspection).number == "江城管检字〔2026〕第0001号"
    office.at("2026-09-15 11:00")
    give(office, "wumin", StartInspection(inspection=inspection, data=ARRIVAL))
    give(office, "zhouyan", EndInspection(inspection=inspection, data=RESULT))
    assert (row(office, inspection).state, row(office, inspection).kind, row(office, inspection).finding) == ("ended", "routine", "none")
    with office.house.database.reading() as connection:
        counts = inspections_in(connection, 2026)
    assert (counts.total, counts.enterprises, counts.plans, counts.campaigns, counts.cases) == (1, 1, 1, 0, 0)
    assert counts.kinds == {"routine": 1, "special": 0, "lead": 0}
    assert counts.findings == {"none": 1, "corrected": 0, "clue": 0}
    assert [entry.title for entry in office.house.engine.ask(PublicInspectionPlans(), SYSTEM).plans] == ["餐饮油烟排放检查"]
    assert office.faults("office") == []


def test_a_plan_is_drafted_approved_and_published_by_three_people(office: Office) -> None:
    plan = give(office, "taoran", DraftInspectionPlan(data=PLAN))
    with office.refusal("inspection_unapproved", basis=BASIS):
        give(office, "songjia", PublishInspectionPlan(plan=plan))
    with office.refusal("not_allowed"):
        give(office, "taoran", DecideInspectionPlan(plan=plan, data=AGREED))
    with office.refusal("no_basis", basis=BASIS, field="plans"):
        register(office, plans=plan)
    give(office, "shenliqun", DecideInspectionPlan(plan=plan, data=RETURNED))
    with office.refusal("step_not_waiting"):
        give(office, "shenliqun", DecideInspectionPlan(plan=plan, data=AGREED))
    again = publish(office)
    with office.refusal("step_not_waiting"):
        give(office, "songjia", PublishInspectionPlan(plan=again))
    for field, wrong in {
        "name": {},
        "year": {"year": "2025"},
        "cap": {"name": "另一项", "cap": "3"},
        "causes": {"name": "另一项", "causes": "JC99"},
    }.items():
        with office.refusal("invalid_input", field=field):
            give(office, "taoran", DraftInspectionPlan(data=PLAN | wrong))


def test_special_campaigns_are_under_the_number_of_the_year(office: Office) -> None:
    for name in ("渣土车专项", "工地扬尘专项"):
        publish(office, name=name, kind="special")
    third = give(office, "taoran", DraftInspectionPlan(data=PLAN | {"name": "占道专项", "kind": "special"}))
    with office.refusal("inspection_cap", basis=BASIS, field="kind"):
        give(office, "shenliqun", DecideInspectionPlan(plan=third, data=AGREED))


def test_the_caps_count_what_was_planned_and_name_the_days(office: Office) -> None:
    fume, dust = publish(office), publish(office, name="工地扬尘检查")
    first = register(office, plans=fume)
    with pytest.raises(LawError, match="9月15日餐饮油烟排放检查") as told:
        register(office, plans=fume, planned_on="2026-10-08")
    assert (told.value.code, told.value.basis, told.value.field) == ("inspection_cap", BASIS, "plans")
    second = register(office, plans=dust, planned_on="2026-09-16")
    third = publish(office, name="户外广告检查")
    with office.refusal("inspection_cap", basis=BASIS, field="uscc"):
        register(office, plans=third, planned_on="2026-10-08")
    register(office, **LEAD, planned_on="2026-10-08")
    give(office, "zhouyan", CancelInspection(inspection=second, data={"reason": "企业停业。"}))
    give(office, "limin", DecideInspection(inspection=first, data=RETURNED))
    both = register(office, plans=f"{fume},{dust}", planned_on="2026-10-08")
    assert row(office, both).matter == "餐饮油烟排放检查、工地扬尘检查"


def test_two_officers_with_certificates_in_force_go(office: Office) -> None:
    with office.refusal("invalid_input", field="second"):
        register(office, **LEAD, second="zhouyan")
    with office.refusal("invalid_input", field="second"):
        register(office, **LEAD, second="hanlei")
    with office.refusal("officer_invalid", basis="行政处罚法 42"):
        register(office, **LEAD, second="chenli", planned_on="2026-12-28")


def test_what_is_over_cannot_be_planned_and_nothing_is_approved_by_who_goes(office: Office) -> None:
    with office.refusal("date_in_past", basis=BASIS, field="planned_on"):
        register(office, **LEAD, planned_on="2026-09-13")
    with office.refusal("invalid_input", field="uscc"):
        register(office, **LEAD, uscc="11999901MB0TE5J322")
    inspection = register(office, **LEAD)
    with office.refusal("not_allowed"):
        give(office, "zhouyan", DecideInspection(inspection=inspection, data=AGREED))
    with office.refusal("not_allowed"):
        approve(office, inspection, by="yanbing")
    office.at("2026-09-16 09:00")
    with office.refusal("date_in_past", basis=BASIS):
        approve(office, inspection)


def test_nobody_comes_before_the_approval_or_the_day(office: Office) -> None:
    inspection = register(office, **LEAD)
    with office.refusal("inspection_unapproved", basis=BASIS):
        give(office, "zhouyan", StartInspection(inspection=inspection, data=ARRIVAL))
    with office.refusal("inspection_unapproved", basis=BASIS):
        give(office, "zhouyan", EndInspection(inspection=inspection, data=RESULT))
    office.at("2026-09-15 09:30")
    approve(office, inspection)
    with office.refusal("not_allowed"):
        give(office, "zhengkai", StartInspection(inspection=inspection, data=ARRIVAL))
    with office.refusal("invalid_input", field="arrived_time"):
        give(office, "zhouyan", StartInspection(inspection=inspection, data=ARRIVAL))
    with office.refusal("inspection_unapproved", basis=BASIS, field="arrived_time"):
        give(office, "zhouyan", StartInspection(inspection=inspection, data=ARRIVAL | {"arrived_time": "09:10"}))
    with office.refusal("before_cause", basis=BASIS):
        give(office, "zhouyan", EndInspection(inspection=inspection, data=RESULT))
    office.at("2026-09-15 11:00")
    with office.refusal("invalid_input", field="scan_code", basis=BASIS):
        give(office, "zhouyan", StartInspection(inspection=inspection, data=ARRIVAL | {"scan_code": ""}))
    give(office, "zhouyan", StartInspection(inspection=inspection, data=ARRIVAL))
    with office.refusal("step_not_waiting"):
        give(office, "zhouyan", CancelInspection(inspection=inspection, data={"reason": "不去了。"}))


def test_an_arrival_before_the_approved_day_is_refused(office: Office) -> None:
    inspection = register(office, **LEAD, planned_on="2026-09-16")
    approve(office, inspection)
    office.at("2026-09-15 11:00")
    with office.refusal("wrong_day", basis=BASIS, field="arrived_on"):
        give(office, "zhouyan", StartInspection(inspection=inspection, data=ARRIVAL))


def test_a_clue_from_an_inspection_names_it(office: Office) -> None:
    with office.refusal("inspection_unapproved", basis=BASIS, field="inspection"):
        office.open(source="inspection")
    with office.refusal("inspection_unapproved", basis=BASIS, field="inspection"):
        office.open(source="inspection", procedure="summary", cause="JC02", place=PARTY["address"])
    with office.refusal("inspection_unapproved", basis=BASIS, field="inspection"):
        office.open(source="inspection", inspection="江城管检字〔2026〕第0009号")
    with office.refusal("invalid_input", field="inspection"):
        office.open(inspection="江城管检字〔2026〕第0001号")
    inspection = register(office, **LEAD)
    with office.refusal("inspection_unapproved", basis=BASIS, field="inspection"):
        office.open(source="inspection", inspection=inspection)
    give(office, "zhouyan", CancelInspection(inspection=inspection, data={"reason": "改期。"}))
    inspection = visit(office)
    other = dict(PARTY) | {"name": "江川望湖楼酒店有限公司", "uscc": "91999901MA0TE6A182"}
    with office.refusal("inspection_unapproved", basis=BASIS, field="inspection"):
        office.open(source="inspection", inspection=row(office, inspection).number, party=other)
    with office.refusal("before_cause", basis="行政处罚法 54①", field="finding"):
        give(office, "zhouyan", EndInspection(inspection=inspection, data=RESULT | {"finding": "clue"}))
    with office.refusal("invalid_input", field="discovered_on"):
        office.open(source="inspection", inspection=row(office, inspection).number, discovered_on="2026-09-14")
    case = office.open(source="inspection", inspection=row(office, inspection).number)
    source = next(paper for paper in office.file(case).documents if paper.code == "D01")
    assert (source.facts or {})["source"] == f"行政检查（检查通知书{row(office, inspection).number}）"
    beside = OpenCase(data={"cause": "JC04", "source": "inspection", "party": other}, beside=case)
    assert office.file(give(office, "zhouyan", beside)).case.inspection == inspection
    assert office.file(case).case.inspection == inspection
    with office.refusal("invalid_input", field="finding"):
        give(office, "zhouyan", EndInspection(inspection=inspection, data=RESULT))
    give(office, "zhouyan", EndInspection(inspection=inspection, data=RESULT | {"finding": "clue"}))
    assert next(view.cases for view in year(office).inspections if view.inspection.id == inspection)[0] == (case, None)
    assert year(office).counts.cases == 2
    assert office.faults() == []


def test_a_person_is_no_enterprise_and_other_sources_name_nothing(office: Office) -> None:
    person = {"kind": "person", "name": "王德顺", "id_number": "999901198507020035"}
    assert office.file(office.open(source="inspection", cause="JC02", party=person)).case.inspection is None
    assert office.file(office.open()).case.inspection is None
