"""Scenario S2 through the pages: everybody logs in, fills in and sends; the clock moves as in the scenario; at the end the public looks."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Opened, Seated, Shot
from tests.browser.pages import Answers, Desk
from tests.office import Office
from web.scenario.sample import sample_file

PARTY = "炊烟里餐饮(江川)有限公司"
FACTS = (
    "2026年9月14日，执法人员检查发现你单位餐厅排放油烟。9月15日采样检测，9月22日检测报告载明：油烟排放浓度为4.8mg/m³，"
    "排放标准限值为2.0mg/m³，超标1.4倍。"
)
REPORT: Answers = {
    "违法行为开始日期": "2026-09-14",
    "违法行为终了日期": "2026-09-15",
    "违法事实": FACTS,
    "证据情况": "现场检查笔录、照片、询问笔录、营业执照、检测报告，相互印证。",
    "实测浓度": "4.8",
    "排放限值": "2.0",
    "危害后果": "轻微",
    "处理建议": "行政处罚",
}
AGREED: Answers = {"审批结论": "同意", "审批意见": "同意。"}
CHECKLIST = ("主体资格", "人员资格", "事实与证据", "程序", "适用依据与裁量", "职权范围", "文书", "涉嫌犯罪移送")
SERVED: Answers = {
    "是否送达": "已送达",
    "送达方式": "直接送达",
    "签收人": "何秀兰",
    "签收人与当事人的关系": "法定代表人或者负责人",
    "送达地点": "江川市东湖区湖滨路18号",
}


@dataclass(frozen=True)
class Story:
    """The scenario being told: the office with its clock, the desks of its people, and a folder for files."""

    office: Office
    seat: Seated
    shot: Shot
    folder: Path

    def at(self, instant: str, login: str) -> Desk:
        """Move the clock and go to somebody's desk."""
        self.office.at(instant)
        return self.seat(login)

    def hand_in(self, desk: Desk, kind: str, name: str, purpose: str, file: str) -> None:
        """Hand in evidence of the case on the page: the digest is reckoned before the file leaves, and shown sealed afterwards."""
        path = self.folder / file
        path.write_bytes(sample_file(file, name)[0])
        digest = desk.hand_in(kind, name, purpose, path)
        expect(desk.page.get_by_role("listitem").filter(has_text=name).filter(has_text=digest)).to_have_count(1)

    def case(self, login: str) -> Desk:
        """Somebody looks at the case."""
        desk = self.seat(login)
        desk.sit_down()
        desk.open_case(PARTY)
        return desk

    def paper(self, login: str, title: str) -> str:
        """Return the words of a document as it is printed, without line ends, numbers of pages and thousands' commas."""
        path = self.case(login).paper(title, self.folder)
        return re.sub(r"\s+|,|— \d+ —", "", "".join(page.extract_text() for page in PdfReader(path).pages))


def test_s2(office: Office, seat: Seated, window: Opened, shot: Shot, tmp_path: Path) -> None:
    story = Story(office, seat, shot, tmp_path)
    a_clue_becomes_a_case(story)
    evidence_is_collected(story)
    the_report_is_refused_until_the_law_allows_it(story)
    the_report_is_reviewed(story)
    the_party_is_notified_and_pleads(story)
    the_decision_is_made(story)
    the_decision_is_served_published_and_paid(story)
    the_case_is_closed_and_archived(story)
    code = the_code_on_the_decision(story)
    the_public_sees_it(window(), code, shot)
    the_auditor_steps_through_it(story)


