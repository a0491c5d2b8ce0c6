"""Transfers to the police: what else may happen on the way there and back."""

from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.collaboration import ReplyCollaboration
from engine.commands.evidence import AddEvidence
from engine.errors import RefusalError
from engine.proof.audit import InspectCases
from engine.queries.clock import ClockReading
from tests.office import Office
from web.scenario.sample import sample_file

REPORT: dict[str, Any] = {"offence": "污染环境罪", "standard": "达到立案追诉标准。", "facts": "核实属实。", "opinion": "建议移送。"}
REFUSED: dict[str, Any] = {"outcome": "refused", "number": "江公不立字〔2026〕2号", "answer": "证据不足。", "contact": "潘宏"}
FILED: dict[str, Any] = {**REFUSED, "outcome": "filed", "number": "江公立字〔2026〕2号"}
RESULT: dict[str, Any] = {"body": "江川市东湖区人民法院", "number": "（2026）刑12号", "content": "判处罚金。"}


@pytest.fixture
def case(office: Office) -> str:
    """A case under investigation, on the day of its filing."""
    return office.play_s2(until="investigation")


def suspect(office: Office, case: str) -> str:
    """Suspect a crime and verify it, so that the head can decide; the answer is the transfer."""
    transfer = office.start("zhouyan", case, "police_transfer", offence="污染环境罪", standard="other", facts="涉嫌犯罪。")
    office.submit("limin", case, "appoint_team", members="zhouyan,wumin")
    office.submit("zhouyan", case, "report_crime", **REPORT)
    office.submit("wumin", case, "confirm_crime", confirmed="true")
    return transfer


def transfer(office: Office, case: str) -> str:
    """Bring a case to the police; the answer is the transfer."""
    found = suspect(office, case)
    office.submit("limin", case, "decide_transfer", approved="true", capacity="presiding", opinion="同意。")
    office.submit("zhouyan", case, "deliver_crime", untested="不需要鉴定。")
    return found


def answer(office: Office, case: str, request: str, **data: Any) -> None:
    """Answer as the police do, today."""
    decided = {"decided_on": office.clock.now().date().isoformat()}
    command = ReplyCollaboration(case_id=case, request_id=request, data={**decided, **data})
    office.house.engine.execute(command, office.actor("panhong"))


def clock(office: Office, case: str, key: str) -> ClockReading:
    """The clock of a key."""
    return next(reading for reading in office.file(case).clocks if reading.key == key)


def sound(office: Office) -> bool:
    """Whether all proofs hold and no invariant is broken."""
    return office.faults() == [] and office.house.engine.ask(InspectCases(), SYSTEM).findings == ()


def test_a_head_who_does_not_approve_gives_the_reason_and_the_case_goes_on(office: Office, case: str) -> None:
    suspect(office, case)
    with pytest.raises(RefusalError) as refused:
        office.submit("limin", case, "decide_transfer", approved="false", capacity="presiding")
    assert "reason" in getattr(refused.value, "fields", {})
    office.submit("limin", case, "decide_transfer", approved="false", capacity="presiding", reason="没有达到追诉标准。")
    assert office.file(case).procedures[0].ended_as == "不批准移送"
    assert office.waiting(case) == ["investigation"]
    assert clock(office, case, "decision").state == "running"
    assert sound(office)


def test_a_secret_test_report_goes_to_the_police_and_is_marked(office: Office, case: str) -> None:
    content, file_name = sample_file("检验报告.pdf", "检验")
    said = AddEvidence(
        case_id=case, kind="appraisal", name="检验报告", purpose="成分", file_name=file_name, content=content, secrecy="trade", source="obtained"
    )
    office.house.engine.execute(said, office.actor("zhouyan"))
    number = str(office.file(case).evidence[-1].number)
    suspect(office, case)
    office.submit("limin", case, "decide_transfer", approved="true", capacity="presiding", opinion="同意。")
    office.submit("zhouyan", case, "deliver_crime", tests=number)
    [letter] = [paper for paper in office.sent(case) if paper.code == "D26P"]
    assert (letter.facts or {})["tests"] == ["检验报告（涉及商业秘密，专人移交）"]
    assert sound(office)


def test_the_procuratorate_makes_the_police_file(office: Office, case: str) -> None:
    request = transfer(office, case)
    answer(office, case, request, **REFUSED)
    office.submit("limin", case, "object_refusal", way="supervise", body="江川市人民检察院", reason="证据充分。")
    with pytest.raises(RefusalError) as refused:
        office.submit("zhouyan", case, "await_supervision", filed="true", number="江检〔2026〕3号", received_on="2026-09-13")
    assert refused.value.code == "before_cause"
    office.at("2026-09-20 09:00")
    office.submit("zhouyan", case, "await_supervision", filed="true", number="江检〔2026〕3号", received_on="2026-09-20")
    assert str(clock(office, case, "transfer.goods").due) == "2026-09-23"
    assert office.waiting(case) == ["hand_goods", "investigation"]
    assert sound(office)


