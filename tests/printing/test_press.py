"""The papers of one case: every content that the law asks for is on the paper, at its place, in faces that travel with it."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from threading import Thread
from typing import Any

import pytest

from engine.rules.document import DOCUMENTS, digest, to_json
from engine.rules.document.changed_decision import ChangedDecision
from engine.rules.document.facts import Facts
from engine.rules.document.notice import HearingRight
from engine.rules.document.part import Evidence, Party, Sanction
from engine.rules.document.payment_notice import PaymentNotice
from engine.rules.document.wording import amount_text, day_text, minute_text
from printing.press import render
from printing.record_sample import FILES
from printing.sample import DECISION, NOTICE, PARTY, RECEIPT, SAMPLES
from tests.printing.paper import Paper, sample

URL = "https://zhifa.example/public/check/TOKEN"
CODED = {"kind", "channel", "presence", "state", "ground", "way", "direction", "vote", "resolution"}
"""Fields that hold a key; the paper prints its words."""


ONE_PAGE = (
    *("D01", "D02", "D03-1", "D06", "D07", "D13", "D14", "D16", "D22", "D22-1", "D28", "D30"),
    *("D08R", "D10", "D10-1", "D17-1", "D17A", "D17C", "D22-2", "D23", "D25-3", "D26-1", "D26-2", "D26-3", "D27", "D27-1", "D27-2"),
)
"""Papers whose samples fill one page: what spilled over was a seal or a signature alone; those of the second line are set closer for it."""

PUBLIC = {"D22-2"}
"""Papers that hang in public: they name the party and hide the rest (个人信息保护法 Art. 6)."""


def words(facts: Facts) -> Iterator[str]:
    if isinstance(facts, Party) and not facts.legal_representative:
        facts = replace(facts, representative_label="")
    if isinstance(facts, Sanction) and facts.gains is None:
        facts = replace(facts, gains_word="")
    for field in fields(facts):
        value = getattr(facts, field.name)
        for entry in value if isinstance(value, tuple) else (value,):
            if isinstance(entry, Facts):
                yield from words(entry)
            elif isinstance(entry, str) and field.name not in CODED:
                yield entry


def as_printed(value: str) -> str:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return day_text(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\dT.*", value):
        return minute_text(value)
    if re.fullmatch(r"\d{1,12}", value):
        return f"{int(value):,}"
    return re.sub(r"\s", "", value)


@pytest.mark.parametrize("code", list(SAMPLES))
def test_every_fact_is_on_the_paper(code: str) -> None:
    text = sample(code).text
    hidden = {*words(SAMPLES[code].party)} - {SAMPLES[code].party.name} if code in PUBLIC else set()
    stated = [as_printed(value) for value in words(SAMPLES[code]) if value and value not in hidden]
    assert len(stated) > 15
    assert [value for value in stated if value not in text] == []


@pytest.mark.parametrize("code", list(SAMPLES))
def test_the_paper_says_how_it_can_be_checked(code: str) -> None:
    text = sample(code).text
    sum_of_facts = digest(SAMPLES[code])
    assert "扫码核验真伪" in text
    assert f"{sum_of_facts[:12]}…{sum_of_facts[-12:]}" in text


def test_the_decision_says_what_article_59_asks_for() -> None:
    text = sample("D19").text
    for phrase in (
        "处罚款人民币壹万玖仟伍佰元整（¥19,500.00）",
        "自收到本决定书之日起十五日内",
        "每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额",
        "六十日内向江川市人民政府申请行政复议",
        "六个月内向江川市人民法院提起行政诉讼",
        "不停止本决定的执行",
        "七个工作日内在江川市行政执法公示平台依法公开",
        "罚款幅度为15,000元以上30,000元以下",
        "盖章处",
    ):
        assert phrase in text


def test_a_notice_offers_a_hearing_only_where_there_is_a_right_to_one() -> None:
    without = sample("D15").text
    assert "行政处罚事先告知书" in without
    assert "听证" not in without
    with_right = Paper("D15", replace(NOTICE, hearing=HearingRight(days=5, ground="较大数额罚款"))).text
    assert "行政处罚听证告知书" in with_right
    assert "要求听证的，应当自收到本告知书之日起五个工作日内向本机关提出" in with_right


def test_several_penalties_are_numbered_and_no_gains_are_said_in_words() -> None:
    sanction = Sanction(correction="清除建筑垃圾", fine="510000", gains="0")
    text = Paper("D19", replace(DECISION, sanction=sanction)).text
    assert "本机关决定：（一）责令你单位清除建筑垃圾；（二）处罚款人民币伍拾壹万元整（¥510,000.00）；（三）经查无违法所得。" in text
    assert "没收0" not in text


def test_a_person_is_spoken_to_as_one() -> None:
    person = Party(
        kind="person", name="李静怡", code_label="公民身份号码", code="999901199003150025", address="江川市东湖街道", legal_representative=""
    )
    text = Paper("D19", replace(DECISION, party=person)).text
    assert "你应当自收到本决定书之日起" in text
    assert "你单位应当" not in text
    assert "住址：" in text
    assert "法定代表人" not in text


def test_a_minor_is_named_with_who_stands_up_for_it() -> None:
    minor = Party(
        kind="person",
        name="小明",
        code_label="居民身份证号码",
        code="999901201203150025",
        address="江川市东湖街道",
        legal_representative="",
        guardian="王建国（父亲）",
    )
    assert "法定代理人（监护人）：王建国（父亲）" in Paper("D15", replace(NOTICE, party=minor)).text
    assert "法定代理人" not in Paper("D15", NOTICE).text


def test_a_successor_is_named_with_whose_place_it_took() -> None:
    taken = "江川旧名餐饮有限公司（统一社会信用代码：91999901MA0TE5T24A）2026年9月15日合并，其权利义务由本当事人承受"
    successor = replace(NOTICE.party, former=taken)
    assert f"当事人：{NOTICE.party.name}（{taken}）" in Paper("D15", replace(NOTICE, party=successor)).text


def test_a_decision_without_a_fine_speaks_of_no_payment() -> None:
    warned = replace(DECISION, sanction=Sanction(correction="", fine=None, others=("警告",)), payment=None, performance="警告自送达之日起生效。")
    text = Paper("D19", warned).text
    assert "本机关决定：警告。" in text
    assert "缴纳罚款" not in text
    assert "缴款通知书" not in text


def test_a_decision_ends_with_the_notice_how_to_pay() -> None:
    assert DECISION.payment is not None
    page = sample("D19").pages[-1]
    assert "附：缴款通知书" in page
    told = (
        "缴款人炊烟里餐饮（江川）有限公司",
        "（¥19,500.00）",
        "十五日内：从收到的次日起算",
        "每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额",
    )
    payment = DECISION.payment
    for words in (*told, *(re.sub(r"\s", "", text) for text in (payment.bank, payment.bank_address, payment.account, payment.code))):
        assert words in page, words
    alone = Paper("D19", replace(DECISION, sanction=replace(DECISION.sanction, fine=None, gains="800"), payment=replace(payment, gains="800")))
    assert "没收违法所得人民币捌佰元整（¥800.00）" in alone.pages[-1]
    assert "逾期缴纳" not in alone.pages[-1]


def test_a_decision_on_the_spot_ends_with_the_notice_how_to_pay() -> None:
    page = sample("D20").pages[-1]
    assert "附：缴款通知书" in page
    assert "依法当场收缴、已经取得专用票据的，不再缴纳" in page
    assert "自收到决定书之日起十五日内" in page


def test_a_notice_to_pay_more_tells_that_it_may_be_deferred() -> None:
    notice = SAMPLES["D23-2"]
    assert isinstance(notice, PaymentNotice)
    told = "需要延期或者分期缴纳增加的罚款的，依据《中华人民共和国行政处罚法》第六十六条第二款的规定，可以在上述期限届满前向本机关申请"
    assert told in sample("D23-2").text
    assert "分期缴纳" not in Paper("D23-2", replace(notice, fine=notice.fine_before, gains_before="0", gains="800")).text


def test_a_changed_decision_asks_for_what_is_left_in_the_term_that_runs() -> None:
    changed = SAMPLES["D31"]
    assert isinstance(changed, ChangedDecision)
    page = sample("D31").pages[-1]
    for words in (
        "附：缴款通知书",
        "（¥15,000.00）",
        "尚应缴纳人民币壹万元整（¥10,000.00）（已经缴纳人民币伍仟元整（¥5,000.00））",
        "仍按原决定：至2026年11月12日",
    ):
        assert words in page, words
    assert "缴款通知书" not in Paper("D31", replace(changed, payment=None, owed=None, fine=None, due=None)).text


def test_a_paper_to_heirs_says_that_the_estate_alone_answers() -> None:
    heirs = replace(DECISION.party, kind="person", legal_representative="", heirs="赵小明（儿子）、赵小红（女儿）")
    text = Paper("D19", replace(DECISION, party=heirs)).text
    assert "继承人：赵小明（儿子）、赵小红（女儿）" in text
    assert "以所得遗产实际价值为限清偿" in text
    assert "期限自本人收到本文书之日起计算" in text
    demand = SAMPLES["D24"]
    assert "以所得遗产实际价值为限清偿" in Paper("D24", replace(demand, party=heirs)).text
    assert "期限自本人收到" not in Paper("D24", replace(demand, party=heirs)).text
    assert "继承人" not in sample("D24").text


@pytest.mark.parametrize("way", ["left", "electronic", "mail", "announcement"])
def test_a_receipt_shows_the_proof_of_its_way(way: str) -> None:
    receipt = replace(RECEIPT, way=way, recipient="", witness="录像一段", circumstance="拒绝签收", consent="确认书0007号", announced_on="2026-03-05")
    receipt = replace(receipt, reference="邮件1234")
    text = Paper("D22", receipt).text
    assert receipt.way_text in text
    assert receipt.way_article in text
    assert "录像一段" in text
    assert "邮件1234" in text
    assert text.count("签名：") == 1


def test_a_blank_receipt_leaves_room_for_the_pen() -> None:
    text = Paper("D22", replace(RECEIPT, blank=True, way="", served_at="", recipient="", relation="")).text
    assert "年月日时分" in text
    assert "／" not in text


def test_incomplete_facts_are_not_printed() -> None:
    with pytest.raises(ValueError, match=r"案由（行政处罚法第五十九条第一款第二项）"):
        render("D19", replace(DECISION, cause=""), check_url=URL)


@pytest.mark.parametrize("code", list(SAMPLES))
def test_stored_facts_print_the_same_bytes(code: str) -> None:
    first = render(code, SAMPLES[code], check_url=URL, file=FILES.__getitem__)
    assert render(code, to_json(SAMPLES[code]), check_url=URL, file=FILES.__getitem__) == first


def test_another_thread_prints_the_same_bytes() -> None:
    results: list[bytes] = []
    threads = [Thread(target=lambda: results.append(render("D22", RECEIPT, check_url=URL))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [render("D22", RECEIPT, check_url=URL)] * 2


def test_the_file_says_what_it_is() -> None:
    paper = sample("D19")
    metadata = paper.reader.metadata
    assert metadata is not None
    assert metadata.title == "行政处罚决定书 江城管罚决字〔2026〕第0218号"
    assert metadata.author == "江川市城市管理综合行政执法局"
    assert paper.root["/Lang"] == "zh-CN"
    assert paper.root["/MarkInfo"]["/Marked"]
    assert "四、处罚决定" in headings(paper.reader.outline)


def headings(outline: Any) -> list[str]:
    return [title for entry in outline for title in (headings(entry) if isinstance(entry, list) else [entry["/Title"]])]


@pytest.mark.parametrize("code", list(SAMPLES))
def test_only_our_two_faces_are_embedded(code: str) -> None:
    assert {name.removesuffix("-Common") for name in sample(code).fonts()} == {"Zhifa-Song", "Zhifa-Hei"}


def test_rare_names_are_printed_as_their_owners_write_them() -> None:
    name = "䶮堃喆镕㛃（江川）有限公司"
    paper = Paper("D19", replace(DECISION, party=replace(PARTY, name=name)))
    assert name in paper.text
    assert "Zhifa-Song" in paper.fonts()


@pytest.mark.parametrize(
    ("code", "pages"),
    [*((code, 1) for code in ONE_PAGE), ("D12", 3), ("D15", 3), ("D19", 5), ("D21", 2), ("D26", 2), ("D29", 3)],
)
def test_pages(code: str, pages: int) -> None:
    assert len(sample(code).pages) == pages


@pytest.mark.parametrize("code", ["D15", "D19", "D21"])
def test_the_type_area_is_that_of_the_standard(code: str) -> None:
    paper = sample(code)
    for index in range(len(paper.pages)):
        left = 28.0 if index % 2 == 0 else 26.0
        body = [(across, down, text) for across, down, text in paper.marks(index) if not re.fullmatch(r"—\s*\d+\s*—", text)]
        assert min(across for across, _, _ in body) >= left - 0.2
        assert max(across for across, _, _ in body) <= left + 156
        assert min(down for _, down, _ in body) >= 37
        assert max(down for _, down, _ in body) <= 37 + 225


def test_the_page_number_stands_outside_below_and_changes_sides() -> None:
    paper = sample("D19")
    for index in range(len(paper.pages)):
        ((across, down, text),) = [mark for mark in paper.marks(index) if re.fullmatch(r"—\s*\d+\s*—", mark[2])]
        assert re.sub(r"\s", "", text) == f"—{index + 1}—"
        assert down > 37 + 225
        assert across > 150 if index % 2 == 0 else across < 40


@pytest.mark.parametrize("rows", [1, 3, 5, 7, 9, 11, 14, 60])
def test_the_seal_never_stands_alone(rows: int) -> None:
    evidence = tuple(Evidence(name=f"现场照片{number}", kind="视听资料", source="执法人员拍摄", proves="占道情况") for number in range(rows))
    paper = Paper("D19", replace(DECISION, evidence=evidence))
    *_, sealed, payment = paper.pages
    assert payment.startswith("附：缴款通知书")
    assert "2026年10月26日" in sealed
    assert len(sealed.split("扫码核验真伪")[0]) > 40
    assert f"下列{rows}份证据" in paper.text
    assert all(f"现场照片{number}（" in paper.text for number in range(rows))


def test_the_head_of_the_evidence_table_is_repeated() -> None:
    evidence = DECISION.evidence * 7
    paper = Paper("D19", replace(DECISION, evidence=evidence))
    assert sum("证据名称和种类" in page for page in paper.pages) >= 3


def test_a_very_long_name_stays_on_the_paper() -> None:
    name = "江川市东湖区" + "新时代绿色低碳循环发展" * 12 + "有限公司"
    latin = "A" * 90
    for code in SAMPLES:
        paper = Paper(code, replace(SAMPLES[code], party=replace(PARTY, name=name, legal_representative=latin)))
        assert name in paper.text
        assert max(across for index in range(len(paper.pages)) for across, _, _ in paper.marks(index)) <= 184


def test_no_penalty_names_ground_and_education() -> None:
    text = sample("D21").text
    assert "初次违法且危害后果轻微并及时改正的情形" in text
    assert "第三十三条第一款的规定，本机关决定对你单位不予行政处罚" in text
    assert "教育内容：" in text


def test_every_document_of_the_register_can_be_printed() -> None:
    assert set(SAMPLES) == set(DOCUMENTS)


def test_sums_are_printed_both_ways() -> None:
    text = sample("D15").text
    assert amount_text("22500") in text
