"""Attempts at an unlawful result (违法办案的企图): each is refused with its article, or ends as the law says."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from engine.commands.user import DisableUser, RegisterUser
from engine.model import Deadline, Document
from engine.store import tables
from tests.course import do, drive
from tests.engine.citizen import citizen
from tests.office import PARTY, Office

HARMLESS = {"harm": "slight", "corrected": "true"}
SUBMITTED = {"plea": "submitted", "received_on": "2026-09-14", "way": "written", "content": "请求从轻处罚。"}
CHANGED = {"finding": "当事人补充了新的检测报告。", "accepted": "all", "reason": None, "facts_changed": "true"}
SPARED = {"outcome": "no_penalty", "fine": None}


def hire(office: Office, login: str, *roles: str, until: date = date(2030, 1, 1)) -> str:
    """Register somebody in Donghu whose certificate ends on a day."""
    command = RegisterUser(
        login=login,
        name="临时工",
        roles=roles,
        district="donghu",
        squad="donghu-1",
        certificate=f"JC-{login}",
        certificate_from=date(2024, 1, 1),
        certificate_until=until,
        licence="A20193300009" if "legal_reviewer" in roles else None,
    )
    return office.house.engine.execute(command, office.actor("anquan"))


def papers(office: Office, case: str, code: str) -> list[Document]:
    """The documents of a kind, oldest first."""
    return sorted((paper for paper in office.file(case).documents if paper.code == code), key=lambda paper: paper.sequence or 0)


def clock(office: Office, case: str, key: str) -> Deadline:
    """A clock of the case."""
    with office.house.database.reading() as connection:
        return tables.rows(connection, Deadline, select(Deadline.__table__).where(Deadline.case_id == case, Deadline.key == key))[0]


@pytest.fixture
def renotified(office: Office) -> tuple[Office, str]:
    """A case whose facts a plea changed: told of 22,500, it is proposed anew with new facts and 30,000."""
    case = drive(office, office.open(), "plea")
    office.at("2026-09-15 09:00")
    do(office, case, "plea", **SUBMITTED | {"received_on": "2026-09-15"})
    do(office, case, "plea_review", **CHANGED)
    return office, case


# ---- notice, plea, fine


def test_nothing_is_decided_before_notice_and_plea(office: Office) -> None:
    case = drive(office, office.open(), "serve")
    with office.refusal("step_not_waiting"):
        office.submit("limin", case, "decide", fine="22500")
    do(office, case, "serve")
    with office.refusal("step_not_waiting"):
        office.submit("limin", case, "decide", fine="22500")


def test_a_plea_raises_nothing(office: Office) -> None:
    case = drive(office, office.open(), "plea_review", plea=SUBMITTED)
    with office.refusal("above_notified", basis="45②"):
        do(office, case, "plea_review", fine="23000")
    with office.refusal("invalid_input"):
        do(office, case, "plea_review", factors=[{"code": "deceit", "evidence": ["1"]}])


def test_changed_facts_go_through_report_review_and_approval(renotified: tuple[Office, str]) -> None:
    office, case = renotified
    assert office.waiting(case) == ["investigation_report"]
    with office.refusal("above_notified", basis="45②", field="fine"):
        do(office, case, "investigation_report", fine="30000")
    do(office, case, "investigation_report", fine="30000", facts="复测浓度为5.6mg/m³，限值为2.0mg/m³。", measured="5.6")
    drive(office, case, "serve")
    assert sum(task.step == "legal_review" for task in office.file(case).done) == 2
    assert [paper.facts["sanction"]["fine"] for paper in papers(office, case, "D15") if paper.facts] == ["22500", "30000"]
    assert office.file(case).case.plea is None


def test_the_old_notice_does_not_count(renotified: tuple[Office, str]) -> None:
    office, case = renotified
    do(office, case, "investigation_report", fine="30000", facts="复测浓度为5.6mg/m³，限值为2.0mg/m³。", measured="5.6")
    drive(office, case, "serve")
    office.at("2026-10-12 09:00")
    with office.refusal("step_not_waiting"):
        office.submit("limin", case, "decide", fine="30000")
    do(office, case, "serve")
    assert (clock(office, case, "plea").due, clock(office, case, "plea").state) == (date(2026, 10, 19), "running")
    office.at("2026-10-20 09:00")
    assert office.file(case).case.plea == "lapsed"
    do(office, case, "decide")
    assert office.file(case).case.fine == Decimal(30000)
    assert papers(office, case, "D19")[0].facts["notice"]["number"] == papers(office, case, "D15")[1].number  # type: ignore[index]  # Facts are there.
    assert office.faults(case) == []


def test_a_return_is_no_way_to_raise_the_fine(office: Office) -> None:
    case = drive(office, office.open(), "decide", plea=SUBMITTED)
    do(office, case, "decide", decision="return", fine=None, opinion=None, reason="太轻。")
    with office.refusal("above_notified", basis="45②"):
        do(office, case, "investigation_report", fine="30000")


def test_a_plea_after_its_term_is_not_written_as_in_time(office: Office) -> None:
    case = drive(office, office.open(), "plea")
    assert clock(office, case, "plea").due == date(2026, 9, 20)
    office.at("2026-09-21 09:00")
    with office.refusal("step_not_waiting"):
        do(office, case, "plea", **SUBMITTED)


# ---- outcomes and exemption


def test_no_breach_is_spared_without_a_ground(office: Office) -> None:
    case = drive(office, office.open(), "investigation_report")
    with office.refusal("no_basis", basis="33", field="outcome"):
        do(office, case, "investigation_report", **SPARED)
    with office.refusal("invalid_input"):
        do(office, case, "investigation_report", **SPARED, **HARMLESS)
    do(office, case, "investigation_report", **SPARED, **HARMLESS, fine_reason="初次违法，当场改正。")
    drive(office, case, "decide")
    with office.refusal("notice_required"):
        office.submit("limin", case, "decide", fine="22500")
    drive(office, case, "serve")
    assert papers(office, case, "D21")[0].facts["ground"] == "first"  # type: ignore[index]  # Facts are there.


def test_the_head_spares_nobody_without_a_ground(office: Office) -> None:
    case = drive(office, office.open(), "decide")
    with office.refusal("no_basis", basis="33"):
        office.submit("limin", case, "decide", decision="decide", outcome="no_penalty", opinion="算了。")


@pytest.mark.parametrize(
    ("facts", "ground"),
    [
        ({"no_fault": "true"}, "no_fault"),
        ({"incapable": "true"}, "incapable"),
        ({"slight": "true", "corrected": "true", "harm": "none"}, "slight"),
        ({"act_start": "2024-01-05", "act_end": "2024-01-05"}, "time_barred"),
    ],
)
def test_what_must_not_be_fined_is_spared_for_its_own_reason(office: Office, facts: dict[str, str], ground: str) -> None:
    case = drive(office, office.open(party=citizen() if ground == "incapable" else PARTY), "investigation_report")
    with office.refusal("no_basis"):
        do(office, case, "investigation_report", **facts, **({"fine": "8000"} if ground == "incapable" else {}))
    if ground == "incapable":
        office.note(case, "participant", role="guardian", name="王秀英", relation="配偶", phone="13900005678")
    do(office, case, "investigation_report", **facts, **SPARED)
    drive(office, case, "serve")
    paper = papers(office, case, "D21")[0].facts or {}
    assert paper["ground"] == ground
    assert bool(paper["guardian"]) == (ground == "incapable")


def test_a_child_is_not_fined(office: Office) -> None:
    case = drive(office, office.open(party=citizen("20130302")), "investigation_report")
    with office.refusal("no_basis", basis="行政处罚法 30"):
        do(office, case, "investigation_report", fine="8000", measured="2.6")
    do(office, case, "investigation_report", **SPARED)
    drive(office, case, "serve")
    assert papers(office, case, "D21")[0].facts["ground"] == "under_age"  # type: ignore[index]  # Facts are there.


def test_a_youth_is_fined_less(office: Office) -> None:
    case = drive(office, office.open(party=citizen("20090302")), "investigation_report")
    with office.refusal("invalid_input"):
        do(office, case, "investigation_report", fine="8000", measured="2.6")
    do(office, case, "investigation_report", fine="8000", measured="2.6", factors=[{"code": "minor", "evidence": ["1"]}])


def test_what_is_handed_on_needs_an_offence_and_no_measurement(office: Office) -> None:
    case = drive(office, office.open(), "investigation_report")
    crime: dict[str, Any] = {"outcome": "transfer", "fine": None, "measured": None, "limit": None}
    with office.refusal("invalid_input", field="offence"):
        do(office, case, "investigation_report", **crime)
    do(office, case, "investigation_report", **crime, offence="涉嫌污染环境罪")
    do(office, case, "confirm_report")
    assert "appoint_team" in office.waiting(case)


# ---- which law


@pytest.mark.parametrize(
    ("start", "end", "statute"),
    [("2026-08-01", "2026-08-14", "中华人民共和国大气污染防治法"), ("2026-08-10", "2026-08-15", "中华人民共和国生态环境法典")],
)
def test_the_papers_cite_the_law_that_governs(office: Office, start: str, end: str, statute: str) -> None:
    case = drive(office, office.open(), "serve", investigation_report={"act_start": start, "act_end": end})
    facts = papers(office, case, "D15")[0].facts or {}
    assert [item["statute"] for item in facts["basis"] + facts["violated"]] == [statute, statute]


# ---- persons


def test_certificates_are_valid_on_the_day_of_each_step(office: Office) -> None:
    hire(office, "duanqi", "officer", until=date(2026, 9, 20))
    case = office.open()
    do(office, case, "verification", second="duanqi")
    do(office, case, "confirm_verification", "duanqi")
    drive(office, case, "investigation")
    office.at("2026-09-21 09:00")
    with office.refusal("officer_invalid", basis="行政处罚法 42"):
        do(office, case, "investigation")


def test_an_officer_who_has_left_is_no_second_officer(office: Office) -> None:
    hire(office, "lizhi", "officer")
    case = office.open()
    do(office, case, "verification", second="lizhi")
    do(office, case, "confirm_verification", "lizhi")
    drive(office, case, "investigation")
    office.house.engine.execute(DisableUser(login="lizhi", reason="调离"), office.actor("anquan"))
    with office.refusal("officer_invalid"):
        do(office, case, "investigation")


def test_nobody_judges_their_own_case(office: Office) -> None:
    hire(office, "duomian", "officer", "squad_leader", "legal_reviewer", "head", "panel_member")
    case = office.open("duomian")
    do(office, case, "verification", "duomian")
    do(office, case, "confirm_verification")
    do(office, case, "case_filing", "duomian")
    with office.refusal("same_person"):
        do(office, case, "review_filing", "duomian")
    do(office, case, "review_filing")
    with office.refusal("same_person"):
        do(office, case, "approve_filing", "duomian")


def test_who_ever_reviewed_does_not_decide(office: Office) -> None:
    hire(office, "shenjue", "legal_reviewer", "head")
    case = drive(office, office.open(), "legal_review")
    returned = {"opinion": "supplement", "return_to": "investigation_report", "reason": "补正。"}
    do(office, case, "legal_review", "shenjue", **returned)
    drive(office, case, "decide")
    with office.refusal("same_person"):
        do(office, case, "decide", "shenjue")


# ---- panel


def outside(office: Office) -> str:
    """A case proposed outside its tier, which waits for the panel."""
    proposal = {"fine": "31000", "fine_reason": "社会影响恶劣。"}
    return drive(office, office.open(), "panel_discussion", investigation_report=proposal)


def test_the_head_follows_the_panel(office: Office) -> None:
    case = outside(office)
    do(office, case, "panel_discussion", fine="30500")
    with office.refusal("panel_required", basis="57②"):
        do(office, case, "decide", fine="31000")
    do(office, case, "decide", fine="30500")


def test_an_old_agreement_grants_nothing_new(office: Office) -> None:
    case = outside(office)
    do(office, case, "panel_discussion")
    office.at("2026-09-15 09:00")
    do(office, case, "decide", decision="return", fine=None, opinion=None, reason="重新研究。")
    office.at("2026-09-16 09:00")
    drive(office, case, "decide", investigation_report={"fine_reason": "情节一般。"})
    with office.refusal("outside_tier"):
        do(office, case, "decide", fine="14000")


# ---- hearing


def big(office: Office) -> str:
    """A natural person about to be fined 10,000, whom the notice tells of the right to a hearing."""
    return drive(office, office.open(party=citizen()), "plea", investigation_report={"measured": "3.9", "fine": "10000"})


def test_a_notice_with_a_hearing_is_titled_numbered_and_waited_for(office: Office) -> None:
    case = big(office)
    (notice,) = papers(office, case, "D15")
    assert (notice.title, notice.number) == ("行政处罚听证告知书", "江城管听告字〔2026〕第0001号")
    assert clock(office, case, "hearing.request").due == date(2026, 9, 20)
    assert do(office, case, "plea") == ["request_hearing"]
    with office.refusal("step_not_waiting"):
        office.submit("limin", case, "decide", fine="10000", opinion="同意。")
    office.at("2026-09-22 09:00")
    drive(office, case, "decide")
    do(office, case, "decide")
    (decision,) = papers(office, case, "D19")
    assert (decision.facts or {})["hearing"] == "当事人在法定期限内未要求听证。"


def test_a_request_for_a_hearing_stops_the_case(office: Office) -> None:
    case = big(office)
    do(office, case, "plea")
    assert do(office, case, "request_hearing", requested="requested", way="oral") == ["appoint_host"]
    office.at("2026-09-30 09:00")
    assert office.waiting(case) == ["appoint_host"]


def test_without_the_right_no_hearing_is_noted(office: Office) -> None:
    case = drive(office, office.open(), "plea")
    assert office.waiting(case) == ["plea"]


# ---- time


def test_a_late_decision_is_possible_marked_and_told_once(office: Office) -> None:
    case = drive(office, office.open(), "decide")
    office.at("2026-12-14 09:00")
    view = office.file(case)
    assert view.case.overdue
    assert sum("督办" in sentence for moment in view.timeline for sentence in moment.sentences) == 1
    do(office, case, "decide")
    assert clock(office, case, "decision").state == "met"
    assert any("作出决定：逾期，于2026-12-14履行" in moment.sentences for moment in office.file(case).timeline)


@pytest.mark.parametrize(("started", "finished"), [("2026-09-13", "2026-09-20"), ("2026-09-16", "2026-09-15")])
def test_an_appraisal_lies_within_the_case_and_ends_after_it_began(office: Office, started: str, finished: str) -> None:
    case = drive(office, office.open(), "investigation")
    office.at("2026-09-21 09:00")
    sent = {"next": "appraisal", "institution": "检测中心", "subject": "油烟", "started_on": started}
    if finished < started:
        do(office, case, "investigation", **sent)
        with office.refusal("before_cause", field="finished_on"):
            do(office, case, "appraisal", finished_on=finished)
        return
    with office.refusal("before_cause", field="started_on"):
        do(office, case, "investigation", **sent)
