from tests.office import PARTY, Office
from tests.web.api.machine import Machine, code

CLUE = {"cause": "JC04", "party": PARTY}


def test_a_key_that_comes_again_gets_the_first_answer(office: Office) -> None:
    machine = Machine(office, "zhouyan")
    key = {"Idempotency-Key": '"8e03978e-40d5-43dd-bc93-6894a57f9324"'}
    first, again = machine.post("/cases", CLUE, headers=key), machine.post("/cases", CLUE, headers=key)
    assert first.status_code == again.status_code == 201
    assert first.get_json() == again.get_json()
    assert first.headers["Location"] == f"/api/v1/cases/{first.get_json()['id']}"
    assert len(machine.walk("/cases")) == 1
    assert code(machine.post("/cases", CLUE | {"cause": "JC01"}, headers=key), 422) == "key_reused"


def test_the_keys_of_two_people_never_meet(office: Office) -> None:
    machine = Machine(office, "zhouyan")
    key = {"Idempotency-Key": "one-and-the-same"}
    assert machine.post("/cases", CLUE, headers=key).status_code == 201
    assert machine.beside("zhengkai").post("/cases", CLUE, headers=key).status_code == 201


def test_a_key_that_is_none_is_refused(office: Office) -> None:
    machine = Machine(office, "zhouyan")
    for key in ("short", "x" * 65, "with a space in it", "'; drop table"):
        assert code(machine.post("/cases", CLUE, headers={"Idempotency-Key": key}), 400) == "bad_request"
    assert machine.told("/cases")["items"] == []


def test_the_tag_of_a_case_is_its_version(office: Office) -> None:
    case = office.open()
    machine = Machine(office, "zhouyan")
    seen = machine.get(f"/cases/{case}")
    tag = seen.headers["ETag"]
    assert tag == f'"{seen.get_json()["case"]["version"]}"'
    same = machine.get(f"/cases/{case}", headers={"If-None-Match": tag})
    assert (same.status_code, same.get_data(), same.headers["ETag"]) == (304, b"", tag)
    office.at("2026-09-20 09:00")
    assert machine.get(f"/cases/{case}").get_data() == seen.get_data(), "what changes with the day is not in the case"
    office.evidence(case)
    assert machine.get(f"/cases/{case}", headers={"If-None-Match": tag}).status_code == 200


def test_a_command_is_carried_out_only_on_the_version_that_was_seen(office: Office) -> None:
    case = office.open()
    machine = Machine(office, "zhouyan")
    tag = machine.get(f"/cases/{case}").headers["ETag"]
    office.evidence(case)
    claim = f"/cases/{case}/tasks/{office.task(case, 'verification')}/claim"
    for over in (tag, f"W/{tag}", '"nonsense"', f'{tag}, "999"'):
        answer = machine.post(claim, headers={"If-Match": over})
        assert code(answer, 412) == "stale_version"
        assert answer.get_json()["version"] == office.file(case).case.version
    assert office.file(case).waiting[0].claimed_by is None
    now = machine.get(f"/cases/{case}").headers["ETag"]
    assert machine.post(claim, headers={"If-Match": f"{tag}, {now}"}).status_code == 204
    assert machine.post(claim.replace("claim", "release"), headers={"If-Match": "*"}).status_code == 204