def a_clue_becomes_a_case(story: Story) -> None:
    zhouyan = story.at("2026-09-14 09:00", "zhouyan")
    zhouyan.sit_down()
    zhouyan.page.get_by_role("link", name="登记线索").first.click()
    zhouyan.fill({"案由": "JC04", "线索来源": "投诉（12345）", "地点": "江川市东湖街道湖滨路18号", "单元网格": "999901001001002"})
    zhouyan.fill({"情况描述": "居民投诉餐厅油烟扰民", "当事人类型": "单位", "当事人姓名或者名称": PARTY})
    zhouyan.fill({"法定代表人或者负责人": "何秀兰", "住所或者住址": "江川市东湖区东湖街道湖滨路18号"})
    zhouyan.fill({"统一社会信用代码": "91999901MA0TE5T16E"})
    zhouyan.press("登记线索")
    expect(zhouyan.page.get_by_role("alert")).to_contain_text("统一社会信用代码")
    expect(zhouyan.field("情况描述")).to_have_value("居民投诉餐厅油烟扰民")
    zhouyan.fill({"统一社会信用代码": "91999901MA0TE5T16F"})
    zhouyan.send("登记线索")
    story.at("2026-09-14 11:00", "zhouyan")
    seen: Answers = {"核查日期": "2026-09-14", "现场检查（勘验）记录": "当场检查排放口，净化设施未开启。", "核查结论": "立案"}
    zhouyan.do("核查", "提交核查结果", {**seen, "协办执法人员": "吴敏", "初步事实": "餐厅排放油烟，净化设施未正常使用。"})
    story.seat("wumin").do("协办确认", "提交", {"是否确认": "确认"})
    story.at("2026-09-14 15:00", "zhouyan").do(
        "立案申请",
        "申请立案",
        {"立案事实": "餐厅排放油烟，涉嫌超标。", "立案案由": "JC04", "管辖与依据说明": "生态环境法典第1132条", "承办意见": "建议立案。"},
    )
    story.seat("hanlei").do("立案审核", "提交审批意见", AGREED)
    limin = story.at("2026-09-14 16:05", "limin")
    limin.do("立案批准", "提交审批意见", AGREED)
    expect(limin.page.get_by_text("江城管立字〔2026〕第0001号").first).to_be_visible()
    expect(limin.page.get_by_label("当前等待").filter(has_text="调查取证")).to_contain_text("2026年12月13日")


def evidence_is_collected(story: Story) -> None:
    story.at("2026-09-14 17:00", "zhouyan")
    zhouyan = story.case("zhouyan")
    story.hand_in(zhouyan, "勘验笔录、现场笔录", "现场检查笔录", "检查时正在排放油烟", "现场检查笔录.pdf")
    story.hand_in(zhouyan, "视听资料", "门头照片", "经营场所位置", "门头.jpg")
    story.hand_in(story.case("wumin"), "视听资料", "排烟管道照片", "排放口位置", "管道.png")
    story.hand_in(zhouyan, "当事人的陈述", "询问笔录", "经营和设施使用情况", "询问笔录.pdf")
    story.hand_in(zhouyan, "书证", "营业执照复印件", "主体资格", "营业执照.pdf")
    story.at("2026-09-15 10:00", "zhouyan")
    sent: Answers = {"检测鉴定机构": "江川市环境检测中心", "检测鉴定事项": "油烟排放浓度", "开始日期": "2026-09-15"}
    zhouyan.do("调查取证", "提交调查情况", {"调查经过": "现场检查并采样送检。", "下一步": "送检测鉴定", **sent})
    story.at("2026-09-22 14:00", "zhouyan")
    found: Answers = {"结束日期": "2026-09-22", "报告编号": "JH2026-0917", "结论": "油烟排放浓度4.8mg/m³，限值2.0mg/m³。"}
    zhouyan.do("检测鉴定结果", "提交结果", {**found, "实测浓度": "4.8", "排放限值": "2.0"})
    expect(zhouyan.page.get_by_label("当前等待").filter(has_text="调查取证")).to_contain_text("2026年12月21日")
    story.hand_in(zhouyan, "鉴定意见", "油烟检测报告", "排放浓度4.8mg/m³", "检测报告.pdf")
    story.at("2026-09-28 09:30", "zhouyan").do("调查取证", "提交调查情况", {"调查经过": "询问法定代表人，收集证据。", "下一步": "调查终结"})


