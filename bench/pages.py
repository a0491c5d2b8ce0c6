"""How fast the pages answer (页面用时): lists, searches, cases and the portal over a large city, in one process, from request to last byte.

The city is the one in the data folder, where it is large enough: fill one with `ZHIFA_DATA=… ./zhifa demo --cases 10000` and measure it with
`ZHIFA_DATA=… ./zhifa bench pages`. Elsewhere a small one is made for the moment.
"""

import re
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from flask.testing import FlaskClient

from bench.report import Figure
from engine.actor import SYSTEM
from engine.queries.case_file import Cases
from engine.queries.portal import PublishedDecisions
from web import city, demo, jobs
from web.app import create_app
from web.house import House, open_house
from web.password import DEMONSTRATION
from web.settings import read_settings

ROUNDS = 12
SMALL = 300
"""Cases of the city that is made for the moment; the data folder's is measured from so many on."""

LAST = 1_000_000
"""A page far beyond the last one is the last one."""

PAGES: dict[str, tuple[tuple[str, str], ...]] = {
    "worklist": (
        ("limin", "/work"),
        ("limin", f"/work?view=overdue&page={LAST}"),
        ("limin", "/work?q=餐饮&order=arrival"),
        ("shenyanqiu", "/work"),
        ("zhouyan", "/work?view=soon"),
        ("mengfan", f"/work?page={LAST}"),
    ),
    "search": (
        ("guqing", "/search"),
        ("guqing", "/search?q=油烟"),
        ("guqing", f"/search?q=江川&order=due&page={LAST}"),
        ("limin", "/search?q=湖滨路 处罚&term=overdue"),
        ("limin", "/search?state=archived&order=fine&fine_from=5000"),
        ("zhouyan", "/search?q=店"),
    ),
    "cases": (("guqing", "/cases"), ("limin", f"/cases?page={LAST}"), ("zhouyan", "/cases?q=餐饮&state=archived")),
    "case": (("guqing", "/cases/{archived}"), ("limin", "/cases/{open}"), ("guqing", "/cases/{closed}")),
    "portal": (
        ("", "/public/"),
        ("", f"/public/?page={LAST}"),
        ("", "/public/?text=油烟"),
        ("", f"/public/?text=江川&district=donghu&page={LAST}"),
        ("", "/public/decisions/{publication}"),
    ),
    "audit": (
        ("guqing", "/audit"),
        ("guqing", f"/audit?q=餐饮&page={LAST}"),
        ("guqing", "/audit/cases/{archived}"),
        ("guqing", "/audit/cases/{archived}?step=9"),
    ),
}
"""By the name of the figure, who opens which address; nobody is the public."""


def run() -> list[Figure]:
    """Return the figures: per kind of page the median and the 95th percentile over all its addresses."""
    with _city() as house:
        jobs.index_cases(house)
        # As the server does when it starts.
        jobs.survey(house)
        states = house.engine.ask(Cases(), SYSTEM).states
        figures: list[Figure] = [("pages_cases", sum(states.values()), "件")]
        app = create_app(house)
        clients = {login: _entered(app.test_client(), login) for login in {login for several in PAGES.values() for login, _ in several}}
        names = _examples(house)
        for page, several in PAGES.items():
            taken = sorted(milliseconds for login, address in several for milliseconds in _durations(clients[login], address.format(**names)))
            figures.append((f"{page}_p50_ms", round(statistics.median(taken), 1), "ms"))
            figures.append((f"{page}_p95_ms", round(taken[int(len(taken) * 0.95)], 1), "ms"))
        return figures


@contextmanager
def _city() -> Iterator[House]:
    """Open the city of the data folder, or a small one that is gone afterwards."""
    settings = read_settings(demonstration=True)
    with TemporaryDirectory() as folder:
        house = open_house(settings)
        if sum(house.engine.ask(Cases(), SYSTEM).states.values()) < SMALL:
            house.close()
            data = Path(folder)
            settings = replace(settings, data=data, database=f"sqlite:///{data / 'zhifa.sqlite'}")
            demo.fill(settings, say=_silent, cases=SMALL)
            house = open_house(settings)
        try:
            yield house
        finally:
            house.close()


def _silent(words: str) -> None:
    """Say nothing between the figures."""


def _entered(client: FlaskClient, login: str) -> FlaskClient:
    """Log somebody of the demonstration in; nobody stays the public."""
    if login:
        token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/login").get_data(as_text=True))
        answer = client.post("/login", data={"login": login, "password": DEMONSTRATION, "csrf_token": token[1] if token else ""})
        if answer.status_code != 303:
            raise RuntimeError(f"{login} cannot log in: this is no demonstration city")
    return client


def _examples(house: House) -> dict[str, str]:
    """Return the ids that addresses need: a case of the district in each of some states, and a published decision."""
    head = city.actor(house, "limin")
    found = {state: house.engine.ask(Cases(state=state), head).rows[0].case.id for state in ("archived", "open", "closed")}
    return found | {"publication": house.engine.ask(PublishedDecisions(), SYSTEM).rows[0].id}


def _durations(client: FlaskClient, address: str) -> list[float]:
    """Return the wall times of an address in milliseconds, the first request left out."""
    taken: list[float] = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        answer = client.get(address)
        answer.get_data()
        taken.append((time.perf_counter() - start) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answers {answer.status_code}")
    return taken[1:]
