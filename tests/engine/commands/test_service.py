"""Service, execution and publication: failed and tried again, paid in parts, reminded, and never published what must not be."""

import pytest

from tests.course import do, drive, report
from tests.engine.citizen import citizen
from tests.engine.commands.test_case import facts
from tests.engine.conftest import Reach
from tests.office import Office

FAILED = {"served": "false", "recipient": None, "relation": None, "reason": "无人签收。"}
ANNOUNCED = FAILED | {"way": "announcement", "medium": "《江川日报》第四版", "place": None, "reason": "经营场所已搬离，邮件退回。"}


def test_a_failed_service_is_noted_and_tried_again_and_starts_no_clock(reach: Reach) -> None:
    office, case = reach("serve")
    for _ in range(3):
        assert do(office, case, "serve", **FAILED) == ["serve"]
    view = office.file(case)
    assert (len(view.services), [clock.key for clock in view.clocks]) == (0, ["clue.check", "decision"])
    assert facts(office, case).count("ServiceFailed") == 3
    assert do(office, case, "serve") == ["plea"]
    assert {clock.key for clock in office.file(case).clocks} == {"clue.check", "decision", "plea"}
    assert office.faults() == []


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"served_on": "2026-09-13"}, "before_cause", "served_on"),
        ({"served_on": "2026-09-15"}, "invalid_input", "served_on"),
        ({"place": None}, "invalid_input", "place"),
        ({"way": "retained"}, "invalid_input", "witness"),
        ({"way": "retained", "witness": "湖滨社区李主任"}, "invalid_input", "witness"),
        ({"way": "entrusted", "entrusted_to": "外县城管局"}, "invalid_input", "receipt_no"),
        ({"way": "entrusted", "receipt_no": "WT1"}, "invalid_input", "entrusted_to"),
        (ANNOUNCED, "not_served", "way"),
        ({"way": "electronic"}, "consent_required", "way"),
        ({"way": "mail"}, "invalid_input", "receipt_no"),
        ({"recipient": None}, "invalid_input", "recipient"),
        ({"served": "false"}, "invalid_input", "reason"),
    ],
)
def test_a_service_needs_its_proof(reach: Reach, changes: dict[str, str], code: str, field: str) -> None:
    office, case = reach("serve")
    with office.refusal(code, field=field):
        do(office, case, "serve", **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"way": "retained", "witness": "湖滨社区李主任、湖滨社区赵敏"},
        {"way": "mail", "receipt_no": "EMS1"},
        {"way": "forwarded", "receipt_no": "ZJ1", "forwarded_by": "prison", "entrusted_to": "江川市看守所"},
    ],
)
def test_every_way_of_service_gives_a_receipt(reach: Reach, changes: dict[str, str]) -> None:
    office, case = reach("serve")
    assert do(office, case, "serve", **changes) == ["plea"]
    view = office.file(case)
    assert view.services[0].way == changes["way"]
    assert [paper.code for paper in view.documents].count("D22") == 1


def test_who_cannot_be_found_is_served_by_announcement_on_its_last_day(reach: Reach) -> None:
    office, case = reach("serve")
    do(office, case, "serve", **FAILED)
    do(office, case, "serve", **FAILED | {"reason": "再次无人签收。"})
    with office.refusal("not_served", basis="民事诉讼法 95", field="way"):
        do(office, case, "serve", **ANNOUNCED)
    do(office, case, "serve", **FAILED | {"way": "mail", "receipt_no": "EMS1", "reason": "退回。"})
    assert do(office, case, "serve", **ANNOUNCED) == []
    clocks = {clock.key: clock for clock in office.file(case).clocks}
    due = clocks["service.announcement"].due
    assert (due is not None and due.isoformat(), "plea" in clocks) == ("2026-10-14", False)
    paper = next(paper for paper in office.file(case).documents if paper.code == "D22-2")
    assert (paper.facts or {})["reason"] == "经营场所已搬离，邮件退回，"
    office.at("2026-10-15 00:00")
    view = office.file(case)
    assert [(service.way, service.served_on) for service in view.services] == [("announcement", due)]
    assert office.waiting(case) == ["plea"]
    assert {clock.key: clock.start_on for clock in view.clocks}["plea"] == due
    receipt = next(paper.facts for paper in view.documents if paper.code == "D22") or {}
    assert (receipt["way"], receipt["announced_on"], receipt["served_at"]) == ("announcement", "2026-09-14", "2026-10-14")
    assert office.faults() == []


