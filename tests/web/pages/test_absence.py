from tests.office import Office
from tests.web.desk import Desk


def test_who_is_away_is_seen_on_the_case_and_in_the_list(office: Office) -> None:
    case = office.play_s2(until="investigation")
    officer, leader = Desk(office, "zhouyan"), Desk(office, "hanlei")
    page = officer.fill("/absences", kind="leave", starts_on="2026-09-01", ends_on="2026-09-02")
    assert (page.status, "这几天已经过去了" in page.text) == (422, True)
    assert officer.fill("/absences", kind="leave", starts_on="2026-09-14", ends_on="2026-09-30").status == 303
    assert "1人今天不在" in leader.get("/absences").text
    assert "周岩请假，至2026年9月30日" in leader.get(f"/cases/{case}").text
    [address] = [part.split('"')[0] for part in leader.get("/absences").source.split('action="')[1:] if part.startswith("/absences/")]
    assert Desk(office, "wumin").post(address).status == 404
    assert leader.post(address).status == 303
    assert "周岩请假" not in leader.get(f"/cases/{case}").text


def test_a_claimed_task_is_reassigned_on_its_page(office: Office) -> None:
    case = office.play_s2(until="approve_filing")
    head = Desk(office, "limin")
    task = head.task(case, "approve_filing")
    assert f"{task}/reassignment" not in head.get(f"/cases/{case}").links("/cases/")
    head.post(f"{task}/claim")
    assert f"{task}/reassignment" in head.get(f"/cases/{case}").links("/cases/")
    page = head.fill(f"{task}/reassignment", person="hanlei", reason="出差")
    assert (page.status, "请选择能办理这一步的在岗人员" in page.text) == (422, True)
    assert head.get(f"/cases/{case}/tasks/nothing/reassignment").status == 404
    assert Desk(office, "yanbing").get(f"{task}/reassignment").status == 404
