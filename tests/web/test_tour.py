"""Tours (导览) as a browser without script walks them."""

from dataclasses import replace

import pytest

from engine.actor import SYSTEM
from engine.queries.person import FindAccount
from tests.office import Office
from tests.web.desk import Desk
from web.app import create_app
from web.password import DEMONSTRATION, TRIFLING
from web.tour import TOURS, find


def test_every_stop_is_somebodys_and_one_sentence(office: Office) -> None:
    assert list(TOURS) == ["officer", "reviewer", "beside", "citizen", "auditor"]
    for tour in TOURS.values():
        assert 5 <= len(tour.stops) <= 7
        for stop in tour.stops:
            assert stop.says.endswith("。")
            assert stop.says.count("。") == 1
            assert stop.who is None or office.house.engine.ask(FindAccount(login=stop.who), SYSTEM) is not None


def test_the_start_page_leads_to_every_stop_and_a_log_in_leads_back_to_it(office: Office) -> None:
    desk = Desk(office)
    assert len(desk.get("/").links("/tours/")) == sum(len(tour.stops) for tour in TOURS.values())
    asked = desk.get("/tours/officer/1")
    assert asked.headers["Location"] == "/login?account=zhouyan&next=/tours/officer/1"
    page = desk.get(asked.headers["Location"])
    assert page.texts('//form[@action="/login"]')
    data = {"login": "zhouyan", "password": DEMONSTRATION, "_next": "/tours/officer/1"}
    assert desk.post("/login", data).headers["Location"] == "/tours/officer/1"
    assert desk.get("/tours/officer/1").headers["Location"] == "/work"
    assert find("officer", 1)
    assert desk.get("/work").texts('//aside[@class="tour"]//b') == ["导览·执法人员1/6"]


def test_what_was_seen_is_ticked_until_and_after_the_end(office: Office) -> None:
    desk = Desk(office)
    desk.get("/tours/citizen/1")
    shown = desk.get("/public/")
    assert shown.texts('//aside[@class="tour"]//b') == ["导览·市民1/6"]
    assert shown.headers["Cache-Control"] == "no-store"
    assert desk.get("/tours/end").headers["Location"] == "/tours"
    assert len(desk.get("/tours").texts('//li[@class="done"]')) == 1
    assert desk.get("/public/").texts('//aside[@class="tour"]') == []


def test_another_person_logs_in_anew(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    assert "account=guqing" in desk.get("/tours/auditor/1").headers["Location"]
    assert desk.get("/work").headers["Location"].startswith("/login")


def test_a_stop_whose_case_is_gone_leads_to_the_list(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    assert desk.get("/tours/officer/2").headers["Location"] == "/work"
    assert desk.get("/tours/officer/3").headers["Location"] == "/cases"
    assert desk.get("/tours/citizen/2").headers["Location"] == "/public/"


@pytest.mark.parametrize("address", ["/tours/nobody/1", "/tours/officer/0", "/tours/officer/99"])
def test_a_stop_that_is_none_is_refused_and_a_forged_cookie_is_ignored(office: Office, address: str) -> None:
    desk = Desk(office)
    assert desk.get(address).status == 404
    desk.client.set_cookie("tour", "officer.99-<script>-citizen.x-.")
    assert desk.get("/").texts('//li[@class="done"]') == []


def test_elsewhere_there_are_no_tours(office: Office) -> None:
    real = replace(office.house, settings=replace(office.house.settings, demonstration=False))
    client = create_app(real, cost=TRIFLING).test_client()
    for address in ("/tours", "/tours/officer/1", "/tours/end"):
        assert client.get(address).status_code == 404
