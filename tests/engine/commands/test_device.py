"""Devices: four people set one up, a certificate keeps it good, and what it took outside of that is no evidence."""

from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.device import CalibrateDevice, PublishDevice, RegisterDevice, RetireDevice, ReviewDevice
from engine.queries.device import Devices, PublicDevices
from engine.rules.off_site import check_device
from tests.office import Office

NOISE = {
    "code": "DH-0003",
    "name": "荷塘路噪声监测仪",
    "kind": "noise",
    "place": "江川市东湖区荷塘路18号",
    "rank": "法律",
    "basis": "噪声污染防治法 87",
    "causes": "JC16",
}
CERTIFICATE = {"certificate": "JD-2026-118", "issuer": "江川市计量所", "valid_from": "2026-09-01", "valid_until": "2026-12-31"}
PASSED = {"passed": "true", "opinion": "符合规定。"}


def give(office: Office, by: str, command: Any) -> Any:
    """Somebody gives a command."""
    return office.house.engine.execute(command, office.actor(by))


def register(office: Office, **changes: Any) -> None:
    """The squad leader registers the noise meter."""
    give(office, "hanlei", RegisterDevice(data=NOISE | changes))


def review(office: Office, aspect: str, by: str, **changes: Any) -> None:
    """Somebody reviews it."""
    give(office, by, ReviewDevice(code="DH-0003", aspect=aspect, data=PASSED | changes))


def state(office: Office, code: str = "DH-0003") -> str:
    """How a device stands."""
    return next(view.state for view in office.house.engine.ask(Devices(), SYSTEM) if view.device.code == code)


def set_up(office: Office) -> None:
    """Everything that the law asks before the first record."""
    register(office)
    review(office, "law", "shenyanqiu")
    review(office, "technical", "shiwei")
    give(office, "shiwei", CalibrateDevice(code="DH-0003", data=CERTIFICATE))
    give(office, "songjia", PublishDevice(code="DH-0003"))


def test_a_device_is_in_use_when_four_people_did_their_part(office: Office) -> None:
    register(office)
    assert state(office) == "waiting"
    with office.refusal("not_allowed"):
        review(office, "technical", "shenyanqiu")
    review(office, "law", "shenyanqiu")
    with office.refusal("evidence_inadmissible", basis="行政处罚法 41①"):
        give(office, "songjia", PublishDevice(code="DH-0003"))
    review(office, "technical", "shiwei")
    with office.refusal("evidence_inadmissible", basis="行政处罚法 41①"):
        give(office, "songjia", PublishDevice(code="DH-0003"))
    give(office, "hanlei", CalibrateDevice(code="DH-0003", data=CERTIFICATE | {"valid_from": office.clock.now().date().isoformat()}))
    give(office, "songjia", PublishDevice(code="DH-0003"))
    assert state(office) == "in_use"
    assert [device.code for device in office.house.engine.ask(PublicDevices(), SYSTEM)] == ["DH-0001", "DH-0003"]
    assert office.faults("office") == []


def test_a_certificate_that_ended_and_the_end_of_use_are_felt(office: Office) -> None:
    set_up(office)
    office.at("2027-01-04 09:00")
    assert state(office) == "uncalibrated"
    found = {view.device.code: view.device for view in office.house.engine.ask(Devices(), SYSTEM)}["DH-0003"]
    check_device(found, "JC16", office.clock.now().date().replace(year=2026, month=12, day=31), "、".join)
    with office.refusal("evidence_inadmissible", basis="行政处罚法 41①", field="device"):
        check_device(found, "JC16", office.clock.now().date(), "、".join)
    give(
        office,
        "hanlei",
        CalibrateDevice(code="DH-0003", data=CERTIFICATE | {"certificate": "JD-2027-001", "valid_from": "2027-01-04", "valid_until": "2027-12-31"}),
    )
    assert state(office) == "in_use"
    give(office, "hanlei", RetireDevice(code="DH-0003", data={"reason": "道路改造拆除。"}))
    assert state(office) == "retired"
    found = {view.device.code: view.device for view in office.house.engine.ask(Devices(), SYSTEM)}["DH-0003"]
    with office.refusal("evidence_inadmissible", field="device"):
        check_device(found, "JC16", office.clock.now().date(), "、".join)
    with office.refusal("step_not_waiting"):
        give(office, "hanlei", CalibrateDevice(code="DH-0003", data=CERTIFICATE | {"valid_until": "2028-01-01"}))
    assert [device.code for device in office.house.engine.ask(PublicDevices(), SYSTEM)] == ["DH-0001"]
    assert office.faults("office") == []


