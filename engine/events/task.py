"""What happens to tasks (待办): opened, claimed, completed, returned, cancelled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from engine.events.fact import Change, Fact, fact, personal


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskOpened(Fact):
    """The process reached a step that waits for a person."""

    case: str
    instance: str
    task: str
    step: str
    title: str
    form: str
    role: str
    slot: str | None
    process: str
    opened_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the row of the task."""
        names = ("instance", "step", "title", "form", "role", "slot", "process", "opened_at")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("task", self.task, values | {"case_id": self.case, "state": "waiting"}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"等待办理“{self.title}”"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskClaimed(Fact):
    """Somebody took the task on (签收)."""

    case: str
    task: str
    title: str
    person: str
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield who has the task."""
        yield Change("task", self.task, {"claimed_by": self.person, "claimed_name": self.person_name})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}签收“{self.title}”"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReleased(Fact):
    """The task was given back to all who may do it (退签)."""

    case: str
    task: str
    title: str
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield that nobody has the task."""
        yield Change("task", self.task, {"claimed_by": None, "claimed_name": None})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}退签“{self.title}”"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReassigned(Fact):
    """A superior gave a claimed task to somebody else (改派)."""

    case: str
    task: str
    title: str
    person: str
    person_name: str
    before_name: str
    reason: str
    by_name: str

    def changes(self) -> Iterator[Change]:
        """Yield who has the task now."""
        yield Change("task", self.task, {"claimed_by": self.person, "claimed_name": self.person_name})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.by_name}将“{self.title}”由{self.before_name}改派给{self.person_name}。理由：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCompleted(Fact):
    """The form of a task was submitted; `data` is the form as it was filled in, `delegation` on what it rests that it was done in another's stead."""

    case: str
    task: str
    step: str
    title: str
    person: str
    person_name: str
    done_at: datetime
    delegation: str | None = None
    data: Mapping[str, Any] = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the task as done."""
        values = {"state": "done", "done_by": self.person, "done_name": self.person_name, "done_at": self.done_at, "data": self.data}
        yield Change("task", self.task, values)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}办理“{self.title}”"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCancelled(Fact):
    """The process went on without the task: its deadline passed or its case ended."""

    case: str
    task: str
    title: str

    def changes(self) -> Iterator[Change]:
        """Yield the task as cancelled."""
        yield Change("task", self.task, {"state": "cancelled"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"“{self.title}”不再需要办理"
