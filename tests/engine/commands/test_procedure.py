"""Procedures beside the main one: who may start which when, how they run at once, and how one ends the main road."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.law import PublishProcess
from engine.commands.procedure import StartProcedure
from engine.journal.read import records
from engine.queries.diagram import CasePicture
from engine.queries.procedure import Choices
from engine.rules.standing import STANDING
from tests.engine.workflow.model import Model
from tests.office import Office

REASON: dict[str, Any] = {"reason": "not_established", "facts": "复查时净化设施正常运行，检测达标。"}


def withdrawing(office: Office, until: str = "investigation") -> tuple[str, str]:
    """A case, stopped at a step, whose officer asks to withdraw it."""
    case = office.play_s2(until=until)
    return case, office.start("zhouyan", case, "withdrawal", **REASON)


def approve(office: Office, case: str) -> None:
    """Everybody agrees to the withdrawal but the head, who is next."""
    office.submit("wumin", case, "confirm_withdrawal", confirmed="true")
    office.submit("hanlei", case, "review_withdrawal", approved="true", opinion="同意撤案。")
    office.submit("shenyanqiu", case, "review_withdrawal_law", approved="true", opinion="符合撤案条件。")


def test_a_withdrawal_ends_the_main_road_with_its_steps_and_clocks(office: Office) -> None:
    case, instance = withdrawing(office)
    assert office.waiting(case) == ["confirm_withdrawal", "investigation"]
    approve(office, case)
    assert office.submit("limin", case, "approve_withdrawal", approved="true", opinion="批准撤案。") == []
    file = office.file(case)
    assert (file.case.state, file.case.closed_on) == ("withdrawn", office.clock.now().date())
    assert [task.step for task in file.waiting] == ["archive_volume"]
    assert {clock.key: clock.state for clock in file.clocks}["decision"] == "void"
    procedure, archive = sorted(file.procedures, key=lambda item: item.id != instance)
    assert (procedure.id, procedure.name, procedure.ended_as) == (instance, "撤案（违法事实不成立）", "已撤案")
    assert (archive.name, archive.data) == ("案卷归档", {"reason": "撤案，案卷归档。"})
    assert file.timeline[-1].sentences[-1] == "撤案结束：已撤案"
    assert office.faults() == []


@pytest.mark.parametrize("cold", [False, True], ids=["hot", "cold"])
def test_both_procedures_go_on_beside_each_other_until_one_is_refused(office: Office, *, cold: bool) -> None:
    case, _ = withdrawing(office)
    steps: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("wumin", "confirm_withdrawal", {"confirmed": "true"}),
        ("zhouyan", "investigation", {"next": "report", "record": "现场复查。"}),
        ("hanlei", "review_withdrawal", {"approved": "false", "reason": "证据足以认定违法事实。"}),
    )
    for by, step, said in steps:
        if cold:
            office.house.engine.ports.hot.clear()
        office.submit(by, case, step, **said)
    file = office.file(case)
    assert [task.step for task in file.waiting] == ["investigation_report"]
    assert (file.case.state, file.procedures[0].ended_as) == ("open", "队长不同意撤案")
    assert office.faults() == []


def test_the_journal_holds_what_each_procedure_saw(office: Office) -> None:
    case, instance = withdrawing(office)
    approve(office, case)
    office.submit("limin", case, "approve_withdrawal", approved="true", opinion="批准撤案。")
    with office.house.database.reading() as connection:
        last: Any = list(records(connection, case))[-1].process
    assert last["instances"].keys() == {case, *(procedure.id for procedure in office.file(case).procedures)}
    assert last["instances"][case]["stimuli"] == [{"kind": "message", "name": "termination", "values": {}}]
    assert last["instances"][case]["ended"] == "terminated"
    assert [name for name, *_ in last["instances"][instance]["operations"]] == ["case.withdraw"]


def test_two_of_a_kind_are_two(office: Office) -> None:
    case, first = withdrawing(office)
    office.submit("wumin", case, "confirm_withdrawal", confirmed="false", reason="事实清楚。")
    office.clock.move(office.clock.now() + timedelta(minutes=1))
    second = office.start("zhouyan", case, "withdrawal", **REASON)
    assert [item.id for item in office.file(case).procedures] == [first, second]
    assert [item.ended_as for item in office.file(case).procedures] == ["协办不同意撤案", None]
    picture = office.house.engine.ask(CasePicture(case_id=case, instance=second), SYSTEM)
    assert {token.element for token in picture.drawings[0].tokens if token.state == "active"} == {"confirm_withdrawal"}


def test_who_may_start_what_and_why_not(office: Office) -> None:
    case = office.play_s2(until="verification")
    choices = {choice.procedure: choice for choice in office.house.engine.ask(Choices(case_id=case), office.actor("zhouyan"))}
    assert (choices["withdrawal"].reason or "").startswith("已立案、尚未作出决定的案件")
    with office.refusal("step_not_waiting"):
        office.start("zhouyan", case, "withdrawal", **REASON)
    office.play_s2(until="investigation")
    other = office.play_s2(until="investigation")
    assert "withdrawal" not in {choice.procedure for choice in office.house.engine.ask(Choices(case_id=other), office.actor("limin"))}
    with office.refusal("not_allowed"):
        office.start("limin", other, "withdrawal", **REASON)
    with office.refusal("step_not_waiting"):
        office.start("zhengkai", other, "withdrawal", **REASON)
    with office.refusal("not_found"):
        office.start("zhouyan", other, "ordinary", **REASON)
    with office.refusal("not_found"):
        office.start("zhouyan", other, "service", **REASON)


def test_a_wrong_form_starts_nothing(office: Office) -> None:
    case = office.play_s2(until="investigation")
    with office.refusal("invalid_input", field="reason"):
        office.start("zhouyan", case, "withdrawal", reason="because", facts="x")
    with office.refusal("invalid_input"):
        office.start("zhouyan", case, "withdrawal", **REASON, more="x")
    assert office.file(case).procedures == ()


def test_a_start_that_comes_again_starts_nothing_more_and_an_old_page_is_told(office: Office) -> None:
    case = office.play_s2(until="investigation")
    command, by = StartProcedure(case_id=case, procedure="withdrawal", data=REASON), office.actor("zhouyan")
    version = office.file(case).case.version
    first = office.house.engine.execute(command, by, key="k" * 32, expected_version=version)
    assert office.house.engine.execute(command, by, key="k" * 32, expected_version=version) == first
    with office.refusal("stale_version"):
        office.house.engine.execute(replace(command, data=REASON | {"facts": "另一份。"}), by, expected_version=version)
    assert len(office.file(case).procedures) == 1


def test_what_a_condition_may_ask_is_known_by_its_kind() -> None:
    assert STANDING["running"] == STANDING["fine"] == "number"
    assert STANDING["decided"] == "bool"
    assert "withdrawn" in STANDING["state"]


def watching(office: Office) -> None:
    """Publish a procedure that runs as long as its own clock, which a form's day starts."""
    model = Model("watch", "看管").start("begun", form="archiving").service("count", "deadline.start", deadline="seizure").user("keep", "archiving")
    model.boundary("over", "keep", 'deadline("seizure")', interrupting=True).end("kept").end("lapsed")
    model.line("begun", "count", "keep", "kept").line("over", "lapsed").started_by("officer", "filed = true")
    office.house.engine.execute(PublishProcess(root="watch", files={"watch.bpmn": model.xml().decode()}), SYSTEM)