def test_a_fine_is_paid_in_parts_and_never_beyond(reach: Reach) -> None:
    office, case = reach("confirm_payment")
    drive(office, case, "confirm_payment")
    assert "confirm_payment" in do(office, case, "confirm_payment", amount="9500.50", receipt_no="P1")
    with office.refusal("invalid_input", field="receipt_no"):
        do(office, case, "confirm_payment", receipt_no="P1")
    with office.refusal("overpaid", field="amount"):
        do(office, case, "confirm_payment", amount="12999.51", receipt_no="P2")
    assert not office.file(case).case.settled
    assert "confirm_payment" not in do(office, case, "confirm_payment", amount="12999.50", receipt_no="P2")
    view = office.file(case)
    assert view.case.settled
    assert {clock.key: clock.state for clock in view.clocks}["payment"] == "met"
    assert office.faults() == []


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"amount": "0"}, "invalid_input", "amount"),
        ({"amount": "1.001"}, "invalid_input", "amount"),
        ({"amount": "-1"}, "invalid_input", "amount"),
        ({"amount": "22500.01"}, "overpaid", "amount"),
        ({"paid_on": "2026-09-13"}, "before_cause", "paid_on"),
        ({"paid_on": "2026-09-30"}, "invalid_input", "paid_on"),
    ],
)
def test_a_payment_that_cannot_be_is_refused(reach: Reach, changes: dict[str, str], code: str, field: str) -> None:
    office, case = reach("confirm_payment")
    with office.refusal(code, field=field):
        do(office, case, "confirm_payment", **changes)


def test_a_payment_that_does_not_come_is_reminded_and_still_taken(reach: Reach) -> None:
    office, case = reach("confirm_payment")
    office.at("2026-09-29 23:59")
    assert "payment_reminder" not in office.waiting(case)
    office.at("2026-09-30 00:00")
    assert {"confirm_payment", "payment_reminder"} <= set(office.waiting(case))
    assert "payment_reminder" not in do(office, case, "payment_reminder")
    assert facts(office, case).count("PaymentReminded") == 1
    do(office, case, "confirm_payment")
    assert office.file(case).case.settled
    assert office.faults() == []


def test_a_reminder_that_nobody_wrote_ends_with_the_payment(reach: Reach) -> None:
    office, case = reach("confirm_payment")
    office.at("2026-10-30 00:00")
    do(office, case, "confirm_payment")
    assert "payment_reminder" not in office.waiting(case)
    drive(office, case)
    assert office.file(case).case.state == "archived"


def test_a_publication_is_masked_examined_and_may_come_back(reach: Reach) -> None:
    office, case = reach("review_publication")
    assert "prepare_publication" in do(office, case, "review_publication", approved="false", opinion=None, reason="摘要不清。")
    do(office, case, "prepare_publication", summary="经营者电话13900001234。")
    do(office, case, "review_publication")
    shown = office.file(case).publications[0]
    assert "13900001234" not in str(shown.content)
    assert {clock.key: clock.state for clock in office.file(case).clocks}["publication"] == "met"


def test_what_is_not_published_says_why(reach: Reach) -> None:
    office, case = reach("prepare_publication")
    with office.refusal("invalid_input", field="reason"):
        do(office, case, "prepare_publication", publish="false", summary=None)
    do(office, case, "prepare_publication", publish="false", summary=None, reason="涉及商业秘密。")
    view = office.file(case)
    assert (view.case.withheld, view.publications) == ("涉及商业秘密。", ())
    assert {clock.key: clock.state for clock in view.clocks}["publication"] == "met"


def test_the_case_of_a_minor_is_never_published(office: Office) -> None:
    minor = report(
        "2026-09-14", fine="9000", measured="3", factors=[{"code": "minor", "evidence": ["1"]}], fine_reason="已满十四周岁不满十八周岁，从轻。"
    )
    case = drive(office, office.open(party=citizen("20100101", "小明")), "confirm_payment", investigation_report=minor)
    with office.refusal("publication_blocked", basis="个人信息保护法 28"):
        do(office, case, "prepare_publication")
    do(office, case, "prepare_publication", publish="false", summary=None, reason="当事人是未成年人。")
    assert office.file(case).publications == ()
    assert office.faults() == []


def test_papers_to_a_minor_are_received_by_the_guardian(office: Office) -> None:
    minor = {"measured": "2.6", "fine": "8000", "factors": [{"code": "minor", "evidence": ["1"]}]}
    case = drive(office, office.open(party=citizen("20090302", "小明")), "serve", investigation_report=minor)
    with office.refusal("invalid_input", field="relation"):
        do(office, case, "serve", relation="party", recipient="小明")
    do(office, case, "serve", relation="guardian", recipient="王建国")
    receipt = office.file(case).documents[-1].facts or {}
    assert (receipt["recipient"], receipt["relation"]) == ("王建国", "法定代理人（监护人）")
    assert office.faults() == []


def test_a_grown_up_is_published_without_name_and_number(office: Office) -> None:
    party = citizen()
    case = drive(office, office.open(party=party), "closing")
    shown = str(office.file(case).publications[0].content)
    assert not any(secret in shown for secret in (party["name"], party["id_number"], party["address"]))


@pytest.mark.parametrize("changes", [{"result": ""}, {"correction_checked": "true"}, {"correction_checked_on": "2026-09-14"}])
def test_closing_says_how_the_case_ended(reach: Reach, changes: dict[str, str]) -> None:
    office, case = reach("closing")
    with office.refusal("invalid_input"):
        do(office, case, "closing", **changes)
