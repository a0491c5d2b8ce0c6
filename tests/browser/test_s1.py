"""Scenario S1 in the street: one phone, two officers, a decision on the spot in at most thirty taps."""

from dataclasses import dataclass
from io import BytesIO

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import LARGER_PHONE, Opened, Shot
from tests.browser.pages import fill_control, named
from tests.office import Office
from web.password import DEMONSTRATION

MOST = 30


@dataclass
class Thumb:
    """A thumb on the glass: every touch counts, also the one that puts the cursor into a field."""

    page: Page
    taps: int = 0

    def tap(self, where: Locator) -> None:
        """Touch a button, a link, a box or a choice."""
        box = where.bounding_box()
        assert box is not None
        self.taps += 1
        where.click()

    def type(self, label: str, words: str) -> None:
        """Touch a field and type."""
        field = self.page.get_by_label(named(label))
        self.tap(field)
        field.fill(words)

    def choose(self, group: str, word: str) -> None:
        """Touch one of several words."""
        self.tap(self.page.get_by_role("group", name=named(group)).get_by_text(word, exact=True))

    def pick(self, label: str, word: str) -> None:
        """Touch a list and a word in it."""
        self.taps += 2
        fill_control(self.page.get_by_label(named(label)), word)

    def press(self, name: str) -> None:
        """Touch a button."""
        self.tap(self.page.get_by_role("button", name=name))


def test_s1_on_one_phone(office: Office, window: Opened, shot: Shot) -> None:
    office.at("2026-10-12 19:05")
    page = window(phone=True)
    page.set_viewport_size(LARGER_PHONE)
    page.goto("/login?account=zhouyan")
    thumb = Thumb(page)
    thumb.press("登录")

    thumb.tap(page.get_by_role("link", name="当场处罚"))
    thumb.type("案由", "JC06")
    thumb.type("地点", "江川市东湖街道绿化带")
    thumb.choose("当事人类型", "个人")
    thumb.type("当事人姓名或者名称", "李静怡")
    thumb.type("居民身份证号码", "999901199003150025")
    shot(page, "s1-1-new")
    thumb.press("登记线索")

    expect(page.get_by_role("heading", level=1)).to_contain_text("当场")
    thumb.tap(page.get_by_text("已出示执法证件"))
    thumb.pick("协办执法人员", "吴敏")
    thumb.type("违法事实", "当事人在东湖街道绿化带倾倒一袋生活垃圾，约0.05立方米。")
    thumb.type("倾倒量", "0.05")
    thumb.choose("危害后果", "轻微")
    thumb.tap(page.get_by_text("已告知拟处罚的内容"))
    thumb.choose("陈述申辩", "没有提出")
    thumb.press("试算")
    expect(page.get_by_role("button", name="采用建议数额 150元")).to_be_visible()
    thumb.press("采用建议数额 150元")
    expect(page.get_by_label(named("罚款"))).to_have_value("150")
    shot(page, "s1-2-record")
    thumb.press("提交，请协办确认")

    expect(page.get_by_role("heading", level=1)).to_have_text("请协办吴敏确认")
    expect(page.get_by_text("150元")).to_be_visible()
    thumb.type("协办的账号", "wumin")
    thumb.type("协办的密码", "wrong")
    thumb.press("确认属实")
    expect(page.get_by_role("alert")).to_contain_text("没有确认")
    thumb.type("协办的密码", DEMONSTRATION)
    shot(page, "s1-3-witness")
    thumb.press("确认属实")

    expect(page.get_by_role("heading", level=1)).to_contain_text("交付")
    shot(page, "s1-4-hand-over")
    thumb.press("完成交付")
    assert thumb.taps <= MOST

    expect(page.get_by_role("cell", name="江城管当罚字〔2026〕第0001号")).to_be_visible()
    shot(page, "s1-5-case")
    the_slip_says_what_the_law_asks(page)
    assert office.faults() == []


def the_slip_says_what_the_law_asks(page: Page) -> None:
    with page.expect_download() as download:
        page.evaluate("document.querySelector('a[href$=\"slip.pdf\"]').setAttribute('download', '')")
        page.get_by_role("link", name="80毫米小票").click()
    slip = PdfReader(BytesIO(download.value.path().read_bytes()))
    words = slip.pages[0].extract_text().replace("\n", "")
    assert round(float(slip.pages[0].mediabox.width) / 72 * 25.4) == 80
    for said in ("李静怡", "壹佰伍拾元整", "须先申请行政复议", "JC0101", "JC0102", "2026年10月27日"):
        assert said in words
