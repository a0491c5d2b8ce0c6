"""Whatever is begun beside a case, by whom and when: nothing breaks the record or the law, and nothing comes to stand still for ever."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from engine.actor import SYSTEM
from engine.proof.audit import InspectCases
from tests.course import Stage, ring
from tests.replay.life import choices, reply, start, stuck, work


class Life(RuleBasedStateMachine):
    """The life of one case with everything that can go on beside it."""

    kept: dict[str, Stage]
    folders: pytest.TempPathFactory

    @initialize(step=st.sampled_from(["investigation", "plea", "decide", "serve", "confirm_payment", "closing", "archived"]))
    def enter(self, step: str) -> None:
        stage = self.kept[step]
        self.office = stage.enter(self.folders.mktemp("life"))
        self.main = stage.case

    @rule(data=st.data())
    def begin_something(self, data: st.DataObject) -> None:
        open_to = choices(self.office, self.main)
        if open_to:
            login, choice = data.draw(st.sampled_from(open_to))
            start(self.office, self.main, login, choice, lambda items: data.draw(st.sampled_from(items)))

    @rule(data=st.data(), times=st.integers(1, 5))
    def go_on(self, data: st.DataObject, times: int) -> None:
        for _ in range(times):
            waiting = self.office.file(self.main).waiting
            if waiting:
                task = data.draw(st.sampled_from(waiting))
                act = reply if task.role == "partner" else work
                act(self.office, self.main, task, lambda items: data.draw(st.sampled_from(items)))

    @rule(days=st.sampled_from([1, 3, 8, 40]))
    def let_time_pass(self, days: int) -> None:
        self.office.at(f"{self.office.clock.now() + timedelta(days=days):%Y-%m-%d} 10:00")

    @rule()
    def wait_for_the_next_deadline(self) -> None:
        ring(self.office)

    def teardown(self) -> None:
        if hasattr(self, "office"):
            assert stuck(self.office) == []
            assert self.office.faults() == []
            assert self.office.house.engine.ask(InspectCases(), SYSTEM).findings == ()
            self.office.house.close()


def test_nothing_beside_a_case_breaks_the_record_or_the_law_or_stands_still(
    kept: dict[str, Stage], tmp_path_factory: pytest.TempPathFactory, lives: settings
) -> None:
    life = type("Life", (Life,), {"kept": kept, "folders": tmp_path_factory})
    run_state_machine_as_test(life, settings=lives)
