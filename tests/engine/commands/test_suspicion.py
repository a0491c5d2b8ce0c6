"""Suspected crimes: whoever finds one sets the transfer to the police going; cases of earlier versions of the main procedure come there too."""

import re
from pathlib import Path
from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands import decision
from engine.commands.collaboration import ReplyCollaboration
from engine.commands.law import PublishProcess
from engine.events.decision import DecisionMade
from engine.model import Case
from engine.proof.audit import InspectCases
from engine.work import Work
from tests.course import do, drive, report
from tests.office import Office

PROCESSES = Path(__file__).parents[3] / "processes"
CALLED = ("hearing", "service", "execution", "demolition", "publication")
SUSPECTED: dict[str, Any] = {"decision": "decide", "outcome": "transfer", "fine": None, "offence": "污染环境罪"}
PLAIN: dict[str, Any] = {"recipient": "江川市公安局", "reason": "涉嫌污染环境罪。", "receipt_no": "YS-1", "delivered_on": "2026-09-14"}


def earlier() -> dict[str, str]:
    """The main procedure as it was: who decided on a transfer came to a step that handed the case over, with no way back."""
    text = (PROCESSES / "ordinary.bpmn").read_text(encoding="utf-8")
    begin = re.search(r'<bpmn:serviceTask id="begin_decided_transfer".*?</bpmn:serviceTask>', text, re.DOTALL)
    assert begin is not None
    step = (
        '<bpmn:userTask id="transfer" name="移送" camunda:formKey="transfer" camunda:assignee="lead" camunda:candidateGroups="officer">'
        "<bpmn:incoming>transfer_decided_to_begin_decided_transfer</bpmn:incoming><bpmn:outgoing>transfer_to_transfer_case</bpmn:outgoing></bpmn:userTask>"
        '<bpmn:serviceTask id="transfer_case" name="移送结束" camunda:type="external" camunda:topic="case.transfer">'
        "<bpmn:incoming>transfer_to_transfer_case</bpmn:incoming><bpmn:outgoing>begin_decided_transfer_to_return_to_report_5</bpmn:outgoing>"
        "</bpmn:serviceTask>"
        '<bpmn:endEvent id="transferred" name="已移送"><bpmn:incoming>begin_decided_transfer_to_return_to_report_5</bpmn:incoming>'
        '<bpmn:terminateEventDefinition id="transferred_terminate" /></bpmn:endEvent>'
        '<bpmn:sequenceFlow id="transfer_to_transfer_case" sourceRef="transfer" targetRef="transfer_case" />'
    )
    text = text.replace(begin[0], step)
    text = text.replace("        <bpmn:incoming>begin_decided_transfer_to_return_to_report_5</bpmn:incoming>\n", "")
    text = text.replace('targetRef="begin_decided_transfer"', 'targetRef="transfer"')
    text = text.replace('sourceRef="begin_decided_transfer" targetRef="return_to_report_5"', 'sourceRef="transfer_case" targetRef="transferred"')
    text = re.sub(r"\s*<bpmn:flowNodeRef>begin_decided_transfer</bpmn:flowNodeRef>", "", text)
    text = re.sub(r'<bpmndi:BPMNShape id="begin_decided_transfer_di".*?</bpmndi:BPMNShape>', "", text, flags=re.DOTALL)
    others = {f"{name}.bpmn": (PROCESSES / f"{name}.bpmn").read_text(encoding="utf-8") for name in CALLED}
    return {"ordinary.bpmn": text, **others}


@pytest.fixture
def old(office: Office) -> Office:
    """An office whose cases follow the earlier version."""
    office.house.engine.execute(PublishProcess(root="ordinary", files=earlier()), SYSTEM)
    return office


