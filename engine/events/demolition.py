"""What happens on the way to a forced demolition (强制拆除)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DemolitionAnnounced(Fact):
    """It was announced that a building is to go, and until when the party may pull it down. Source: 行政强制法 Art. 44."""

    case: str
    building: str
    place: str
    until: date

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the announcement is a paper, and its term a clock."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"在{self.place}公告，限{self.until.isoformat()}前自行拆除：{self.building}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DemolitionReported(Fact):
    """The county government was asked to have it demolished. Source: 城乡规划法 Art. 68."""

    case: str
    government: str
    number: str
    reported_on: date

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the report lives in the task's form."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.reported_on.isoformat()}报请{self.government}责成有关部门强制拆除（{self.number}）"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DemolitionOrdered(Fact):
    """The government named who demolishes. Source: 城乡规划法 Art. 68."""

    case: str
    number: str
    departments: str
    answered_on: date
    planned_on: date

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the answer lives in the task's form."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.answered_on.isoformat()}政府责成{self.departments}强制拆除（{self.number}），拟于{self.planned_on.isoformat()}实施"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DemolitionEnded(Fact):
    """The building is gone: pulled down by force, or by the party (`performers` None). Source: 行政强制法 Art. 44."""

    case: str
    performers: str | None
    ended_on: date
    facts: str

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the record lives in the task's form and in the journal."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        if self.performers is None:
            return f"当事人于{self.ended_on.isoformat()}以前自行拆除，执行结束"
        return f"{self.performers}于{self.ended_on.isoformat()}强制拆除完毕"
