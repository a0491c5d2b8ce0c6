"""Demolitions that follow an earlier version of the procedure, in which the head did not sign the request to the government."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from engine.actor import SYSTEM
from engine.commands.demolition import REQUEST
from engine.commands.law import PublishProcess
from tests.office import Office, found_city, found_office
from web.rehearsal import BEGINNING
from web.scenario import play, read_scenario

ROOT = Path(__file__).parents[3]
SIGNED = "approve_demolition_report"
GONE = (SIGNED, "demolition_report_signed", "ask_demolition")
ASKED, ONWARD = f"demolition_reported_to_{SIGNED}", "ask_demolition_to_enter_demolition_order"


def earlier(drawn: bytes) -> str:
    """The procedure as it was: from the report straight to the government's answer."""
    tree: Any = etree.fromstring(drawn)
    [asked] = tree.xpath("//*[@id=$id]", id=ASKED)
    asked.set("targetRef", "enter_demolition_order")
    flows = {str(flow) for node in GONE for flow in tree.xpath("//*[@sourceRef=$id]/@id", id=node)}
    for element in tree.xpath("//*"):
        names = {element.get("id"), element.get("bpmnElement"), element.text}
        if element.text == ONWARD:
            element.text = ASKED
        elif names & {*GONE, *flows}:
            element.getparent().remove(element)
    return str(etree.tostring(tree, encoding="unicode"))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office that begins before the stories do."""
    begun = found_office(tmp_path / "office", found_city(tmp_path / "city", start=BEGINNING), start=BEGINNING)
    yield begun
    begun.house.close()


def test_the_request_of_an_earlier_version_is_recorded_without_a_letter_of_ours(office: Office) -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "processes").glob("*.bpmn")}
    files["demolition.bpmn"] = earlier((ROOT / "processes" / "demolition.bpmn").read_bytes())
    office.house.engine.execute(PublishProcess(root="ordinary", files=files), SYSTEM)
    told = read_scenario(ROOT / "tests" / "processes" / "demolished_before_order.yaml")
    case = play(replace(told, steps=[step for step in told.steps if step.task != SIGNED]), office.house, office.clock).cases["case"]
    file = office.file(case)
    assert "2027-02-06报请江川市人民政府责成有关部门强制拆除（另行制作）" in str(file.timeline)
    assert not [paper for paper in file.documents if paper.code == REQUEST], "the letter was made elsewhere"
    assert office.faults() == []
