"""What gives back, or disposes of, things that ended otherwise comes to its end, on earlier processes too."""

import re
from pathlib import Path

import pytest

from engine.actor import SYSTEM
from engine.commands.law import PublishProcess
from engine.proof.audit import InspectCases
from tests.office import found_city, found_office
from web.rehearsal import BEGINNING
from web.scenario import play, read_scenario

ROOT = Path(__file__).parents[3]
GONE = ("goods_gone", "goods_left", "goods_settled", "goods_left_to_goods_settled")


def earlier(process: str) -> str:
    """The process as it was before it knew that its things can end by an announcement."""
    text = (ROOT / "processes" / f"{process}.bpmn").read_text(encoding="utf-8")
    text = re.sub(r'\n *<bpmn:subProcess id="goods_gone".*?</bpmn:subProcess>', "", text, flags=re.DOTALL)
    text = re.sub(r'\n *<bpmn:message id="goods_gone_message"[^>]*>', "", text)
    for name in GONE:
        text = re.sub(rf"\n *<bpmn:flowNodeRef>{name}</bpmn:flowNodeRef>", "", text)
        text = re.sub(rf'\n *<bpmndi:BPMN(Shape|Edge) id="{name}_di".*?</bpmndi:BPMN\1>', "", text, flags=re.DOTALL)
    return text


@pytest.mark.parametrize(("process", "story"), [("goods_restitution", "unclaimed_restitution"), ("confiscated_goods", "confiscated_unclaimed")])
def test_an_earlier_version_without_that_end_does_not_wait_for_ever(process: str, story: str, tmp_path: Path) -> None:
    office = found_office(tmp_path / "office", found_city(tmp_path, start=BEGINNING), start=BEGINNING)
    office.house.engine.execute(PublishProcess(root=process, files={f"{process}.bpmn": earlier(process)}), SYSTEM)
    play(read_scenario(ROOT / "tests" / "processes" / f"{story}.yaml"), office.house, office.clock)
    assert office.house.engine.ask(InspectCases(), SYSTEM).findings == ()
    office.house.close()
