"""Electronic service rests on a confirmation that the party signed, and on nothing else. Source: 行政处罚法 Art. 61(2)."""

from typing import Any

from engine.commands.address_confirmation import ConfirmAddress
from tests.course import do
from tests.engine.conftest import Reach
from tests.office import Office

CONFIRMED: dict[str, Any] = {
    "name": "何秀兰",
    "relation": "representative",
    "address": "江川市东湖区湖滨路18号二层",
    "phone": "13900005678",
    "channel": "email",
    "electronic": "he@yanli.example",
    "signed": "true",
}
ONLINE: dict[str, Any] = {"way": "electronic", "place": None}


def confirm(office: Office, case: str, by: str = "zhouyan", **changes: Any) -> str:
    return office.house.engine.execute(ConfirmAddress(case_id=case, data=CONFIRMED | changes), office.actor(by))


def test_without_a_confirmation_nothing_is_served_electronically(reach: Reach) -> None:
    office, case = reach("serve")
    with office.refusal("consent_required", basis="行政处罚法 61②", field="way"):
        do(office, case, "serve", **ONLINE)
    confirm(office, case, channel=None, electronic=None)
    with office.refusal("consent_required"):
        do(office, case, "serve", **ONLINE)
    confirm(office, case)
    do(office, case, "serve", **ONLINE)
    receipt = next(paper for paper in office.file(case).documents if paper.code == "D22").facts or {}
    assert (receipt["reference"], receipt["place"]) == ("he@yanli.example", "he@yanli.example")
    assert "送达地址确认书（江城管送字〔2026〕第0002号）" in receipt["consent"]
    assert office.faults() == []


def test_a_consent_binds_from_the_day_on_which_it_was_signed(reach: Reach) -> None:
    office, case = reach("serve")
    served_on = str(office.clock.now().date())
    office.at(f"{office.clock.now():%Y-%m}-28 09:00")
    confirm(office, case)
    with office.refusal("consent_required"):
        do(office, case, "serve", **ONLINE, served_on=served_on)


def test_what_is_not_signed_is_no_confirmation(reach: Reach) -> None:
    office, case = reach("investigation")
    with office.refusal("invalid_input", field="signed"):
        confirm(office, case, signed="")
    with office.refusal("invalid_input", field="electronic"):
        confirm(office, case, electronic=None)
    with office.refusal("invalid_input", field="electronic"):
        confirm(office, case, channel=None)


def test_what_is_mailed_goes_to_the_confirmed_address(reach: Reach) -> None:
    office, case = reach("serve")
    confirm(office, case)
    do(office, case, "serve", way="mail", receipt_no="EMS1", place=None)
    receipt = next(paper for paper in office.file(case).documents if paper.code == "D22").facts or {}
    assert receipt["place"] == "江川市东湖区湖滨路18号二层"
