"""Change of the party: the head agrees; who was not told is told before anything is decided, and papers say in whose place somebody stands."""

from datetime import date
from typing import Any

import pytest

from engine.queries.task_page import TaskPage, TaskView
from tests.course import AGREED, do, drive
from tests.engine.citizen import citizen
from tests.office import PARTY, Office

RENAMED = {
    "name": "炊烟里饮食管理(江川)有限公司",
    "uscc": PARTY["uscc"],
    "legal_representative": "何秀兰",
    "address": "江川市东湖区湖滨路20号",
    "change": "renamed",
    "changed_on": "2026-09-10",
    "evidence": "1",
    "told_by": "何秀兰",
    "reason": "江川市市场监督管理局准予变更登记。",
}
MERGED = RENAMED | {"name": "江川宏拓土石方工程有限公司", "uscc": "91999901MA0TE5T24A", "change": "merged", "reason": "被吸收合并。"}


def change(office: Office, case: str, said: dict[str, Any], **more: Any) -> None:
    """Apply for the change, and let the head agree."""
    office.start("zhouyan", case, "party_change", **said | more)
    office.submit("limin", case, "approve_party_change", **AGREED)


def page(office: Office, case: str, step: str) -> TaskView:
    """The page of a waiting step, as the lead sees it."""
    task = next(task for task in office.file(case).waiting if task.step == step)
    return office.house.engine.ask(TaskPage(case_id=case, task_id=task.id), office.actor("zhouyan"))


def at(office: Office, step: str) -> str:
    """A case that has come to a step."""
    return drive(office, office.open(), step)


def party_of(office: Office, case: str, code: str) -> dict[str, Any]:
    """The party as the newest paper of a kind names it."""
    newest = max((paper for paper in office.sent(case) if paper.code == code), key=lambda paper: paper.sequence or 0)
    return (newest.facts or {})["party"]  # type: ignore[no-any-return]


def test_a_company_that_is_called_otherwise_is_the_same_and_is_not_told_twice(office: Office) -> None:
    case = at(office, "plea")
    change(office, case, RENAMED)
    file = office.file(case)
    assert file.case.title == "炊烟里饮食管理(江川)有限公司 餐饮油烟超标"
    assert file.parties[0].former == "原名称炊烟里餐饮(江川)有限公司，2026年9月10日变更"
    assert (file.amendments[0].act, file.amendments[0].anew, file.amendments[0].changed_on) == ("renamed", None, date(2026, 9, 10))
    assert file.procedures[-1].ended_as == "已变更"
    drive(office, case, "confirm_payment")
    assert party_of(office, case, "D15")["name"] == PARTY["name"]
    told = party_of(office, case, "D19")
    assert (told["name"], told["former"]) == (RENAMED["name"], file.parties[0].former)
    assert office.faults() == []


def test_a_successor_is_assessed_and_told_anew_before_anything_is_decided(office: Office) -> None:
    case = at(office, "decide")
    change(office, case, MERGED)
    file = office.file(case)
    assert "须重新评定、重新告知" in "".join(sentence for moment in file.timeline for sentence in moment.sentences)
    with office.refusal("notice_required", basis="行政处罚法 44、45、62"):
        do(office, case, "decide")
    do(office, case, "decide", decision="return", outcome=None, fine=None, reason="当事人已合并，重新告知。")
    drive(office, case, "decide")
    assert party_of(office, case, "D15")["name"] == MERGED["name"]
    do(office, case, "decide")
    assert "其权利义务由本当事人承受" in party_of(office, case, "D19")["former"]
    assert office.faults() == []


def test_a_successor_who_comes_while_the_party_is_heard_sends_the_case_back(office: Office) -> None:
    case = at(office, "plea")
    change(office, case, MERGED)
    do(office, case, "plea")
    assert office.waiting(case) == ["investigation_report"]
    drive(office, case, "confirm_payment")
    assert len([paper for paper in office.sent(case) if paper.code == "D15"]) == 2
    assert office.faults() == []


def test_after_the_decision_was_served_the_successor_takes_over_its_execution(office: Office) -> None:
    case = at(office, "decide")
    do(office, case, "decide")
    with office.refusal("not_served", basis="行政处罚法 61、75②"):
        office.start("zhouyan", case, "party_change", **MERGED)
    drive(office, case, "confirm_payment")
    change(office, case, MERGED)
    file = office.file(case)
    assert (file.amendments[0].anew, file.parties[0].name) == (None, MERGED["name"])
    assert party_of(office, case, "D19")["name"] == PARTY["name"]
    drive(office, case)
    assert office.file(case).case.state == "archived"
    assert office.faults() == []


