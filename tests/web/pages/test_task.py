from typing import Any

import pytest

from tests.course import drive
from tests.office import S2, Office
from tests.web.desk import Desk, forms, values

REPORT = {
    "act_start": "2026-09-14",
    "act_end": "2026-09-15",
    "facts": "油烟排放浓度4.8mg/m³，超标1.4倍。",
    "evidence_summary": "检测报告、笔录相互印证。",
    "measured": "4.8",
    "limit": "2.0",
    "harm": "slight",
    "outcome": "penalty",
    "fine": "22500",
}


@pytest.fixture
def report(office: Office) -> str:
    """A case that waits for its report."""
    return office.play_s2(until="investigation_report")


def test_the_page_asks_a_question_and_shows_the_case_beside_it(office: Office) -> None:
    case = office.play_s2(until="approve_filing")
    page = Desk(office, "limin").get(Desk(office).task(case, "approve_filing"))
    assert page.texts("//h1") == ["批准立案吗？"]
    assert "餐厅排放油烟，净化设施未正常使用。" in page.text
    assert "同意立案。" in page.text


def test_who_holds_a_hearing_sees_when_and_where(office: Office) -> None:
    case = office.play(S2.with_name("s3.yaml"), until="hold_hearing")
    page = Desk(office, "heyan").get(Desk(office).task(case, "hold_hearing")).text
    assert "2026年10月15日09:30地点二楼听证室是否公开公开" in page
    assert "二楼听证室" in Desk(office, "zhouyan").get(f"/cases/{case}").text


def test_every_field_has_a_label_and_every_form_of_the_procedure_is_shown(office: Office) -> None:
    case = office.play_s2(until="investigation_report")
    page = Desk(office, "zhouyan").get(Desk(office).task(case, "investigation_report"))
    [form] = forms(page)
    named = {control.get("id") for control in form.xpath(".//input[@type!='hidden'] | .//select | .//textarea") if control.get("id")}
    assert named
    for name in named:
        assert form.xpath(f".//label[@for='{name}'] | .//label[.//*[@id='{name}']]"), name


def test_a_submitted_step_leads_back_to_the_case(office: Office) -> None:
    case = office.play_s2(until="approve_filing")
    desk = Desk(office, "limin")
    page = desk.fill(desk.task(case, "approve_filing"), approved="true", opinion="同意立案。")
    assert page.status == 303
    assert page.headers["Location"] == f"/cases/{case}"
    assert office.waiting(case) == ["investigation"]
    assert "已提交。案件进入下一步。" in desk.get(f"/cases/{case}").text


def test_a_wrong_form_names_each_field_and_keeps_what_was_typed(office: Office, report: str) -> None:
    desk = Desk(office, "zhouyan")
    page = desk.fill(desk.task(report, "investigation_report"), **REPORT | {"fine": "22500.001", "facts": ""})
    assert page.status == 422
    assert page.texts("//*[@role='alert']/b") == ["2处须更正，还没有提交"]
    assert {"#fine", "#facts"} <= set(page.links("#"))
    assert 'value="22500.001"' in page.source
    assert "检测报告、笔录相互印证。" in page.source
    described = page.source.split('id="fine"')[1].split(">")[0]
    assert 'aria-invalid="true"' in described
    assert "fine-e1" in described


@pytest.mark.parametrize(("fine", "words", "basis"), [("60000", "超过法定上限", "生态环境法典"), ("31000", "阶次", "行政处罚法")])
def test_what_the_law_does_not_allow_is_said_with_its_basis(office: Office, report: str, fine: str, words: str, basis: str) -> None:
    desk = Desk(office, "zhouyan")
    page = desk.fill(desk.task(report, "investigation_report"), **REPORT | {"fine": fine})
    assert page.status == 409
    [notice] = page.texts("//*[@role='alert']")
    assert words in notice
    assert basis in notice
    assert f'value="{fine}"' in page.source
    assert office.waiting(report) == ["investigation_report"]


def test_factors_are_rows_with_their_evidence(office: Office, report: str) -> None:
    desk = Desk(office, "zhouyan")
    evidence = office.file(report).evidence[0].id
    factors = {"factors.1.code": "prior", "factors.1.evidence": evidence}
    page = desk.fill(desk.task(report, "investigation_report"), **REPORT | factors | {"fine": "0"})
    assert page.status == 409
    form = values(forms(page)[0])
    assert form["factors.0.code"] == "prior"
    assert form["factors.0.evidence"] == evidence


