"""Hearings: asked for in time, told of in time, held by who has no other part, and the decision rests on the record."""

from datetime import date

import pytest

from engine.actor import SYSTEM, Actor
from engine.model import Hearing
from engine.queries.agenda import Agenda
from engine.queries.case_file import CaseFile
from engine.queries.hearing import ComingHearings
from engine.queries.task_page import TaskPage
from tests.course import HEARD, do, drive, first_hearing, today
from tests.engine.citizen import citizen
from tests.engine.conftest import Reach
from tests.office import Office
from tests.web.visitor import Visitor

SET = {"meets_at": "09:30", "place": "二楼听证室"}


@pytest.fixture
def asked(office: Office) -> tuple[Office, str]:
    """A natural person about to be fined 22,500 asked for a hearing and waived the plea."""
    case = drive(office, office.open(party=citizen()), "plea")
    do(office, case, "plea")
    do(office, case, "request_hearing", requested="requested", way="oral")
    return office, case


@pytest.fixture
def told(asked: tuple[Office, str]) -> tuple[Office, str]:
    """The hearing is accepted, set on the first day possible and told."""
    office, case = asked
    do(office, case, "appoint_host")
    do(office, case, "set_hearing")
    assert do(office, case, "serve") == ["hold_hearing"]
    return office, case


def hearing(office: Office, case: str) -> Hearing:
    found = office.file(case).hearings
    return found[-1]


def to_the_day(office: Office, case: str) -> str:
    day = str(hearing(office, case).meets_on)
    office.at(f"{day} 11:00")
    return day


def test_seven_clear_working_days_lie_between(asked: tuple[Office, str]) -> None:
    office, case = asked
    do(office, case, "appoint_host")
    assert first_hearing("2026-09-29") == "2026-10-15"
    first = date.fromisoformat(first_hearing(today(office)))
    with office.refusal("hearing_too_early", basis="行政处罚法 64(2)", field="meets_on"):
        do(office, case, "set_hearing", meets_on=str(date.fromordinal(first.toordinal() - 1)))
    with office.refusal("hearing_too_early", field="meets_on"):
        do(office, case, "set_hearing", meets_on="2026-09-27")
    assert do(office, case, "set_hearing", meets_on=str(first)) == ["serve"]


def test_a_notice_that_comes_late_sets_another_day(asked: tuple[Office, str]) -> None:
    office, case = asked
    do(office, case, "appoint_host")
    do(office, case, "set_hearing")
    office.at("2026-09-16 09:00")
    assert do(office, case, "serve") == ["set_hearing"]
    assert do(office, case, "set_hearing") == ["serve"]
    assert do(office, case, "serve") == ["hold_hearing"]
    assert len([paper for paper in office.file(case).documents if paper.code == "D17"]) == 2
    assert office.faults() == []


@pytest.mark.parametrize("host", ["zhouyan", "shenyanqiu", "limin"])
def test_who_has_another_part_holds_no_hearing(asked: tuple[Office, str], host: str) -> None:
    office, case = asked
    with office.house.database.engine.begin() as connection:
        connection.exec_driver_sql("""UPDATE "user" SET roles = json_insert(roles, '$[#]', 'hearing_host') WHERE login = ?""", (host,))
    with office.refusal("same_person", field={"limin": "decider"}.get(host, "host")):
        do(office, case, "appoint_host", host=host)


def test_who_was_recused_does_not_record_the_hearing(asked: tuple[Office, str]) -> None:
    office, case = asked
    office.start(
        "hanlei", case, "recusal", officer="wumin", applicant="office", applied_on=today(office), reason="relation", facts="与当事人有亲属关系。"
    )
    office.submit("limin", case, "decide_recusal", granted="true", replacement="zhengkai", reason="情况属实。")
    with office.house.database.engine.begin() as connection:
        connection.exec_driver_sql("""UPDATE "user" SET roles = json_insert(roles, '$[#]', 'hearing_host') WHERE login = 'wumin'""")
    with office.refusal("officer_recused", field="recorder", basis="行政处罚法 43"):
        do(office, case, "appoint_host", recorder="wumin")


