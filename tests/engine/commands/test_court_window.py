"""The three months to ask the court run from the end of the remedies, or from the end of a grace that lasts longer."""

from typing import Any

from engine.actor import SYSTEM
from engine.proof.audit import InspectCases
from engine.queries.task_page import TaskPage
from engine.queries.worklist import Worklist
from tests.office import Office
from web.words import governing

SERVED: dict[str, Any] = {"served": "true", "way": "direct", "recipient": "何秀兰", "relation": "legal_representative", "place": "湖滨路18号"}


def test_after_a_deferral_they_run_from_its_end(office: Office) -> None:
    case = office.play_s2(until="confirm_payment")
    office.at("2026-11-10 09:00")
    parts = [{"due_on": "2027-06-30", "amount": "19500"}]
    office.start("zhouyan", case, "deferral", applied_on="2026-11-10", reason="停业。", checked="on", parts=parts)
    office.submit("limin", case, "approve_deferral", approved="true", opinion="同意。")
    office.submit("zhouyan", case, "serve", served_on="2026-11-10", **SERVED)
    office.at("2027-07-01 09:00")
    office.submit("zhouyan", case, "payment_reminder", reminded_on="2027-07-01", way="电话")
    office.submit("zhouyan", case, "demand", checked="on")
    office.submit("zhouyan", case, "serve", served_on="2027-07-01", **SERVED)
    office.at("2027-08-20 09:00")
    office.submit("zhouyan", case, "apply_to_court", course="apply", plea="none", subject="有基本账户。")
    [window] = [clock for clock in office.file(case).clocks if clock.key == "court.application"]
    assert str(window.due) == "2027-09-30"
    assert office.faults() == []


def overdue(office: Office) -> str:
    """S2 unpaid after the party let its terms pass on 2027-04-28, with a demand that ran out."""
    case = office.play_s2(until="confirm_payment")
    office.note(case, "participant", role="interested", name="孙建业", relation="相邻住户")
    office.at("2027-04-29 09:00")
    office.submit("zhouyan", case, "payment_reminder", reminded_on="2027-04-29", way="电话")
    office.submit("zhouyan", case, "demand", checked="on")
    office.submit("zhouyan", case, "serve", served_on="2027-04-29", **SERVED)
    office.at("2027-05-20 09:00")
    return case


def window(office: Office, case: str) -> tuple[str, str]:
    """State and last day of the months to ask the court."""
    return next((clock.state, str(clock.due)) for clock in office.file(case).clocks if clock.key == "court.application")


def test_the_remedy_of_another_neither_takes_them_away_nor_holds_the_application_up(office: Office) -> None:
    case = overdue(office)
    told = window(office, case)
    assert told[0] == "running"
    suit: dict[str, Any] = {"court": "江川市人民法院", "number": "〔2027〕行初12号", "claim": "处罚过轻。", "stayed": "false", "applicant": "孙建业"}
    office.start("zhouyan", case, "litigation", **suit, filed_on="2027-05-20", received_on="2027-05-20")
    assert window(office, case) == told
    cautions = [
        caution.title
        for caution in office.house.engine.ask(TaskPage(case_id=case, task_id=office.task(case, "apply_to_court")), office.actor("zhouyan")).cautions
    ]
    assert "利害关系人的复议、诉讼没有结束" in cautions
    office.submit(
        "zhouyan", case, "write_defence", facts="油烟超标。", law="生态环境法典。", procedure="合法。", request="维持。", evidence="检测报告一份"
    )
    office.submit("limin", case, "approve_defence", approved="true", opinion="同意。")
    office.submit("zhouyan", case, "apply_to_court", course="apply", plea="none", subject="有基本账户。")
    office.submit("limin", case, "sign_court_application", approved="true", opinion="同意。")
    ended: dict[str, Any] = {"result": "withdrawn", "document_no": "〔2027〕行初12号", "decided_on": "2027-05-20", "received_on": "2027-05-20"}
    office.submit("zhouyan", case, "first_judgment", **ended)
    assert office.faults() == []
    assert office.house.engine.ask(InspectCases(), SYSTEM).findings == ()


def test_the_remedy_of_the_party_takes_them_away_while_it_lasts(office: Office) -> None:
    case = overdue(office)
    suit: dict[str, Any] = {"court": "江川市人民法院", "number": "〔2027〕行初12号", "claim": "请求撤销。", "stayed": "false"}
    office.start("zhouyan", case, "litigation", **suit, filed_on="2027-05-20", received_on="2027-05-20")
    assert window(office, case)[0] == "void"
    with office.refusal("remedies_open", basis="行政强制法 53"):
        office.submit("zhouyan", case, "apply_to_court", course="apply", plea="none", subject="有基本账户。")