def test_the_discretion_is_tried_out_without_script(office: Office, report: str) -> None:
    desk = Desk(office, "zhouyan")
    address = desk.task(report, "investigation_report")
    unsure = {name: REPORT[name] for name in ("act_start", "act_end", "measured", "limit", "harm", "outcome")}
    page = desk.post(f"{address}/discretion", unsure)
    assert page.status == 200
    panel = page.texts("//*[@id='discretion']")[0]
    for words in ("建议罚款22,500元", "较重15,000–30,000元", "超标1倍以上至3倍", "D2阶次", "第3行", "采用建议数额"):
        assert words in panel, words
    assert office.waiting(report) == ["investigation_report"]
    adopted = desk.post(f"{address}/discretion", unsure | {"_adopt": "22500"})
    assert values(forms(adopted)[0])["fine"] == "22500"


def test_the_discretion_is_tried_out_by_script(office: Office, report: str) -> None:
    desk = Desk(office, "zhouyan")
    address = f"{desk.task(report, 'investigation_report')}/discretion"
    answer = desk.client.post(address, data={"csrf_token": desk.token(), "outcome": "penalty"}, headers={"X-Requested-With": "fetch"})
    assert answer.status_code == 200
    assert "还不能试算" in answer.get_data(as_text=True)
    assert "<html" not in answer.get_data(as_text=True)


def test_a_draft_is_kept_by_its_button_and_brought_back(office: Office, report: str) -> None:
    desk = Desk(office, "zhouyan")
    address = desk.task(report, "investigation_report")
    assert desk.fill(address, button="_keep", facts="写到一半").headers["Location"] == address
    page = desk.get(address)
    assert "写到一半" in page.source
    assert "已带出您" in page.text
    assert "写到一半" not in Desk(office, "wumin").get(address).source


def test_a_refused_form_is_a_draft_too(office: Office, report: str) -> None:
    desk = Desk(office, "zhouyan")
    address = desk.task(report, "investigation_report")
    desk.fill(address, **REPORT | {"fine": "60000"})
    assert values(forms(desk.get(address))[0])["fine"] == "60000"


def test_a_change_meanwhile_is_shown_beside_what_was_typed(office: Office, report: str) -> None:
    desk = Desk(office, "zhouyan")
    form = values(forms(desk.get(desk.task(report, "investigation_report")))[0])
    office.evidence(report, name="新证据", by="wumin")
    page = desk.post(desk.task(report, "investigation_report"), form | REPORT)
    assert page.status == 409
    assert page.texts("//h1") == ["您填写期间，这件案子有了变动"]
    assert "吴敏" in page.text
    assert "新证据" in page.text
    assert "22,500元" in page.text
    assert office.waiting(report) == ["investigation_report"]
    again = forms(page)[0]
    assert desk.post(str(again.get("action")), values(again)).status == 303
    assert office.waiting(report) == ["confirm_report"]


def test_a_step_done_by_somebody_else_says_by_whom(office: Office) -> None:
    case = office.play_s2(until="review_filing")
    desk = Desk(office, "hanlei")
    address = desk.task(case, "review_filing")
    form = values(forms(desk.get(address))[0])
    office.submit("hanlei", case, "review_filing", approved="true", opinion="同意。")
    del form["_version"]
    page = desk.post(address, form | {"approved": "true", "opinion": "我也同意。"})
    assert page.status == 409
    assert page.texts("//h1") == ["“立案审核”已经办过了"]
    assert "韩磊" in page.text
    assert "我也同意。" in page.text


def test_a_step_that_is_over_is_said_to_be_over_even_where_the_form_is_wrong(office: Office) -> None:
    case = office.play_s2(until="approve_filing")
    first, second = Desk(office, "limin"), Desk(office, "limin")
    address = first.task(case, "approve_filing")
    first.fill(address, approved="true", opinion="同意立案。")
    page = second.post(address, {"opinion": "一" * 5000})
    assert page.status == 409
    assert page.texts("//h1") == ["“立案批准”已经办过了"]
    assert "您这次的提交没有生效" in page.text
    assert "一一一" in page.text


def test_the_same_page_sent_twice_counts_once(office: Office) -> None:
    case = office.play_s2(until="review_filing")
    desk = Desk(office, "hanlei")
    address = desk.task(case, "review_filing")
    form = values(forms(desk.get(address))[0]) | {"approved": "true", "opinion": "同意。"}
    assert [desk.post(address, form).status for _ in range(2)] == [303, 303]
    assert len([item for item in office.file(case).opinions if item.step == "review_filing"]) == 1


