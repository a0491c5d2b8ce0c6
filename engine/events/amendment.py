"""What is kept of every change of the people of a case (变更记录): how they stood before, who told it, who wrote it down and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.events.fact import Change, personal

CHANGES: Mapping[str, str] = {"corrected": "姓名、名称登记有误", "renamed": "更名", "merged": "合并", "divided": "分立"}
"""What may become of the party itself. Source: 民法典 Art. 64 (registered changes), 67 (merger and division)."""

ACTS: Mapping[str, str] = {"amended": "更正", "struck": "除名", "capacity": "民事行为能力", **CHANGES}
"""What can happen to somebody who is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amending:
    """The part of a fact that changes a recorded party or participant; older entries hold none of these fields and leave no row."""

    case: str
    amendment: str | None = None
    person_name: str | None = None
    made_at: datetime | None = None
    told_by: str | None = personal()
    reason: str | None = personal()
    before: Mapping[str, Any] | None = personal()

    def kept(self, subject: str, key: str, act: str, **more: str | date | int | None) -> tuple[Change, ...]:
        """Return the row of the amendment, none for an entry from before there were rows."""
        if self.amendment is None:
            return ()
        values: dict[str, Any] = {name: getattr(self, name) for name in ("person_name", "made_at", "told_by", "reason", "before")}
        values |= {"case_id": self.case, "subject": subject, "subject_id": key, "act": act} | more
        return (Change("amendment", self.amendment, values, new=True),)
