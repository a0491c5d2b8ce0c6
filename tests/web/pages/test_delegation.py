from tests.office import Office
from tests.web.desk import Desk


def test_a_head_delegates_the_delegate_approves_and_the_record_says_so(office: Office) -> None:
    case = office.play_s2(until="approve_filing")
    head, deputy = Desk(office, "limin"), Desk(office, "shenliqun")
    assert deputy.get(f"/cases/{case}").status == 404
    assert "/delegations" in head.get("/work").links("/delegations")
    page = head.fill("/delegations/new", delegate="shenliqun", valid_until="2026-09-30", reason="外出培训")
    assert (page.status, "至少选一个事项" in page.text, "外出培训" in page.source) == (422, True, True)
    assert head.fill("/delegations/new", delegate="shenliqun", filing="on", valid_until="2026-09-30", reason="外出培训").status == 303
    assert "沈立群代您：立案审批" in head.get("/delegations").text
    assert "代李敏" in deputy.get("/work").text
    task = deputy.task(case, "approve_filing")
    assert "您代李敏办理" in deputy.get(task).text
    assert deputy.fill(task, approved="true", opinion="同意立案。").status == 303
    page = head.get(f"/cases/{case}")
    assert "沈立群代李敏" in page.text
    deputy.fill("/delegations", reason="任务完成")
    assert "已终止" in head.get("/delegations").text
    assert deputy.get(f"/cases/{case}").status == 404
    assert office.faults() == []


def test_who_has_no_office_delegates_nothing(office: Office) -> None:
    for login in ("zhouyan", "shenyanqiu", "anquan", "guqing"):
        desk = Desk(office, login)
        assert desk.get("/delegations").status == 403
        assert desk.get("/delegations/new").status == 403
        assert desk.post("/delegations/new", {"delegate": "limin"}).status == 403
    assert Desk(office, "yanbing").post("/delegations/none/end", {"reason": "x"}).status == 404