def test_a_step_that_belongs_to_somebody_else_cannot_be_opened(office: Office) -> None:
    case = office.play_s2(until="confirm_verification")
    address = Desk(office).task(case, "confirm_verification")
    page = Desk(office, "zhouyan").get(address)
    assert page.status == 409
    assert page.texts("//h1") == ["“协办确认”等吴敏"]
    assert Desk(office, "limin").get(address).status == 403
    assert Desk(office, "hechuan").get(address).status == 404


def test_a_decision_is_confirmed_once_in_words(office: Office) -> None:
    case = office.play_s2(until="decide")
    page = Desk(office, "limin").get(Desk(office).task(case, "decide"))
    [dialog] = page.texts("//dialog")
    assert "提交后不能撤回" in dialog
    assert values(forms(page)[0])["fine"] == "19500"


def test_text_is_never_markup(office: Office) -> None:
    case = office.open(description="<script>alert(1)</script>")
    for address in (f"/cases/{case}", Desk(office).task(case, "verification")):
        assert "<script>alert(1)" not in Desk(office, "zhouyan").get(address).source


def test_who_confirms_reads_what_was_written(office: Office) -> None:
    case = office.play_s2(until="confirm_verification")
    page = Desk(office, "wumin").get(Desk(office).task(case, "confirm_verification"))
    assert "上一步：核查" in page.text
    assert "当场检查排放口，净化设施未开启。" in page.text


def test_who_reviews_a_plea_reads_it(office: Office) -> None:
    case = office.play_s2(until="plea_review")
    plea = office.file(case).done[-1].data or {}
    page = Desk(office, "zhengkai").get(Desk(office).task(case, "plea_review"))
    assert plea["content"] in page.text


def test_a_fixed_sum_is_tried_out_on_the_spot_before_the_second_officer_is_named(office: Office) -> None:
    case = office.open(
        procedure="summary", cause="JC23", place="湖滨路", party={"kind": "person", "name": "李静怡", "id_number": "999901199003150025"}
    )
    desk = Desk(office, "zhouyan")
    page = desk.post(f"{desk.task(case, 'spot_record')}/discretion", {"harm": "slight"})
    panel = page.texts("//*[@id='discretion']")[0]
    for words in ("法定罚款50元", "没有裁量幅度", "可以不处罚款", "第五十二条第二款"):
        assert words in panel, words
    assert "测" not in "".join(page.texts("//label[@for='measured']"))


def test_limbs_that_measure_different_things_name_them_all(office: Office) -> None:
    case = office.open(procedure="summary", cause="JC24", place="湖滨路")
    page = Desk(office, "zhouyan").get(Desk(office).task(case, "spot_record"))
    assert page.texts("//label[@for='measured']") == ["砍伐树木（株）或者占用面积（m²）选填"]
    assert "擅自砍伐树木" in page.texts("//select[@name='limb']")[0]


def test_a_warning_on_the_spot_is_tried_out_told_to_the_second_officer_and_handed_over_without_payment(office: Office) -> None:
    case = office.open(procedure="summary", cause="JC25", place="湖滨路18号")
    desk = Desk(office, "zhouyan")
    step = desk.task(case, "spot_record")
    assert "给予处罚：警告，不罚款" in desk.post(f"{step}/discretion", {"limb": "diverting", "harm": "slight", "way": "warning"}).text
    record = {"shown": "true", "act_time": "08:50", "second": "wumin", "facts": "将污水倒入雨水口。", "limb": "diverting", "harm": "slight"}
    desk.post(step, record | {"told": "true", "plea": "none", "way": "warning"})
    assert "给予警告，不罚款" in desk.get(desk.task(case, "confirm_spot")).text
    assert "违法情形未将污水排入城镇排水设施，或者排入雨水管网" in Desk(office, "wumin").get(desk.task(case, "confirm_spot")).text
    office.submit("wumin", case, "confirm_spot", confirmed="true")
    page = desk.get(desk.task(case, "hand_over"))
    assert page.texts("//h2[.='交付']")
    assert not page.texts("//h2[.='缴款']")
    desk.post(desk.task(case, "hand_over"), {"result": "signed", "recipient": "何秀兰"})
    assert office.waiting(case) == ["prepare_publication", "spot_report"]
    [paper] = office.sent(case)
    office.paper_everything()
    assert desk.client.get(f"/documents/{paper.id}.pdf").status_code == 200