def test_the_host_sees_the_case_when_named_and_nobody_else_of_the_role(asked: tuple[Office, str]) -> None:
    office, case = asked
    with office.refusal("not_found"):
        office.house.engine.ask(CaseFile(case_id=case), office.actor("heyan"))
    do(office, case, "appoint_host")
    assert office.house.engine.ask(CaseFile(case_id=case), office.actor("heyan")).case.id == case
    with office.refusal("step_not_waiting"):
        do(office, case, "set_hearing", by="suqing")
    with office.refusal("not_allowed"):
        do(office, case, "set_hearing", by="zhouyan")


def test_the_hearing_is_held_reported_reviewed_and_stated(told: tuple[Office, str]) -> None:
    office, case = told
    assert next(clock for clock in office.file(case).clocks if clock.key == "decision").state == "suspended"
    with office.refusal("before_cause", field="held_on"):
        do(office, case, "hold_hearing")
    to_the_day(office, case)
    do(office, case, "hold_hearing")
    assert do(office, case, "report_hearing") == ["review_hearing"]
    assert next(clock for clock in office.file(case).clocks if clock.key == "decision").state == "running"
    do(office, case, "review_hearing")
    drive(office, case, "decide")
    do(office, case, "decide")
    papers = {paper.code: paper.facts or {} for paper in office.file(case).documents}
    assert {"D17", "D17A", "D17B", "D17C"} <= papers.keys()
    assert papers["D17A"]["named"] not in papers["D17"]["party"]["name"]
    assert "公开举行听证，何岩主持" in papers["D19"]["hearing"]
    assert office.faults() == []


def test_a_review_that_does_not_pass_goes_back_and_the_party_is_told_anew(told: tuple[Office, str]) -> None:
    office, case = told
    to_the_day(office, case)
    do(office, case, "hold_hearing")
    do(office, case, "report_hearing", finding="reinvestigate")
    back = {"opinion": "return", "return_to": "investigation_report", "reason": "请补充调查。"}
    assert do(office, case, "review_hearing", **back) == ["investigation_report"]
    drive(office, case, "plea")
    assert sorted(office.waiting(case)) == ["plea", "request_hearing"]
    do(office, case, "plea")
    assert do(office, case, "request_hearing") == ["convene_panel"]
    assert office.faults() == []


def test_evidence_from_after_the_hearing_needs_a_new_notice(told: tuple[Office, str]) -> None:
    office, case = told
    to_the_day(office, case)
    for step in ("hold_hearing", "report_hearing"):
        do(office, case, step)
    office.at("2026-10-20 09:00")
    office.evidence(case)
    do(office, case, "review_hearing")
    drive(office, case, "decide")
    with office.refusal("notice_required", basis="行政处罚法 44、65"):
        do(office, case, "decide")


@pytest.mark.parametrize(("result", "state", "word"), [("withdrawn", "withdrawn", "又撤回"), ("absent", "absent", "无正当理由未出席")])
def test_who_withdraws_or_stays_away_has_no_hearing(told: tuple[Office, str], result: str, state: str, word: str) -> None:
    office, case = told
    day = today(office) if result == "withdrawn" else to_the_day(office, case)
    gone = dict.fromkeys(HEARD) | {"result": result, "held_on": day, "reason": "没有说明理由。"}
    assert do(office, case, "hold_hearing", **gone) == ["convene_panel"]
    assert hearing(office, case).state == state
    assert next(clock for clock in office.file(case).clocks if clock.key == "decision").state == "running"
    drive(office, case, "decide")
    do(office, case, "decide")
    decision = next(paper for paper in office.file(case).documents if paper.code == "D19")
    assert word in (decision.facts or {})["hearing"]
    assert office.faults() == []


def test_an_adjourned_hearing_is_told_anew(told: tuple[Office, str]) -> None:
    office, case = told
    day = to_the_day(office, case)
    late = dict.fromkeys(HEARD) | {"result": "adjourned", "held_on": day, "reason": "通知新的证人到场。"}
    assert do(office, case, "hold_hearing", **late) == ["set_hearing"]
    assert do(office, case, "set_hearing") == ["serve"]
    do(office, case, "serve")
    with office.refusal("before_cause", field="held_on"):
        do(office, case, "hold_hearing")
    assert office.faults() == []


