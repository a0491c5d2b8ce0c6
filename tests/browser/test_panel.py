"""The panel in the browser: the head calls it, each member votes at an own desk, the chair states the result."""

from playwright.sync_api import expect

from tests.browser.conftest import Opened, Shot
from tests.course import drive, report
from tests.office import Office


def test_a_panel_sits_votes_and_resolves(office: Office, enter: Opened, shot: Shot) -> None:
    case = office.open(cause="JC19", description="未经批准挖掘人行道")
    dug = report(
        "2026-09-14", limb="digging", untiered="true", measured=None, limit=None, fine="6000", fine_reason="开挖面积小。", facts="挖掘人行道。"
    )
    drive(office, case, "investigation_report")
    task = office.task(case, "investigation_report")
    page = enter("zhouyan", f"/cases/{case}/tasks/{task}")
    expect(page.get_by_label("违法情形").locator("option")).to_have_count(5)
    page.locator("#limb").select_option("digging")
    shot(page, "panel-report")
    drive(office, case, "convene_panel", investigation_report=dug)

    page = enter("limin", "/work")
    page.get_by_role("link", name="炊烟里").click()
    for name in ("方文", "唐越", "罗敬"):
        page.get_by_role("checkbox", name=name).check()
    page.get_by_label("主持人").select_option(label="方文 · 案审会成员")
    page.get_by_label("讨论日期").fill("2026-09-14")
    page.get_by_label("讨论地点").fill("三楼会议室")
    page.get_by_label("讨论事项").fill("没有公布的阶次，拟罚款6,000元是否适当。")
    shot(page, "panel-convene")
    page.get_by_role("button", name="召集").click()
    expect(page.get_by_text("已提交")).to_be_visible()
    shot(page, "panel-case")

    for login, vote in (("tangyue", "同意"), ("luojing", "不同意"), ("fangwen", "同意")):
        page = enter(login, "/work", phone=login == "tangyue", script=login != "luojing")
        page.get_by_role("link", name="炊烟里").click()
        page.get_by_role("radio", name=vote, exact=True).check()
        if login == "tangyue":
            page.get_by_role("button", name="提交表决").click()
            expect(page.get_by_text("意见和理由").first).to_be_visible()
            page.get_by_role("radio", name=vote, exact=True).check()
        page.get_by_label("意见和理由").fill(f"我{vote}。")
        shot(page, f"panel-vote-{login}")
        page.get_by_role("button", name="提交表决").click()
        expect(page.get_by_text("已记入集体讨论")).to_be_visible()
    shot(page, "panel-voted")
    page.get_by_role("link", name="作出讨论结论").click()
    page.get_by_label("讨论日期").fill("2026-09-14")
    page.get_by_label("讨论情况").fill("逐一发表意见。")
    page.get_by_role("radio", name="同意", exact=True).check()
    shot(page, "panel-conclude")
    page.get_by_role("button", name="提交讨论结果").click()
    expect(page.get_by_text("集体讨论记录").first).to_be_visible()
    shot(page, "panel-concluded")
    assert office.waiting(case) == ["decide"]
    assert office.faults() == []
