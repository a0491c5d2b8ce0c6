import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office import PARTY, found_office
from tests.web.api.machine import Machine, code

DEEP = "[" * 100_000 + "]" * 100_000


@pytest.fixture(scope="module")
def machine(city: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A machine of an officer's, for all bodies: what is refused leaves nothing behind."""
    office = found_office(tmp_path_factory.mktemp("bodies"), city)
    yield Machine(office, "zhouyan")
    office.house.close()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b"null",
        b'{"cause": NaN}',
        b'{"cause": -Infinity}',
        b'{"cause": 1e999999999}',
        b'{"cause": 99999999999999999999999999}',
        b'{"cause": ' + b"9" * 5_000 + b"}",
        b'{"cause": 0.' + b"1" * 100 + b"}",
        b'{"cause": "JC04", "cause": "JC01"}',
        b'{"cause": {"a": 1, "a": 2}}',
        b'{"cause": "\xff"}',
        b'{"cause": "\\ud800"}',
        b'{"cause": "\\u0000"}',
        '{"😀": 1}'.encode(),
        json.dumps({"cause": "JC04"}).encode("utf-16"),
        f'{{"cause": {DEEP}}}'.encode(),
        f'{{"cause": {"[" * 20}1{"]" * 20}}}'.encode(),
    ],
    ids=lambda body: repr(body[:24]),
)
def test_what_is_not_plainly_json_is_refused_before_anybody_reads_it(machine: Machine, body: bytes) -> None:
    for address in ("/cases", "/benchmarks/drafts", "/exports"):
        assert code(machine.post(address, data=body, content_type="application/json"), 400) == "invalid_json"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml", ""])
def test_another_type_is_refused(machine: Machine, kind: str) -> None:
    assert code(machine.post("/cases", data=b'{"cause": "JC04"}', content_type=kind), 415) == "unsupported_media_type"


def test_a_body_that_is_too_large_is_not_read(machine: Machine) -> None:
    assert code(machine.post("/cases", {"cause": "x" * 1024 * 1024}), 413) == "too_large"


def test_every_field_at_fault_is_named(machine: Machine) -> None:
    answer = machine.post("/cases", {"cause": "JC04", "party": {**PARTY, "uscc": "wrong"}, "more": 1})
    assert code(answer, 422) == "invalid_input"
    assert answer.get_json()["fields"].keys() == {"party.uscc", "more"}
    answer = machine.beside("taoran").post("/benchmarks/drafts", {"name": 7, "version": ["x"], "valid_from": "2026-02-30", "text": None, "x": 1})
    assert answer.get_json()["fields"].keys() == {"name", "version", "valid_from", "text", "reason", "x"}


def test_a_text_that_is_too_long_is_refused_at_its_field(machine: Machine) -> None:
    answer = machine.beside("anquan").post("/users/zhouyan/disable", {"reason": "长" * 5_001})
    assert code(answer, 422) == "invalid_input"
    assert answer.get_json()["field"] == "reason"


def test_exact_numbers_stay_exact(machine: Machine) -> None:
    assert machine.send("PUT", "/drafts/new-case", json={"fine": 0.1, "n": 3}).status_code == 204
    assert machine.told("/drafts/new-case")["data"] == {"fine": "0.1", "n": 3}
    assert code(machine.get("/drafts/elsewhere"), 404) == "not_found"


def test_a_law_that_is_broken_is_named(machine: Machine) -> None:
    answer = machine.post("/cases", {"cause": "JC04", "party": PARTY, "discovered_on": "2027-01-01"})
    assert code(answer, 422) == "invalid_input"
    office = machine.office
    case = office.play_s2(until="decide")
    task = office.task(case, "decide")
    answer = machine.beside("limin").post(
        f"/cases/{case}/tasks/{task}/complete", {"outcome": "penalty", "fine": "30000", "opinion": "同意。", "reason": "情节较重。"}
    )
    assert code(answer, 409) == "above_notified"
    assert "行政处罚法" in answer.get_json()["basis"]


def test_errors_of_http_are_problems_too(machine: Machine) -> None:
    assert code(machine.get("/nothing"), 404) == "not_found"
    answer = machine.send("PATCH", "/cases")
    assert code(answer, 405) == "method_not_allowed"
    assert {"GET", "POST"} <= set(answer.headers["Allow"].split(", "))
