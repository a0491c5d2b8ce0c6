"""Whatever is done in the midst of a story, by whom and when: nothing breaks the record or the law, and nothing comes to stand still for ever."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from engine.actor import SYSTEM
from engine.clock import SHANGHAI
from engine.proof.audit import InspectCases
from tests.course import ring
from tests.replay.life import STARTERS, aside, choices, done, meet_neighbour, reply, start, stuck, unasked, waiting, win, work
from tests.replay.story import enter, stories, widest
from web.catalogue import read_charts
from web.scenario import Scenario

PROCESSES = Path(__file__).parents[2] / "processes"
STORIES = 12
"""So many stories are lived in when every test runs: those that together do the most different things."""
SHARE, LONG_SHARE = 0.5, 0.85
"""How much of the steps that the processes have for people must have been done in some life; long runs live others each time, about nine in ten."""


class Life(RuleBasedStateMachine):
    """The cases of a story that is cut off anywhere, with everything that can go on in them and beside them."""

    story: Scenario
    turn: int
    early: Path
    folders: pytest.TempPathFactory
    reached: set[str]
    cases: list[str]

    @initialize(share=st.integers(0, 7))
    def enter(self, share: int) -> None:
        """Play some eighths of the story; none is what hypothesis tries first, and nothing to try."""
        self.cases = []
        if share:
            steps = max(3, len(self.story.steps) * ((share + self.turn) % 8 + 1) // 8)
            self.office, self.cases = enter(self.story, steps, self.early, self.folders.mktemp("life"))

    @precondition(lambda self: self.cases)
    @rule(data=st.data(), login=st.sampled_from(STARTERS))
    def begin_something(self, data: st.DataObject, login: str) -> None:
        case = self.case(data)
        open_to = choices(self.office, case, login)
        if open_to:
            choice = self.drawn(data, open_to)
            start(self.office, case, login, choice, lambda items: self.drawn(data, items))
            self.tick()

    @precondition(lambda self: self.cases)
    @rule(data=st.data(), times=st.integers(1, 5))
    def go_on(self, data: st.DataObject, times: int) -> None:
        case = self.case(data)
        for _ in range(times):
            tasks = waiting(self.office, case)
            if tasks:
                task = self.drawn(data, tasks)
                deed = reply if task.role == "partner" else work
                deed(self.office, case, task, lambda items: self.drawn(data, items))
                self.tick()

    @precondition(lambda self: self.cases)
    @rule(data=st.data())
    def do_something_aside(self, data: st.DataObject) -> None:
        aside(self.office, self.case(data), lambda items: self.drawn(data, items))
        self.tick()

    @precondition(lambda self: self.cases)
    @rule(data=st.data(), kind=st.sampled_from(["reconsideration", "litigation"]))
    def let_a_neighbour_win(self, data: st.DataObject, kind: str) -> None:
        case = self.case(data)
        meet_neighbour(self.office, case)
        win(self.office, case, kind)
        self.tick()

    @precondition(lambda self: self.cases)
    @rule(days=st.sampled_from([1, 3, 8, 40]))
    def let_time_pass(self, days: int) -> None:
        self.office.at(f"{self.office.clock.now().astimezone(SHANGHAI) + timedelta(days=days):%Y-%m-%d} 10:00")

    @rule()
    def wait_for_the_next_deadline(self) -> None:
        if self.cases:
            ring(self.office)

    def teardown(self) -> None:
        if self.cases:
            self.reached |= done(self.office)
            assert stuck(self.office) == []
            assert [unasked(self.office, case) for case in self.cases if unasked(self.office, case)] == []
            assert self.office.faults() == []
            assert self.office.house.engine.ask(InspectCases(), SYSTEM).findings == ()
            self.office.house.close()

    def case(self, data: st.DataObject) -> str:
        return str(self.drawn(data, self.cases))

    def drawn(self, data: st.DataObject, items: list[Any]) -> Any:
        """One of several, drawn by its place, so that a failure is told in few words; hypothesis draws the same places in every story."""
        self.turn += 1
        return items[(data.draw(st.integers(0, len(items) - 1)) + self.turn) % len(items)]

    def tick(self) -> None:
        """No two things happen at one instant."""
        self.office.at(f"{self.office.clock.now().astimezone(SHANGHAI) + timedelta(minutes=1):%Y-%m-%d %H:%M}")


def test_nothing_in_a_case_or_beside_it_breaks_the_record_or_the_law_or_stands_still(
    early: Path, tmp_path_factory: pytest.TempPathFactory, lives: settings
) -> None:
    long, reached = not lives.derandomize, set[str]()
    for turn, story in enumerate(stories() if long else widest(STORIES)):
        life = type("Life", (Life,), {"story": story, "turn": turn, "early": early, "folders": tmp_path_factory, "reached": reached})
        run_state_machine_as_test(life, settings=lives)
    charts = read_charts(sorted(PROCESSES.glob("*.bpmn"))).values()
    steps = {node.id for chart in charts for node in chart.of("userTask")}
    assert len(steps & reached) >= len(steps) * (LONG_SHARE if long else SHARE), sorted(steps - reached)
