"""Rights: granted and withdrawn one by one, by somebody else, never two administrators in one person."""

from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.command import Command
from engine.commands.right import GrantRole, WithdrawRole
from engine.commands.user import ChangeUser, DisableUser, EnableUser, EnrolUser
from engine.queries.person import FindAccount
from tests.office import Office

REASON = "江城管任〔2026〕3号。"
NEWCOMER = {"login": "newcomer", "name": "新人", "role": "cashier", "district": "donghu"}


def give(office: Office, command: Command[Any], by: str = "anquan") -> Any:
    """Give a command as a security administrator."""
    return office.house.engine.execute(command, office.actor(by))


def grant(office: Office, login: str, role: str, by: str = "anquan", **data: str) -> None:
    """Grant a role."""
    give(office, GrantRole(user_id=office.actor(login).id, data={"role": role, "reason": REASON} | data), by)


def withdraw(office: Office, login: str, role: str, by: str = "anquan") -> None:
    """Withdraw a role."""
    give(office, WithdrawRole(user_id=office.actor(login).id, data={"role": role, "reason": REASON}), by)


def roles(office: Office, login: str) -> list[str]:
    """The roles of somebody, as the tables say."""
    found = office.house.engine.ask(FindAccount(login=login), SYSTEM)
    assert found is not None
    return found.user.roles


def test_a_role_comes_and_goes_and_the_journal_holds(office: Office) -> None:
    grant(office, "wumin", "hearing_host")
    assert roles(office, "wumin") == ["hearing_host", "officer"]
    withdraw(office, "wumin", "hearing_host")
    assert roles(office, "wumin") == ["officer"]
    assert office.faults("office") == []


@pytest.mark.parametrize(
    ("login", "role", "code", "field"),
    [
        ("anquan", "head", "not_allowed", None),
        ("shiwei", "audit_admin", "same_person", "roles"),
        ("zhouyan", "security_admin", "same_person", "roles"),
        ("wumin", "officer", "invalid_input", "role"),
        ("qianhui", "officer", "invalid_input", "role"),
        ("qianhui", "legal_reviewer", "invalid_input", "role"),
        ("shenliqun", "cashier", "invalid_input", "role"),
        ("wumin", "king", "invalid_input", "role"),
    ],
)
def test_a_role_is_not_granted_to_oneself_nor_to_who_may_not_have_it(office: Office, login: str, role: str, code: str, field: str | None) -> None:
    with office.refusal(code, field=field):
        grant(office, login, role)


@pytest.mark.parametrize("by", ["shiwei", "shijian", "limin", "guqing", "zhouyan"])
def test_nobody_but_the_security_administrator_grants(office: Office, by: str) -> None:
    with office.refusal("not_allowed"):
        grant(office, "wumin", "head", by=by)


@pytest.mark.parametrize("data", [{"reason": ""}, {"reason": "一" * 501}, {"extra": "1"}, {"reason": "\x00"}])
def test_a_right_rests_on_something(office: Office, data: dict[str, str]) -> None:
    with office.refusal("invalid_input"):
        grant(office, "wumin", "hearing_host", **data)


def test_the_last_one_who_grants_stays(office: Office) -> None:
    withdraw_last = WithdrawRole(user_id=office.actor("anning").id, data={"role": "security_admin", "reason": REASON})
    with office.refusal("invalid_input", field="role"):
        give(office, withdraw_last)
    give(office, DisableUser(login="anning", reason="调离"))
    with office.refusal("not_allowed"):
        give(office, DisableUser(login="anquan", reason="调离"))
    with office.refusal("not_allowed"):
        office.house.engine.execute(DisableUser(login="anquan", reason="调离"), SYSTEM)


def test_an_account_is_closed_and_opened_again(office: Office) -> None:
    person = office.actor("zhengkai").id
    give(office, DisableUser(login="zhengkai", reason="借调"))
    with office.refusal("invalid_input", field="role"):
        grant(office, "zhengkai", "hearing_host")
    give(office, EnableUser(user_id=person, data={"reason": "借调期满。"}))
    with office.refusal("invalid_input", field="reason"):
        give(office, EnableUser(user_id=person, data={"reason": "借调期满。"}))
    assert office.faults("office") == []


def test_a_person_is_enrolled_by_the_form(office: Office) -> None:
    give(office, EnrolUser(data=NEWCOMER))
    assert roles(office, "newcomer") == ["cashier"]
    assert office.faults("office") == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"login": "zhouyan"}, "login"),
        ({"login": "-x"}, "login"),
        ({"login": "x" * 33}, "login"),
        ({"name": "一" * 51}, "name"),
        ({"role": "king"}, "role"),
        ({"district": "beihai"}, "district"),
        ({"district": ""}, "district"),
        ({"squad": "xishan-1"}, "squad"),
        ({"role": "squad_leader"}, "squad"),
        ({"role": "officer", "squad": "donghu-1"}, "certificate"),
        ({"role": "officer", "certificate": "1", "certificate_from": "2026-01-02", "certificate_until": "2026-01-01"}, "certificate_until"),
        ({"role": "legal_reviewer"}, "licence"),
        ({"role": "legal_reviewer", "reviewer_since": "2018-01-01"}, "licence"),
        ({"roles": "head"}, "roles"),
    ],
)
def test_a_registration_is_right_or_leaves_nothing(office: Office, changes: dict[str, str], field: str) -> None:
    with office.refusal("invalid_input", field=field):
        give(office, EnrolUser(data=NEWCOMER | changes))


def test_a_person_moves_to_another_squad(office: Office) -> None:
    person = office.actor("zhengkai").id
    moved = {"name": "郑凯", "position": "执法人员", "district": "xishan", "squad": "xishan-1", "reason": "调任西山。"}
    give(office, ChangeUser(user_id=person, data=moved))
    with office.refusal("invalid_input", field="name"):
        give(office, ChangeUser(user_id=person, data=moved))
    with office.refusal("invalid_input", field="squad"):
        give(office, ChangeUser(user_id=person, data=moved | {"squad": ""}))
    with office.refusal("not_found"):
        give(office, ChangeUser(user_id="nobody", data=moved))
    assert office.faults("office") == []
