"""Inspections on their pages: the plan from the draft to the public, a visit from the registration to the clue, and what is refused is kept."""

from tests.engine.commands.test_inspection import ARRIVAL, LEAD, PLAN, RESULT, VISIT
from tests.office import Office
from tests.web.desk import Desk

NUMBER = "江城管检字〔2026〕第0001号"


def published(office: Office) -> None:
    """A plan goes through three pairs of hands on its pages."""
    drafted = Desk(office, "taoran").post("/inspections/plans/new", PLAN)
    assert drafted.status == 303
    address = drafted.headers["Location"]
    head = Desk(office, "shenliqun")
    assert "1项涉企行政检查等您办理" in head.get("/work").text
    assert "公布</h2>" not in head.get(address).source
    assert head.fill(address, approved="true", opinion="同意。").status == 303
    publisher = Desk(office, "songjia")
    assert "1项涉企行政检查等您办理" in publisher.get("/work").text
    assert publisher.post(f"{address}/publish").status == 303
    assert publisher.post(f"{address}/publish").status == 409


def test_a_plan_becomes_public_with_its_caps(office: Office) -> None:
    assert "还没有公布检查计划" in Desk(office).get("/public/inspections").text
    published(office)
    page = Desk(office).get("/public/inspections").text
    assert "2026年餐饮油烟排放检查" in page
    assert "每年合计至多2次" in page
    assert "晚于2026年3月31日" in Desk(office, "taoran").get("/inspections").text


def test_a_visit_goes_through_its_pages_to_a_clue(office: Office) -> None:
    published(office)
    desk, head = Desk(office, "zhouyan"), Desk(office, "limin")
    form = desk.get("/inspections/new")
    plan = form.values('//input[@name="plans"]')[0]
    assert "两名执法人员" not in form.text
    address = desk.fill("/inspections/new", **(VISIT | {"plans": plan})).headers["Location"]
    assert "等负责人批准" in desk.get(address).text
    assert "批准检查" not in desk.get(address).text
    assert head.fill(address, approved="true", opinion="同意。").status == 303
    assert NUMBER in desk.get(address).text
    office.at("2026-09-15 11:00")
    desk = Desk(office, "zhouyan")
    late = desk.fill(address, **(ARRIVAL | {"arrived_time": "11:30"}))
    assert late.status == 422
    assert "入企时间不能晚于现在" in late.text
    assert late.values('//input[@name="scan_code"]') == [ARRIVAL["scan_code"]]
    assert desk.fill(address, **ARRIVAL).status == 303
    early = desk.fill(address, **(RESULT | {"finding": "clue"}))
    assert early.status == 409
    assert "请先登记线索" in early.text
    prepared = desk.get(f"/cases/new?inspection={address.rpartition('/')[2]}")
    assert prepared.values('//input[@name="inspection"]') == [NUMBER]
    assert desk.fill(f"/cases/new?inspection={address.rpartition('/')[2]}", cause="JC04").status == 303
    assert desk.fill(address, **(RESULT | {"finding": "clue"})).status == 303
    page = desk.get(address)
    assert "涉嫌违法，已登记线索" in page.text
    case = next(link for link in page.links("/cases/") if not link.startswith("/cases/new"))
    assert "检查记录" in desk.get(case).text
    assert "线索（未立案）" in page.text


def test_what_is_refused_is_kept_with_its_basis(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    assert "还没有公布的检查计划" in desk.get("/inspections/new").text
    answer = desk.fill("/inspections/new", **(VISIT | LEAD | {"planned_on": "2026-09-11"}))
    assert answer.status == 409
    assert "不能补登" in answer.text
    assert "国办发〔2024〕54号" in answer.text
    assert answer.values('//input[@name="name"]') == [VISIT["name"]]
    wrong = desk.fill("/inspections/new", **(VISIT | LEAD | {"uscc": "91999901MA0TE5T16G"}))
    assert wrong.status == 422
    assert "末位校验码不符" in wrong.text
    clue = desk.fill("/cases/new", cause="JC04", source="inspection", party__name="某公司", party__uscc=VISIT["uscc"])
    assert clue.status == 409
    assert "须写明对该企业的检查编号" in clue.text


def test_an_inspection_is_cancelled_by_who_registered_it_and_seen_by_its_district(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    address = desk.fill("/inspections/new", **(VISIT | LEAD)).headers["Location"]
    assert Desk(office, "hechuan").get(address).status == 404
    assert VISIT["name"] not in Desk(office, "hechuan").get("/inspections").text
    assert Desk(office, "wumin").fill(address, reason="改期。").status == 303
    assert "已取消" in desk.get("/inspections?year=2026").text
    assert VISIT["name"] in desk.get(f"/inspections?year=2026&q={VISIT['uscc']}").text
    assert "没有找到“别的企业”的" in desk.get("/inspections?q=别的企业").text
    assert "2027年还没有检查计划" in desk.get("/inspections?year=2027").text
    assert Desk(office, "wumin").post(f"{address}/cancel", {"reason": "改期。"}).status == 409
    assert desk.post(f"{address}/nothing").status == 404


def test_the_head_sees_what_else_the_enterprise_is_inspected_on(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    first = desk.fill("/inspections/new", **(VISIT | LEAD)).headers["Location"]
    second = desk.fill("/inspections/new", **(VISIT | LEAD | {"planned_on": "2026-09-18"})).headers["Location"]
    page = Desk(office, "limin").get(second).text
    assert "该企业2026年的其他检查1次9月15日，投诉举报（个案检查）待批准" in page
    assert "一并登记，一次查完" in page
    assert desk.post(f"{first}/cancel", {"reason": "与9月18日合并。"}).status == 303
    assert "其他检查" not in desk.get(second).text


def test_only_officers_register_and_only_the_legal_office_drafts(office: Office) -> None:
    assert Desk(office, "taoran").get("/inspections/new").status == 403
    assert Desk(office, "zhouyan").get("/inspections/plans/new").status == 403
    assert Desk(office, "qianhui").get("/inspections").status == 403
    assert Desk(office, "zhouyan").get("/inspections/nobodys").status == 404
    wrong = Desk(office, "taoran").fill("/inspections/plans/new", **(PLAN | {"cap": "3", "kind": "routine"}))
    assert wrong.status == 422
    assert "上限为2次" in wrong.text