def the_report_is_refused_until_the_law_allows_it(story: Story) -> None:
    zhouyan = story.seat("zhouyan")
    page = zhouyan.page
    zhouyan.open_task("调查终结")
    zhouyan.fill(REPORT)
    page.get_by_role("button", name="存草稿").click()
    expect(page.get_by_role("status")).to_contain_text("草稿已保存")
    page.reload()
    expect(zhouyan.field("违法事实")).to_have_value(FACTS)
    page.get_by_role("button", name="试算").click()
    expect(page.get_by_text("较重 15,000–30,000元")).to_be_visible()
    expect(page.get_by_role("button", name="采用建议数额 22,500元")).to_be_visible()
    story.shot(page, "report")
    for fine, said in (
        ("31000", "行政处罚法"),
        ("60000", "生态环境法典第一千一百三十二条"),
        ("4000", "生态环境法典第一千一百三十二条"),
        ("22500.001", "拟罚款"),
    ):
        zhouyan.fill({"拟罚款": fine})
        zhouyan.press("提交终结报告")
        expect(page.get_by_role("alert")).to_contain_text(said)
        expect(zhouyan.field("违法事实")).to_have_value(FACTS)
        expect(zhouyan.field("拟罚款")).to_have_value(fine)
    zhouyan.fill({"拟罚款": "22500"})
    zhouyan.send("提交终结报告")
    expect(page.get_by_text("拟罚款 22,500元")).to_be_visible()
    story.seat("wumin").do("协办确认", "提交", {"是否确认": "确认"})


def the_report_is_reviewed(story: Story) -> None:
    """The legal reviewer sends it back once with a reason, then lets it pass."""
    shen = story.at("2026-09-29 10:00", "shenyanqiu")
    fair: Answers = dict.fromkeys(CHECKLIST, "无问题")
    lacking: Answers = {"文书": "有问题", "文书的问题": "终结报告未写明检测报告编号", "审核意见": "补正", "退回到": "调查终结"}
    shen.do("法制审核", "出具意见", {**fair, **lacking, "理由与要求": "请补写检测报告编号。"})
    zhouyan = story.at("2026-09-30 09:00", "zhouyan")
    zhouyan.open_task("调查终结")
    expect(zhouyan.page.get_by_role("main")).to_contain_text("请补写检测报告编号。")
    zhouyan.fill({**REPORT, "拟罚款": "22500", "证据情况": "现场检查笔录、照片、询问笔录、营业执照、检测报告（JH2026-0917），相互印证。"})
    zhouyan.send("提交终结报告")
    story.seat("wumin").do("协办确认", "提交", {"是否确认": "确认"})
    shen = story.at("2026-10-09 15:40", "shenyanqiu")
    shen.do("法制审核", "出具意见", {**fair, "审核意见": "通过", "意见说明": "八项审核均无问题。"})
    story.seat("hanlei").do("拟处罚审核", "提交审批意见", AGREED)
    story.at("2026-10-12 09:00", "limin").do("拟处罚审批", "提交审批意见", AGREED)