def test_who_came_of_a_division_answers_jointly_with_the_others(office: Office) -> None:
    case = at(office, "plea")
    change(office, case, MERGED, change="divided")
    assert (office.file(case).parties[0].former or "").endswith("2026年9月10日分立，由包括本当事人在内的分立后的法人承担连带债务")


def test_the_head_may_say_no(office: Office) -> None:
    case = at(office, "plea")
    office.start("zhouyan", case, "party_change", **RENAMED)
    office.submit("limin", case, "approve_party_change", approved="false", reason="没有登记机关的证明。")
    assert (office.file(case).parties[0].name, office.file(case).amendments) == (PARTY["name"], ())
    assert office.faults() == []


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (MERGED | {"change": "renamed"}, "uscc"),
        (MERGED | {"change": "corrected"}, "name"),
        (MERGED | {"uscc": PARTY["uscc"]}, "uscc"),
        (RENAMED | {"name": PARTY["name"]}, "name"),
        (RENAMED | {"evidence": "9"}, "evidence"),
        (RENAMED | {"uscc": "91999901MA0TE5T16X"}, "uscc"),
        (RENAMED | {"uscc": None, "kind": "person", **citizen()}, "kind"),
    ],
)
def test_what_is_no_such_change_is_refused(office: Office, said: dict[str, Any], field: str) -> None:
    case = at(office, "plea")
    with office.refusal("invalid_input", field=field):
        office.start("zhouyan", case, "party_change", **said)


def test_a_successor_between_assessment_and_notice_is_assessed_by_its_own_past(office: Office) -> None:
    case = at(office, "notice")
    change(office, case, MERGED)
    assert office.file(case).amendments[0].anew == 1
    with office.refusal("notice_required", basis="行政处罚法 5②、40、44"):
        do(office, case, "notice")
    assert [caution.title for caution in page(office, case, "notice").cautions] == ["须退回，重新评定"]
    do(office, case, "notice", tell="false", reason="当事人已被合并，重新评定。")
    assert office.waiting(case) == ["investigation_report"]
    assert [paper for paper in office.sent(case) if paper.code == "D15"] == []
    drive(office, case, "notice")
    assert page(office, case, "notice").cautions == ()
    drive(office, case, "decide")
    do(office, case, "decide")
    assert len([paper for paper in office.sent(case) if paper.code == "D15"]) == 1
    assert office.faults() == []


@pytest.mark.parametrize(
    ("step", "back"),
    [
        ("confirm_report", {"confirmed": "false", "opinion": None}),
        ("legal_review", {"opinion": "return", "return_to": "investigation_report", "opinion_text": None}),
        ("review_proposal", {"approved": "false", "opinion": None}),
        ("approve_proposal", {"approved": "false", "opinion": None}),
    ],
)
def test_nobody_stands_by_a_proposal_about_who_is_no_longer_there(office: Office, step: str, back: dict[str, str | None]) -> None:
    case = at(office, step)
    change(office, case, MERGED)
    with office.refusal("notice_required", basis="行政处罚法 5②、40、44"):
        do(office, case, step)
    assert do(office, case, step, **back, reason="当事人已被合并，重新评定。") == ["investigation_report"]
    drive(office, case, "plea")
    assert office.faults() == []


def test_who_is_spared_is_assessed_too(office: Office) -> None:
    case = drive(
        office,
        office.open(),
        "decide",
        investigation_report={"outcome": "no_penalty", "fine": None, "slight": "true", "corrected": "true", "harm": "none"},
    )
    change(office, case, MERGED)
    with office.refusal("notice_required", basis="行政处罚法 5②、40、44"):
        do(office, case, "decide")


def test_people_neither_merge_nor_divide(office: Office) -> None:
    case = drive(office, office.open(party=citizen()), "investigation")
    office.evidence(case)
    other = RENAMED | {"uscc": None, "legal_representative": None, "change": "merged", **citizen("19900101", "李明")}
    with office.refusal("invalid_input", field="change"):
        office.start("zhouyan", case, "party_change", **other)


def test_a_number_that_was_written_wrong_asks_for_a_new_assessment(office: Office) -> None:
    case = drive(office, office.open(party=citizen()), "notice", investigation_report={"fine": "8000", "measured": "2.6"})
    wrong = RENAMED | {"uscc": None, "legal_representative": None, "change": "corrected", **citizen("19850703")}
    change(office, case, wrong)
    assert office.file(case).amendments[0].anew == 1
    assert office.file(case).parties[0].former is None
    do(office, case, "notice", tell="false", reason="号码有误，重新评定。")
    assert office.waiting(case) == ["investigation_report"]
    assert office.faults() == []
