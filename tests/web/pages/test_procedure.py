"""Procedures beside the main one as somebody at the desk sees them: offered, started, refused, followed to their end."""

import pytest

from tests.office import S2, Office
from tests.web.desk import Desk

FACTS = "检测浓度1.1mg/m³，低于限值2.0mg/m³。"


@pytest.fixture
def case(office: Office) -> str:
    """A case under investigation."""
    return office.play_s2(until="investigation")


def test_the_page_of_the_case_offers_what_can_be_started_and_says_why_the_rest_cannot(office: Office, case: str) -> None:
    assert f"/cases/{case}/start/withdrawal" in Desk(office, "zhouyan").get(f"/cases/{case}").links("")
    stranger = Desk(office, "zhengkai").get(f"/cases/{case}")
    assert f"/cases/{case}/start/withdrawal" not in stranger.links("")
    assert "由本案的执法人员申请撤案" in stranger.text
    assert "撤案" not in "".join(Desk(office, "limin").get(f"/cases/{case}").texts("//section[@id='procedures']"))


def test_a_procedure_is_started_from_its_form_and_has_its_own_page(office: Office, case: str) -> None:
    desk = Desk(office, "zhouyan")
    answer = desk.fill(f"/cases/{case}/start/withdrawal", reason="not_established", facts=FACTS)
    [procedure] = office.file(case).procedures
    assert (answer.status, answer.headers["Location"]) == (303, f"/cases/{case}/procedures/{procedure.id}")
    page = desk.get(answer.headers["Location"])
    assert page.texts("//h1") == ["撤案（违法事实不成立）"]
    assert FACTS in page.text
    assert "等吴敏" in page.text
    picture = desk.client.get(f"/cases/{case}/picture.json?instance={procedure.id}").get_json()
    assert [drawing["process"] for drawing in picture["drawings"]] == ["withdrawal"]
    assert "撤案（违法事实不成立）" in desk.get(f"/cases/{case}").text


def test_who_approves_sees_what_was_applied_for(office: Office, case: str) -> None:
    office.start("zhouyan", case, "withdrawal", reason="not_established", facts=FACTS)
    desk = Desk(office, "wumin")
    page = desk.get(desk.task(case, "confirm_withdrawal"))
    [asked] = page.texts("//form[@id='task']/section[h2[starts-with(., '撤案')]]")
    assert FACTS in asked, "before the answer stands what is asked"
    assert page.text.count(FACTS) == 1
    assert "这一步没有在走的期限" in page.text


def test_the_step_before_is_that_of_the_same_procedure(office: Office, case: str) -> None:
    first = office.start("zhouyan", case, "withdrawal", reason="not_established", facts=FACTS)
    office.submit("wumin", case, "confirm_withdrawal", confirmed="true")
    office.start("zhouyan", case, "extension", days="30", reason="等待鉴定。")
    desk = Desk(office, "hanlei")
    assert "上一步" not in desk.get(desk.task(case, "review_extension")).text
    assert "上一步：" in desk.get(desk.task(case, "review_withdrawal")).text
    page = Desk(office, "zhouyan").get(f"/cases/{case}")
    assert len(page.texts("//a[@data-enter]")) == 1
    assert f"/cases/{case}/procedures/{first}" in page.links("")


def test_a_wrong_form_keeps_what_was_typed_and_is_there_again_as_a_draft(office: Office, case: str) -> None:
    desk = Desk(office, "zhouyan")
    answer = desk.fill(f"/cases/{case}/start/withdrawal", facts=FACTS)
    assert (answer.status, answer.texts("//*[@role='alert']/b")) == (422, ["1处须更正，还没有提交"])
    assert FACTS in answer.source
    assert FACTS in desk.get(f"/cases/{case}/start/withdrawal").source
    desk.fill(f"/cases/{case}/start/withdrawal", reason="not_established")
    assert FACTS not in desk.get(f"/cases/{case}/start/withdrawal").source


