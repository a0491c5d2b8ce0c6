"""Orders to correct: beside the main road's own papers, what the report starts with, and the order that the decision holds."""

from typing import Any

import pytest

from engine.queries.task_page import TaskPage
from tests.office import Office

ORDER: dict[str, Any] = {"way": "notice", "facts": "油烟净化设施没有开启。", "demand": "正常使用油烟净化设施。", "until": "2026-09-18"}
SEEN: dict[str, Any] = {"place": "湖滨路18号", "present": "何秀兰", "finding": "当场查看净化设施。"}
HANDED: dict[str, Any] = {"served": "true", "way": "direct", "recipient": "何秀兰", "relation": "legal_representative", "place": "湖滨路18号"}


def ordered(office: Office, case: str, day: str = "2026-09-14", **changes: Any) -> None:
    """An order, confirmed and, where it is a paper of its own, served."""
    office.start("zhouyan", case, "correction_order", **ORDER | changes)
    office.submit("wumin", case, "confirm_correction_order", confirmed="true")
    if "serve" in office.waiting(case):
        office.submit("zhouyan", case, "serve", served_on=day, **HANDED)


def reinspected(office: Office, case: str, day: str, **found: Any) -> None:
    """Both officers look again after the term."""
    office.at(f"{day} 10:00")
    office.submit("zhouyan", case, "reinspection", inspected_on=day, **SEEN | found)
    office.submit("wumin", case, "confirm_reinspection", confirmed="true")


@pytest.mark.parametrize(
    ("found", "suggested"),
    [
        ({"result": "none", "excuse": "none"}, {"refused": True, "corrected": False}),
        ({"result": "partial", "excuse": "justified", "reason": "设备停产，正在调货。"}, {"refused": False, "corrected": False}),
        ({"result": "corrected", "corrected_on": "2026-09-18"}, {"refused": False, "corrected": True}),
        ({"result": "corrected", "corrected_on": "2026-09-19"}, {"refused": False, "corrected": False}),
    ],
)
def test_the_report_starts_with_what_the_re_inspection_found(office: Office, found: dict[str, Any], suggested: dict[str, bool]) -> None:
    case = office.play_s2(until="investigation")
    ordered(office, case)
    reinspected(office, case, "2026-09-21", **found)
    office.submit("zhouyan", case, "investigation", record="询问负责人。", next="report")
    page = office.house.engine.ask(TaskPage(case_id=case, task_id=office.task(case, "investigation_report")), office.actor("zhouyan"))
    assert {name: page.suggested[name] for name in suggested} == suggested
    assert [paper.code for paper in office.file(case).documents if paper.code == "D03"] == ["D03"]
    assert office.faults() == []


def test_an_order_and_the_notice_are_served_each_in_its_own_procedure(office: Office) -> None:
    case = office.play_s2(until="serve")
    main = office.task(case, "serve")
    office.start("zhouyan", case, "correction_order", **ORDER | {"until": "2026-10-20"})
    office.submit("wumin", case, "confirm_correction_order", confirmed="true")
    own = next(task.id for task in office.file(case).waiting if task.step == "serve" and task.id != main)
    today = office.clock.now().date()
    for task, code in ((own, "D05"), (main, "D15")):
        office.submit("zhouyan", case, task, served_on=today.isoformat(), **HANDED)
        assert {paper.code for paper in office.file(case).documents if paper.served_on} >= {code}
        assert (code == "D15") == any(paper.served_on for paper in office.file(case).documents if paper.code == "D15")
    assert office.faults() == []


def test_what_the_decision_ordered_is_followed_up_without_another_paper(office: Office) -> None:
    case = office.play_s2(until="confirm_payment")
    with office.refusal("invalid_input"):
        office.start("zhouyan", case, "correction_order", **ORDER | {"way": "decision", "facts": "", "until": "2026-10-01"})
    ordered(office, case, way="decision", facts="", until="2026-11-04")
    assert "early_reinspection" in office.waiting(case)
    reinspected(office, case, "2026-11-05", result="corrected", corrected_on="2026-11-03")
    assert not [paper for paper in office.file(case).documents if paper.code == "D05"]
    [record] = [paper for paper in office.file(case).documents if paper.code == "D03"]
    assert "江城管罚决字〔2026〕第0001号" in str(record.facts)
    assert office.file(case).procedures[-1].ended_as == "已改正"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"until": "2026-09-13"}, "until"),
        ({"until": "2026-02-30"}, "until"),
        ({"limb": "flying"}, "limb"),
        ({"facts": ""}, "facts"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_an_order_that_cannot_be_is_refused_by_its_field(office: Office, changes: dict[str, Any], field: str) -> None:
    case = office.play_s2(until="investigation")
    with office.refusal("invalid_input", field=field):
        office.start("zhouyan", case, "correction_order", **ORDER | changes)
