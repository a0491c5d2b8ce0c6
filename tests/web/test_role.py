from engine.commands.user import ROLES
from web import role


def test_every_role_has_a_title_and_a_duty() -> None:
    assert set(role.TITLES) == set(role.DUTIES) == set(ROLES)
    assert set(ROLES) >= role.NO_CASES


def test_several_roles_are_said_in_one_line() -> None:
    assert role.titles(["officer", "head"]) == "执法人员、负责人"
    assert "；" in role.duties(["officer", "head"])
