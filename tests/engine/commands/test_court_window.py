"""The three months to ask the court run from the end of the remedies, or from the end of a grace that lasts longer."""

from typing import Any

from tests.office import Office

SERVED: dict[str, Any] = {"served": "true", "way": "direct", "recipient": "何秀兰", "relation": "legal_representative", "place": "湖滨路18号"}


def test_after_a_deferral_they_run_from_its_end(office: Office) -> None:
    case = office.play_s2(until="confirm_payment")
    office.at("2026-11-10 09:00")
    parts = [{"due_on": "2027-06-30", "amount": "19500"}]
    office.start("zhouyan", case, "deferral", applied_on="2026-11-10", reason="停业。", checked="on", parts=parts)
    office.submit("limin", case, "approve_deferral", approved="true", opinion="同意。")
    office.submit("zhouyan", case, "serve", served_on="2026-11-10", **SERVED)
    office.at("2027-07-01 09:00")
    office.submit("zhouyan", case, "payment_reminder", reminded_on="2027-07-01", way="电话")
    office.submit("zhouyan", case, "demand", checked="on")
    office.submit("zhouyan", case, "serve", served_on="2027-07-01", **SERVED)
    office.at("2027-08-20 09:00")
    office.submit("zhouyan", case, "apply_to_court", course="apply", plea="none", subject="有基本账户。")
    [window] = [clock for clock in office.file(case).clocks if clock.key == "court.application"]
    assert str(window.due) == "2027-09-30"
    assert office.faults() == []
