"""Tasks and evidence: claimed by one, done by whom they belong to, and files that are what they say."""

from dataclasses import replace
from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.evidence import AddEvidence
from engine.commands.task import ClaimTask, ReleaseTask
from engine.commands.user import DisableUser, NoteLogin, RegisterUser, SetPassword
from engine.errors import LawError
from engine.queries.person import Account, FindAccount
from engine.queries.reach import NAMED
from engine.rules.evidence import LIMIT
from tests.course import PEOPLE, do
from tests.engine.conftest import Reach
from tests.office import Office
from web.scenario.sample import sample_file

PNG = sample_file("a.png", "照片")[0]


def test_a_claimed_task_is_done_by_who_claimed_it(reach: Reach) -> None:
    office, case = reach("plea")
    do(office, case, "plea", plea="submitted", way="oral", content="不服。")
    task, engine = office.task(case, "plea_review"), office.house.engine
    engine.execute(ClaimTask(case_id=case, task_id=task), office.actor("zhengkai"))
    before = office._entries()
    engine.execute(ClaimTask(case_id=case, task_id=task), office.actor("zhengkai"))
    assert office._entries() == before
    with office.refusal("step_not_waiting"):
        engine.execute(ClaimTask(case_id=case, task_id=task), office.actor("wumin"))
    with office.refusal("step_not_waiting"):
        do(office, case, "plea_review", by="wumin")
    with office.refusal("step_not_waiting"):
        engine.execute(ReleaseTask(case_id=case, task_id=task), office.actor("wumin"))
    engine.execute(ReleaseTask(case_id=case, task_id=task), office.actor("zhengkai"))
    do(office, case, "plea_review", by="wumin")
    with office.refusal("step_not_waiting"):
        engine.execute(ClaimTask(case_id=case, task_id=task), office.actor("zhengkai"))
    assert office.faults() == []


@pytest.mark.parametrize(
    ("waiting", "step", "says", "basis"),
    [
        ("legal_review", "decide", "流程还没有走到“处罚决定”：先要办理“法制审核”。", "行政处罚法第五十八条"),
        ("review_proposal", "decide", "先要办理“拟处罚审核”", "行政处罚法第五十七条"),
        ("notice", "decide", "先要办理“事先告知”", "行政处罚法第四十四条"),
        ("plea", "decide", "“陈述申辩”", "行政处罚法第四十五条"),
        ("verification", "closing", "先要办理“核查”", "行政处罚法第四十二条、第五十五条"),
        ("verification", "no_such_step", "本案没有这一步。", ""),
    ],
)
def test_a_step_that_is_not_reached_yet_is_refused_with_what_stands_before_it_and_why(
    reach: Reach, waiting: str, step: str, says: str, basis: str
) -> None:
    office, case = reach(waiting)
    with office.refusal("step_not_waiting", says=says, basis=basis):
        office.submit("limin", case, step)


@pytest.mark.parametrize("step", ["verification", "confirm_report", "legal_review", "decide", "serve", "review_publication", "archiving"])
def test_a_step_is_done_by_its_own_role_and_slot_and_once(reach: Reach, step: str) -> None:
    office, case = reach(step)
    roles = {login: office.actor(login).roles for login in set(PEOPLE.values())}
    for login, held in roles.items():
        if not held & office.actor(PEOPLE[step]).roles:
            # Who is named in no panel and no hearing does not see the case.
            with office.refusal("not_found" if held <= NAMED else "not_allowed"):
                do(office, case, step, by=login)
    if PEOPLE[step] in {"zhouyan", "wumin"}:
        with office.refusal("step_not_waiting"):
            do(office, case, step, by="zhengkai")
    task = office.task(case, step)
    do(office, case, step)
    if office.task(case, step) == task:
        with office.refusal("step_not_waiting"):
            do(office, case, step)


