import re
from datetime import date, timedelta
from typing import Any

from click.testing import CliRunner

from engine.actor import SYSTEM
from engine.clock import WallClock, local_date
from engine.queries.token import FindToken
from tests.office import Office
from tests.web.desk import Desk
from web.cli import main
from web.token import digest

ASKED: dict[str, Any] = {"name": "数据中台每日取数", "scopes": ["read", "task.write"], "expires_on": "2026-12-13"}


def test_a_token_is_shown_once_and_ended(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    page = desk.post("/account/tokens", ASKED)
    (token,) = page.texts('//*[@id="made"]')
    view = office.house.engine.ask(FindToken(digest=digest(token)), SYSTEM)
    assert view is not None
    assert (view.user.login, view.token.scopes, view.token.expires_on) == ("zhouyan", ["read", "task.write"], date(2026, 12, 13))
    later = desk.get("/account/tokens")
    assert token not in later.source
    assert "数据中台每日取数" in later.text
    assert desk.post(f"/account/tokens/{view.token.id}/revoke").status == 303
    assert "已注销" in desk.get("/account/tokens").text


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(office: Office) -> None:
    page = Desk(office, "zhouyan").post("/account/tokens", ASKED | {"expires_on": "tomorrow", "scopes": []})
    assert page.status == 422
    assert "最长365日" in page.text
    assert "至少一项" in page.text
    assert ASKED["name"] in page.source


def test_only_the_security_administrator_sees_the_tokens_of_others(office: Office) -> None:
    Desk(office, "zhouyan").post("/account/tokens", ASKED)
    assert "周岩" in Desk(office, "anquan").get("/account/tokens").text
    assert "其他账号的令牌" not in Desk(office, "wumin").get("/account/tokens").text


def test_the_command_line_lets_a_system_account_in(office: Office) -> None:
    env = {"ZHIFA_DATA": str(office.house.settings.data), "ZHIFA_DEMO": "1"}

    def run(*words: str) -> str:
        result = CliRunner().invoke(main, words, env=env)
        assert result.exit_code == 0, result.output
        return result.output

    assert "系统账号" in run("user", "add", "shuju", "数据中台", "--role", "auditor", "--system")
    refused = CliRunner().invoke(main, ["token", "issue", "shuju", "取数", "--scope", "read", "--until", "2126-01-01"], env=env)
    assert "最长365日" in refused.output
    token = run("token", "issue", "shuju", "取数", "--scope", "read", "--until", _tomorrow()).strip()
    assert re.fullmatch(r"zhifa_[\w-]{43}", token)
    key, login, *_, state = run("token", "list").strip().split("\t")
    assert (login, state) == ("shuju", "有效")
    assert "已注销" in run("token", "revoke", key)
    assert "已注销" in run("token", "list")


def _tomorrow() -> str:
    """A day that the machine's own clock takes for near."""
    return (local_date(WallClock().now()) + timedelta(days=1)).isoformat()


def test_a_person_is_offered_the_scopes_that_open_something_to_them(office: Office) -> None:
    mine = Desk(office, "qianhui").get("/account/tokens").source
    assert "task.write" in mine
    assert not {scope for scope in ("panel.write", "law.write", "evidence.write") if f'value="{scope}"' in mine}
    assert 'value="law.write"' in Desk(office, "anning").get("/account/tokens").source


def test_a_scope_that_the_account_cannot_use_is_refused(office: Office) -> None:
    page = Desk(office, "anquan").post("/account/tokens", ASKED | {"scopes": ["read", "evidence.write"]})
    assert (page.status, "用不上“上传证据”" in page.text) == (422, True)
    page = Desk(office, "zhouyan").post("/account/tokens", ASKED | {"scopes": ["law.write"]})
    assert (page.status, "用不上“起草和审核裁量基准、参数”" in page.text) == (422, True)


def test_on_a_phone_every_value_of_a_token_has_its_name(office: Office) -> None:
    page = Desk(office, "zhouyan").post("/account/tokens", ASKED)
    for label in ("权限", "有效至", "最近使用", "状态"):
        assert len(page.texts(f"//table[contains(@class, 'labelled')]//td[@data-label='{label}']")) == 1
