"""双公示: a row goes out with the standard fields, is answered, corrected and sent again, and recalled after a withdrawal."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from engine.commands.credit import CorrectCreditRow, ExportCreditRow, RecordCreditReceipt
from engine.model import CreditRow
from engine.queries.credit import CreditBatch, CreditRowOfNumber, CreditRows, OneCreditRow
from engine.rules.credit import FIELDS, fitting, gaps, shortened, ten_thousands
from tests.course import do, drive, today
from tests.engine.citizen import citizen
from tests.engine.commands.test_withdrawal import propose, review
from tests.engine.conftest import Reach
from tests.office import Office

REFUSED = {"accepted": "false", "answer": "法定代表人与登记不符。"}


def export(office: Office, case: str, batch: str = "b1", by: str = "songjia") -> bool:
    """Put the decision of a case into a file."""
    command = ExportCreditRow(case_id=case, publication_id=office.file(case).publications[0].id, batch=batch)
    return office.house.engine.execute(command, office.actor(by))


def row_of(office: Office, by: str = "songjia") -> CreditRow:
    """The only row."""
    (row,) = office.house.engine.ask(CreditRows(), office.actor(by)).rows
    return row


def answer(office: Office, case: str, by: str = "songjia", **changes: str) -> None:
    """Record what the credit site said of the only row."""
    data = {"accepted": "true", "answered_on": today(office)} | changes
    office.house.engine.execute(RecordCreditReceipt(case_id=case, row_id=row_of(office).id, data=data), office.actor(by))


def correct(office: Office, case: str, by: str = "songjia", field: str = "CF_FRDB", value: str = "何秀蘭") -> None:
    """Correct a field of the only row."""
    command = CorrectCreditRow(case_id=case, row_id=row_of(office).id, data={"field": field, "value": value})
    office.house.engine.execute(command, office.actor(by))


def test_a_row_goes_out_with_the_standard_fields(reach: Reach) -> None:
    office, case = reach("archived")
    assert [each.number for each in office.house.engine.ask(CreditRows(), office.actor("songjia")).due] == [office.file(case).publications[0].number]
    assert export(office, case)
    assert not export(office, case, "b2")
    row = row_of(office)
    fields = row.fields or {}
    assert list(fields) == [field.name for field in FIELDS]
    assert (fields["CF_XDR_MC"], fields["CF_XDR_LB"], fields["CF_NR_FK"], fields["CF_CFLB"]) == (
        "炊烟里餐饮(江川)有限公司",
        "法人及非法人组织",
        "2.250000",
        "罚款",
    )
    assert gaps(fields) == ()
    assert (row.state, row.batch, row.times) == ("exported", "b1", 1)
    assert office.house.engine.ask(CreditRows(), office.actor("songjia")).due == ()
    assert [each.id for each in office.house.engine.ask(CreditBatch(batch="b1"), office.actor("songjia"))] == [row.id]
    assert office.faults() == []


def test_a_natural_person_is_reported_by_name_and_published_masked(office: Office) -> None:
    person = citizen()
    case = drive(office, office.open(party=person), "prepare_publication", investigation_report={"measured": "2.6", "fine": "8000"})
    do(office, case, "serve")
    do(office, case, "prepare_publication")
    do(office, case, "review_publication")
    assert export(office, case)
    fields = row_of(office).fields or {}
    assert (fields["CF_XDR_MC"], fields["CF_XDR_ZJHM"], fields["CF_XDR_SHXYM"]) == ("王德顺", person["id_number"], "")
    assert "王德顺" not in str(office.file(case).publications[0].content)


def test_a_refused_row_is_corrected_and_sent_again_until_it_is_accepted(reach: Reach) -> None:
    office, case = reach("archived")
    export(office, case)
    answer(office, case, **REFUSED)
    assert (row_of(office).state, row_of(office).answer) == ("refused", REFUSED["answer"])
    assert not export(office, case, "b2")
    correct(office, case)
    assert export(office, case, "b2")
    row = row_of(office)
    assert ((row.fields or {})["CF_FRDB"], row.batch, row.times, row.answer) == ("何秀蘭", "b2", 2, None)
    answer(office, case)
    assert row_of(office).state == "accepted"
    assert not export(office, case, "b3")
    assert office.faults() == []


def test_what_is_withdrawn_is_recalled_at_the_credit_site(reach: Reach) -> None:
    office, case = reach("archived")
    export(office, case)
    answer(office, case)
    propose(office, case)
    review(office, case)
    assert row_of(office).state == "recalled"
    assert export(office, case, "b2")
    assert (row_of(office).fields or {})["BZ"].startswith("撤回：")
    assert office.faults() == []


def test_what_is_withdrawn_before_it_was_reported_is_never_reported(reach: Reach) -> None:
    office, case = reach("archived")
    propose(office, case)
    review(office, case)
    assert not export(office, case)


Attempt = Callable[[Office, str], object]


@pytest.mark.parametrize(
    ("attempt", "code", "field"),
    [
        (lambda office, case: answer(office, case, accepted="false"), "invalid_input", "answer"),
        (lambda office, case: answer(office, case, answered_on="2026-09-13"), "before_cause", "answered_on"),
        (lambda office, case: answer(office, case, answered_on="2030-01-01"), "invalid_input", "answered_on"),
        (lambda office, case: answer(office, case, by="baixue"), "not_found", None),
        (lambda office, case: answer(office, case, by="limin"), "not_allowed", None),
        (correct, "step_not_waiting", None),
        (lambda office, case: export(office, case, "../etc"), "invalid_input", "batch"),
        (lambda office, case: export(office, case, "b2", by="baixue"), "not_found", None),
        (lambda office, _: office.house.engine.ask(CreditBatch(batch="b1"), office.actor("baixue")), "not_found", None),
        (lambda office, _: office.house.engine.ask(OneCreditRow(row_id=row_of(office).id), office.actor("baixue")), "not_found", None),
        (lambda office, _: office.house.engine.ask(CreditRowOfNumber(number="x"), office.actor("songjia")), "not_found", None),
        (lambda office, _: office.house.engine.ask(CreditRows(), office.actor("zhouyan")), "not_allowed", None),
    ],
)
def test_what_is_not_right_leaves_nothing_behind(reach: Reach, attempt: Attempt, code: str, field: str | None) -> None:
    office, case = reach("archived")
    export(office, case)
    with office.refusal(code, field=field):
        attempt(office, case)


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("CF_FRDB", "何秀兰", "value"),
        ("CF_XDR_MC", "", "value"),
        ("CF_XDR_SHXYM", "9" * 19, "value"),
        ("CF_NR_FK", "0.1", "field"),
        ("X", "1", "field"),
    ],
)
def test_a_correction_keeps_to_the_set_of_fields(reach: Reach, field: str, value: str, wrong: str) -> None:
    office, case = reach("archived")
    export(office, case)
    answer(office, case, **REFUSED)
    with office.refusal("invalid_input", field=wrong):
        correct(office, case, field=field, value=value)


@pytest.mark.parametrize(
    ("yuan", "written"), [("19500", "1.950000"), ("0.01", "0.000001"), ("150", "0.015000"), ("1234567.89", "123.456789"), (None, "")]
)
def test_amounts_are_written_in_ten_thousands_exactly(yuan: str | None, written: str) -> None:
    assert ten_thousands(None if yuan is None else Decimal(yuan)) == written


def test_values_are_cut_to_their_fields_and_lose_line_ends() -> None:
    values = fitting({"CF_CFLB": "罚" * 101, "CF_XDR_MC": "甲" * 200, "CF_SY": "一\n二"})
    assert (values["CF_CFLB"], values["CF_XDR_MC"], values["CF_SY"]) == ("罚" * 99 + "…", "甲" * 200, "一 二")
    assert shortened(values) == ("处罚类别",)
    assert shortened(fitting(values)) == ("处罚类别",)