def test_a_step_that_is_not_there_yet_is_not_waiting(reach: Reach) -> None:
    office, case = reach("plea")
    for step in ("decide", "nothing", "x" * 32):
        with office.refusal("step_not_waiting"):
            office.submit("limin", case, step, fine="1")
    other = office.open()
    with office.refusal("step_not_waiting"):
        office.house.engine.execute(ClaimTask(case_id=other, task_id=office.task(case, "plea")), office.actor("zhouyan"))


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"kind": "rumour"}, "invalid_input", "kind"),
        ({"name": " "}, "invalid_input", "name"),
        ({"name": "一" * 101}, "invalid_input", "name"),
        ({"purpose": "a\x00b"}, "invalid_input", "purpose"),
        ({"file_name": ""}, "invalid_input", "file_name"),
        ({"content": b""}, "file_refused", "file"),
        ({"content": b"<html></html>"}, "file_refused", "file"),
        ({"file_name": "a.exe"}, "file_refused", "file"),
        ({"file_name": "a.jpg"}, "file_refused", "file"),
        ({"content": PNG + bytes(LIMIT)}, "too_large", "file"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(office: Office, changes: dict[str, Any], code: str, field: str) -> None:
    right = AddEvidence(case_id=office.open(), kind="documentary", name="照片", purpose="证明", file_name="a.png", content=PNG)
    with office.refusal(code, field=field):
        office.house.engine.execute(replace(right, **changes), office.actor("zhouyan"))


def test_evidence_is_numbered_within_its_case_and_sealed(office: Office) -> None:
    one, other = office.open(), office.open()
    for case in (one, other, one):
        office.evidence(case)
    found = office.file(one).evidence
    assert [item.number for item in found] == [1, 2]
    assert [item.number for item in office.file(other).evidence] == [1]
    assert office.house.files.get(found[0].sha256)


def test_nobody_holds_two_of_the_three_administrators(office: Office) -> None:
    person = RegisterUser(login="admin2", name="二", roles=("system_admin",))
    for roles in (("system_admin", "audit_admin"), ("security_admin", "officer"), ("audit_admin", "head")):
        given = replace(person, roles=roles, certificate="1", certificate_from=office.clock.now().date(), certificate_until=office.clock.now().date())
        with office.refusal("same_person", field="roles"):
            office.house.engine.execute(given, office.actor("anquan"))


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"login": "zhouyan"}, "login"), ({"login": "1x"}, "login"), ({"name": ""}, "name"), ({"roles": ()}, "roles"), ({"roles": ("king",)}, "roles")],
)
def test_an_account_is_registered_as_it_must_be(office: Office, changes: dict[str, Any], field: str) -> None:
    with office.refusal("invalid_input", field=field):
        office.house.engine.execute(replace(RegisterUser(login="new", name="新", roles=("head",)), **changes), office.actor("anquan"))
    with office.refusal("invalid_input", field="certificate"):
        office.house.engine.execute(RegisterUser(login="new", name="新", roles=("officer",)), office.actor("anquan"))


def test_an_account_is_closed_once(office: Office) -> None:
    engine = office.house.engine
    engine.execute(DisableUser(login="zhengkai", reason="调离"), office.actor("anquan"))
    assert not account(office, "zhengkai").user.active
    with office.refusal("invalid_input", field="login"):
        engine.execute(DisableUser(login="zhengkai", reason="调离"), office.actor("anquan"))
    assert office.faults("office") == []


def test_five_failures_lock_an_account_and_a_password_is_one_s_own(office: Office) -> None:
    engine, person = office.house.engine, office.actor("zhouyan")
    for _ in range(5):
        assert account(office, "zhouyan").credential.locked_until is None  # type: ignore[union-attr]  # The city gave everybody one.
        engine.execute(NoteLogin(user_id=person.id, succeeded=False), SYSTEM)
    assert account(office, "zhouyan").credential.locked_until is not None  # type: ignore[union-attr]  # As above.
    engine.execute(NoteLogin(user_id=person.id, succeeded=True), SYSTEM)
    assert account(office, "zhouyan").credential.locked_until is None  # type: ignore[union-attr]  # As above.
    with office.refusal("invalid_input", field="user_id"):
        engine.execute(SetPassword(user_id=person.id, password_hash="x"), office.actor("wumin"))
    engine.execute(SetPassword(user_id=person.id, password_hash="x"), person)
    assert account(office, "zhouyan").credential.password_hash == "x"  # type: ignore[union-attr]  # As above.
    assert LawError("x", "y").status == 409


def account(office: Office, login: str) -> Account:
    """The account of somebody."""
    found = office.house.engine.ask(FindAccount(login=login), SYSTEM)
    assert found is not None
    return found
