"""A delegation in the browser: the head delegates, the delegate approves on a phone, the record says so."""

from playwright.sync_api import expect

from tests.browser.conftest import Opened, Shot
from tests.office import Office


def test_a_head_delegates_and_the_delegate_approves(office: Office, enter: Opened, shot: Shot) -> None:
    case = office.play_s2(until="approve_filing")
    page = enter("limin", "/work")
    page.get_by_role("link", name="授权代理").click()
    page.get_by_role("link", name="授权给别人").click()
    page.get_by_label("授权给").select_option(label="沈立群 · 局领导")
    page.get_by_label("立案审批").check()
    page.get_by_label("结束日期").fill("2026-09-30")
    page.get_by_label("理由").fill("外出培训。")
    shot(page, "delegation-new")
    page.get_by_role("button", name="授权", exact=True).click()
    expect(page.get_by_text("生效中")).to_be_visible()

    page = enter("shenliqun", "/work", phone=True)
    expect(page.get_by_text("代李敏").first).to_be_visible()
    shot(page, "delegation-work")
    page.get_by_role("link", name="炊烟里").click()
    expect(page.get_by_text("您代李敏办理")).to_be_visible()
    page.get_by_role("radio", name="同意", exact=True).check()
    page.get_by_label("审批意见").fill("同意立案。")
    shot(page, "delegation-approve")
    page.get_by_role("button", name="提交").click()
    expect(page.get_by_text("沈立群代李敏").first).to_be_visible()
    assert office.file(case).opinions[-1].person_name == "沈立群代李敏"
    assert office.faults() == []
