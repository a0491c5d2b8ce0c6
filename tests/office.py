"""The office (机关) as tests speak of it: people act by their login names, the clock is moved, refusals are expected by code."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from engine.actor import SYSTEM, Actor
from engine.clock import SHANGHAI, SetClock
from engine.commands.case import OpenCase
from engine.commands.case_link import LinkCases
from engine.commands.command import CaseCommand
from engine.commands.comment import WriteComment
from engine.commands.evidence import AddEvidence
from engine.commands.panel import CastVote
from engine.commands.participant import RecordParticipant
from engine.commands.party import AddParty
from engine.commands.procedure import StartProcedure
from engine.commands.task import CompleteTask
from engine.errors import RefusalError
from engine.model import Document
from engine.proof.history import ProveAll
from engine.queries.case_file import CaseFile, CaseFileView
from engine.rules.document import DOCUMENTS
from web import city, jobs
from web.house import House, open_house
from web.password import TRIFLING
from web.scenario import Play
from web.scenario.reader import Step, read_scenario
from web.scenario.sample import sample_file
from web.settings import Settings

START = datetime(2026, 9, 14, 9, tzinfo=SHANGHAI)
S2 = Path(__file__).parent / "processes" / "s2.yaml"
PARTY: Mapping[str, Any] = {
    "name": "炊烟里餐饮(江川)有限公司",
    "uscc": "91999901MA0TE5T16F",
    "legal_representative": "何秀兰",
    "address": "江川市东湖区东湖街道湖滨路18号",
}
NOTES: Mapping[str, Callable[..., CaseCommand[str]]] = {
    "participant": RecordParticipant,
    "joint_party": AddParty,
    "case_link": LinkCases,
    "comment": WriteComment,
}
"""What can be noted in the file of a case, by its form."""


def settings(folder: Path) -> Settings:
    """Settings of an installation that lives and dies with a test."""
    return Settings(
        data=folder,
        database=f"sqlite:///{folder / 'zhifa.sqlite'}",
        secret="a secret of thirty-two characters and more",
        demonstration=True,
        host="127.0.0.1",
        port=0,
        public_url="http://127.0.0.1:8000",
        https=False,
        threads=4,
        api_rate=100_000,
    )


@dataclass(kw_only=True)
class Office:
    """A house with the people of the demonstration city and a clock that the test holds."""

    house: House
    clock: SetClock
    actors: dict[str, Actor] = field(default_factory=dict)

    def actor(self, login: str) -> Actor:
        """Somebody of the city."""
        if login not in self.actors:
            self.actors[login] = city.actor(self.house, login)
        return self.actors[login]

    def at(self, text: str) -> None:
        """Move the clock to a local time such as 2026-09-14 09:00; deadlines fire on the way."""
        Play(house=self.house, clock=self.clock).move(datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI))

    def open(self, by: str = "zhouyan", **changes: Any) -> str:
        """Register a clue on the restaurant; `changes` override what the form says."""
        return self.house.engine.execute(OpenCase(data={"cause": "JC04", "party": PARTY} | changes), self.actor(by))

    def submit(self, by: str, case: str, step: str, key: str | None = None, version: int | None = None, **data: Any) -> list[str]:
        """Submit the form of a step; the answer is what waits next."""
        command = CompleteTask(case_id=case, task_id=self.task(case, step), data=data)
        return self.house.engine.execute(command, self.actor(by), key=key, expected_version=version)

    def start(self, by: str, case: str, procedure: str, **data: Any) -> str:
        """Start a procedure beside the main one; the answer is its instance."""
        return self.house.engine.execute(StartProcedure(case_id=case, procedure=procedure, data=data), self.actor(by))

    def evidence(self, case: str, name: str = "照片", by: str = "zhouyan") -> str:
        """Hand in a piece of evidence."""
        content, file_name = sample_file(f"{name}.png", name)
        command = AddEvidence(case_id=case, kind="audiovisual", name=name, purpose="证明现场情况", file_name=file_name, content=content)
        return self.house.engine.execute(command, self.actor(by))

    def note(self, case: str, form: str, /, by: str = "zhouyan", **data: Any) -> str:
        """Put a note into the file of a case: a participant, a joint party, a link or a comment."""
        return self.house.engine.execute(NOTES[form](case_id=case, data=data), self.actor(by))

    def vote(self, by: str, case: str, said: str = "agree", opinion: str = "同意拟处理意见。") -> None:
        """Vote in the open panel of a case."""
        self.house.engine.execute(CastVote(case_id=case, data={"vote": said, "opinion": opinion}), self.actor(by))

    def file(self, case: str) -> CaseFileView:
        """The whole case."""
        return self.house.engine.ask(CaseFile(case_id=case), SYSTEM)

    def sent(self, case: str) -> list[Document]:
        """The papers of a case that are for others too: all but those that the office writes for its own volume."""
        return [paper for paper in self.file(case).documents if not DOCUMENTS[paper.code].inner]

    def task(self, case: str, step: str) -> str:
        """The id of the waiting task of a step, or of the last one that was done."""
        view = self.file(case)
        found = [task.id for task in (*view.done, *view.waiting) if task.step == step]
        return found[-1] if found else step

    def waiting(self, case: str) -> list[str]:
        """The keys of the steps that wait."""
        return sorted(task.step for task in self.file(case).waiting)

    def faults(self, stream: str | None = None) -> list[str]:
        """What the proofs find wrong."""
        return [fault for proof in self.house.engine.ask(ProveAll(stream=stream), SYSTEM) for fault in proof.faults]

    def play_s2(self, until: str | None = None) -> str:
        """Play scenario S2 up to the moment when a step waits for the first time, or to its end; the answer is the case."""
        return self.play(S2, until)

    def play(self, story: Path, until: str | None = None) -> str:
        """Play a story of one case up to the moment when a step waits for the first time, or to its end; the answer is the case."""
        stage = Play(house=self.house, clock=self.clock)
        for step in read_scenario(story).steps:
            if until is not None and stage.cases and until in self.waiting(stage.case(step)):
                break
            if step.at is not None:
                stage.move(step.at)
            if step.refuse is None and (step.do or step.task):
                stage.act(step)
        return stage.case(Step(place=""))

    def paper_everything(self) -> None:
        """Put every document on paper."""
        jobs.drain_outbox(self.house)

    @contextmanager
    def refusal(self, code: str, *, basis: str | None = None, field: str | None = None, says: str = "") -> Iterator[None]:
        """Expect a refusal by its code, and that it leaves nothing behind."""
        before = self._entries()
        with pytest.raises(RefusalError) as caught:
            yield
        assert caught.value.code == code, caught.value.message
        assert basis is None or basis in (caught.value.basis or "")
        assert field is None or field == caught.value.field
        assert says in caught.value.message
        assert self._entries() == before

    def _entries(self) -> int:
        with self.house.database.reading() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM entry").scalar_one())


def found_office(folder: Path, template: Path, *, start: datetime = START) -> Office:
    """A new office on a copy of a city that was founded once, at that time."""
    copytree(template, folder, dirs_exist_ok=True)
    clock = SetClock(start)
    return Office(house=open_house(settings(folder), clock=clock), clock=clock)


def found_city(folder: Path, *, start: datetime = START) -> Path:
    """Found the city once, for all tests of a run."""
    house = open_house(settings(folder), clock=SetClock(start))
    city.found(house, cost=TRIFLING)
    house.close()
    return folder
