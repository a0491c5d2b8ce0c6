"""The cost of a performance before the court: what is told beforehand, and how a collection of an earlier version comes there. Stories: `cost_*`."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engine.actor import SYSTEM
from engine.commands.law import PublishProcess
from engine.commands.procedure import start_form
from engine.model import ProcessState
from engine.proof.audit import InspectCases
from tests.engine.commands.clockwork import working
from tests.engine.commands.test_surcharge_decision import cautions
from tests.office import Office, found_city, found_office
from web.rehearsal import BEGINNING
from web.scenario import play, read_scenario

ROOT = Path(__file__).parents[3]
DRAWN = (ROOT / "processes" / "performance_cost.bpmn").read_text(encoding="utf-8")
ENDS = ("cost_dropped", "cost_fell", "cost_undone", "cost_fell_to_cost_undone")


def endless(text: str) -> str:
    """The process as it was before anything but payment ended it."""
    text = re.sub(r'\n *<bpmn:subProcess id="cost_dropped".*?</bpmn:subProcess>', "", text, flags=re.DOTALL)
    text = re.sub(r'\n *<bpmn:message id="termination_message"[^>]*>', "", text)
    for name in ENDS:
        text = re.sub(rf"\n *<bpmn:flowNodeRef>{name}</bpmn:flowNodeRef>", "", text)
        text = re.sub(rf'\n *<bpmndi:BPMN(Shape|Edge) id="{name}_di".*?</bpmndi:BPMN\1>', "", text, flags=re.DOTALL)
    return text


def publish(office: Office, text: str) -> None:
    called = (ROOT / "processes" / "service.bpmn").read_text(encoding="utf-8")
    files = {"performance_cost.bpmn": text, "service.bpmn": called}
    office.house.engine.execute(PublishProcess(root="performance_cost", files=files), SYSTEM)


def demanded(office: Office) -> str:
    """The story until the cost is demanded: 300 yuan, of which 100 are paid; the party may sue until 8 April 2027."""
    story = read_scenario(ROOT / "tests" / "processes" / "cost_court.yaml")
    first = next(place for place, step in enumerate(story.steps) if step.task == "apply_cost")
    steps = tuple(replace(step, expect={}) for step in story.steps[:first])
    return play(replace(story, steps=steps), office.house, office.clock).case(steps[0])


@pytest.fixture
def early(tmp_path: Path) -> Office:
    """An office in which the story begins."""
    return found_office(tmp_path / "office", found_city(tmp_path, start=BEGINNING), start=BEGINNING)


def test_whoever_asks_is_told_until_when_the_remedies_run_and_then_until_when_to_ask(early: Office) -> None:
    case = demanded(early)
    [told] = cautions(early, case, "apply_cost", "zhouyan")
    assert (told.title, "2027年4月8日" in told.text, "200元" in told.text) == ("救济期限没有届满", True, True)
    early.at("2027-04-09 09:00")
    [told] = cautions(early, case, "apply_cost", "zhouyan")
    assert (told.title, "2027年7月8日" in told.text) == ("申请期限", True)


@pytest.mark.parametrize("earlier", [str, endless], ids=["ended by a message", "ended by payment alone"])
def test_what_an_earlier_version_collects_begins_anew_for_what_is_left(early: Office, earlier: Callable[[str], str]) -> None:
    publish(early, earlier(DRAWN).replace("apply_cost", "ask_court"))
    case = demanded(early)
    publish(early, DRAWN)
    form = {"immediate": "true", "duty": "清除滴落在湖滨路上的油污", "performer": "江川洁城", "performed_on": "2026-10-08", "cost": "300"}
    early.start("zhouyan", case, "performance_cost", **form)
    assert [row.ended_at is None for row in early.file(case).procedures if row.procedure == "performance_cost"] == [False, True]
    with early.refusal("invalid_input", field="amount"):
        early.submit("zhouyan", case, "state_cost", charged="true", amount="201", detail="人工。")
    early.submit("zhouyan", case, "state_cost", charged="true", amount="200", detail="人工。")
    with early.refusal("step_not_waiting", field="duty"):
        early.start("zhouyan", case, "performance_cost", **form)
    assert early.house.engine.ask(InspectCases(), SYSTEM).findings == ()
    assert early.faults(case) == []


def test_whoever_asks_is_told_of_the_term_of_an_heir_too(early: Office) -> None:
    story = read_scenario(ROOT / "tests" / "processes" / "cost_window_heir.yaml")
    last = max(place for place, step in enumerate(story.steps) if step.task == "record_reconsideration")
    case = play(replace(story, steps=story.steps[: last + 1]), early.house, early.clock).case(story.steps[0])
    [told] = cautions(early, case, "apply_cost", "zhouyan")
    assert (told.title, "2027年2月25日" in told.text, "300元" in told.text) == ("救济期限没有届满", True, True)


def test_a_second_result_orders_back_no_more_than_was_not_ordered_back_before(early: Office) -> None:
    story = read_scenario(ROOT / "tests" / "processes" / "cost_lowered_annulled.yaml")
    case = play(story, early.house, early.clock).case(story.steps[0])
    with working(early, case) as work:
        ordered = [start_form(work, row.id).text("reason") for row in work.rows(ProcessState, case_id=case, procedure="refund", order="started_at")]
    assert [text.rpartition("，")[2] for text in ordered] == ["应退还20元。", "应退还180元。"]


def test_no_months_to_ask_begin_where_an_earlier_version_asks_no_court(early: Office) -> None:
    publish(early, DRAWN.replace("apply_cost", "ask_court").replace('topic="cost.window"', 'topic="court.open"'))
    case = demanded(early)
    early.at("2027-04-09 09:00")
    clocks = early.file(case).clocks
    assert [clock.state for clock in clocks if clock.key == "litigation" and str(clock.due) == "2027-04-08"] == ["expired", "expired"]
    assert [clock.key for clock in clocks if clock.key == "court.application"] == []
