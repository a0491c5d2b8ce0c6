"""Agreements on execution: a lowered fine is still paid in full, and nothing waits on once the decision is revoked."""

from typing import Any

from tests.office import Office

AGREED: dict[str, Any] = {"approved": "true", "opinion": "同意。"}


def agreed(office: Office) -> str:
    """S2 on 2026-11-20, eight days late: of 24,180 yuan 4,680 are waived, the fine is paid in two stages."""
    case = office.play_s2(until="confirm_payment")
    office.at("2026-11-20 09:00")
    parts = [{"due_on": "2026-12-10", "amount": "10000"}, {"due_on": "2027-01-11", "amount": "9500"}]
    plan: dict[str, Any] = {"reason": "恢复营业。", "harmless": "on", "parts": parts, "waived": "4680", "measures": "换装净化设施。"}
    office.start("zhouyan", case, "execution_agreement", **plan)
    office.submit("limin", case, "approve_agreement", **AGREED)
    office.submit("zhouyan", case, "sign_agreement", signed="true", signed_on="2026-11-20", signatory="何秀兰，法定代表人")
    return case


def change(office: Office, case: str, **how: Any) -> None:
    office.start("zhouyan", case, "self_correction", ground="discretion", reason="裁量明显不当。", **how)
    office.submit("shenyanqiu", case, "review_change", **AGREED)
    office.submit("limin", case, "approve_change", **AGREED)


def pay(office: Office, case: str, amount: str, on: str) -> None:
    office.submit("qianhui", case, "confirm_payment", amount=amount, paid_on=on, receipt_no=f"P{on}", channel="bank")


def ended(office: Office, case: str, title: str) -> str | None:
    return next(each.ended_as for each in office.file(case).procedures if each.title == title)


def test_a_fine_that_was_lowered_meanwhile_is_not_waived(office: Office) -> None:
    case = agreed(office)
    change(office, case, way="change", fine="15000")
    # 450 yuan a day for eight days: 18,600 are owed, and no more than 3,600 of them can be waived.
    office.at("2026-12-10 09:00")
    pay(office, case, "14000", "2026-12-10")
    assert not office.file(case).case.settled
    with office.refusal("before_cause", field="agreement"):
        office.submit("zhouyan", case, "perform_agreement", agreement="kept", facts="两期已缴。")
    office.at("2027-01-11 09:00")
    pay(office, case, "1000", "2027-01-11")
    assert office.file(case).case.settled
    office.submit("zhouyan", case, "perform_agreement", agreement="kept", facts="两期已缴。")
    assert (ended(office, case, "执行协议"), office.faults()) == ("协议履行完毕", [])


def test_what_is_left_of_a_lowered_fine_after_the_last_stage_is_a_breach(office: Office) -> None:
    case = agreed(office)
    change(office, case, way="change", fine="15000")
    office.at("2026-12-10 09:00")
    pay(office, case, "14000", "2026-12-10")
    office.at("2027-01-12 09:00")
    office.submit("zhouyan", case, "perform_agreement", agreement="broken", facts="尚欠罚款1000元。")
    assert (ended(office, case, "执行协议"), office.faults()) == ("恢复强制执行", [])


def test_nothing_waits_for_an_execution_whose_decision_is_revoked(office: Office) -> None:
    case = agreed(office)
    office.start("zhouyan", case, "execution_stay", ground="third_party", facts="案外人主张账户存款。")
    office.submit("limin", case, "approve_stay", **AGREED)
    change(office, case, way="revoke")
    assert [ended(office, case, title) for title in ("执行协议", "中止执行")] == ["执行已终结"] * 2
    assert {clock.key: clock.state for clock in office.file(case).clocks if clock.key.startswith("execution.")} == {
        "execution.agreement": "void",
        "execution.stay": "void",
    }
    assert office.faults() == []
