from datetime import timedelta

import pytest

from engine.actor import SYSTEM
from engine.commands.user import DisableUser, SetPassword
from engine.queries.person import FindAccount
from tests.office import Office
from tests.web.desk import Desk
from web.login import IDLE, LONGEST, WRONG
from web.password import DEMONSTRATION


def attempt(desk: Desk, login: str, password: str, **more: str) -> int:
    return desk.post("/login", {"login": login, "password": password} | more).status


def later(office: Office, passed: timedelta) -> None:
    office.clock.move(office.clock.now() + passed)


def test_the_right_password_opens_the_worklist(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    assert "没有等您办理的事" in desk.get("/work").text


def test_a_session_begins_under_a_new_name(office: Office) -> None:
    desk = Desk(office)
    desk.get("/login")
    with desk.client.session_transaction() as before:
        before["planted"] = "by somebody else"
    desk.log_in("zhouyan")
    with desk.client.session_transaction() as after:
        assert "planted" not in after
        first = after["name"]
    desk.post("/logout")
    desk.log_in("zhouyan")
    with desk.client.session_transaction() as again:
        assert again["name"] != first


@pytest.mark.parametrize(("login", "password"), [("zhouyan", "wrong"), ("stranger", DEMONSTRATION), ("", ""), ("zhouyan'--", "x")])
def test_whatever_is_wrong_gets_the_same_answer(office: Office, login: str, password: str) -> None:
    page = Desk(office).post("/login", {"login": login, "password": password})
    assert page.status == 401
    assert page.texts("//*[@role='alert']") == ["没有登录成功" + WRONG]


def test_what_was_typed_as_name_stays_and_the_password_does_not(office: Office) -> None:
    page = Desk(office).post("/login", {"login": "zhouyan", "password": "wrong"})
    assert 'value="zhouyan"' in page.source
    assert "wrong" not in page.source


def test_five_failures_lock_the_account_for_a_quarter_of_an_hour(office: Office) -> None:
    desk = Desk(office)
    assert [attempt(desk, "zhouyan", "wrong") for _ in range(5)] == [401] * 5
    assert attempt(desk, "zhouyan", DEMONSTRATION) == 401
    later(office, timedelta(minutes=16))
    assert attempt(desk, "zhouyan", DEMONSTRATION) == 303


def test_a_success_clears_the_count(office: Office) -> None:
    desk = Desk(office)
    for _ in range(2):
        assert [attempt(desk, "zhouyan", "wrong") for _ in range(4)] == [401] * 4
        assert attempt(desk, "zhouyan", DEMONSTRATION) == 303
        desk.post("/logout")


def test_a_disabled_account_cannot_log_in_and_its_open_session_ends(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    office.house.engine.execute(DisableUser(login="zhouyan", reason="调离"), SYSTEM)
    assert desk.get("/work").headers["Location"].startswith("/login")
    assert attempt(Desk(office), "zhouyan", DEMONSTRATION) == 401


def test_a_session_ends_when_nobody_uses_it(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    later(office, IDLE - timedelta(minutes=1))
    assert desk.get("/work").status == 200
    later(office, IDLE + timedelta(minutes=1))
    assert desk.get("/work").status == 303
    assert "长时间没有操作" in desk.get("/login").text


def test_a_session_ends_with_the_shift_however_busy(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    for _ in range(int(LONGEST / IDLE) + 1):
        later(office, IDLE - timedelta(seconds=1))
        last = desk.get("/work").status
    assert last == 303


def test_logging_out_is_not_a_link(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    assert desk.get("/logout").status == 405
    assert desk.get("/work").status == 200
    assert desk.post("/logout").status == 303
    assert desk.get("/work").status == 303


def test_a_new_password_ends_every_other_session(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    user = office.actor("zhouyan").id
    later(office, timedelta(seconds=1))
    office.house.engine.execute(SetPassword(user_id=user, password_hash="$argon2id$none"), SYSTEM)
    assert desk.get("/work").status == 303


def test_a_first_password_must_be_changed_before_anything_else(office: Office) -> None:
    account = office.house.engine.ask(FindAccount(login="zhouyan"), SYSTEM)
    assert account is not None
    assert account.credential is not None
    kept = SetPassword(user_id=account.user.id, password_hash=account.credential.password_hash, must_change=True)
    office.house.engine.execute(kept, SYSTEM)
    desk = Desk(office, "zhouyan")
    assert desk.get("/work").headers["Location"] == "/password"
    assert "先换掉初始密码" in desk.get("/password").text


def test_one_comes_back_to_where_one_wanted_to_go(office: Office) -> None:
    desk = Desk(office)
    away = desk.get("/cases?state=open")
    assert away.headers["Location"] == "/login?next=/cases?state%3Dopen"
    page = desk.post("/login", {"login": "zhouyan", "password": DEMONSTRATION, "_next": "/cases?state=open"})
    assert page.headers["Location"] == "/cases?state=open"


@pytest.mark.parametrize(
    "address", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)", "/\t/example.org", "cases", ""]
)
def test_nobody_is_sent_elsewhere_after_logging_in(office: Office, address: str) -> None:
    page = Desk(office).post("/login", {"login": "zhouyan", "password": DEMONSTRATION, "_next": address})
    assert page.headers["Location"] == "/"


def test_a_script_is_told_that_the_session_is_over(office: Office) -> None:
    desk = Desk(office)
    answer = desk.client.get("/work", headers={"X-Requested-With": "fetch"})
    assert answer.status_code == 401
    assert answer.get_json()["code"] == "not_logged_in"


def test_an_account_of_the_demonstration_fills_the_form(office: Office) -> None:
    assert f'value="{DEMONSTRATION}"' in Desk(office).get("/login?account=zhouyan").source
