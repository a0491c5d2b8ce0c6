"""A real browser on the real server: whatever a page's console complains of is a failure."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright
from waitress import create_server
from waitress.wasyncore import close_all

from setup.native import find_browser
from tests.browser.pages import Desk
from tests.office import Office
from web.app import create_app
from web.password import TRIFLING

PHONE: ViewportSize = {"width": 360, "height": 740}
LARGER_PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1440, "height": 900}
SIZES = (PHONE, LARGER_PHONE, DESK)

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    # What the browser itself writes into fields of dates and files.
    "--lang=zh-CN",
)
"""The browser speaks to nobody but the server of the test."""

EXPECTED = (
    # An answer that refuses is part of the work, and the browser always says so.
    "Failed to load resource",
    # What dmn-js is packed with says so of itself.
    "minified copy of the development build of Inferno",
)
"""What the console may complain of."""

Opened = Callable[..., Page]
Seated = Callable[[str], Desk]
Shot = Callable[[Page, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--shots", type=Path, default=None, metavar="DIR", help="write pictures of the important pages into this folder")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(QUIET))
        yield browser
        browser.close()


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Serve an application as the installed one is served, on a free port; at the end every connection is closed."""
    sockets: dict[int, Any] = {}
    server = create_server(app, map=sockets, host="127.0.0.1", port=0, threads=4, ident=None)
    thread = Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.trigger.pull_trigger(lambda: close_all(sockets))
    thread.join(timeout=20)
    server.task_dispatcher.shutdown()
    assert not thread.is_alive()


@pytest.fixture
def site(office: Office) -> Iterator[str]:
    """The address of the office's pages."""
    with served(create_app(office.house, cost=TRIFLING)) as address:
        yield address


@pytest.fixture
def window(chromium: Browser, site: str) -> Iterator[Opened]:
    """Opens an empty window with cookies of its own; complaints of the console, such as a breach of the content policy, fail the test."""
    complaints: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not any(words in message.text for words in EXPECTED):
            complaints.append(f"{message.text} ({message.location.get('url')})")

    def opened(*, phone: bool = False, script: bool = True) -> Page:
        context = chromium.new_context(
            viewport=PHONE if phone else DESK, base_url=site, java_script_enabled=script, locale="zh-CN", reduced_motion="reduce"
        )
        page = context.new_page()
        page.on("console", complain)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opened
    for context in chromium.contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def enter(window: Opened) -> Opened:
    """Opens a page as somebody of the city, on a desk or on a phone."""

    def opened(login: str, address: str, *, phone: bool = False, script: bool = True) -> Page:
        page = window(phone=phone, script=script)
        page.goto(f"/login?account={login}")
        page.get_by_role("button", name="登录").click()
        page.goto(address)
        return page

    return opened


@pytest.fixture
def seat(window: Opened) -> Seated:
    """Seats somebody of the city at a desk; everybody has one, and keeps it."""
    desks: dict[str, Desk] = {}

    def seated(login: str) -> Desk:
        if login not in desks:
            desks[login] = Desk(window(), login)
        return desks[login]

    return seated


@pytest.fixture
def shot(request: pytest.FixtureRequest) -> Shot:
    """Takes a picture of a page on the desk and on the phone, where a folder was named for them."""
    folder: Path | None = request.config.getoption("--shots", default=None)

    def take(page: Page, name: str) -> None:
        if folder is None:
            return
        folder.mkdir(parents=True, exist_ok=True)
        before = page.viewport_size
        for kind, size in (("desk", DESK), ("phone", LARGER_PHONE)):
            page.set_viewport_size(size)
            page.screenshot(path=folder / f"{name}-{kind}.png")
        page.set_viewport_size(before or DESK)

    return take