def test_a_suit_that_came_late_and_was_withdrawn_gives_back_only_what_it_took(office: Office) -> None:
    case = overdue(office)
    assert window(office, case) == ("running", "2027-07-28")
    suit: dict[str, Any] = {"court": "江川市人民法院", "number": "〔2027〕行初12号", "claim": "请求撤销。", "stayed": "false"}
    office.start("zhouyan", case, "litigation", **suit, filed_on="2027-05-20", received_on="2027-05-20")
    office.submit(
        "zhouyan", case, "write_defence", facts="油烟超标。", law="生态环境法典。", procedure="合法。", request="维持。", evidence="检测报告一份"
    )
    office.submit("limin", case, "approve_defence", approved="true", opinion="同意。")
    office.at("2027-06-10 09:00")
    ended: dict[str, Any] = {"result": "withdrawn", "document_no": "〔2027〕行初12号", "decided_on": "2027-06-10", "received_on": "2027-06-10"}
    office.submit("zhouyan", case, "first_judgment", **ended)
    # Three months from 28 April, without the 22 days from 20 May to 10 June.
    assert window(office, case) == ("running", "2027-08-19")
    assert office.faults() == []
    assert office.house.engine.ask(InspectCases(), SYSTEM).findings == ()


def test_an_application_in_time_that_was_withdrawn_leaves_them_from_the_end_of_the_suit(office: Office) -> None:
    case = office.play_s2(until="confirm_payment")
    office.at("2026-12-01 09:00")
    asked: dict[str, Any] = {"via": "organ", "organ": "江川市人民政府", "claim": "请求撤销。", "filed_on": "2026-12-01"}
    office.start("zhouyan", case, "reconsideration", **asked)
    told: dict[str, Any] = {"accepted": "true", "number": "江政复〔2026〕88号", "way": "ordinary", "stayed": "false", "received_on": "2026-12-01"}
    office.submit("zhouyan", case, "receive_reconsideration", **told)
    office.submit(
        "zhouyan", case, "write_reply", facts="油烟超标。", law="生态环境法典。", procedure="合法。", request="维持。", evidence="检测报告一份"
    )
    office.submit("limin", case, "approve_reply", approved="true", opinion="同意。")
    office.at("2027-05-10 09:00")
    ended: dict[str, Any] = {"result": "withdrawn", "document_no": "江政复终〔2027〕8号", "decided_on": "2027-05-10", "received_on": "2027-05-10"}
    office.submit("zhouyan", case, "record_reconsideration", **ended)
    # The term of suit ended on 28 April while the application was pending: until 10 May nobody could ask, for twelve days.
    assert window(office, case) == ("running", "2027-08-09")
    assert office.faults() == []
    assert office.house.engine.ask(InspectCases(), SYSTEM).findings == ()


def test_they_do_not_begin_once_the_execution_has_ended(office: Office) -> None:
    case = office.play_s2(until="confirm_payment")
    office.at("2026-11-16 09:00")
    office.start("zhouyan", case, "execution_end", ground="ended", facts="公司已经注销，没有财产，没有义务承受人。")
    office.submit("limin", case, "approve_end", approved="true", opinion="同意终结。")
    office.at("2027-05-20 09:00")
    assert [clock.state for clock in office.file(case).clocks if clock.key == "litigation"] == ["expired"]
    assert [clock.key for clock in office.file(case).clocks if clock.key == "court.application"] == []


def test_where_a_judgment_is_enforced_the_step_and_the_worklist_name_its_window(office: Office) -> None:
    case = overdue(office)
    suit: dict[str, Any] = {"court": "江川市人民法院", "number": "〔2027〕行初12号", "claim": "罚款过重。", "stayed": "false"}
    office.start("zhouyan", case, "litigation", **suit, filed_on="2027-05-20", received_on="2027-05-20")
    office.submit(
        "zhouyan", case, "write_defence", facts="油烟超标。", law="生态环境法典。", procedure="合法。", request="维持。", evidence="检测报告一份"
    )
    office.submit("limin", case, "approve_defence", approved="true", opinion="同意。")
    ended: dict[str, Any] = {"result": "changed", "fine": "15000", "document_no": "〔2027〕行初12号", "decided_on": "2027-06-10"}
    office.at("2027-06-10 09:00")
    office.submit("zhouyan", case, "first_judgment", **ended, received_on="2027-06-10")
    office.at("2027-06-28 09:00")
    [judged] = [clock for clock in office.file(case).clocks if clock.key == "court.judgment" and clock.state == "running"]
    actor, ask = office.actor("zhouyan"), office.house.engine.ask
    task = ask(TaskPage(case_id=case, task_id=office.task(case, "apply_to_court")), actor)
    [item] = [item for item in ask(Worklist(), actor).items if item.step == "apply_to_court"]
    assert task.governing == "court.judgment"
    assert item.clock is not None
    assert (item.clock.key, item.clock.due) == ("court.judgment", judged.due)
    assert governing(task.task, task.file.clocks) == item.clock