@pytest.mark.parametrize("cold", [False, True], ids=["hot", "cold"])
def test_two_procedures_of_a_kind_have_each_their_own_clock(office: Office, *, cold: bool) -> None:
    watching(office)
    case = office.play_s2(until="appraisal")
    volume = {"volume_no": "1", "pages": "1", "term": "10年"}
    office.at("2026-09-16 09:00")
    first = office.start("zhouyan", case, "watch", **volume)
    office.at("2026-09-20 09:00")
    second = office.start("zhouyan", case, "watch", **volume)
    clocks = {clock.subject: clock.due for clock in office.file(case).clocks if clock.key == "seizure"}
    assert clocks == {first: date(2026, 10, 16), second: date(2026, 10, 20)}
    if cold:
        office.house.engine.ports.hot.clear()
    office.at("2026-10-17 09:00")
    file = office.file(case)
    assert [(item.id, item.ended_as) for item in file.procedures] == [(first, "名lapsed"), (second, None)]
    assert [task.instance for task in file.waiting if task.step == "keep"] == [second]
    assert "appraisal" in office.waiting(case)
    assert office.faults() == []


def test_a_procedure_without_a_clock_of_its_own_waits_for_the_case_s(office: Office) -> None:
    model = Model("watch", "看管").start("begun", form="archiving").timer("late", 'deadline("decision")').end("told")
    model.line("begun", "late", "told").started_by("officer", "filed = true")
    office.house.engine.execute(PublishProcess(root="watch", files={"watch.bpmn": model.xml().decode()}), SYSTEM)
    case = office.play_s2(until="investigation")
    office.start("zhouyan", case, "watch", volume_no="1", pages="1", term="10年")
    office.at("2026-12-14 09:00")
    assert [item.ended_as for item in office.file(case).procedures] == ["名told"]
    assert office.faults() == []


def test_a_revoked_penalty_ends_what_is_left_of_the_main_road(office: Office) -> None:
    case = office.play_s2(until="confirm_payment")
    office.start("zhouyan", case, "self_correction", way="revoke", ground="facts", reason="主要证据不足。")
    office.submit("shenyanqiu", case, "review_change", approved="true", opinion="应当撤销。")
    assert office.submit("limin", case, "approve_change", approved="true", opinion="同意撤销。") == ["serve"]
    file = office.file(case)
    assert (file.case.outcome, file.case.fine, file.case.state, sorted(task.step for task in file.waiting)) == (
        "revoked",
        None,
        "closed",
        ["archive_volume", "serve"],
    )
    with office.refusal("not_served", basis="行政处罚法 47"):
        office.submit("mengfan", case, "archive_volume", volume_no="2026-CX-0001", pages="60", term="30年")
    assert {paper.code: paper.state for paper in file.documents}["D19"] == "withdrawn"
    assert {clock.key: clock.state for clock in file.clocks}["payment"] == "void"
    assert office.faults() == []