def test_what_is_not_possible_now_is_refused_in_words(office: Office) -> None:
    case = office.play_s2(until="verification")
    desk = Desk(office, "zhouyan")
    page = desk.get(f"/cases/{case}/start/withdrawal")
    [why] = page.texts("//section[@aria-labelledby='why']")
    assert why.startswith("现在不能启动已立案、尚未作出决定的案件")
    assert "行政处罚法第三十六条" in why
    assert desk.task(case, "verification") in page.links("")
    assert page.texts("//form[@id='task']") == []
    # Who opened the form before the case moved on keeps what was typed.
    answer = desk.post(f"/cases/{case}/start/withdrawal", {"reason": "not_established", "facts": FACTS})
    assert answer.status == 409
    assert "现在不能启动“撤案”" in answer.text
    assert FACTS in answer.source
    assert desk.get(f"/cases/{case}/start/nothing").status == 403
    assert Desk(office, "limin").get(f"/cases/{case}/start/withdrawal").status == 403
    assert desk.get(f"/cases/{case}/procedures/nothing").status == 404


def test_an_auditor_sees_each_procedure_as_it_stood(office: Office, case: str) -> None:
    instance = office.start("zhouyan", case, "withdrawal", reason="not_established", facts=FACTS)
    desk = Desk(office, "guqing")
    page = desk.get(f"/audit/cases/{case}")
    assert page.texts("//nav[@aria-label='看哪项程序']/a") == ["主程序", "撤案（违法事实不成立）"]

    def drawn(address: str) -> list[str]:
        return [drawing["process"] for drawing in desk.client.get(f"/audit/cases/{case}/picture.json{address}").get_json()["drawings"]]

    assert drawn("") == drawn(f"?instance={instance}") == ["withdrawal"]
    assert drawn(f"?instance={case}")[0] == drawn("?step=3")[0] == "ordinary"
    assert "看哪项程序" not in desk.get(f"/audit/cases/{case}?step=3").text


def test_while_the_case_is_suspended_nobody_is_asked_for_its_steps(office: Office, case: str) -> None:
    office.start("zhouyan", case, "suspension", reason="court", facts="等待判决。")
    office.submit("limin", case, "approve_suspension", approved="true", opinion="同意中止。")
    desk = Desk(office, "zhouyan")
    page = desk.get(f"/cases/{case}")
    assert "起中止" in page.text
    assert "中止期间不办理" in page.text
    assert f"/cases/{case}/tasks/{office.task(case, 'investigation')}" not in page.links("")
    assert "待恢复后办理" in desk.get(desk.task(case, "investigation")).text
    work = desk.get("/work").text
    assert "申请恢复" in work
    assert "调查取证" not in work


def test_an_order_to_correct_names_its_limb_in_words(office: Office, case: str) -> None:
    page = Desk(office, "zhouyan").get(f"/cases/{case}/start/correction_order")
    assert page.texts("//select[@name='limb']/option") == ["请选择", "超过排放标准排放油烟", "超标排放油烟，拒不改正"]


def test_a_paper_to_put_right_is_chosen_among_those_that_were_served(office: Office) -> None:
    case = office.play_s2(until="confirm_payment")
    page = Desk(office, "zhouyan").get(f"/cases/{case}/start/clerical_correction")
    numbers = [f"《{paper.title}》{paper.number}" for paper in office.file(case).documents if paper.served_on]
    assert page.texts("//select[@name='number']/option") == ["请选择", *numbers]
    assert len(numbers) > 1


def test_whoever_decides_on_money_reads_the_account_first(office: Office) -> None:
    story = S2.with_name("remission_granted.yaml")
    case = office.play(story, until="approve_remission")
    desk = Desk(office, "limin")
    [account] = desk.get(desk.task(case, "approve_remission")).texts("//section[@id='account']")
    assert "加处罚款2,700元" in account
    assert "尚欠2,700元" in account
    assert "加处罚款2,700元" in Desk(office, "zhouyan").get(f"/cases/{case}/start/surcharge_decision").texts("//section[@id='account']")[0]
    assert Desk(office, "zhouyan").get(f"/cases/{case}/start/withdrawal").texts("//section[@id='account']") == []


def test_a_withdrawal_asks_about_a_performance_only_where_there_was_one(office: Office, case: str) -> None:
    desk = Desk(office, "zhouyan")
    assert "代履行及其费用" not in desk.get(f"/cases/{case}/start/withdrawal").text
    at_once = {"immediate": "true", "place_kind": "road", "duty": "清除油污。", "reason": "危及行人。", "performer": "本机关", "method": "清洗。"}
    office.start("zhouyan", case, "performance", **at_once)
    assert "代履行及其费用" in desk.get(f"/cases/{case}/start/withdrawal").text
