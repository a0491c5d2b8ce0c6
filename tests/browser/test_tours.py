"""The tours (导览) of the demonstration, walked from the start page to their ends by somebody who only presses what is offered."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK, LARGER_PHONE, served
from tests.browser.pages import sideways
from tests.office import settings
from web import demo
from web.app import create_app
from web.house import open_house
from web.password import TRIFLING
from web.tour import TOURS, Stop

PLACES = {
    "task": r"/cases/[0-9a-f]{32}/tasks/[0-9a-f]{32}",
    "case": r"/cases/[0-9a-f]{32}",
    "audit": r"/audit/cases/[0-9a-f]{32}",
    "published": r"/public/decisions/[0-9a-f]{32}",
    "checked": r"/public/check/[0-9A-Z-]{12,14}",
}
"""Where a stop must lead in the demonstration: never to the list that it falls back to."""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demonstration as it is served."""
    folder = tmp_path_factory.mktemp("demonstration")
    demo.fill(settings(folder), say=lambda _: None)
    house = open_house(settings(folder))
    with served(create_app(house, cost=TRIFLING)) as address:
        yield address
    house.close()


@pytest.mark.parametrize("key", list(TOURS))
@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_a_newcomer_is_led_to_the_end(chromium: Browser, city: str, key: str, script: bool) -> None:
    tour = TOURS[key]
    context = chromium.new_context(viewport=DESK if script else LARGER_PHONE, base_url=city, java_script_enabled=script, locale="zh-CN")
    page = context.new_page()
    page.goto("/")
    page.get_by_role("link", name=tour.stops[0].says).click()
    for number, stop in enumerate(tour.stops, 1):
        stands_at(page, stop)
        expect(page.get_by_role("complementary", name="导览")).to_contain_text(f"{tour.title} {number}/{len(tour.stops)} {stop.says}")
        assert sideways(page) <= 0, page.url
        if number < len(tour.stops):
            page.get_by_role("link", name="下一站").click()
    page.get_by_role("link", name="全部导览").click()
    expect(page.get_by_role("region", name=re.compile(tour.title)).get_by_role("listitem").filter(has_text="已看")).to_have_count(len(tour.stops))
    context.close()


def stands_at(page: Page, stop: Stop) -> None:
    """Log in where it is asked for, and hold the page against where the stop leads."""
    if stop.who is not None and "/login" in page.url:
        expect(page.get_by_label("账号")).to_have_value(stop.who)
        page.get_by_role("button", name="登录").click()
    expect(page).to_have_url(re.compile(PLACES.get(stop.to, re.escape(stop.at.partition("?")[0])) + r"(\?.*)?$"))
