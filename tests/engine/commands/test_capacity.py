from typing import Any

import pytest

from engine.commands.capacity import RecordCapacity
from tests.course import do, drive
from tests.engine.citizen import citizen
from tests.office import PARTY, Office

FINDING = {"capacity": "limited", "source": "court", "found_on": "2026-09-01", "evidence": "1", "reason": "江川市人民法院判决书。"}
GUARDIAN = {"role": "guardian", "name": "王秀英", "relation": "配偶", "phone": "13900005678"}


def record(office: Office, case: str, by: str = "zhouyan", **changes: Any) -> None:
    """Record what the party of a case can do by itself."""
    command = RecordCapacity(case_id=case, party_id=office.file(case).parties[0].id, data=FINDING | changes)
    office.house.engine.execute(command, office.actor(by))


@pytest.fixture
def case(office: Office) -> str:
    """A grown-up whose case is being looked into."""
    case = drive(office, office.open(party=citizen()), "investigation")
    office.evidence(case)
    return case


def test_an_adult_with_limited_capacity_is_told_nothing_before_a_guardian_is_recorded(office: Office, case: str) -> None:
    record(office, case)
    file = office.file(case)
    assert file.parties[0].capacity == "limited"
    assert file.wards == {file.parties[0].id}
    assert not file.minors
    assert file.timeline[-1].sentences == ("记录王德顺为限制民事行为能力人（人民法院判决）",)
    drive(office, case, "notice")
    with office.refusal("guardian_required", basis="民法典 21、22"):
        do(office, case, "notice")
    office.note(case, "participant", **GUARDIAN)
    drive(office, case, "serve")
    assert (office.sent(case)[0].facts or {})["party"]["guardian"] == "王秀英（配偶）"
    with office.refusal("invalid_input", field="relation"):
        do(office, case, "serve", relation="party", recipient="王德顺")
    drive(office, case, "decide", serve={"relation": "guardian", "recipient": "王秀英"})
    do(office, case, "decide")
    assert next(paper for paper in office.sent(case) if paper.code == "D19").facts["party"]["guardian"] == "王秀英（配偶）"  # type: ignore[index]
    assert office.faults() == []


def test_who_did_not_know_what_he_did_is_spared_only_with_a_guardian_to_look_after_him(office: Office, case: str) -> None:
    drive(office, case, "decide", investigation_report={"outcome": "no_penalty", "fine": None, "incapable": "true"})
    with office.refusal("guardian_required", basis="行政处罚法 31"):
        do(office, case, "decide")
    office.note(case, "participant", **GUARDIAN)
    do(office, case, "decide")
    paper = next(paper for paper in office.sent(case) if paper.code == "D21").facts or {}
    assert (paper["party"]["guardian"], paper["guardian"]) == ("王秀英（配偶）", "责令监护人严加看管和治疗。")
    assert office.faults() == []


def test_capacity_that_came_back_needs_no_guardian_any_more(office: Office, case: str) -> None:
    record(office, case, capacity="none")
    with office.refusal("invalid_input", field="capacity"):
        record(office, case, capacity="none")
    office.at("2026-09-14 10:00")
    record(office, case, capacity="full", reason="江川市人民法院判决恢复。")
    file = office.file(case)
    assert (file.wards, [row.amended for row in file.amendments]) == (frozenset(), ["无民事行为能力人", "完全民事行为能力人"])
    drive(office, case, "plea")
    assert office.faults() == []


def test_only_a_grown_up_can_lose_capacity_and_only_on_evidence(office: Office, case: str) -> None:
    with office.refusal("invalid_input", field="evidence"):
        record(office, case, evidence="9")
    with office.refusal("invalid_input", field="evidence"):
        record(office, case, evidence="")
    with office.refusal("invalid_input", field="capacity"):
        record(office, case, capacity="full")
    with office.refusal("not_allowed", basis="行政处罚法 42"):
        record(office, case, by="zhengkai")
    for party, basis in ((PARTY, "民法典 21"), (citizen("20120302", "小明"), "民法典 27")):
        other = office.open(party=party)
        office.evidence(other)
        with office.refusal("no_basis", basis=basis):
            record(office, other)


def test_who_was_told_before_the_guardian_was_known_is_told_anew(office: Office, case: str) -> None:
    drive(office, case, "decide", investigation_report={"fine": "8000", "measured": "2.6"})
    record(office, case)
    office.note(case, "participant", **GUARDIAN)
    with office.refusal("notice_required", basis="行政处罚法 44、45、62"):
        do(office, case, "decide", fine="8000")
    do(office, case, "decide", decision="return", outcome=None, fine=None, reason="重新告知监护人。")
    again: dict[str, Any] = {"investigation_report": {"fine": "8000", "measured": "2.6"}, "serve": {"relation": "guardian", "recipient": "王秀英"}}
    drive(office, case, "decide", **again)
    do(office, case, "decide", fine="8000")
    assert office.faults() == []
