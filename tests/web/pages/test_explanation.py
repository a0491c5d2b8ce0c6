"""The explanation of a fine, and what similar cases paid, beside the form, on the case and for leaders."""

from typing import Any

import pytest

from engine.queries.discretion import PreviewDiscretion
from tests.alike import copies
from tests.office import Office
from tests.web.desk import Desk


def test_every_step_of_a_fine_is_explained(office: Office) -> None:
    case = office.play_s2(until="confirm_payment")
    text = Desk(office, "limin").get(f"/cases/{case}/explanation").text
    assert "罚款19,500元是怎么定的" in text
    assert "《中华人民共和国生态环境法典》第一千一百三十二条第一款" in text
    assert "主动消除或者减轻违法行为危害后果（证据" in text
    assert "15,000+15,000×0.3，取整到10元" in text
    assert "已由后来的评定代替" in text
    assert "法制审核" in text
    assert "0件，不足5件，不列分布" in text


def test_a_case_without_an_assessment_says_so(office: Office) -> None:
    case = office.open()
    assert "还没有裁量评定" in Desk(office, "zhouyan").get(f"/cases/{case}/explanation").text
    assert Desk(office, "hechuan").get(f"/cases/{case}/explanation").status == 404


REPORT: dict[str, Any] = {
    "act_start": "2026-09-14",
    "act_end": "2026-09-14",
    "facts": "油烟超标",
    "evidence_summary": "检测报告",
    "measured": "4.8",
    "limit": "2.0",
    "harm": "slight",
    "outcome": "penalty",
    "fine": "16000",
}


@pytest.fixture
def case(office: Office) -> str:
    """A case that waits for its report, where eleven like it were decided."""
    waiting = office.play_s2(until="investigation_report")
    explained = office.house.engine.ask(
        PreviewDiscretion(case_id=waiting, form="investigation_report", data=REPORT), office.actor("zhouyan")
    ).explain()
    copies(office, waiting, ["22000", "22500", "22500", "23000", "23000", "23000"], explained=explained)
    copies(office, waiting, ["22500"] * 5, explained=explained, district="xishan", lead="何川")
    return waiting


def test_the_form_shows_what_similar_cases_paid_and_asks_for_a_reason(office: Office, case: str) -> None:
    desk = Desk(office, "zhouyan")
    page = desk.post(f"{desk.task(case, 'investigation_report')}/discretion", REPORT)
    assert "同类案件的罚款" in page.text
    assert "罚款16,000元不在同类案件的中间八成（22,500–23,000元）之内，须写明理由" in page.text
    assert "<svg" in page.source
    with office.refusal("invalid_input", field="fine_reason"):
        office.submit("zhouyan", case, "investigation_report", **REPORT)
    office.submit("zhouyan", case, "investigation_report", **REPORT, fine_reason="已经停业整改，油烟净化设施当日安装")
    assert "理由：已经停业整改" in desk.get(f"/cases/{case}/explanation").text
    assert "不在同类案件的中间八成" in desk.get(f"/cases/{case}").text
    office.submit("wumin", case, "confirm_report", confirmed=True)
    reviewer = Desk(office, "shenyanqiu")
    assert "不在同类案件的中间八成" in reviewer.get(reviewer.task(case, "legal_review")).text


def test_leaders_compare_departments_and_officers(office: Office, case: str) -> None:
    assert case
    page = Desk(office, "guqing").get("/spread")
    assert "较重" in page.text
    assert "何川" in page.text
    assert "炊烟里" not in page.text
    assert "何川" not in Desk(office, "limin").get("/spread").text
    assert Desk(office, "zhouyan").get("/spread").status == 403


def test_without_decided_cases_the_page_says_what_to_expect(office: Office) -> None:
    assert "还没有可以比较的案件" in Desk(office, "taoran").get("/spread").text