def the_party_is_notified_and_pleads(story: Story) -> None:
    zhouyan = story.at("2026-10-12 10:00", "zhouyan")
    answers: Answers = {"已核对告知内容": True, "联系人和电话": "周岩 0999-1234567", "提出陈述申辩的地址": "江川市东湖区市政路1号"}
    zhouyan.do("事先告知", "提交", answers)
    story.at("2026-10-13 10:00", "zhouyan").do("送达", "提交送达回证", {**SERVED, "送达日期": "2026-10-13"})
    expect(zhouyan.page.get_by_label("当前等待").filter(has_text="陈述申辩")).to_contain_text("2026年10月20日")
    notice = story.paper("zhouyan", "行政处罚事先告知书")
    for words in ("江城管罚告字〔2026〕第0001号", "22500", "生态环境法典", "第一千一百三十二条第一款", "较重"):
        assert words in notice, words
    story.at("2026-10-20 15:00", "zhouyan")
    plea: Answers = {"当事人的表示": "提出陈述申辩", "收到日期": "2026-10-20", "方式": "书面"}
    zhouyan.do("陈述申辩", "提交", {**plea, "陈述申辩内容": "告知前已自行换装油烟净化设施，请求从轻处罚。"})
    story.hand_in(zhouyan, "书证", "净化设施购置合同和发票", "告知前已换装净化设施", "发票.pdf")
    zhengkai = story.at("2026-10-20 16:00", "zhengkai")
    zhengkai.open_task("复核申辩")
    zhengkai.fill({"复核情况": "合同和发票证实当事人在告知前已换装净化设施，减轻了危害后果。", "是否采纳": "部分采纳"})
    zhengkai.fill({"不采纳的理由": "从轻理由成立，其余理由不影响事实认定。", "事实、理由、依据是否有变": "无变"})
    zhengkai.fill({"从轻、从重情节": [("主动消除或者减轻违法行为危害后果", ["7 净化设施购置合同和发票"])]})
    zhengkai.page.get_by_role("button", name="试算").click()
    expect(zhengkai.page.get_by_text("较重 15,000–30,000元").first).to_be_visible()
    zhengkai.page.get_by_role("button", name="采用建议数额 19,500元").click()
    expect(zhengkai.field("复核后的拟罚款")).to_have_value("19500")
    zhengkai.send("提交复核意见")


def the_decision_is_made(story: Story) -> None:
    assert story.at("2026-10-20 18:00", "limin").waiting() == []
    limin = story.at("2026-10-26 09:00", "limin")
    limin.open_task("处罚决定")
    expect(limin.page.get_by_role("heading", name="同意罚款19,500元吗？")).to_be_visible()
    story.shot(limin.page, "decision")
    limin.fill({"决定或者退回": "作出决定", "处理结果": "行政处罚", "决定意见": "同意。事实清楚，裁量适当。"})
    for fine, basis in (("60000", "生态环境法典第一千一百三十二条"), ("23000", "行政处罚法第四十五条"), ("14000", "行政处罚法第三十四条")):
        limin.fill({"罚款": fine})
        limin.press("作出决定")
        expect(limin.page.get_by_role("alert")).to_contain_text(basis)
        expect(limin.field("决定意见")).to_have_value("同意。事实清楚，裁量适当。")
        expect(limin.field("罚款")).to_have_value(fine)
    limin.fill({"罚款": "19500"})
    limin.send("作出决定")
    expect(limin.page.get_by_text("行政处罚 19,500元")).to_be_visible()
    for title in ("送达", "公示准备"):
        expect(limin.page.get_by_label("当前等待").filter(has_text=title)).to_contain_text("2026年11月4日")


def the_decision_is_served_published_and_paid(story: Story) -> None:
    zhouyan = story.at("2026-10-28 10:30", "zhouyan")
    zhouyan.do("送达", "提交送达回证", {**SERVED, "送达日期": "2026-10-28"})
    expect(zhouyan.page.get_by_label("当前等待").filter(has_text="确认缴款")).to_contain_text("2026年11月12日")
    for title, day in (("复议", "12月28日"), ("诉讼", "2027年4月28日")):
        expect(zhouyan.page.locator("summary").filter(has_text=title)).to_contain_text(day)
    zhouyan.page.locator("summary").filter(has_text="诉讼").click()
    expect(zhouyan.page.get_by_text("当年放假安排尚未公布，此日期为暂定。")).to_be_visible()
    songjia = story.at("2026-11-02 09:00", "songjia")
    songjia.do("公示准备", "提交公示意见", {"是否公示": "公示", "公示摘要": "炊烟里餐饮(江川)有限公司油烟排放超标，电话13900001234。"})
    story.seat("shenyanqiu").do("公示审核", "提交审批意见", AGREED)
    qianhui = story.at("2026-11-10 09:00", "qianhui")
    paid: Answers = {"缴款日期": "2026-11-09", "票据号码": "P2026110901", "缴款渠道": "银行"}
    qianhui.open_task("确认缴款")
    qianhui.fill({**paid, "缴款金额": "20000"})
    qianhui.press("确认缴款")
    expect(qianhui.page.get_by_role("alert")).to_be_visible()
    qianhui.fill({"缴款金额": "9500"})
    qianhui.send("确认缴款")
    rest: Answers = {"缴款金额": "10000", "缴款日期": "2026-11-12", "票据号码": "P2026111201", "缴款渠道": "电子支付"}
    story.at("2026-11-12 16:00", "qianhui").do("确认缴款", "确认缴款", rest)