def test_the_head_decides_on_a_challenged_host(told: tuple[Office, str]) -> None:
    office, case = told
    day = to_the_day(office, case)
    late = dict.fromkeys(HEARD) | {"result": "challenged", "held_on": day, "reason": "当事人认为主持人与本案有利害关系。"}
    assert do(office, case, "hold_hearing", **late) == ["appoint_host"]
    assert do(office, case, "appoint_host", host="suqing", recorder="heyan", opinion="应当回避。") == ["set_hearing"]
    with office.refusal("step_not_waiting"):
        do(office, case, "set_hearing")
    assert do(office, case, "set_hearing", by="suqing") == ["serve"]


def test_a_secret_is_not_announced(asked: tuple[Office, str]) -> None:
    office, case = asked
    do(office, case, "appoint_host", public="trade")
    do(office, case, "set_hearing")
    papers = {paper.code: paper.facts or {} for paper in office.file(case).documents}
    assert "D17A" not in papers
    assert papers["D17"]["closed"] == "涉及商业秘密"


def test_a_request_counts_from_the_notice_and_in_its_term(reach: Reach) -> None:
    office, case = reach("plea")
    assert office.waiting(case) == ["plea"]
    assert office.house.engine.ask(CaseFile(case_id=case), SYSTEM).hearings == ()


def test_the_public_is_told_of_a_hearing_until_it_is_held(told: tuple[Office, str]) -> None:
    office, case = told
    (shown,) = office.house.engine.ask(ComingHearings(), Actor(id="public", name="公众"))
    assert (shown.party, shown.meets_at, shown.place) == ("王某某", "09:30", "二楼听证室")
    page = Visitor(office.house).get("/public/hearings")
    assert "王某某" in page.text
    assert "王德顺" not in page.text
    assert shown.cause in page.text
    to_the_day(office, case)
    do(office, case, "hold_hearing")
    assert office.house.engine.ask(ComingHearings(), Actor(id="public", name="公众")) == ()
    assert "近期没有公开举行的听证" in Visitor(office.house).get("/public/hearings").text


def test_what_is_not_public_is_not_announced(asked: tuple[Office, str]) -> None:
    office, case = asked
    do(office, case, "appoint_host", public="privacy")
    do(office, case, "set_hearing")
    assert office.house.engine.ask(ComingHearings(), SYSTEM) == ()


def test_the_form_says_from_when_on_and_why(asked: tuple[Office, str]) -> None:
    office, case = asked
    do(office, case, "appoint_host")
    task = next(task for task in office.file(case).waiting if task.step == "set_hearing")
    view = office.house.engine.ask(TaskPage(case_id=case, task_id=task.id), office.actor("heyan"))
    assert view.earliest is not None
    assert str(view.earliest.due) == first_hearing(today(office))
    assert any("首尾两日都不计" in line.why for line in view.earliest.lines)


def test_the_case_shows_the_hearing_and_every_clock_explains_itself(told: tuple[Office, str]) -> None:
    office, case = told
    visitor = Visitor(office.house).log_in("heyan")
    page = visitor.get(f"/cases/{case}").text
    assert "何岩，苏晴记录" in page
    assert "已通知" in page
    clocks = [clock for clock in office.file(case).clocks if clock.key == "hearing.notice"]
    assert len(clocks) == 1
    for clock in office.file(case).clocks:
        assert visitor.get(f"/cases/{case}/deadlines/{clock.name}").status == 200


def test_a_hearing_after_its_first_possible_day_is_not_late(asked: tuple[Office, str]) -> None:
    office, case = asked
    do(office, case, "appoint_host")
    do(office, case, "set_hearing", meets_on="2026-10-15")
    do(office, case, "serve")
    office.at("2026-10-14 09:00")
    [clock] = [clock for clock in office.file(case).clocks if clock.key == "hearing.notice"]
    assert (clock.state, clock.level) == ("expired", "over")
    for view in ("overdue", "all"):
        page = office.house.engine.ask(Agenda(view=view, key="hearing.notice"), office.actor("zhouyan"))
        assert page.total == 0
    to_the_day(office, case)
    do(office, case, "hold_hearing")
    said = [sentence for moment in office.file(case).timeline for sentence in moment.sentences if sentence.startswith("听证通知：")]
    assert said == ["听证通知：于2026-10-15办理"]
    assert office.faults() == []
