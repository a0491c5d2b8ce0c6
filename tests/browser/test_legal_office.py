"""The legal office at its desk: every page fits every window, and a table goes from the grid to the second person."""

from datetime import date
from pathlib import Path

from playwright.sync_api import expect

from engine.commands.benchmark import DraftBenchmark
from engine.dmn.edit import read_grid
from engine.queries.benchmark import ShowDraft
from tests.alike import copies
from tests.browser.conftest import SIZES, Seated, Shot
from tests.browser.pages import sideways
from tests.office import Office

TABLES = Path(__file__).resolve().parents[2] / "processes" / "discretion"
JC01, AMOUNT = TABLES / "JC01.dmn", TABLES / "amount.dmn"


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


def test_a_table_is_edited_in_dmn_js(office: Office, seat: Seated, shot: Shot) -> None:
    author = seat("taoran")
    draft = office.house.engine.execute(
        DraftBenchmark(name="JC01", version="JC-2027.1", valid_from=date(2027, 1, 1), reason="试编辑", text=JC01.read_text(encoding="utf-8")),
        office.actor("taoran"),
    )
    author.open(f"/benchmarks/drafts/{draft}/editor")
    page = author.page
    expect(page.get_by_text("核对通过")).to_be_visible()
    expect(page.locator(".bjs-powered-by")).to_be_visible()
    page.get_by_role("button", name="保存并核对").click()
    expect(page.locator("#editor-state")).to_contain_text("已保存")
    assert kept(office, draft) == JC01.read_text(encoding="utf-8")
    page.get_by_role("textbox", name="第2行情形").fill("占用不到5平方米")
    page.locator('[data-element-id="tier_rule_2_output_3"]').click()
    page.keyboard.press("Control+A")
    page.keyboard.type("6000")
    expect(page.locator("td.fault").nth(1)).to_contain_text("第2行的上限6,000元高于法定上限5,000元")
    shot(page, "table-editor")
    page.get_by_label("占用面积").fill("4")
    page.get_by_role("button", name="试一试").click()
    expect(page.locator(".editor-tried")).to_contain_text("500–6,000元")
    page.get_by_role("button", name="保存并核对").click()
    expect(page.locator("#editor-state")).to_contain_text("已保存")
    expect(page.locator("td.fault").nth(1)).to_be_visible()
    grid = read_grid(kept(office, draft).encode(), "tier", file="JC01.dmn")
    before = read_grid(JC01.read_bytes(), "tier", file="JC01.dmn")
    changed = ("(0..5]", "-", "-", '"一般"', "500", "6000", "占用不到5平方米", before.rows[1][-1])
    assert grid.rows == (before.rows[0], changed, *before.rows[2:])
    page.set_viewport_size(SIZES[0])
    for name in ("阶次", "轻微", "决策关系图"):
        page.locator(".editor-tabs").get_by_role("button", name=name).click()
        expect(page.locator(".bjs-powered-by:visible")).to_have_count(1)
        assert sideways(page) <= 0, "the table scrolls in its own box"


def test_a_rule_of_a_later_dmn_is_edited_in_dmn_js(office: Office, seat: Seated, shot: Shot) -> None:
    later = AMOUNT.read_text(encoding="utf-8").replace("/DMN/20191111/", "/DMN/20230324/")
    author = seat("taoran")
    draft = office.house.engine.execute(
        DraftBenchmark(name="amount", version="JC-2027.1", valid_from=date(2027, 1, 1), reason="试编辑", text=later), office.actor("taoran")
    )
    author.open(f"/benchmarks/drafts/{draft}/editor")
    page = author.page
    expect(page.get_by_text("核对通过：没有空缺，没有重叠，合于法律。")).to_be_visible()
    page.get_by_role("button", name="保存并核对").click()
    expect(page.locator("#editor-state")).to_contain_text("已保存")
    assert kept(office, draft) == later
    page.locator('[data-element-id="sum_rule_1_output_1"]').click()
    page.keyboard.press("Control+A")
    page.keyboard.type("0.6")
    page.get_by_label("从轻项数").fill("0")
    page.get_by_role("button", name="试一试").click()
    expect(page.locator(".editor-tried")).to_contain_text("1,100")
    page.locator('[data-element-id="sum_rule_3_output_1"]').click()
    page.keyboard.press("Control+A")
    page.keyboard.type("-0.2 * 从重项数")
    expect(page.get_by_text("从重情节不得减轻处罚")).to_be_visible()
    shot(page, "rule-editor")
    page.goto(page.url.removesuffix("/editor"))
    for there in ("", "/edit", "/try"):
        page.goto(page.url.split("/drafts/")[0] + f"/drafts/{draft}{there}")
        for size in SIZES:
            page.set_viewport_size(size)
            assert sideways(page) <= 0, f"{there} at {size['width']}"


def test_a_file_that_dmn_js_does_not_know_is_left_alone(office: Office, seat: Seated) -> None:
    boxed = '<conditional id="c"><if id="c1"><literalExpression id="c4"><text>true</text></literalExpression></if></conditional>'
    text = (
        AMOUNT.read_text(encoding="utf-8")
        .replace("/DMN/20191111/", "/DMN/20230324/")
        .replace("</definitions>", f'<decision id="more" name="更多">{boxed}</decision></definitions>')
    )
    draft = office.house.engine.execute(
        DraftBenchmark(name="amount", version="JC-2027.1", valid_from=date(2027, 1, 1), reason="试编辑", text=text), office.actor("taoran")
    )
    author = seat("taoran")
    author.open(f"/benchmarks/drafts/{draft}/editor")
    expect(author.page.get_by_text("编辑器不认识的内容")).to_be_visible()
    expect(author.page.get_by_role("button", name="保存并核对")).to_be_disabled()


def kept(office: Office, draft: str) -> str:
    """The file of a draft."""
    return office.house.engine.ask(ShowDraft(draft=draft), office.actor("taoran")).draft.content


def test_the_explanation_of_a_fine_fits_every_window(office: Office, seat: Seated, shot: Shot) -> None:
    case = office.play_s2(until="confirm_payment")
    head = seat("limin")
    head.open(f"/cases/{case}/explanation")
    expect(head.page.get_by_role("heading", name="罚款19,500元是怎么定的")).to_be_visible()
    shot(head.page, "explanation")
    for size in SIZES:
        head.page.set_viewport_size(size)
        assert sideways(head.page) <= 0, size
