"""Certificates: what ends stops enforcement on that day, what is renewed lets it go on; reviewers need their licence."""

from datetime import timedelta
from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.certificate import RecordLicence, RenewCertificate, RestoreCertificate, SuspendCertificate, WithdrawCertificate
from engine.commands.command import Command
from engine.queries.roster import Roster
from tests.course import do
from tests.engine.conftest import Reach
from tests.office import Office


def give(office: Office, command: Command[Any], by: str = "anquan") -> None:
    """Give a command as the security administrator."""
    office.house.engine.execute(command, office.actor(by))


def renewal(office: Office, login: str = "zhouyan", **changes: str) -> RenewCertificate:
    """A renewal that begins on the day after the present term."""
    data = {"number": "JC9101", "valid_from": "2029-01-01", "valid_until": "2033-12-31", "reason": "省局换发。"} | changes
    return RenewCertificate(user_id=office.actor(login).id, data=data)


def test_an_expired_certificate_stops_enforcement_and_a_renewal_lets_it_go_on(office: Office) -> None:
    office.clock.move(office.clock.now().replace(year=2029, month=1, day=2))
    with office.refusal("officer_invalid", basis="行政处罚法 42"):
        office.open()
    assert "周岩" in {member.user.name for member in office.house.engine.ask(Roster(view="expired"), SYSTEM).members}
    give(office, renewal(office))
    case = office.open()
    assert office.file(case).case.lead_name == "周岩"
    assert office.faults() == []


def test_a_renewal_in_time_keeps_the_present_term(office: Office) -> None:
    give(office, renewal(office))
    office.open()
    found = office.house.engine.ask(Roster(text="JC9101"), SYSTEM).members[0].user
    assert (str(found.certificate_from), str(found.certificate_until)) == ("2024-01-01", "2033-12-31")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"valid_from": "2029-01-02"}, "valid_from"),
        ({"valid_from": "2026-01-01", "valid_until": "2025-12-31"}, "valid_until"),
        ({"number": "JC0101", "valid_from": "2026-01-01", "valid_until": "2027-12-31"}, "valid_until"),
        ({"number": "J C"}, "number"),
        ({"valid_until": "2033-02-30"}, "valid_until"),
        ({"reason": ""}, "reason"),
    ],
)
def test_a_renewal_is_right_or_leaves_nothing(office: Office, changes: dict[str, str], field: str) -> None:
    with office.refusal("invalid_input", field=field):
        give(office, renewal(office, **changes))


def test_a_suspended_certificate_is_none_until_it_is_given_back(reach: Reach) -> None:
    office, case = reach("notice")
    person, day = office.actor("wumin").id, f"{office.clock.now():%Y-%m-%d}"
    give(office, SuspendCertificate(user_id=person, data={"suspended_from": day, "reason": "接受调查。"}))
    with office.refusal("officer_invalid"):
        do(office, case, "notice")
    with office.refusal("invalid_input", field="suspended_from"):
        give(office, SuspendCertificate(user_id=person, data={"suspended_from": "2026-01-01", "reason": "接受调查。"}))
    give(office, RestoreCertificate(user_id=person, data={"reason": "调查结束。"}))
    with office.refusal("invalid_input", field="reason"):
        give(office, RestoreCertificate(user_id=person, data={"reason": "调查结束。"}))
    do(office, case, "notice")
    assert office.faults("office") == []


def test_a_withdrawn_certificate_ends_on_its_day(office: Office) -> None:
    person = office.actor("zhouyan").id
    give(office, WithdrawCertificate(user_id=person, data={"withdrawn_on": "2026-09-15", "reason": "调离执法岗位。"}))
    office.open()
    office.at("2026-09-15 09:00")
    with office.refusal("officer_invalid"):
        office.open()
    with office.refusal("invalid_input", field="reason"):
        give(office, WithdrawCertificate(user_id=person, data={"withdrawn_on": "2026-09-16", "reason": "再次。"}))
    give(office, renewal(office, valid_from="2026-09-15"))
    office.open()


