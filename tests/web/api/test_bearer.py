from engine.actor import SYSTEM
from engine.clock import random_token
from engine.commands.token import RevokeToken
from engine.commands.user import DisableUser
from engine.queries.token import MyTokens
from tests.office import Office
from tests.web.api.machine import Machine, code
from tests.web.desk import Desk
from web.api.rate import Limiter


def test_who_knocks_without_a_living_token_learns_how_to_and_nothing_else(office: Office) -> None:
    machine = Machine(office, "zhouyan")
    without = machine.client.get("/api/v1/me")
    assert code(without, 401) == "not_authenticated"
    assert without.headers["WWW-Authenticate"] == 'Bearer realm="zhifa"'
    for shown in (random_token(), "", machine.token[:-1], f"{machine.token}x", "密码".encode().decode("latin-1")):
        answer = machine.client.get("/api/v1/me", headers={"Authorization": f"Bearer {shown}"})
        assert code(answer, 401) == "not_authenticated"
        assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]
    assert machine.client.get("/api/v1/me", headers={"Authorization": f"Basic {machine.token}"}).status_code == 401


def test_a_session_opens_no_door_and_a_token_no_page(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    assert desk.get("/api/v1/me").status == 401
    assert desk.client.post("/api/v1/cases", json={}).status_code == 401
    machine = Machine(office, "zhouyan")
    assert machine.client.get("/work", headers={"Authorization": f"Bearer {machine.token}"}).status_code == 303


def test_a_token_dies_with_its_day_its_end_and_its_owner(office: Office) -> None:
    first, second = Machine(office, "zhouyan"), Machine(office, "limin")
    office.house.engine.execute(RevokeToken(token_id=first.id), office.actor("zhouyan"))
    assert first.get("/me").status_code == 401
    assert second.get("/me").status_code == 200
    office.house.engine.execute(DisableUser(login="limin", reason="离职"), SYSTEM)
    assert second.get("/me").status_code == 401
    third = Machine(office, "hanlei")
    office.at("2026-10-15 00:01")
    assert third.get("/me").status_code == 401


def test_a_token_opens_only_its_scopes(office: Office) -> None:
    machine = Machine(office, "zhouyan", scopes=("read",))
    assert machine.told("/me")["scopes"] == ["read"]
    answer = machine.post("/cases", {"cause": "JC04"})
    assert code(answer, 403) == "scope_missing"
    assert 'scope="case.write"' in answer.headers["WWW-Authenticate"]
    writer = machine.beside("zhouyan", scopes=("case.write",))
    assert code(writer.get("/me"), 403) == "scope_missing"


def test_a_token_gives_no_more_than_the_roles_of_its_person(office: Office) -> None:
    machine = Machine(office, "limin")
    assert code(machine.post("/cases", {"cause": "JC04"}), 403) == "not_allowed"
    assert code(machine.post("/users", {"login": "x", "name": "某", "roles": ["head"]}), 403) == "not_allowed"
    assert code(machine.get("/proofs"), 403) == "not_allowed"


def test_a_case_of_another_district_is_not_there(office: Office) -> None:
    case = office.open()
    stranger = Machine(office, "hechuan")
    for answer in (
        stranger.get(f"/cases/{case}"),
        stranger.get(f"/cases/{case}/timeline"),
        stranger.post(f"/cases/{case}/tasks/{office.task(case, 'verification')}/claim"),
        stranger.post(f"/cases/{case}/tasks/x/claim", headers={"If-Match": '"0", "7"'}),
    ):
        assert code(answer, 404) == "not_found"
    assert stranger.told("/cases")["items"] == []


def test_the_last_use_is_told_to_the_minute(office: Office) -> None:
    machine = Machine(office, "zhouyan")
    first = office.clock.now()
    machine.get("/me")
    (view,) = office.house.engine.ask(MyTokens(), office.actor("zhouyan"))
    assert view.used_at == first
    office.at("2026-09-14 09:30")
    machine.get("/me")
    (view,) = office.house.engine.ask(MyTokens(), office.actor("zhouyan"))
    assert view.used_at == office.clock.now()


def test_who_knocks_too_often_is_told_when_to_come_again(office: Office) -> None:
    machine = Machine(office, "zhouyan")
    other = machine.beside("zhouyan")
    machine.client.application.extensions["limiter"] = Limiter(2)
    assert [machine.get("/me").status_code for _ in range(2)] == [200, 200]
    answer = machine.get("/me")
    assert code(answer, 429) == "too_many_requests"
    assert answer.headers["Retry-After"] == "30"
    assert other.get("/me").status_code == 200
    office.at("2026-09-14 09:01")
    assert machine.get("/me").status_code == 200


def test_a_machine_sees_and_ends_its_own_tokens(office: Office) -> None:
    machine = Machine(office, "zhouyan")
    other = machine.beside("zhouyan")
    assert {item["token"]["id"] for item in machine.walk("/tokens")} == {machine.id, other.id}
    assert "digest" not in machine.get("/tokens").get_data(as_text=True)
    assert machine.send("DELETE", f"/tokens/{other.id}").status_code == 204
    assert other.get("/me").status_code == 401
    strangers = machine.beside("limin")
    assert code(machine.send("DELETE", f"/tokens/{strangers.id}"), 404) == "not_found"
