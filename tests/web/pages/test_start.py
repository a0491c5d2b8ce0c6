from dataclasses import replace

from tests.office import Office
from tests.web.desk import Desk
from web.app import create_app
from web.password import DEMONSTRATION, TRIFLING


def test_the_demonstration_says_who_one_may_be_and_what_each_may_do(office: Office) -> None:
    page = Desk(office).get("/")
    assert page.texts("//h1") == ["您想以谁的身份看？"]
    assert DEMONSTRATION in page.text
    assert "批准立案、作出决定、批准结案（东湖区）" in page.text
    assert "/login?account=limin" in page.links("/login")


def test_elsewhere_nobody_is_introduced(office: Office) -> None:
    real = replace(office.house, settings=replace(office.house.settings, demonstration=False))
    client = create_app(real, cost=TRIFLING).test_client()
    assert client.get("/").headers["Location"] == "/login"
    assert DEMONSTRATION not in client.get("/login?account=limin").get_data(as_text=True)


def test_whoever_is_logged_in_goes_to_the_work(office: Office) -> None:
    assert Desk(office, "zhouyan").get("/").headers["Location"] == "/work"
    assert Desk(office, "guqing").get("/").headers["Location"] == "/audit"