def test_a_reviewer_without_licence_does_not_review(reach: Reach) -> None:
    office, case = reach("legal_review")
    with office.house.database.writing() as connection:
        connection.exec_driver_sql("UPDATE user SET licence = NULL WHERE login = 'shenyanqiu'")
        connection.commit()
    with office.refusal("officer_invalid", basis="行政处罚法 58②"):
        do(office, case, "legal_review")
    person = office.actor("shenyanqiu").id
    with office.refusal("invalid_input", field="licence"):
        give(office, RecordLicence(user_id=person, data={"reviewer_since": "2018-01-01"}))
    give(office, RecordLicence(user_id=person, data={"licence": "A20199999010101"}))
    do(office, case, "legal_review")


def test_certificates_that_end_soon_are_listed(office: Office) -> None:
    office.at("2026-11-01 09:00")
    views = {view: {member.user.name for member in office.house.engine.ask(Roster(view=view), SYSTEM).members} for view in ("30", "60", "90")}
    assert views == {"30": set(), "60": {"陈立"}, "90": {"陈立"}}
    office.at("2026-11-25 09:00")
    assert [member.left for member in office.house.engine.ask(Roster(view="30"), SYSTEM).members] == [25]


def suspension(office: Office, login: str, begins: str, ends: str) -> SuspendCertificate:
    """A suspension with both its days."""
    return SuspendCertificate(user_id=office.actor(login).id, data={"suspended_from": begins, "suspended_until": ends, "reason": "核查。"})


def verification(day: str) -> dict[str, Any]:
    """A verification by the two officers on a day."""
    return {"inspected_on": day, "record": "检查排放口。", "facts": "排放油烟。", "finding": "file", "second": "wumin"}


@pytest.mark.parametrize("login", ["zhouyan", "wumin"])
def test_the_day_of_the_act_counts_not_the_day_of_its_entry(office: Office, login: str) -> None:
    case = office.open()
    give(office, suspension(office, login, "2026-09-15", "2026-09-16"))
    office.at("2026-09-17 09:00")
    with office.refusal("officer_invalid", basis="行政处罚法 42", field="inspected_on"):
        office.submit("zhouyan", case, "verification", **verification("2026-09-16"))
    office.submit("zhouyan", case, "verification", **verification("2026-09-14"))


def test_whoever_served_had_a_valid_certificate_on_that_day(reach: Reach) -> None:
    office, case = reach("serve")
    today = office.clock.now().date()
    give(office, suspension(office, "zhouyan", str(today), str(today)))
    office.clock.move(office.clock.now() + timedelta(days=1))
    handed: dict[str, Any] = {
        "served": "true",
        "served_on": str(today),
        "recipient": "何秀兰",
        "relation": "legal_representative",
        "place": "湖滨路18号",
    }
    with office.refusal("officer_invalid", field="served_on"):
        office.submit("zhouyan", case, "serve", **handed, way="direct")
    # Who brings a letter that was posted before is no officer.
    office.submit("zhouyan", case, "serve", **handed, way="mail", receipt_no="EMS1234567890")


def test_a_certificate_that_was_given_back_does_not_cover_the_days_without_it(office: Office) -> None:
    case = office.open()
    give(office, suspension(office, "zhouyan", "2026-09-15", "2026-09-30"))
    office.at("2026-09-18 09:00")
    give(office, RestoreCertificate(user_id=office.actor("zhouyan").id, data={"reason": "核查完毕。"}))
    with office.refusal("officer_invalid", field="inspected_on"):
        office.submit("zhouyan", case, "verification", **verification("2026-09-17"))
    office.submit("zhouyan", case, "verification", **verification("2026-09-18"))
    assert office.faults() == []


def test_no_officer_acts_before_the_clue_is_found(office: Office) -> None:
    case = office.open()
    with office.refusal("before_cause", basis="行政处罚法 54", field="inspected_on"):
        office.submit("zhouyan", case, "verification", **verification("2020-01-01"))
