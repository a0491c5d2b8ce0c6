from datetime import date
from typing import Any

import pytest

from engine.commands.evidence import AddEvidence
from engine.rules.evidence import KINDS
from tests.course import do, drive
from tests.office import Office
from web.scenario.sample import sample_file


def hand_in(office: Office, case: str, **changes: Any) -> str:
    """Hand in a photo, told as the test says."""
    content, file_name = sample_file("照片.png", "照片")
    told: dict[str, Any] = {"kind": "audiovisual", "name": "照片", "purpose": "现场", "file_name": file_name, "content": content}
    return office.house.engine.execute(AddEvidence(case_id=case, **(told | changes)), office.actor("zhouyan"))


def test_evidence_of_every_kind_is_numbered_and_says_where_it_comes_from(office: Office) -> None:
    case = office.open()
    for kind in KINDS:
        hand_in(office, case, kind=kind, source="party", place=" 湖滨路18号 ", obtained_on="2026-09-13")
    found = office.file(case).evidence
    assert [item.number for item in found] == list(range(1, 9))
    assert {item.kind for item in found} == set(KINDS)
    assert {(item.source, item.place, item.obtained_on) for item in found} == {("party", "湖滨路18号", date(2026, 9, 13))}
    assert office.faults() == []


def test_papers_say_where_evidence_comes_from(office: Office) -> None:
    case = drive(office, office.open(), "investigation")
    hand_in(office, case, source="institution")
    hand_in(office, case)
    do(office, case, "investigation")
    drive(office, case, "serve")
    stated = (office.sent(case)[0].facts or {})["evidence"]
    assert [item["source"] for item in stated] == ["检测、鉴定机构出具", "周岩提交"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"source": "hearsay"}, "source"), ({"place": "字" * 201}, "place"), ({"place": "a\x07"}, "place"), ({"kind": ""}, "kind")],
)
def test_an_origin_that_cannot_be_is_refused(office: Office, changes: dict[str, str], field: str) -> None:
    case = office.open()
    with office.refusal("invalid_input", field=field):
        hand_in(office, case, **changes)


@pytest.mark.parametrize("day", ["2026-09-15", "2026-02-30", "1900-01-01", "gestern"])
def test_evidence_was_obtained_on_a_day_that_there_was(office: Office, day: str) -> None:
    case = office.open()
    with office.refusal("invalid_input", field="obtained_on"):
        hand_in(office, case, obtained_on=day)