def test_what_few_cases_need_is_folded_until_it_is_used(office: Office) -> None:
    person = {"kind": "person", "name": "李静怡", "id_number": "999901199003150025"}
    case = office.open(procedure="summary", cause="JC06", place="绿化带", party=person)
    office.evidence(case, "清理后的照片")
    desk = Desk(office, "zhouyan")
    step = desk.task(case, "spot_record")
    assert desk.get(step).texts("//details[@class='card stack folded' and not(@open)]/summary") == ["从轻、从重和不予处罚的情形"]
    factor = {"factors.0.code": "harm_reduced", "factors.0.evidence": "1"}
    seen = {"shown": "true", "act_time": "08:50", "second": "wumin", "facts": "倾倒一袋垃圾。", "harm": "slight", "measured": "0.05"}
    page = desk.post(f"{step}/discretion", seen | factor)
    assert "建议罚款130元" in page.text
    assert page.texts("//details[contains(@class, 'folded') and @open]//legend[.='从轻、从重情节']")
    desk.post(step, seen | factor | {"told": "true", "plea": "none", "way": "spot", "fine": "130"})
    page = desk.get(desk.task(case, "confirm_spot"))
    assert "从轻、从重情节主动消除或者减轻违法行为危害后果：证据1清理后的照片" in page.text


def test_what_was_recorded_on_the_spot_stands_in_the_ordinary_forms(office: Office) -> None:
    person = {"kind": "person", "name": "陈国富", "id_number": "999901197809110058", "address": "杏花里9号"}
    case = office.open(procedure="summary", cause="JC06", place="绿化带", party=person)
    seen: dict[str, Any] = {
        "act_on": "2026-09-14",
        "act_time": "08:50",
        "second": "wumin",
        "facts": "倾倒一袋垃圾。",
        "measured": "0.05",
        "harm": "slight",
    }
    said: dict[str, Any] = {
        "plea": "made",
        "plea_content": "是别人扔的。",
        "plea_finding": "监控显示是本人。",
        "way": "ordinary",
        "reason": "当事人不认可。",
    }
    office.submit("zhouyan", case, "spot_record", shown="true", told="true", corrected="true", **seen, **said)
    desk = Desk(office, "zhouyan")
    [form] = [form for form in forms(desk.get(desk.task(case, "verification"))) if form.get("id") == "task"]
    typed = values(form)
    assert (typed["inspected_on"], typed["facts"], typed["present"]) == ("2026-09-14", "倾倒一袋垃圾。", "陈国富（当事人）")
    assert typed["second"] == office.actor("wumin").id
    for words in ("2026年9月14日8时50分，执法人员出示执法证件", "当事人当场改正。", "是别人扔的。", "监控显示是本人。", "当事人不认可。"):
        assert words in str(typed["record"])
    desk.fill(desk.task(case, "verification"), finding="file")
    office.submit("wumin", case, "confirm_verification", confirmed="true")
    office.submit("zhouyan", case, "case_filing", facts="倾倒垃圾。", cause="JC06", opinion="建议立案。")
    office.submit("hanlei", case, "review_filing", approved="true", opinion="同意立案。")
    office.submit("limin", case, "approve_filing", approved="true", opinion="同意立案。")
    office.submit("zhouyan", case, "investigation", record="询问证人。", next="report")
    [form] = [form for form in forms(desk.get(desk.task(case, "investigation_report"))) if form.get("id") == "task"]
    typed = values(form)
    assert (typed["act_start"], typed["act_end"], typed["measured"], typed["harm"]) == ("2026-09-14", "2026-09-14", "0.05", "slight")
    assert typed["facts"] == "倾倒一袋垃圾。"
    assert typed["corrected"] == "on"


def test_an_appraisal_is_asked_in_the_unit_of_the_cause_and_for_no_limit_where_there_is_none(office: Office) -> None:
    case = office.play_s2(until="appraisal")
    desk = Desk(office, "zhouyan")
    page = desk.get(desk.task(case, "appraisal"))
    assert "实测浓度选填mg/m³" in page.text
    assert "排放限值选填mg/m³" in page.text
    other = office.open(cause="JC06")
    drive(office, other, until="investigation")
    sent: dict[str, Any] = {"institution": "江川市测绘院", "subject": "体积", "started_on": "2026-09-15"}
    office.submit("zhouyan", other, "investigation", record="送测。", next="appraisal", **sent)
    assert "实测" not in desk.get(desk.task(other, "appraisal")).texts("//form[@id='task']")[0]
