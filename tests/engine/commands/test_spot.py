"""Money on the spot: who investigated, decided or collected never books it."""

from typing import Any

import pytest

from engine.commands.right import GrantRole
from tests.office import Office

PERSON = {"kind": "person", "name": "李静怡", "id_number": "999901199003150025"}


def decided(office: Office, **handed: Any) -> str:
    """A fine of 150 yuan, decided on the spot and handed over."""
    office.at("2026-10-12 19:05")
    case = office.open(procedure="summary", cause="JC06", place="绿化带", party=PERSON)
    seen: dict[str, Any] = {"act_time": "19:05", "second": "wumin", "facts": "倾倒一袋垃圾。", "measured": "0.05", "harm": "slight", "plea": "none"}
    office.submit("zhouyan", case, "spot_record", shown="true", told="true", way="spot", fine="150", **seen)
    office.submit("wumin", case, "confirm_spot", confirmed="true")
    office.submit("zhouyan", case, "hand_over", result="signed", recipient="李静怡", **handed)
    return case


@pytest.fixture
def double(office: Office) -> Office:
    """The office after both officers were made cashiers too."""
    for login in ("zhouyan", "wumin"):
        person = office.actors.pop(login, None) or office.actor(login)
        grant = GrantRole(user_id=person.id, data={"role": "cashier", "reason": "江城管任〔2026〕3号。"})
        office.house.engine.execute(grant, office.actor("anquan"))
        office.actors.pop(login, None)
    return office


def test_who_collected_does_not_book_the_deposit(double: Office) -> None:
    case = decided(double, payment="cash", ground="hard", ground_note="外地流动人员。", ticket_no="Z0001")
    double.submit("zhouyan", case, "cash_handin", receiver="钱慧")
    for login in ("zhouyan", "wumin"):
        with double.refusal("same_person", basis="行政处罚法 67①、71"):
            double.submit(login, case, "cash_deposit", slip_no="B1")
    double.submit("qianhui", case, "cash_deposit", slip_no="B1")
    assert "cash_deposit" not in double.waiting(case)


def test_who_decided_does_not_confirm_the_payment(double: Office) -> None:
    case = decided(double, payment="code")
    paid: dict[str, Any] = {"amount": "150", "paid_on": "2026-10-12", "receipt_no": "E1", "channel": "epay"}
    for login in ("zhouyan", "wumin"):
        with double.refusal("same_person", basis="行政处罚法 67①、71"):
            double.submit(login, case, "confirm_payment", **paid)
    double.submit("qianhui", case, "confirm_payment", **paid)
    assert double.file(case).case.settled
