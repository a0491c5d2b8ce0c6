"""The examples on the page of the API are run as they stand there."""

import shlex
from io import BytesIO
from typing import Any

from werkzeug.test import TestResponse

from tests.office import Office
from tests.web.api.machine import Machine
from tests.web.desk import Desk
from web.api.example import EXAMPLES
from web.refusal import TITLES
from web.scenario.sample import sample_file

BASE = "http://localhost"


def run(machine: Machine, command: str, values: dict[str, str]) -> TestResponse:
    """Do what curl would do."""
    for name, value in values.items():
        command = command.replace(f"${name}", value)
    program, *words = shlex.split(command.replace("\\\n", " "))
    assert program == "curl"
    method, headers, body, form, address = "GET", {}, None, {}, ""
    while words:
        match words.pop(0):
            case "-X":
                method = words.pop(0)
            case "-H":
                name, _, text = words.pop(0).partition(": ")
                headers[name] = text
            case "-d":
                body = words.pop(0)
            case "-F":
                name, _, text = words.pop(0).partition("=")
                form[name] = (BytesIO(sample_file("photo.png", "照片")[0]), text[1:]) if text.startswith("@") else text
            case "-i":
                pass
            case word:
                address = word
    assert address.startswith(f"{BASE}/api/v1/")
    return machine.client.open(address.removeprefix(BASE), method=method, headers=headers, data=body or form or None)


def test_every_example_does_what_the_page_says(office: Office) -> None:
    machine = Machine(office, "zhouyan")
    values = {"ZHIFA": BASE, "TOKEN": machine.token}
    for example in EXAMPLES:
        answer = run(machine, example.curl, values)
        assert answer.status_code == example.status, (example.title, answer.get_data(as_text=True))
        for name, path in example.keeps.items():
            found: Any = answer.get_json()
            for part in path.split("."):
                found = found[int(part)] if isinstance(found, list) else found[part]
            values[name] = found


def test_the_page_shows_the_examples_the_codes_and_every_address(office: Office) -> None:
    desk = Desk(office)
    page = desk.get("/api/")
    assert page.status == 200
    for example in EXAMPLES:
        assert any("".join(example.curl.split()) == text for text in page.texts("//pre"))
    assert set(TITLES) <= set(page.texts("//tr/td/span[@class='code']")) | {"not_found"}
    for path in desk.client.get("/api/v1/openapi.json").get_json()["paths"]:
        assert path in page.text


def test_a_problem_leads_to_where_its_code_is_explained(office: Office) -> None:
    machine = Machine(office, "zhouyan")
    ids = Desk(office).get("/api/").texts("//tr[@id]")
    assert ids
    kind = machine.post("/cases", data=b"{", content_type="application/json").get_json()["type"]
    assert kind == "/api/#invalid_json"
    assert f'id="{kind.rpartition("#")[2]}"' in Desk(office).get("/api/").source