def handed_over(office: Office, monkeypatch: pytest.MonkeyPatch) -> str:
    """A case that the earlier code decided to transfer, and that waits to be handed over."""
    case = drive(office, office.open(discovered_on="2026-09-14"), "decide")

    def decided(work: Work, case: Case) -> None:
        work.record(
            DecisionMade(case=case.id, outcome="transfer", fine=None, decided_on=work.today, person=work.actor.id, person_name="李敏", opinion="")
        )

    with monkeypatch.context() as patched:
        patched.setattr(decision, "_check_crime_road", decided)
        do(office, case, "decide", **SUSPECTED)
    assert (office.waiting(case), office.file(case).case.outcome) == (["transfer"], "transfer")
    return case


def to_police(office: Office, case: str) -> str:
    """Bring a case to the police; the answer is the transfer."""
    begun = [item.id for item in office.file(case).procedures if item.procedure == "police_transfer" and item.ended_at is None]
    found = begun[0] if begun else office.start("zhouyan", case, "police_transfer", offence="污染环境罪", standard="other", facts="涉嫌犯罪。")
    office.submit("limin", case, "appoint_team", members="zhouyan,wumin")
    office.submit("zhouyan", case, "report_crime", offence="污染环境罪", standard="超过三吨", facts="核实。", opinion="建议移送。")
    office.submit("wumin", case, "confirm_crime", confirmed="true")
    office.submit("limin", case, "decide_transfer", approved="true", capacity="presiding", opinion="同意。")
    office.submit("zhouyan", case, "deliver_crime", untested="不需要鉴定。")
    return found


def answer(office: Office, case: str, request: str, outcome: str) -> None:
    """Answer as the police do, today."""
    today = office.clock.now().date().isoformat()
    said = {"outcome": outcome, "number": "江公〔2026〕2号", "decided_on": today, "answer": "依法决定。", "contact": "潘宏"}
    office.house.engine.execute(ReplyCollaboration(case_id=case, request_id=request, data=said), office.actor("panhong"))


def sound(office: Office) -> bool:
    """Whether all proofs hold and no invariant is broken."""
    return office.faults() == [] and office.house.engine.ask(InspectCases(), SYSTEM).findings == ()


def test_a_head_who_suspects_a_crime_decides_nothing_and_begins_the_transfer(office: Office) -> None:
    case = drive(office, office.open(discovered_on="2026-09-14"), "decide")
    do(office, case, "decide", **SUSPECTED)
    view = office.file(case)
    assert (view.case.outcome, view.case.decided_on, office.waiting(case)) == (None, None, ["appoint_team", "investigation_report"])
    assert [item.result_title for item in view.opinions if item.step == "decide"] == ["涉嫌犯罪，移送公安机关"]
    assert {paper.code for paper in office.sent(case)} == {"D15", "D16", "D22"}
    assert next(clock.state for clock in view.clocks if clock.key == "decision") == "running"
    assert sound(office)


def test_what_the_police_refuse_goes_on_from_the_report(office: Office) -> None:
    case = drive(office, office.open(discovered_on="2026-09-14"), "decide")
    do(office, case, "decide", **SUSPECTED)
    answer(office, case, to_police(office, case), "refused")
    with office.refusal("case_transferred"):
        do(office, case, "investigation_report")
    office.submit("limin", case, "object_refusal", way="accept", reason="没有异议。")
    assert office.waiting(case) == ["investigation_report"]
    assert office.file(drive(office, case)).case.state == "archived"
    assert sound(office)


def test_a_suspicion_beside_a_transfer_under_way_begins_no_second_one(office: Office) -> None:
    case = drive(office, office.open(discovered_on="2026-09-14"), "legal_review")
    office.start("zhouyan", case, "police_transfer", offence="污染环境罪", standard="other", facts="涉嫌犯罪。")
    found = {"crime": "problem", "crime_remark": "疑为危险废物。", "offence": "污染环境罪"}
    do(office, case, "legal_review", **found, opinion="return", return_to="investigation", reason="查明数量。")
    assert [item.procedure for item in office.file(case).procedures] == ["police_transfer"]
    assert office.waiting(case) == ["appoint_team", "investigation"]


