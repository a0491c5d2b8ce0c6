from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from engine.queries.draft import FindDraft
from tests.browser.conftest import Opened
from tests.office import Office
from web.render import digest


def address(office: Office, case: str, step: str) -> str:
    return f"/cases/{case}/tasks/{office.task(case, step)}"


def wide(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize("login", ["zhouyan", "limin"])
def test_no_page_scrolls_sideways_on_a_phone(office: Office, enter: Opened, login: str) -> None:
    case = office.play_s2(until="decide")
    page = enter(login, "/work", phone=True)
    for there in ("/work", "/cases", "/cases/new", f"/cases/{case}", f"/cases/{case}/evidence", address(office, case, "decide"), "/password", "/"):
        page.goto(there)
        assert wide(page) <= 0, there


def test_what_a_finger_touches_is_large_enough(office: Office, enter: Opened) -> None:
    case = office.play_s2(until="decide")
    page = enter("limin", address(office, case, "decide"), phone=True)
    small = """[...document.querySelectorAll('button, .btn, .nav a, .choice, summary, select, textarea, input:not([type=hidden], .choice *)')]
        .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)"""
    assert page.evaluate(small) == []


def test_the_process_is_drawn_with_its_tokens_and_the_watermark(office: Office, enter: Opened) -> None:
    case = office.play_s2(until="decide")
    page = enter("limin", f"/cases/{case}")
    expect(page.locator('.djs-element.token-active[data-element-id="decide"]')).to_have_count(1)
    expect(page.locator('.djs-element.token-done[data-element-id="legal_review"]')).to_have_count(1)
    expect(page.locator(".bjs-powered-by")).to_be_visible()
    page.get_by_role("button", name="全图").click()
    expect(page.locator('.djs-element.token-done[data-element-id="verification"]')).to_be_visible()


def test_without_script_the_steps_are_listed(office: Office, enter: Opened) -> None:
    case = office.play_s2(until="decide")
    page = enter("limin", f"/cases/{case}", script=False)
    page.get_by_text("按步骤列出").click()
    expect(page.locator(".steps-words")).to_contain_text("正在办：处罚决定，等负责人")


def test_approving_takes_one_look_and_one_key(office: Office, enter: Opened) -> None:
    case = office.play_s2(until="approve_filing")
    page = enter("limin", address(office, case, "approve_filing"))
    page.keyboard.press("a")
    expect(page.locator("#opinion")).to_have_value("同意。")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{case}")
    assert office.waiting(case) == ["investigation"]


def test_returning_asks_for_the_reason(office: Office, enter: Opened) -> None:
    case = office.play_s2(until="approve_filing")
    page = enter("limin", address(office, case, "approve_filing"))
    expect(page.locator("#reason")).to_be_hidden()
    page.keyboard.press("r")
    expect(page.locator("#reason")).to_be_focused()
    page.keyboard.type("a 事实不清")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**/cases/{case}")
    assert office.waiting(case) == ["case_filing"]


def test_a_decision_is_asked_once_and_the_safe_answer_comes_first(office: Office, enter: Opened) -> None:
    case = office.play_s2(until="decide")
    page = enter("limin", address(office, case, "decide"))
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="先不提交")).to_be_focused()
    page.keyboard.press("Enter")
    assert office.waiting(case) == ["decide"]
    page.keyboard.press("Control+Enter")
    page.locator("[data-yes]").click()
    page.wait_for_url(f"**/cases/{case}")
    assert office.file(case).case.fine == 19500


def test_what_is_typed_is_kept_and_comes_back(office: Office, enter: Opened) -> None:
    case = office.play_s2(until="investigation_report")
    page = enter("zhouyan", address(office, case, "investigation_report"))
    page.locator("#facts").fill("写到一半")
    expect(page.locator("[data-draft-state]")).to_contain_text("草稿已保存")
    page.reload()
    expect(page.locator("#facts")).to_have_value("写到一半")
    page.locator("#facts").fill("又写了一句")
    page.goto("/work")
    found = office.house.engine.ask(FindDraft(place=f"task:{office.task(case, 'investigation_report')}"), office.actor("zhouyan"))
    assert found is not None
    page.goto(address(office, case, "investigation_report"))
    expect(page.locator("#facts")).to_have_value("又写了一句")


def test_the_discretion_is_tried_out_and_its_sum_taken_over(office: Office, enter: Opened) -> None:
    case = office.play_s2(until="investigation_report")
    page = enter("zhouyan", address(office, case, "investigation_report"))
    page.locator("#act_end").fill("2026-09-15")
    page.get_by_label("轻微", exact=True).check()
    page.get_by_role("button", name="再加一项").click()
    page.locator("select[name='factors.2.code']").select_option(label="主动消除或者减轻违法行为危害后果")
    page.locator("input[name='factors.2.evidence']").first.check()
    page.get_by_label("行政处罚", exact=True).check()
    page.get_by_role("button", name="试算").click()
    page.get_by_role("button", name="采用建议数额 19,500元").click()
    expect(page.locator("#fine")).to_have_value("19500")


def test_the_digest_of_a_file_is_shown_before_it_is_sent(office: Office, enter: Opened, tmp_path: Path) -> None:
    case = office.open()
    photo = tmp_path / "门头.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n")
    page = enter("zhouyan", f"/cases/{case}/evidence")
    page.locator("#file").set_input_files(photo)
    expect(page.locator("output[for=file]")).to_have_text(digest(sha256(photo.read_bytes()).hexdigest()))
    expect(page.locator("#name")).to_have_value("门头")


def test_the_slash_key_searches(office: Office, enter: Opened) -> None:
    office.open()
    page = enter("zhouyan", "/work")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("炊烟里/")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("1件")
    assert "q=" in page.url


def test_a_checklist_is_answered_with_two_keys(office: Office, enter: Opened) -> None:
    case = office.play_s2(until="legal_review")
    page = enter("shenyanqiu", address(office, case, "legal_review"))
    page.keyboard.press("y")
    page.keyboard.press("n")
    expect(page.locator("input[name=subject][value=ok]")).to_be_checked()
    expect(page.locator("#personnel_remark")).to_be_focused()
    page.keyboard.type("yn 证件过期")
    expect(page.locator("#personnel_remark")).to_have_value("yn 证件过期")
    expect(page.locator("input[name=facts]:checked")).to_have_count(0)
