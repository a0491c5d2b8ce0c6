"""What happens to the parameters of the city (参数调整); facts of the office's stream."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterProposed(Fact):
    """Another value for a parameter was proposed."""

    proposal: str
    key: str
    title: str
    value: str
    valid_from: date
    source: str
    reason: str
    author: str
    author_name: str
    at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the row of the proposal."""
        names = ("key", "title", "value", "valid_from", "source", "reason", "author", "author_name", "at")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        empty = dict.fromkeys(("remark", "approver", "approver_name", "approved_at"))
        yield Change("parameter_proposal", self.proposal, values | empty | {"state": "proposed"}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.author_name}提出将“{self.title}”自{self.valid_from.isoformat()}起调整为{self.value}，依据：{self.source}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterApproved(Fact):
    """A second person approved the value; it is published beside this fact."""

    proposal: str
    title: str
    value: str
    approver: str
    approver_name: str
    at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the approval."""
        values = {"state": "published", "approver": self.approver, "approver_name": self.approver_name, "approved_at": self.at}
        yield Change("parameter_proposal", self.proposal, values)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.approver_name}复核同意“{self.title}”调整为{self.value}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterRejected(Fact):
    """A proposal was not agreed to, or was taken back."""

    proposal: str
    title: str
    reason: str
    by_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the state and the reason."""
        yield Change("parameter_proposal", self.proposal, {"state": "rejected", "remark": self.reason})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.by_name}不同意或者撤回“{self.title}”的调整：{self.reason}"
