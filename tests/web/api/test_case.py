from hashlib import sha256
from io import BytesIO
from typing import Any

from tests.office import PARTY, Office
from tests.web.api.machine import Machine, code
from web.scenario.sample import sample_file

SEEN = {"inspected_on": "2026-09-14", "second": "wumin", "record": "当场检查。", "facts": "油烟净化设施未开启。", "finding": "file"}


def test_a_case_is_opened_and_verified_by_machines_alone(office: Office) -> None:
    lead = Machine(office, "zhouyan")
    second = lead.beside("wumin")
    case = lead.post("/cases", {"cause": "JC04", "party": PARTY}).get_json()["id"]
    (work,) = lead.walk("/work")
    task = lead.told(f"/cases/{case}/tasks/{work['task_id']}")
    assert task["yours"]
    asked = lead.told(task["form"].removeprefix("/api/v1"))["schema"]
    assert set(asked["required"]) <= SEEN.keys()
    assert lead.post(f"/cases/{case}/tasks/{work['task_id']}/claim").status_code == 204
    answer = lead.post(f"/cases/{case}/tasks/{work['task_id']}/complete", SEEN)
    assert answer.get_json() == {"waiting": ["confirm_verification"]}
    assert code(lead.post(f"/cases/{case}/tasks/{work['task_id']}/complete", SEEN), 409) == "step_not_waiting"
    (work,) = second.walk("/work")
    assert second.post(f"/cases/{case}/tasks/{work['task_id']}/complete", {"confirmed": True}).status_code == 200
    told = [sentence for moment in lead.walk(f"/cases/{case}/timeline") for sentence in moment["sentences"]]
    assert any("核查" in sentence for sentence in told)
    assert office.faults() == []


def upload(machine: Machine, case: str, content: bytes, **changes: Any) -> Any:
    """Hand in evidence."""
    parts = {"kind": "audiovisual", "name": "现场照片", "purpose": "证明现场情况", "file": (BytesIO(content), "照片.png")}
    return machine.post(f"/cases/{case}/evidence", data=parts | changes, headers={"Idempotency-Key": "photograph-1"})


def test_evidence_is_answered_by_its_digest_and_given_back_as_it_came(office: Office) -> None:
    case = office.open()
    machine = Machine(office, "zhouyan")
    content, _ = sample_file("照片.png", "照片")
    answer = upload(machine, case, content)
    assert answer.status_code == 201
    assert answer.get_json()["sha256"] == sha256(content).hexdigest()
    assert upload(machine, case, content).get_json() == answer.get_json()
    assert code(upload(machine, case, content, name="另一张"), 422) == "key_reused"
    there = answer.headers["Location"].removeprefix("/api/v1")
    assert machine.told(there)["name"] == "现场照片"
    original = machine.get(f"{there}/content")
    assert original.get_data() == content
    assert original.headers["Content-Disposition"].startswith("attachment")


def test_evidence_that_is_none_is_refused(office: Office) -> None:
    case = office.open()
    machine = Machine(office, "zhouyan")
    assert code(upload(machine, case, b"#!/bin/sh"), 415) == "file_refused"
    assert code(upload(machine, case, b"x", more="x"), 422) == "invalid_input"
    assert code(machine.post(f"/cases/{case}/evidence", {"kind": "audiovisual"}), 415) == "unsupported_media_type"
    assert code(machine.post(f"/cases/{case}/evidence", data={"kind": "audiovisual"}, content_type="multipart/form-data"), 422) == "invalid_input"
    larger = {"CONTENT_LENGTH": str(22 * 1024 * 1024)}
    assert (
        code(machine.post(f"/cases/{case}/evidence", data={"kind": "x"}, content_type="multipart/form-data", environ_overrides=larger), 413)
        == "too_large"
    )


def test_papers_and_the_law_of_a_case_are_told(office: Office) -> None:
    case = office.play_s2(until="decide")
    machine = Machine(office, "zhouyan")
    file = machine.told(f"/cases/{case}")
    assert file["case"]["proposed_fine"] == "19500.00"
    assert file["case"]["opened_at"].endswith("Z")
    document = file["documents"][0]
    assert machine.told(f"/documents/{document['id']}") | {"pdf_sha256": None, "pdf_size": None} == document
    paper = machine.get(f"/documents/{document['id']}/pdf")
    assert paper.get_data().startswith(b"%PDF")
    assert machine.told(f"/documents/{document['id']}")["pdf_sha256"] == sha256(paper.get_data()).hexdigest()
    assert code(machine.get(f"/documents/{document['id']}/slip"), 404) == "not_found"
    assert machine.told(f"/checks/{document['token']}")["verdict"] == "true"
    assert machine.told(f"/cases/{case}/picture")["drawings"][0]["process"] == "ordinary"