def test_a_case_is_not_given_up_while_it_may_be_a_crime(office: Office) -> None:
    case = drive(office, office.open(discovered_on="2026-09-14"), "investigation")
    office.start("zhouyan", case, "withdrawal", reason="not_established", facts="撤案。")
    office.submit("wumin", case, "confirm_withdrawal", confirmed="true")
    office.submit("hanlei", case, "review_withdrawal", approved="true", opinion="同意。")
    office.submit("shenyanqiu", case, "review_withdrawal_law", approved="true", opinion="同意。")
    office.start("zhouyan", case, "police_transfer", offence="污染环境罪", standard="other", facts="涉嫌犯罪。")
    with office.refusal("case_transferred"):
        office.submit("limin", case, "approve_withdrawal", approved="true", opinion="同意。")


def test_an_earlier_version_is_told_which_procedure_to_begin(old: Office) -> None:
    case = drive(old, old.open(discovered_on="2026-09-14"), "decide")
    with old.refusal("step_not_waiting", basis="移送涉嫌犯罪案件规定 3、5", field="outcome"):
        do(old, case, "decide", **SUSPECTED)
    answer(old, case, to_police(old, case), "refused")
    old.submit("limin", case, "object_refusal", way="accept", reason="没有异议。")
    assert old.file(drive(old, case)).case.state == "archived"
    assert sound(old)


def test_a_case_that_waited_to_be_handed_over_goes_to_the_police_by_their_procedure(old: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    case = handed_over(old, monkeypatch)
    with old.refusal("no_basis", basis="移送涉嫌犯罪案件规定 3、5", field="recipient"):
        old.submit("zhouyan", case, "transfer", **PLAIN)
    request = to_police(old, case)
    answer(old, case, request, "filed")
    today = old.clock.now().date().isoformat()
    old.submit("zhouyan", case, "hand_goods", handed_on=today, recipient="潘宏", receipt_no="JJ-1")
    judged: dict[str, Any] = {
        "pursued": "true",
        "body": "江川市东湖区人民法院",
        "number": "（2026）刑1号",
        "content": "判处罚金。",
        "concluded_on": today,
    }
    old.submit("zhouyan", case, "await_result", **judged)
    assert (old.file(case).case.state, old.waiting(case)) == ("transferred", ["archive_volume"])
    assert sound(old)


def test_what_comes_back_to_a_version_without_a_way_back_is_handled_in_another_case(old: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    case = handed_over(old, monkeypatch)
    answer(old, case, to_police(old, case), "refused")
    old.submit("limin", case, "object_refusal", way="accept", reason="没有异议。")
    assert (old.file(case).case.state, old.waiting(case)) == ("withdrawn", ["archive_volume"])
    assert sound(old)


def test_a_case_that_waited_to_be_handed_over_to_another_department_still_goes_there(old: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    case = handed_over(old, monkeypatch)
    with old.refusal("before_cause", field="delivered_on"):
        old.submit("zhouyan", case, "transfer", **PLAIN | {"recipient": "江川市生态环境局", "delivered_on": "2026-09-13"})
    old.submit("zhouyan", case, "transfer", **PLAIN | {"recipient": "江川市生态环境局", "delivered_on": old.clock.now().date().isoformat()})
    assert (old.file(case).case.state, old.waiting(case)) == ("transferred", ["archive_volume"])
    assert sound(old)


def test_a_report_of_a_crime_needs_no_legal_review(office: Office) -> None:
    proposed = report("2026-09-14", outcome="transfer", fine=None, offence="污染环境罪")
    case = drive(office, office.open(discovered_on="2026-09-14"), "confirm_report", investigation_report=proposed)
    do(office, case, "confirm_report")
    assert office.waiting(case) == ["appoint_team", "investigation_report"]
    assert office.file(case).procedures[0].data["facts"] == proposed["facts"]