def the_case_is_closed_and_archived(story: Story) -> None:
    checked: Answers = {"已复查改正情况": True, "复查日期": "2026-11-13"}
    zhouyan = story.at("2026-11-16 09:00", "zhouyan")
    zhouyan.do("结案", "申请结案", {"办理结果和执行情况": "罚款已缴清，违法行为已改正。", **checked})
    story.seat("limin").do("结案审批", "提交审批意见", AGREED)
    mengfan = story.at("2026-11-18 09:00", "mengfan")
    mengfan.do("归档", "归档", {"案卷号": "2026-普-0001", "页数": "68", "保管期限": "30年"})
    expect(mengfan.page.get_by_text("2026年11月18日归档，案卷号2026-普-0001")).to_be_visible()
    story.shot(mengfan.page, "case")


def the_code_on_the_decision(story: Story) -> str:
    """Return the code for checking; the decision and the receipt of its service say what the law wants."""
    decision = story.paper("limin", "行政处罚决定书")
    said = (
        "江城管罚决字〔2026〕第0001号",
        "19500",
        "主动消除或者减轻违法行为危害后果",
        "炊烟里餐饮",
        "周岩",
        "JC0102",
        "江川市人民政府",
        "江川市人民法院",
    )
    for words in said:
        assert words in decision, words
    receipt = story.paper("limin", "送达回证")
    for words in ("何秀兰", "直接送达", "行政处罚决定书"):
        assert words in receipt, words
    story.seat("limin").log_out()
    found = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", decision)
    assert found is not None
    return found.group()


def the_public_sees_it(page: Page, code: str, shot: Shot) -> None:
    page.goto("/public/")
    expect(page.get_by_role("heading", name="共1件处罚决定")).to_be_visible()
    expect(page.get_by_role("link", name="炊烟里餐饮")).to_contain_text("罚款19,500元")
    shot(page, "public")
    page.get_by_role("link", name="炊烟里餐饮").click()
    expect(page.get_by_role("heading", name="炊烟里餐饮")).to_be_visible()
    said = page.get_by_role("main")
    for words in ("江城管罚决字〔2026〕第0001号", "19,500", "2026年10月26日", "2026年11月2日"):
        expect(said).to_contain_text(words)
    for secret in ("13900001234", "湖滨路18号"):
        expect(said).not_to_contain_text(secret)
    shot(page, "public-decision")
    page.goto("/public/check")
    page.get_by_label("核验码").fill(code)
    page.get_by_role("button", name="核验", exact=True).click()
    expect(page.get_by_role("heading", name="真实", exact=True)).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("江城管罚决字〔2026〕第0001号")
    shot(page, "public-check")


def the_auditor_steps_through_it(story: Story) -> None:
    guqing = story.seat("guqing")
    guqing.sit_down()
    page = guqing.page
    page.goto("/audit")
    page.get_by_role("link", name=PARTY, exact=True).click()
    expect(page.get_by_text("步存证全部成立")).to_be_visible()
    page.get_by_role("slider", name="步骤").fill("1")
    expect(page.get_by_role("heading", level=1)).to_contain_text("第1步")
    for step in range(2, 6):
        page.get_by_role("link", name="下一步").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(f"第{step}步")
    page.get_by_role("slider").locator("..").get_by_role("link", name="决定").click()
    expect(page.locator('.djs-element.token-done[data-element-id="decide"]')).to_be_visible()
    expect(page.get_by_role("heading", name="存证是否成立").locator("..")).not_to_contain_text("不成立")
    story.shot(page, "audit")
    page.get_by_role("link", name="校验", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("全部成立")
