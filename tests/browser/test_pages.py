"""Every page at every size: nothing scrolls sideways, nothing is complained of, nothing that was typed is lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, SIZES, Opened, Seated, Shot
from tests.browser.pages import Answers, Desk, sideways
from tests.course import PEOPLE, Form, drive, report, ring
from tests.office import Office

ROUTE = (
    "verification",
    "confirm_verification",
    "case_filing",
    "review_filing",
    "approve_filing",
    "investigation",
    "appraisal",
    "investigation_report",
    "confirm_report",
    "legal_review",
    "review_proposal",
    "approve_proposal",
    "notice",
    "serve",
    "plea",
    "plea_review",
    "decide",
    "confirm_payment",
    "payment_reminder",
    "prepare_publication",
    "review_publication",
    "closing",
    "approve_closing",
    "archiving",
)
"""The steps of a case that goes every long way round."""

ROUNDABOUT: dict[str, Form] = {"plea": {"plea": "submitted", "way": "written", "content": "请求从轻处罚。"}}
OTHER_WAYS: dict[str, Form] = {
    # A fine outside its tier goes to the panel.
    "panel_discussion": report("2026-09-14", fine="40000", fine_reason="影响恶劣。"),
    "transfer": report("2026-09-14", outcome="transfer", fine=None),
}
SENT: Form = {"record": "采样送检。", "next": "appraisal", "institution": "江川市环境检测中心", "subject": "油烟浓度", "started_on": "2026-09-14"}

VERIFIED: Answers = {"协办执法人员": "吴敏", "现场检查（勘验）记录": "当场检查排放口。", "初步事实": "净化设施未开启。", "核查结论": "立案"}


def fits(page: Page) -> None:
    """Fail where the page on show is wider than its window at any size."""
    for size in SIZES:
        page.set_viewport_size(size)
        assert sideways(page) <= 0, f"{page.url} at {size['width']} by {size['height']}"


def address(office: Office, case: str, step: str) -> str:
    return f"/cases/{case}/tasks/{office.task(case, step)}"


def come_to(office: Office, case: str, step: str) -> None:
    """Drive a case along the route until a step waits; a reminder is waited for."""
    while step == "payment_reminder" and step not in office.waiting(case):
        ring(office)
    drive(office, case, step, **ROUNDABOUT, **({"investigation": SENT} if step == "appraisal" else {}))


def look_at(desk: Desk, there: str) -> None:
    """Open a task as the one who is to do it, and hold its form against every size."""
    desk.open(there)
    expect(desk.page.locator("form#task [data-submit]")).to_be_visible()
    fits(desk.page)


def test_no_form_of_a_task_scrolls_sideways(office: Office, seat: Seated) -> None:
    case = office.open()
    for step in ROUTE:
        come_to(office, case, step)
        desk = seat(PEOPLE[step])
        desk.open(address(office, case, step))
        expect(desk.page.get_by_role("main").get_by_role("form").or_(desk.page.locator("form#task"))).to_be_visible()
        fits(desk.page)
    assert case


def test_no_page_of_the_desk_scrolls_sideways(office: Office, window: Opened, seat: Seated, shot: Shot) -> None:
    case = office.play_s2(until="review_publication")
    drive(office, office.open(), "investigation")
    office.open()
    visitor = window()
    for there, name in (("/", "start"), ("/login", "login"), ("/nowhere", "nowhere")):
        visitor.goto(there)
        fits(visitor)
        shot(visitor, name)
    desk = seat("zhouyan")
    pages = {"work": "/work", "cases": "/cases", "new": "/cases/new", "file": f"/cases/{case}", "evidence": f"/cases/{case}/evidence"}
    for name, there in {**pages, "password": "/password", "nothing": "/cases?q=没有这样的案件"}.items():
        desk.open(there)
        fits(desk.page)
        shot(desk.page, name)
    audit = seat("guqing")
    for there in ("/audit", "/audit/proofs", f"/audit/cases/{case}", f"/audit/cases/{case}?step=1"):
        audit.open(there)
        fits(audit.page)


@pytest.mark.parametrize("script", [True, False])
def test_the_public_needs_no_script_and_no_sideways_scrolling(office: Office, window: Opened, script: bool) -> None:
    case = office.play_s2()
    office.paper_everything()
    page = window(phone=True, script=script)
    page.goto("/public/")
    fits(page)
    page.get_by_role("searchbox").fill("炊烟里")
    page.get_by_role("button", name="查询").click()
    expect(page.get_by_role("heading", name="“炊烟里”共1件处罚决定")).to_be_visible()
    page.get_by_role("link", name="炊烟里餐饮").click()
    expect(page.get_by_role("main")).to_contain_text("19,500")
    fits(page)
    page.get_by_role("link", name="核验纸面决定书").click()
    fits(page)
    for code, verdict in ((code_of(office, case), "真实"), ("AAAA-AAAA-AAAA", "查无此件")):
        page.get_by_label("核验码").fill(code)
        page.get_by_role("button", name=re.compile("核验|再查")).click()
        expect(page.get_by_role("heading", name=verdict, exact=True)).to_be_visible()
        fits(page)
        page.goto("/public/check")
    for there in ("/public/guide", "/public/about", "/public/nowhere"):
        page.goto(there)
        fits(page)


def code_of(office: Office, case: str) -> str:
    return next(paper.token for paper in office.file(case).documents if paper.code == "D19")


def test_the_drawing_shows_its_tokens_and_the_watermark_at_every_size(office: Office, seat: Seated) -> None:
    case = office.play_s2(until="decide")
    for login, there in (("zhouyan", f"/cases/{case}"), ("guqing", f"/audit/cases/{case}")):
        page = seat(login).page
        for size in SIZES:
            page.set_viewport_size(size)
            seat(login).open(there)
            expect(page.locator('.djs-element.token-active[data-element-id="decide"]')).to_be_visible()
            expect(page.locator('.djs-element.token-done[data-element-id="legal_review"]')).to_have_count(1)
            expect(page.locator("a.bjs-powered-by")).to_be_visible()
            expect(page.locator("a.bjs-powered-by")).to_have_attribute("href", re.compile("//bpmn.io"))
            assert sideways(page) <= 0


def test_the_drawing_keeps_what_is_being_done_in_sight_when_the_phone_is_turned(office: Office, seat: Seated) -> None:
    case = office.play_s2(until="decide")
    page = seat("zhouyan").page
    seat("zhouyan").open(f"/cases/{case}")
    active = page.locator('.djs-element.token-active[data-element-id="decide"]')
    expect(active).to_be_visible()
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        page.locator("figure .canvas").scroll_into_view_if_needed()
        expect(active).to_be_in_viewport()


def test_a_change_meanwhile_is_shown_beside_what_was_typed(office: Office, seat: Seated) -> None:
    case = office.open()
    zhouyan, wumin = seat("zhouyan"), seat("wumin")
    zhouyan.open_task("核查")
    zhouyan.fill(VERIFIED)
    office.evidence(case, name="门头照片", by="wumin")
    wumin.sit_down()
    zhouyan.press("提交核查结果")
    page = zhouyan.page
    expect(page.get_by_role("heading", level=1)).to_have_text("您填写期间，这件案子有了变动")
    expect(page.get_by_role("listitem").filter(has_text="吴敏")).to_contain_text("门头照片")
    expect(page.get_by_role("main")).to_contain_text("当场检查排放口。")
    fits(page)
    assert office.waiting(case) == ["verification"]
    page.get_by_role("link", name="回去修改").click()
    expect(zhouyan.field("初步事实")).to_have_value("净化设施未开启。")
    zhouyan.send("提交核查结果")
    assert office.waiting(case) == ["confirm_verification"]


def test_a_step_that_was_done_on_another_device_says_so_and_keeps_what_was_typed(office: Office, enter: Opened, seat: Seated) -> None:
    case = office.open()
    at_home, outside = seat("zhouyan"), enter("zhouyan", address(office, case, "verification"), phone=True)
    at_home.open_task("核查")
    at_home.fill(VERIFIED)
    outside.get_by_label("初步事实").fill("在现场写的。")
    outside.get_by_label("现场检查（勘验）记录").fill("在现场写的记录。")
    outside.get_by_label("协办执法人员").select_option("吴敏 · 执法人员")
    outside.get_by_role("radio", name="立案", exact=True).check()
    at_home.send("提交核查结果")
    outside.get_by_role("button", name="提交核查结果").click()
    expect(outside.get_by_role("heading", level=1)).to_have_text("“核查”已经办过了")
    for words in ("周岩在", "您这次的提交没有生效。", "您填的内容，已存为草稿", "在现场写的。", "在现场写的记录。"):
        expect(outside.get_by_role("main")).to_contain_text(words)
    expect(outside.get_by_role("button", name="提交")).to_have_count(0)
    fits(outside)


def test_bad_input_names_field_and_rule_and_keeps_what_was_typed(office: Office, seat: Seated) -> None:
    case = office.play_s2(until="serve")
    zhouyan = seat("zhouyan")
    zhouyan.open_task("送达")
    zhouyan.fill({"是否送达": "已送达", "送达日期": "2026-10-12", "送达方式": "直接送达", "签收人": "何秀兰"})
    zhouyan.press("提交送达回证")
    page = zhouyan.page
    problems = page.get_by_role("alert")
    expect(problems).to_contain_text("2处须更正，还没有提交")
    fits(page)
    problems.get_by_role("link", name="已送达的，必须选择签收人与当事人的关系。").click()
    expect(page.get_by_role("group", name=re.compile("签收人与当事人的关系")).or_(zhouyan.field("签收人与当事人的关系"))).to_be_visible()
    expect(zhouyan.field("签收人")).to_have_value("何秀兰")
    expect(zhouyan.field("送达日期")).to_have_value("2026-10-12")
    zhouyan.fill({"签收人与当事人的关系": "本人", "送达地点": "湖滨路18号", "送达日期": "2026-10-09"})
    zhouyan.press("提交送达回证")
    expect(problems).to_contain_text("民事诉讼法第八十七条")
    expect(zhouyan.field("送达地点")).to_have_value("湖滨路18号")
    assert office.waiting(case) == ["serve"]