def test_what_the_procuratorate_does_not_order_comes_back(office: Office, case: str) -> None:
    request = transfer(office, case)
    answer(office, case, request, **REFUSED)
    office.submit("limin", case, "object_refusal", way="supervise", body="江川市人民检察院", reason="证据充分。")
    office.submit("zhouyan", case, "await_supervision", filed="false", number="江检〔2026〕3号", received_on="2026-09-14")
    view = office.file(case)
    assert (view.case.transferred_on, view.procedures[0].ended_as) == (None, "退回，继续办理")
    assert "移送退回，继续办理：人民检察院不通知立案" in [sentence for moment in view.timeline for sentence in moment.sentences]


def test_a_case_that_the_court_does_not_punish_comes_back_with_its_days(office: Office, case: str) -> None:
    request = transfer(office, case)
    answer(office, case, request, **FILED)
    office.submit("zhouyan", case, "hand_goods", handed_on="2026-09-14", recipient="潘宏", receipt_no="JJ-1")
    assert clock(office, case, "decision").due is None
    office.at("2026-10-13 09:00")
    office.submit("zhouyan", case, "await_result", pursued="false", concluded_on="2026-10-12", **RESULT)
    view = office.file(case)
    assert (view.case.state, view.case.transferred_on) == ("open", None)
    assert str(clock(office, case, "decision").due) == "2027-01-11", "09-15 to 10-13 do not count; 09-14 never did"
    assert office.waiting(case) == ["investigation"]
    assert sound(office)


def test_a_fined_case_is_told_to_the_court_which_sets_the_fine_off(office: Office) -> None:
    case = office.play_s2(until="confirm_payment")
    request = transfer(office, case)
    paper = next(paper for paper in office.file(case).documents if paper.code == "D26P")
    assert "罚款19500元，已缴纳0元" in str(paper.facts)
    assert "confirm_payment" in office.waiting(case), "what was decided before is executed"
    assert office.file(case).case.transferred_on is None
    answer(office, case, request, **FILED)
    today = office.clock.now().date().isoformat()
    office.submit("zhouyan", case, "hand_goods", handed_on=today, recipient="潘宏", receipt_no="JJ-1")
    with pytest.raises(RefusalError) as refused:
        office.submit("zhouyan", case, "await_result", pursued="true", concluded_on=today, offset="19501", **RESULT)
    assert (refused.value.code, refused.value.basis) == ("overpaid", "行政处罚法 35②")
    office.submit("zhouyan", case, "await_result", pursued="true", concluded_on=today, offset="19500", **RESULT)
    assert office.file(case).case.state == "open"
    assert sound(office)


def test_a_case_that_lies_with_the_police_is_neither_given_up_nor_moved(office: Office, case: str) -> None:
    office.start("zhouyan", case, "withdrawal", reason="not_established", facts="撤案。")
    office.submit("wumin", case, "confirm_withdrawal", confirmed="true")
    office.submit("hanlei", case, "review_withdrawal", approved="true", opinion="同意。")
    office.submit("shenyanqiu", case, "review_withdrawal_law", approved="true", opinion="同意。")
    transfer(office, case)
    before = office.file(case).case.version
    with pytest.raises(RefusalError) as refused:
        office.submit("limin", case, "approve_withdrawal", approved="true", opinion="同意。")
    assert (refused.value.code, office.file(case).case.version) == ("case_transferred", before)


def test_a_suspended_case_is_resumed_only_after_it_came_back(office: Office, case: str) -> None:
    office.start("zhouyan", case, "suspension", reason="court", facts="等待裁判。")
    office.submit("limin", case, "approve_suspension", approved="true", opinion="同意。")
    request = transfer(office, case)
    office.submit("zhouyan", case, "resume_case", facts="已经判决。")
    with pytest.raises(RefusalError) as refused:
        office.submit("limin", case, "approve_resumption", approved="true", opinion="同意。")
    assert refused.value.code == "case_transferred"
    answer(office, case, request, **REFUSED)
    office.submit("limin", case, "object_refusal", way="accept", reason="没有异议。")
    assert clock(office, case, "decision").state == "suspended", "it was the suspension that stopped the clock"
    office.submit("limin", case, "approve_resumption", approved="true", opinion="同意。")
    assert clock(office, case, "decision").state == "running"
    assert sound(office)
