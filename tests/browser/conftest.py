"""A real browser on a real server: whatever a page's console complains of is a failure."""

import shutil
from collections.abc import Callable, Iterator
from threading import Thread

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright
from werkzeug.serving import make_server

from tests.office import Office
from web.app import create_app
from web.password import TRIFLING

PHONE: ViewportSize = {"width": 360, "height": 780}
DESK: ViewportSize = {"width": 1440, "height": 900}

Opened = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def site(office: Office) -> Iterator[str]:
    """The address of the office's pages."""
    server = make_server("127.0.0.1", 0, create_app(office.house, cost=TRIFLING), threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def enter(chromium: Browser, site: str) -> Iterator[Opened]:
    """Opens a page as somebody of the city, on a desk or on a phone; complaints of the console fail the test."""
    complaints: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        # An answer that refuses is part of the work, and the browser always says so.
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(message.text)

    def opened(login: str, address: str, *, phone: bool = False, script: bool = True) -> Page:
        context = chromium.new_context(viewport=PHONE if phone else DESK, base_url=site, java_script_enabled=script)
        page = context.new_page()
        page.on("console", complain)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"/login?account={login}")
        page.get_by_role("button", name="登录").click()
        page.goto(address)
        return page

    yield opened
    for context in chromium.contexts:
        context.close()
    assert complaints == []
