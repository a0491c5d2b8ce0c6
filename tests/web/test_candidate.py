"""Who can be chosen in a form."""

from engine.queries.case_file import CaseFile
from engine.queries.person import People
from tests.office import Office
from web.candidate import candidates


def names(office: Office, form: str, field: str) -> set[str]:
    """Return the names among which somebody chooses in a field, in a case of 周岩."""
    file = office.house.engine.ask(CaseFile(case_id=office.open()), office.actor("zhouyan"))
    people = office.house.engine.ask(People(), office.actor("limin"))
    return {user.name for user in candidates(form, file.case, people)[field]}


def test_the_second_officer_is_another_officer(office: Office) -> None:
    found = names(office, "verification", "second")
    assert {"吴敏", "郑凯"} <= found
    assert not {"周岩", "李敏", "钱慧", "安宁"} & found


def test_a_team_is_of_officers_near_the_case(office: Office) -> None:
    assert not {"李敏", "顾清", "史鉴", "潘宏"} & names(office, "police_team", "members")


def test_who_may_be_recused_is_an_officer_of_the_case(office: Office) -> None:
    assert names(office, "recusal", "officer") == {"周岩"}


def test_a_hearing_is_held_by_a_host_and_recorded_by_whoever_handles_cases(office: Office) -> None:
    assert "何岩" in names(office, "hearing_appointment", "host")
    assert "李敏" not in names(office, "hearing_appointment", "host")
    recorders = names(office, "hearing_appointment", "recorder")
    assert "苏晴" in recorders
    assert "安宁" not in recorders
