"""The measured pages exist, and everybody who opens one is somebody of the demonstration."""

from werkzeug.routing import Map

from bench.pages import PAGES, _durations, _entered
from tests.office import Office
from web import city
from web.app import create_app
from web.password import TRIFLING


def test_every_measured_address_leads_to_a_page(office: Office) -> None:
    rules: Map = create_app(office.house, cost=TRIFLING).url_map
    people = {person.login for person in city.people()}
    for several in PAGES.values():
        for login, address in several:
            assert login in people or not login
            assert rules.bind("localhost").match(address.partition("?")[0])


def test_only_an_answer_is_measured(office: Office) -> None:
    client = _entered(create_app(office.house, cost=TRIFLING).test_client(), "limin")
    assert len(_durations(client, "/work")) > 1
