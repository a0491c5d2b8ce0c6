"""The specification holds: whatever it allows to be sent, no answer is a failure of the server and none is outside of what it says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from engine.actor import SYSTEM
from engine.queries.case_file import Cases
from tests.office import Office, found_office
from tests.web.api.machine import Machine
from web.api.spec import operations, specification

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def machines(city: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Machine]]:
    """Machines of people who between them may do everything, at an office with a case that waits for its decision."""
    office = found_office(tmp_path_factory.mktemp("specification"), city)
    office.play_s2(until="decide")
    first = Machine(office, "zhouyan")
    yield [first, *(first.beside(login) for login in ("anquan", "taoran", "guqing"))]
    office.house.close()


def ids(office: Office) -> dict[str, str]:
    """What there is of the case, by the names of the parameters."""
    (case,) = (row.case.id for row in office.house.engine.ask(Cases(), SYSTEM).rows)
    file = office.file(case)
    found = {"case_id": case, "task_id": file.waiting[0].id, "document_id": file.documents[0].id, "evidence_id": file.evidence[0].id}
    return found | {"cause": "JC04", "key": "clue", "token": file.documents[0].token}


OPERATIONS: list[Any] = [found.ok() for found in cast("Any", schemathesis.openapi.from_dict(specification())).get_all_operations()]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_what_may_be_sent_is_answered_as_it_is_said(operation: Any, machines: list[Machine]) -> None:
    app, known = machines[0].client.application, ids(machines[0].office)
    operation.schema.app = app

    @given(case=operation.as_strategy())
    @settings(max_examples=2, derandomize=True, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
    def send(case: Any) -> None:
        # What the path names exists, where it is something of the case.
        case.path_parameters = {name: known.get(name, value) for name, value in case.path_parameters.items()}
        for machine in machines:
            case.call_and_validate(app=app, headers={"Authorization": f"Bearer {machine.token}"}, checks=CHECKS)

    send()


def test_the_specification_is_one_and_names_every_endpoint() -> None:
    document = specification()
    assert document["openapi"] == "3.1.0"
    named = {(path, method) for path, said in document["paths"].items() for method in said if method != "parameters"}
    assert named == {(operation.rule.replace("<", "{").replace(">", "}"), operation.method.lower()) for _, operation in operations()}
    ids = [said["operationId"] for path in document["paths"].values() for name, said in path.items() if name != "parameters"]
    assert len(ids) == len(set(ids))
