"""What happens to holidays (放假安排): proposed, and decided by a second person; facts of the office's stream."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayProposed(Fact):
    """The legal office proposed a year's holidays (`whole`), or to change single days; `off` are free, `on` are worked."""

    proposal: str
    year: int
    whole: bool
    off: tuple[str, ...]
    on: tuple[str, ...]
    source: str
    author: str
    author_name: str
    at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the proposal as it waits."""
        values = {name: getattr(self, name) for name in ("year", "whole", "source", "author", "author_name")}
        lists = {"off": list(self.off), "on": list(self.on), "proposed_at": self.at, "state": "waiting"}
        yield Change("holiday_proposal", self.proposal, values | lists | {"decided_by": None, "decided_on": None, "reason": None}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        what = f"{self.year}年放假安排" if self.whole else f"调整放假{len(self.off)}日、上班{len(self.on)}日"
        return f"{self.author_name}提出{what}（{self.source}）"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayDecided(Fact):
    """A second person published a proposal, or it was refused or taken back for a reason."""

    proposal: str
    year: int
    published: bool
    person_name: str
    reason: str | None
    decided_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the end of the proposal."""
        state = "published" if self.published else "refused"
        yield Change(
            "holiday_proposal",
            self.proposal,
            {"state": state, "decided_by": self.person_name, "decided_on": self.decided_on, "reason": self.reason},
        )

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}{'复核并发布' if self.published else '退回'}{self.year}年放假安排{f'：{self.reason}' if self.reason else ''}"
