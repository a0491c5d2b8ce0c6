import re

import pytest

from tests.office import Office
from tests.web.desk import Desk


def one_time(source: str) -> str:
    """The password that the page shows once."""
    found = re.search(r'id="one-time">([0-9a-f-]{19})<', source)
    assert found is not None
    return found[1]


def test_the_roster_counts_filters_and_warns(office: Office) -> None:
    office.at("2026-11-25 09:00")
    desk = Desk(office, "anquan")
    assert desk.get("/").headers["Location"] == "/people"
    assert "30日内到期1" in desk.get("/people").text
    page = desk.get("/people?view=30")
    assert page.texts("//h1") == ["1人30日内到期"]
    assert "还剩25日" in page.text
    assert desk.get("/people?role=head&district=xishan").texts("//h1") == ["1人在用，负责人"]
    assert "郑凯" in desk.get("/people?q=JC0103").text
    assert "这个条件下没有人" in desk.get("/people?q=没有这个人").text
    assert desk.get("/people?view=x&role=y&district=z&page=zz").status == 200


def test_a_person_is_registered_and_logs_in_with_the_one_time_password(office: Office) -> None:
    desk = Desk(office, "anquan")
    page = desk.fill("/people/new", login="newcomer", name="新 人", role="squad_leader", district="donghu")
    assert (page.status, "新 人" in page.source) == (422, True)
    assert "须属于一个中队" in page.text
    page = desk.fill("/people/new", login="newcomer", name="新人", role="squad_leader", district="donghu", squad="donghu-1")
    assert page.status == 200
    password = one_time(page.source)
    newcomer = Desk(office)
    assert newcomer.post("/login", {"login": "newcomer", "password": password}).status == 303
    assert newcomer.get("/work").headers["Location"] == "/password"
    assert password not in desk.get("/people").source


def test_a_right_is_granted_withdrawn_and_stands_in_the_history(office: Office) -> None:
    desk, person = Desk(office, "anquan"), f"/people/{office.actor('wumin').id}"
    assert desk.fill(f"{person}/grant", role="hearing_host", reason="").status == 422
    assert desk.fill(f"{person}/grant", role="hearing_host", reason="江城管任〔2026〕3号").status == 303
    assert "授予吴敏“听证主持人”权限。依据：江城管任〔2026〕3号" in desk.get(person).text
    page = desk.fill(f"{person}/grant", role="security_admin", reason="兼任")
    assert (page.status, "三员须由不同的人担任" in page.text) == (422, True)
    assert desk.fill(f"{person}/withdraw", role="hearing_host", reason="任期届满").status == 303
    assert office.faults("office") == []


def test_an_account_is_reset_unlocked_closed_and_opened(office: Office) -> None:
    desk, person = Desk(office, "anquan"), f"/people/{office.actor('wumin').id}"
    second = Desk(office, "wumin")
    assert "1处登录" in desk.get(person).text
    assert desk.post(f"{person}/sessions").status == 303
    assert second.get("/work").headers["Location"].startswith("/login")
    for _ in range(5):
        second.post("/login", {"login": "wumin", "password": "wrong"})
    assert "锁定至" in desk.get(person).text
    desk.post(f"{person}/unlock")
    desk.post(f"{person}/unlock")
    assert "这个账号没有锁定" in desk.get(person).text
    assert len(one_time(desk.post(f"{person}/password").source)) == 19
    assert desk.fill(f"{person}/disable", reason="调离").status == 303
    assert "已停用" in desk.get(person).text
    assert desk.fill(f"{person}/enable", reason="调回").status == 303
    assert office.faults("office") == []


def test_a_certificate_is_renewed_suspended_and_withdrawn(office: Office) -> None:
    desk, person = Desk(office, "anquan"), f"/people/{office.actor('chenli').id}"
    assert desk.fill(f"{person}/renew", valid_from="2026-12-21", valid_until="2030-12-31", reason="换发").status == 303
    assert "至2030年12月31日" in desk.get(person).text
    assert desk.fill(f"{person}/suspend", suspended_from="2026-09-14", suspended_until="2026-10-14", reason="培训不合格").status == 303
    assert "今天无效" in desk.get(person).text
    assert desk.fill(f"{person}/restore", reason="补考合格").status == 303
    assert desk.fill(f"{person}/revoke", withdrawn_on="2026-09-14", reason="转岗").status == 303
    assert "今天无效" in desk.get(person).text
    assert desk.fill(f"{person}/change", name="陈莉", reason="更名").status == 422 or "陈莉" in desk.get(person).text


@pytest.mark.parametrize("login", ["zhouyan", "limin", "shiwei", "qianhui"])
def test_nobody_else_sees_people(office: Office, login: str) -> None:
    desk, person = Desk(office, login), office.actor("wumin").id
    for address in ("/people", "/people/new", f"/people/{person}", f"/people/{person}/grant", "/security", "/office"):
        assert desk.get(address).status == 403, address
    assert desk.post(f"/people/{person}/grant", {"role": "head", "reason": "x"}).status == 403
    assert desk.post(f"/people/{person}/password").status == 403


@pytest.mark.parametrize("login", ["shijian", "guqing"])
def test_who_watches_changes_nothing(office: Office, login: str) -> None:
    desk, person = Desk(office, login), office.actor("wumin").id
    page = desk.get(f"/people/{person}")
    assert (page.status, page.links(f"/people/{person}/")) == (200, [])
    assert desk.get("/people/new").status == 403
    assert desk.get(f"/people/{person}/grant").status == 403
    assert desk.post(f"/people/{person}/disable", {"reason": "x"}).status == 403


def test_what_is_not_there_is_not_found_and_what_is_one_s_own_is_somebody_else_s(office: Office) -> None:
    desk = Desk(office, "anquan")
    for address in ("/people/nobody", f"/people/{office.actor('wumin').id}/crown", "/people/nobody/grant"):
        assert desk.get(address).status == 404, address
    mine = f"/people/{office.actor('anquan').id}"
    assert "自己的权限由另一名安全管理员办理" in desk.get(mine).text
    assert desk.post(f"{mine}/grant", {"role": "auditor", "reason": "x"}).status == 403
    hostile = desk.fill("/people/new", login="x';--", name="<script>", role="cashier", district="donghu")
    assert (hostile.status, "<script>alert" in hostile.source, "&lt;script&gt;" in hostile.source) == (422, False, True)
