"""What was received and entered late (补记): pleas and requests for a hearing that were taken for silence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from engine.events.fact import Change, Fact, fact, personal

SUBJECTS: Mapping[str, str] = {"plea": "陈述申辩", "hearing": "听证要求"}
"""What can be entered late."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class LateEntryRecorded(Fact):
    """A plea or a request for a hearing was entered after its term had passed, with the second officer and the squad leader agreeing.

    `in_time` says whether it was received on or before `due`, its last day; what was not is `heard` or not as the agency thinks fit.
    Source: 行政处罚法 Art. 44, 45, 64(1).
    """

    case: str
    what: str
    received_on: date
    due: date
    in_time: bool
    heard: bool
    proved: str
    reason: str
    refusal: str | None
    content: str = personal()

    def changes(self) -> Iterator[Change]:
        """Yield nothing: that the party was heard, or asked for a hearing, is a fact of its own."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        term = "期限内" if self.in_time else "逾期"
        refused = "" if self.refusal is None else f"（{self.refusal.rstrip('。')}）"
        end = "" if self.in_time else "，予以听取" if self.heard else f"，不予听取{refused}"
        received = f"{self.received_on.isoformat()}{term}（期限至{self.due.isoformat()}）收到的{SUBJECTS[self.what]}"
        return f"补记{received}{end}；凭据：{self.proved}；原因：{self.reason.rstrip('。')}"