def test_discretion_is_tried_and_nothing_is_stored(office: Office) -> None:
    case = office.play_s2(until="investigation_report")
    machine = Machine(office, "zhouyan")
    before = office.file(case).case.version
    facts = {
        "act_start": "2026-09-14",
        "act_end": "2026-09-14",
        "facts": "超标。",
        "evidence_summary": "检测报告。",
        "measured": "4.8",
        "limit": "2.0",
    }
    body = {"form": "investigation_report", "data": facts | {"harm": "slight", "outcome": "penalty", "fine": "22500"}}
    assert machine.post(f"/cases/{case}/discretion", body).get_json()["explained"]["tier"]
    assert code(machine.post(f"/cases/{case}/discretion", body | {"data": {}}), 422) == "invalid_input"
    assert code(machine.post(f"/cases/{case}/discretion", body | {"form": "closing"}), 422) == "invalid_input"
    assert code(machine.beside("limin").post(f"/cases/{case}/discretion", body), 403) == "not_allowed"
    assert office.file(case).case.version == before


def test_a_review_without_a_report_is_no_failure(office: Office) -> None:
    case = office.open()
    review = {"finding": "无", "accepted": "none", "reason": "无", "facts_changed": False, "fine": "1"}
    answer = Machine(office, "zhouyan").post(f"/cases/{case}/discretion", {"form": "plea_review", "data": review})
    assert code(answer, 409) == "step_not_waiting"


def test_auditors_go_back_in_a_case_and_prove_it(office: Office) -> None:
    case = office.open()
    machine = Machine(office, "guqing")
    assert {proof["stream"] for proof in machine.walk("/proofs")} == {"office", case}
    assert machine.told(f"/proofs?stream={case}")["items"] == [{"stream": case, "entries": 1, "faults": []}]
    history = machine.told(f"/cases/{case}/history?seq=1")
    assert history["shown"]["command"] == "OpenCase"
    assert history["tables"]["case"][case]["cause"] == "JC04"
    assert code(machine.get(f"/cases/{case}/history?seq=2"), 404) == "not_found"


def test_searches_are_kept_and_a_list_that_leaves_is_recorded(office: Office) -> None:
    case = office.open()
    machine = Machine(office, "zhouyan")
    found = machine.told("/search?text=油烟")
    assert [item["row"]["case"]["id"] for item in found["found"]] == [case]
    assert machine.send("PUT", "/searches/油烟", json={"address": "/search?q=油烟"}).status_code == 204
    assert [item["name"] for item in machine.walk("/searches")] == ["油烟"]
    assert machine.send("DELETE", "/searches/油烟").status_code == 204
    assert "炊烟里" in machine.post("/exports", {"cause": "JC04", "fine_from": None}).get_data(as_text=True)
    assert code(machine.post("/exports", {"fine_from": 1}), 422) == "invalid_input"
    with office.house.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM entry WHERE command = 'ExportCases'").scalar_one() == 1


def test_accounts_are_opened_and_closed_by_the_security_administrator(office: Office) -> None:
    machine = Machine(office, "anquan")
    made = machine.post("/users", {"login": "xinren", "name": "新人", "role": "cashier", "district": "donghu"})
    assert made.status_code == 201
    there = made.headers["Location"].removeprefix("/api/v1")
    assert machine.told(there)["member"]["user"]["login"] == "xinren"
    assert machine.post(f"{there}/roles/grant", {"role": "publisher", "reason": "兼任"}).status_code == 204
    assert machine.post("/users/xinren/disable", {"reason": "调离"}).status_code == 204
    assert code(machine.post("/users/xinren/disable", {"reason": "调离"}), 422) == "invalid_input"


def test_deadlines_are_listed_the_earliest_first_without_a_gap(office: Office) -> None:
    for _ in range(3):
        office.open()
    machine = Machine(office, "zhouyan")
    whole = machine.walk("/deadlines")
    assert len(whole) >= 3
    assert whole == machine.walk("/deadlines", limit=1)
    assert [item["clock"]["due"] for item in whole] == sorted(item["clock"]["due"] for item in whole)
    assert machine.walk("/deadlines?view=overdue") == []
    assert Machine(office, "hechuan").walk("/deadlines?whose=all") == []
    assert code(machine.get("/deadlines?view=never"), 422) == "invalid_input"


def test_the_ledger_is_told_where_there_is_a_fine(office: Office) -> None:
    machine = Machine(office, "zhouyan")
    assert code(machine.get(f"/cases/{office.open()}/ledger"), 404) == "not_found"
