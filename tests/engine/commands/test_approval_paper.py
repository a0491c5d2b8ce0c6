"""Every procedure with an approval leaves its inner form: what was asked, who said what, how it ended."""

from datetime import timedelta
from typing import Any

from engine.rules.document import missing, read
from engine.rules.document.procedure_approval import ProcedureApproval
from tests.course import drive
from tests.office import Office

AGREED: dict[str, Any] = {"approved": "true", "opinion": "同意。"}


def approvals(office: Office, case: str) -> list[tuple[str, ProcedureApproval]]:
    papers = [paper for paper in office.file(case).documents if paper.code == "D14-1"]
    found = [(paper.title, read("D14-1", paper.facts or {})) for paper in papers]
    return [(title, facts) for title, facts in found if isinstance(facts, ProcedureApproval) and not missing(facts)]


def test_a_withdrawal_shows_what_was_asked_and_everybody_who_agreed(office: Office) -> None:
    case = drive(office, office.open(), "investigation")
    office.start("zhouyan", case, "withdrawal", reason="not_established", facts="复查没有超标。")
    office.submit("wumin", case, "confirm_withdrawal", confirmed="true")
    office.submit("hanlei", case, "review_withdrawal", **AGREED)
    assert approvals(office, case) == []
    office.submit("shenyanqiu", case, "review_withdrawal_law", **AGREED)
    office.submit("limin", case, "approve_withdrawal", **AGREED)
    [(title, paper)] = approvals(office, case)
    assert (title, paper.procedure, paper.subject, paper.step, paper.resolution) == ("撤案审批表", "撤案", "违法事实不成立", "撤案审批", "同意")
    [matter] = paper.matters
    assert (matter.step, matter.person) == ("申请撤案", "周岩")
    assert [(entry.label, entry.text) for entry in matter.entries] == [("撤案理由", "违法事实不成立"), ("查明的情况", "复查没有超标。")]
    assert [said.person for said in paper.signatures] == ["吴敏", "韩磊", "沈砚秋", "李敏"]
    assert office.faults() == []


def test_who_returns_an_application_ends_it_on_paper_too(office: Office) -> None:
    case = drive(office, office.open(), "investigation")
    office.start("zhouyan", case, "withdrawal", reason="not_established", facts="复查没有超标。")
    office.submit("wumin", case, "confirm_withdrawal", confirmed="true")
    office.submit("hanlei", case, "review_withdrawal", approved="false", reason="证据不足。")
    [(_, paper)] = approvals(office, case)
    assert (paper.resolution, [said.text for said in paper.signatures]) == ("退回", ["确认属实。", "证据不足。"])


def test_the_second_approval_of_a_procedure_shows_what_came_since_the_first(office: Office) -> None:
    case = office.play_s2(until="confirm_payment")
    office.start("zhouyan", case, "execution_stay", ground="third_party", facts="有人主张权利。")
    office.submit("limin", case, "approve_stay", **AGREED)
    office.clock.move(office.clock.now() + timedelta(days=1))
    office.submit("zhouyan", case, "end_stay", resumed="true", facts="第三人撤回主张。")
    office.submit("limin", case, "approve_stay_end", **AGREED)
    first, second = [paper for title, paper in approvals(office, case) if title == "中止执行审批表"]
    assert [matter.step for matter in first.matters] == ["申请中止执行"]
    assert [matter.entries[-1].text for matter in second.matters] == ["有人主张权利。", "第三人撤回主张。"]
    assert [said.step for said in second.signatures] == [second.step]


def test_who_should_go_is_named_and_not_told_by_a_key(office: Office) -> None:
    case = drive(office, office.open(), "investigation")
    office.start("zhouyan", case, "recusal", officer="wumin", applicant="own", applied_on="2026-09-14", reason="relation", facts="亲属。")
    office.submit("limin", case, "decide_recusal", granted="false", reason="不是近亲属。")
    [(title, paper)] = approvals(office, case)
    assert (title, paper.matters[0].entries[0].text, paper.resolution) == ("回避审批表", "吴敏", "退回")
    assert [entry.text for entry in paper.matters[1].entries] == ["不回避", "不是近亲属。"]
