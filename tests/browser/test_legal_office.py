"""The legal office at its desk: every page fits every window, and a table goes from the grid to the second person."""

from playwright.sync_api import expect

from tests.alike import copies
from tests.browser.conftest import SIZES, Seated, Shot
from tests.browser.pages import sideways
from tests.office import Office


def test_a_table_is_changed_tried_and_approved(office: Office, seat: Seated, shot: Shot) -> None:
    case = office.play_s2(until="confirm_payment")
    explained = office.file(case).assessments[-1].explanation
    copies(office, case, ["16000", "17500", "18000", "19000", "19500", "21000"], explained=explained)
    author = seat("taoran")
    author.open("/benchmarks")
    author.page.get_by_role("link", name="餐饮油烟超标").click()
    author.page.get_by_label("版本号").fill("JC-2027.1")
    author.page.get_by_label("施行日期").fill("2027-01-01")
    author.page.get_by_label("理由").fill("第三阶下调")
    author.page.get_by_role("button", name="起草").click()
    draft = author.page.url
    author.page.get_by_role("link", name="修改", exact=True).click()
    author.page.get_by_label("第3行上限").fill("26000")
    author.page.get_by_label("第4行下限").fill("26000")
    edit = author.page.url
    author.page.get_by_role("button", name="保存并核对").click()
    expect(author.page.get_by_role("heading", name="核对通过")).to_be_visible()
    expect(author.page.get_by_role("img", name="罚款变化的分布")).to_be_visible()
    shot(author.page, "benchmark-draft")
    author.page.get_by_role("button", name="提请复核").click()
    expect(author.page.get_by_role("heading", name="待复核")).to_be_visible()
    for there in (draft, edit, "/benchmarks", "/parameters", "/parameters/clue.days", "/spread"):
        author.page.goto(there)
        for size in SIZES:
            author.page.set_viewport_size(size)
            assert sideways(author.page) <= 0, f"{there} at {size['width']}"
    approver = seat("liangjing")
    approver.open("/" + draft.split("/", 3)[3])
    approver.page.get_by_role("button", name="同意，发布").click()
    expect(approver.page.get_by_role("heading", name="已发布")).to_be_visible()


def test_the_explanation_of_a_fine_fits_every_window(office: Office, seat: Seated, shot: Shot) -> None:
    case = office.play_s2(until="confirm_payment")
    head = seat("limin")
    head.open(f"/cases/{case}/explanation")
    expect(head.page.get_by_role("heading", name="罚款19,500元是怎么定的")).to_be_visible()
    shot(head.page, "explanation")
    for size in SIZES:
        head.page.set_viewport_size(size)
        assert sideways(head.page) <= 0, size
