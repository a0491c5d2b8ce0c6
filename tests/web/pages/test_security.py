import re

from tests.office import Office
from tests.web.desk import Desk


def test_the_log_says_who_came_who_failed_and_who_reached_too_far(office: Office) -> None:
    Desk(office).post("/login", {"login": "stranger", "password": "wrong"})
    officer = Desk(office, "zhouyan")
    officer.get("/people")
    officer.post("/logout")
    desk = Desk(office, "shijian")
    assert desk.get("/").headers["Location"] == "/security"
    page = desk.get("/security")
    for words in ("1次登录失败，1次越权被拒", "（没有这个账号）", "周岩", "没有权限Roster", "退出", "保存12个月"):
        assert words in page.text, words
    assert "stranger" not in page.text
    assert "周岩" not in desk.get("/security?kind=login_failed").text
    assert "没有这样的事件" in desk.get("/security?q=无此人").text
    assert desk.get("/security?kind=x&page=-1").status == 200


def test_sessions_are_listed_and_ended_by_their_owner(office: Office) -> None:
    first, second = Desk(office, "zhouyan"), Desk(office, "zhouyan")
    page = first.get("/password")
    assert "您在2处登录" in page.text
    assert "就是这里" in page.text
    [other] = re.findall(r'action="(/sessions/[^"]+)"', page.source)
    assert first.post(other).status == 303
    assert second.get("/work").status == 303
    assert first.get("/work").status == 200
    assert first.post("/sessions/nothing/end").status == 404
