import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from tests.office import Office
from tests.web.desk import Desk
from web.app import HEADERS, create_app
from web.house import House
from web.password import TRIFLING
from web.problem import ROOT
from web.settings import DEFAULT_SECRET, SettingsError

OPEN = {"login", "start", "portal", "openapi", "api", "static", "vendor", "tour"}
"""Where one may go without logging in."""

KEYED = {"reply", "feed"}
"""What a secret in the address opens: who does not hold it finds nothing, logged in or not."""

SIGNED = {"partner_reply"}
"""What takes in messages that another department's machine signed, without a token."""


def test_every_page_carries_the_headers_that_protect_it(office: Office) -> None:
    desk = Desk(office)
    for address in ("/login", "/public/", "/work", "/nowhere", "/static/zhifa.css"):
        headers = desk.get(address).headers
        assert {name: headers.get(name) for name in HEADERS} == HEADERS


def test_pages_are_not_kept_and_files_with_a_fingerprint_are(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    page = desk.get("/work")
    assert page.headers["Cache-Control"] == "no-store"
    sheet = re.search(r'href="(/static/zhifa.css\?v=\w+)"', page.source)
    assert sheet is not None
    assert "immutable" in desk.get(sheet[1]).headers["Cache-Control"]


def test_nothing_is_inline_so_that_the_policy_holds(office: Office) -> None:
    case = office.play_s2(until="decide")
    desk = Desk(office, "limin")
    for address in ("/work", "/cases", f"/cases/{case}", desk.task(case, "decide"), "/password"):
        page = desk.get(address)
        assert page.status == 200
        tree: Any = html.fromstring(page.source)
        assert not tree.xpath("//@style | //style | //script[not(@src)] | //@*[starts-with(name(), 'on')]")
        assert not [link for link in tree.xpath("//@src | //link/@href") if not str(link).startswith("/")]


def filled(rule: str) -> str:
    """Return an address that a rule matches: the first of the words it allows, 0 for all else."""
    return re.sub(r"<[^>]+>", "0", re.sub(r"<any\((\w+)[^>]*>", r"\1", rule))


def test_every_way_in_asks_who_comes(office: Office) -> None:
    desk = Desk(office)
    rules = [rule for rule in desk.client.application.url_map.iter_rules() if rule.endpoint.split(".")[0] not in OPEN]
    assert len(rules) > 20
    for rule in rules:
        address = filled(rule.rule)
        method = next(iter((rule.methods or set()) - {"HEAD", "OPTIONS"}))
        answer = desk.client.open(address, method=method, data={"csrf_token": desk.token()} if method == "POST" else None)
        if rule.endpoint.split(".")[0] in KEYED:
            assert answer.status_code == 404, (method, address)
            continue
        assert answer.status_code in {303, 400, 401}, (method, address)
        assert answer.status_code != 303 or answer.headers["Location"].startswith("/login")


def test_nothing_that_changes_can_be_sent_from_elsewhere(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    for rule in desk.client.application.url_map.iter_rules():
        for method in (rule.methods or set()) & {"POST", "PUT", "DELETE", "PATCH"}:
            answer = desk.client.open(filled(rule.rule), method=method, json={})
            # The doors for machines and what a secret address opens do not look at cookies: nothing can be forged with them.
            room = rule.endpoint.split(".")[0]
            if room in KEYED:
                status, word = 404, "链接不存在"
            elif room in SIGNED:
                status, word = 401, "签名"
            else:
                status, word = (401, "令牌") if rule.rule.startswith(ROOT) else (400, "过期")
            assert answer.status_code == status, (method, rule.rule)
            assert word in answer.get_data(as_text=True), (method, rule.rule)


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(office: Office) -> None:
    cookie = Desk(office).client.get("/login").headers["Set-Cookie"]
    assert cookie.startswith("zhifa=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    secure = replace(office.house, settings=replace(office.house.settings, https=True))
    client = create_app(secure, cost=TRIFLING).test_client()
    cookie = client.get("/login", base_url="https://localhost").headers["Set-Cookie"]
    assert cookie.startswith("__Host-zhifa=")
    assert "Secure" in cookie


def test_https_is_remembered(office: Office) -> None:
    client = Desk(office).client
    assert "max-age=31536000" in client.get("/login", base_url="https://localhost").headers["Strict-Transport-Security"]
    assert "Strict-Transport-Security" not in client.get("/login").headers


def test_the_key_of_the_demonstration_opens_nothing_else(office: Office) -> None:
    house: House = replace(office.house, settings=replace(office.house.settings, demonstration=False, secret=DEFAULT_SECRET))
    with pytest.raises(SettingsError):
        create_app(house, cost=TRIFLING)