def test_a_device_of_the_file_is_taken_over_by_the_first_thing_done_about_it(office: Office) -> None:
    assert [state(office, code) for code in ("DH-0001", "DH-0002")] == ["in_use", "waiting"]
    give(office, "shiwei", ReviewDevice(code="DH-0002", aspect="technical", data=PASSED))
    give(office, "songjia", PublishDevice(code="DH-0002"))
    assert state(office, "DH-0002") == "in_use"
    for command in (CalibrateDevice(code="DH-0001", data=CERTIFICATE), RetireDevice(code="DH-0001", data={"reason": "拆除。"})):
        with office.refusal("not_allowed"):
            give(office, "hanlei", command)
    give(office, "shiwei", CalibrateDevice(code="DH-0001", data=CERTIFICATE))
    assert state(office, "DH-0001") == "in_use"
    office.at("2027-01-04 09:00")
    assert state(office, "DH-0001") == "uncalibrated", "who once measured must go on being right"
    assert office.faults("office") == []


def test_a_failed_review_is_mended_by_registering_again(office: Office) -> None:
    register(office)
    review(office, "law", "shenyanqiu", passed="false", opinion="标志不明显。")
    assert state(office) == "refused"
    with office.refusal("step_not_waiting"):
        review(office, "technical", "shiwei")
    register(office, place="江川市东湖区荷塘路20号")
    assert state(office) == "waiting"
    review(office, "law", "shenyanqiu")
    assert office.faults("office") == []


def test_another_district_neither_certifies_nor_retires_nor_takes_a_device(office: Office) -> None:
    register(office)
    review(office, "law", "shenyanqiu", passed="false", opinion="标志不明显。")
    with office.refusal("invalid_input", field="code"):
        give(office, "jiangtao", RegisterDevice(data=NOISE))
    coming = CERTIFICATE | {"valid_from": "2026-12-01"}
    for command in (CalibrateDevice(code="DH-0003", data=coming), RetireDevice(code="DH-0003", data={"reason": "拆除。"})):
        with office.refusal("not_allowed"):
            give(office, "jiangtao", command)
    with office.refusal("not_allowed"):
        give(office, "shiwei", RetireDevice(code="DH-0003", data={"reason": "拆除。"}))
    give(office, "hanlei", RetireDevice(code="DH-0003", data={"reason": "拆除。"}))
    with office.refusal("invalid_input", field="code"):
        register(office)
    assert state(office) == "retired"
    assert office.faults("office") == []


def test_only_the_technical_reviewer_lets_a_certificate_reach_back_or_corrects_one(office: Office) -> None:
    register(office)
    with office.refusal("evidence_inadmissible", basis="行政处罚法 41①", field="valid_from"):
        give(office, "hanlei", CalibrateDevice(code="DH-0003", data=CERTIFICATE))
    give(office, "hanlei", CalibrateDevice(code="DH-0003", data=CERTIFICATE | {"valid_from": "2026-12-01"}))
    longer = CERTIFICATE | {"valid_from": "2026-12-01", "valid_until": "2028-12-31"}
    with office.refusal("evidence_inadmissible", basis="行政处罚法 41①", field="certificate"):
        give(office, "hanlei", CalibrateDevice(code="DH-0003", data=longer))
    office.at("2026-09-15 09:00")
    give(office, "shiwei", CalibrateDevice(code="DH-0003", data=CERTIFICATE | {"valid_until": "2026-12-15"}))
    device = next(view.device for view in office.house.engine.ask(Devices(), SYSTEM) if view.device.code == "DH-0003")
    [kept] = device.calibrations
    assert (kept.valid_from.isoformat(), kept.valid_until.isoformat()) == ("2026-09-01", "2026-12-15"), "the correction takes the place"
    assert office.faults("office") == []


@pytest.mark.parametrize(
    "wrong",
    [{"code": "DH-0001"}, {"causes": ""}, {"causes": "JC99"}, {"rank": "地方性法规"}, {"kind": "ear"}, {"place": ""}],
)
def test_an_entry_that_makes_no_sense_is_refused(office: Office, wrong: dict[str, str]) -> None:
    with office.refusal("invalid_input", field=next(iter(wrong))):
        register(office, **wrong)
    with office.refusal("not_found"):
        review(office, "law", "shenyanqiu")
