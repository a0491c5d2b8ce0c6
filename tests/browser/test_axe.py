"""Pages that everybody can read: axe finds no serious fault on any kind of page, light or dark."""

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from engine.queries.portal import PublishedDecisions
from tests.browser.conftest import Opened
from tests.course import drive, report
from tests.office import Office
from web.app import create_app
from web.password import TRIFLING

LEVELS = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}, "resultTypes": ["violations"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}
"""What a dark page can do worse than the same page in the light."""

NO_PAGES = ("/static", "/logout", "/tours/end", "/public/decisions.csv", "/public/decisions.json", "/audit/proofs")
"""Addresses without a page of their own; what is proved is opened for one case."""


def faults(page: Page, options: dict[str, Any], scheme: str) -> Iterator[str]:
    """Yield the serious faults of the page on show."""
    found: Any = Axe().run(page, options=options).response
    for fault in found["violations"]:
        if fault["impact"] in {"serious", "critical"}:
            yield f"{page.url} {scheme}: {fault['id']} at {[node['target'] for node in fault['nodes']][:3]}"


def all_faults(page: Page, addresses: Iterator[str]) -> Iterator[str]:
    """Yield the serious faults of every page that opens for this person."""
    for address in addresses:
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        answer = page.goto(address)
        if answer is None or not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        yield from faults(page, LEVELS, "light")
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        yield from faults(page, COLOURS, "dark")


def plain_addresses(office: Office) -> list[str]:
    """Every address of the site that needs nothing but itself."""
    rules = create_app(office.house, cost=TRIFLING).url_map.iter_rules()
    found = sorted({str(rule) for rule in rules if "GET" in (rule.methods or ()) and not rule.arguments})
    return [address for address in found if not address.startswith(NO_PAGES)]


def test_no_page_has_a_serious_fault(office: Office, window: Opened, enter: Opened) -> None:
    done = office.play_s2(until="archiving")
    token = next(paper.token for paper in office.file(done).documents if paper.code == "D19")
    shown = office.house.engine.ask(PublishedDecisions(), office.actor("guqing")).rows[0].id
    drive(office, panel := office.open(), "panel_discussion", investigation_report=report("2026-09-14", fine="40000", fine_reason="影响恶劣。"))
    drive(office, reported := office.open(), "investigation_report")
    drive(office, served := office.open(), "serve")
    drive(office, decided := office.open(), "decide")
    drive(office, reviewed := office.open(), "legal_review")

    def task(case: str, step: str) -> str:
        return f"/cases/{case}/tasks/{office.task(case, step)}"

    plain = plain_addresses(office)
    public = [address for address in plain if address.startswith(("/public", "/login", "/tours"))]
    staff = [address for address in plain if address not in public and not address.startswith("/audit")]
    visits: dict[str | None, list[str]] = {
        None: ["/", "/login?account=zhouyan", *public, "/public/check/none", f"/public/check/{token}", f"/public/decisions/{shown}", "/nowhere"],
        "zhouyan": [
            *staff,
            "/search?q=油烟",
            f"/cases/{done}",
            f"/cases/{reported}",
            f"/cases/{reported}/evidence",
            f"/cases/{reported}/officer",
            task(reported, "investigation_report"),
            task(served, "serve"),
            task(decided, "decide"),
            "/tours/officer/1",
        ],
        "limin": ["/work", task(decided, "decide"), f"/cases/{panel}/panel"],
        "shenyanqiu": [task(reviewed, "legal_review")],
        "fangwen": [f"/cases/{panel}/panel"],
        "guqing": ["/audit", f"/audit/cases/{done}", f"/audit/cases/{done}?step=9", f"/audit/proofs?stream={done}"],
    }
    found = [
        fault for login, addresses in visits.items() for fault in all_faults(window() if login is None else enter(login, "/work"), iter(addresses))
    ]
    assert found == []
