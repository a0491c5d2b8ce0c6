"""Attempts at an unlawful delivery (违法送达、公示、执行的企图): service, publication, payment and their terms."""

from datetime import date
from typing import Any

from tests.course import do, drive
from tests.engine.citizen import citizen
from tests.office import PARTY, Office
from tests.processes.test_lawful import clock


def test_service_does_not_precede_its_paper_and_reaches_an_organisation_by_its_people(office: Office) -> None:
    case = drive(office, office.open(), "prepare_publication")
    with office.refusal("before_cause", field="served_on"):
        do(office, case, "serve", served_on="2026-09-13")
    with office.refusal("invalid_input"):
        do(office, case, "serve", relation="adult_relative")


def at_publication(office: Office, **clue: Any) -> str:
    """A case whose decision was served and may be published."""
    case = drive(office, office.open(**clue), "prepare_publication", investigation_report={"measured": "2.6", "fine": "8000"})
    do(office, case, "serve")
    return case


def test_what_was_not_served_is_not_published(office: Office) -> None:
    case = drive(office, office.open(), "prepare_publication")
    with office.refusal("not_served", basis="61①"):
        do(office, case, "prepare_publication")


def test_no_personal_data_are_left_in_what_is_published(office: Office) -> None:
    party = citizen(address="江川市东湖区东湖街道杏花里3栋201室", phone="13900001234")
    facts = "王德顺（住东湖街道杏花里3栋201室，电话13900001234）驾驶云A12345，排放油烟。"
    case = drive(office, office.open(party=party), "prepare_publication", investigation_report={"measured": "2.6", "fine": "8000", "facts": facts})
    do(office, case, "serve")
    do(office, case, "prepare_publication", summary="王德顺（杏花里3栋201室）油烟超标。")
    do(office, case, "review_publication")
    shown = str(office.file(case).publications[0].content)
    assert "王某某" in shown
    assert not [secret for secret in ("王德顺", "杏花里", "13900001234", "云A12345", party["id_number"]) if secret in shown]


def test_who_runs_a_stall_without_licence_is_a_natural_person(office: Office) -> None:
    stall = citizen(kind="individual_business", name="陈国富", legal_representative="陈国富")
    case = at_publication(office, party=stall)
    do(office, case, "prepare_publication", summary="陈国富油烟超标。")
    do(office, case, "review_publication")
    content = office.file(case).publications[0].content
    assert (content["party"], content["code"], "陈国富" in str(content)) == ("陈某某", None, False)


def test_nobody_who_takes_part_is_named_in_public(office: Office) -> None:
    people = {"王德顺": "joint_party", "高芳": "witness", "赵敏": "agent", "何静怡": "complainant"}
    case = office.open()
    office.note(case, "joint_party", **citizen(), part="提供设备。")
    drive(office, case, "prepare_publication", investigation_report={"measured": "2.6", "fine": "8000"})
    do(office, case, "serve")
    office.note(case, "participant", role="witness", name="高芳", address="江川市东湖区测试路9号502室")
    office.note(case, "participant", role="agent", name="赵敏", relation="职工", authority="general", phone="13900005678")
    office.note(case, "participant", role="complainant", name="何静怡")
    do(office, case, "prepare_publication", summary="与王德顺共用烟道，赵敏到场，高芳（住测试路9号502室）作证，何静怡反映。")
    do(office, case, "review_publication")
    content = office.file(case).publications[0].content
    assert content["party"] == PARTY["name"]
    assert not [name for name in (*people, "502室") if name in str(content)]


def test_nothing_of_a_minor_is_published(office: Office) -> None:
    minor = {"measured": "2.6", "fine": "8000", "factors": [{"code": "minor", "evidence": ["1"]}]}
    case = drive(office, office.open(party=citizen("20090302")), "prepare_publication", investigation_report=minor)
    do(office, case, "serve")
    with office.refusal("publication_blocked", basis="个人信息保护法 28"):
        do(office, case, "prepare_publication")
    do(office, case, "prepare_publication", publish="false", summary=None, reason="当事人是未成年人。")
    assert office.file(case).publications == ()


# ---- payment and holidays


def test_a_case_is_not_closed_before_the_fine_is_paid(office: Office) -> None:
    case = at_publication(office)
    drive(office, case, "confirm_payment")
    with office.refusal("step_not_waiting"):
        do(office, case, "closing")
    with office.refusal("overpaid", field="amount"):
        do(office, case, "confirm_payment", amount="8000.01")


def test_terms_step_over_the_national_day_and_say_where_the_table_ends(office: Office) -> None:
    office.at("2026-09-30 09:00")
    case = drive(office, office.open(), "plea")
    assert clock(office, case, "plea").due == date(2026, 10, 13)
    do(office, case, "plea")
    drive(office, case, "confirm_payment")
    service, payment, suit = (clock(office, case, key) for key in ("service", "payment", "litigation"))
    assert (service.due, payment.due) == (date(2026, 10, 15), date(2026, 10, 15))
    assert (suit.due, suit.provisional, "尚未公布" in str(suit.lines)) == (date(2027, 3, 30), True, True)
