"""The file of a case in the browser: photos looked at large, by key, finger and without script, and notes written on a phone."""

from io import BytesIO
from unicodedata import normalize

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Opened, Shot
from tests.engine.citizen import citizen
from tests.office import Office

SHOWN = ".pswp__item[aria-hidden=false] .pswp__img"


def swipe(page: Page, start: int, end: int) -> None:
    """Draw the picture across the screen."""
    page.mouse.move(start, 400)
    page.mouse.down()
    page.mouse.move(end, 400, steps=8)
    page.mouse.up()


def test_photos_are_seen_large_by_key_and_finger(office: Office, enter: Opened, shot: Shot) -> None:
    case = office.open()
    for name in ("排放口", "门头", "净化设施"):
        office.evidence(case, name=name)
    page = enter("zhouyan", f"/cases/{case}")
    page.get_by_role("link", name="看证据2 门头").click()
    expect(page.locator(".pswp__caption")).to_have_text("2 门头")
    expect(page.locator(SHOWN).last).to_be_visible()
    shot(page, "file-photo")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".pswp__caption")).to_have_text("3 净化设施")
    page.keyboard.press("Escape")
    expect(page.locator(".pswp")).to_have_count(0)
    expect(page.get_by_role("link", name="看证据3 净化设施")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".pswp__caption")).to_have_text("3 净化设施")
    expect(page.locator(SHOWN).last).to_be_visible()
    swipe(page, 300, 1200)
    expect(page.locator(".pswp__caption")).to_have_text("2 门头")


def test_without_script_a_photo_opens_by_its_link(office: Office, enter: Opened) -> None:
    case = office.open()
    office.evidence(case, name="排放口")
    page = enter("zhouyan", f"/cases/{case}", script=False)
    page.get_by_role("link", name="看证据1 排放口").click()
    expect(page.locator("img")).to_be_visible()
    assert page.url.endswith("/picture")


def test_notes_are_written_on_a_phone(office: Office, enter: Opened, shot: Shot) -> None:
    case = office.open(party=citizen("20090302", "小明"))
    page = enter("zhouyan", f"/cases/{case}", phone=True)
    expect(page.get_by_text("还没有登记监护人")).to_be_in_viewport()
    page.get_by_role("link", name="登记监护人").click()
    page.get_by_label("姓名或者名称").fill("王建国")
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_text("监护人、代理人、继承人须写明与当事人的关系。").first).to_be_visible()
    shot(page, "file-guardian")
    page.get_by_label("与当事人的关系").fill("父亲")
    page.get_by_label("联系电话").fill("13900005678")
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_text("王建国", exact=True)).to_be_visible()
    page.get_by_role("link", name="写批注").click()
    page.get_by_label("批注", exact=True).fill("<b>请补拍</b>")
    page.get_by_role("button", name="写入批注").click()
    expect(page.get_by_text("<b>请补拍</b>")).to_be_visible()
    shot(page, "file-notes")
    assert office.faults() == []


def test_an_inquiry_takes_as_many_questions_as_were_asked(office: Office, enter: Opened) -> None:
    page = enter("zhouyan", f"/cases/{office.open()}/note/inquiry", phone=True)
    expect(page.get_by_label("问", exact=True)).to_have_count(1)
    for _ in range(3):
        page.get_by_role("button", name="再加一项").click()
    expect(page.get_by_label("问", exact=True)).to_have_count(4)


def test_a_case_is_printed_in_one_column_with_everything_unfolded(office: Office, enter: Opened) -> None:
    case = office.play_s2(until="investigation_report")
    page = enter("zhouyan", f"/cases/{case}")
    page.wait_for_load_state("networkidle")
    pages = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    said = normalize("NFKC", "".join(sheet.extract_text() for sheet in pages).replace("\n", ""))
    for words in ("炊烟里餐饮", "净化设施未开启", "办理记录", "经过"):
        assert words in said, words
    for words in ("可以启动的程序", "上传证据", "更正信息"):
        assert words not in said, words
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})
    whole = page.locator("main").bounding_box()
    for part in (".case-head", ".case-body", ".case-aside"):
        box = page.locator(part).bounding_box()
        assert whole is not None
        assert box is not None
        assert box["width"] == whole["width"], part
