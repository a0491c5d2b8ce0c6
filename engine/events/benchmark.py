"""What happens to drafts of discretion tables (裁量基准的起草和发布); facts of the office's stream."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.events.fact import Change, Fact, fact
from engine.events.law import called


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkDrafted(Fact):
    """A draft of a table was written, or written anew; what was submitted before is void."""

    draft: str
    name: str
    version: str
    valid_from: date
    reason: str
    content: str
    sha256: str
    author: str
    author_name: str
    at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the row of the draft."""
        names = ("name", "version", "valid_from", "reason", "content", "sha256", "author", "author_name", "at")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        empty = dict.fromkeys(("trial", "remark", "approver", "approver_name", "approved_at"))
        yield Change("benchmark_draft", self.draft, values | empty | {"state": "draft"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.author_name}起草{called(self.name)}的{self.version}，拟{self.valid_from.isoformat()}起施行，SHA-256 {self.sha256[:12]}…"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkSubmitted(Fact):
    """A draft against which nothing stands was tried on past cases and handed to a second person."""

    draft: str
    name: str
    version: str
    sha256: str
    trial: Mapping[str, Any]
    by_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the state and the numbers of the trial."""
        yield Change("benchmark_draft", self.draft, {"state": "submitted", "trial": dict(self.trial), "remark": None})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        said = f"试算{self.trial['cases']}件：多罚{self.trial['more']}、少罚{self.trial['less']}、不罚{self.trial['nothing']}"
        noted = f"，另有{self.trial['noted']}件其他变化" if self.trial.get("noted") else ""
        return f"{self.by_name}将{called(self.name)}的{self.version}提请复核，{said}、不能判定{self.trial['undecided']}{noted}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkApproved(Fact):
    """A second person approved the draft; the version is published beside this fact."""

    draft: str
    name: str
    version: str
    sha256: str
    approver: str
    approver_name: str
    at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the approval."""
        yield Change(
            "benchmark_draft",
            self.draft,
            {"state": "published", "approver": self.approver, "approver_name": self.approver_name, "approved_at": self.at},
        )

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.approver_name}复核同意{called(self.name)}的{self.version}，SHA-256 {self.sha256[:12]}…"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkReturned(Fact):
    """A submitted draft was sent back with a reason."""

    draft: str
    name: str
    version: str
    reason: str
    by_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the state and the reason."""
        yield Change("benchmark_draft", self.draft, {"state": "draft", "remark": self.reason})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.by_name}退回{called(self.name)}的{self.version}：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkDropped(Fact):
    """A draft was given up."""

    draft: str
    name: str
    version: str
    by_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the state."""
        yield Change("benchmark_draft", self.draft, {"state": "dropped"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.by_name}撤销{called(self.name)}的{self.version}草案"
