"""What happens to the yearly plan of inspections (年度检查计划); facts of the office's stream. Source: 国办发〔2024〕54号."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from engine.events.fact import Change, Fact, fact

TABLE = "inspection_plan"

_EMPTY = dict.fromkeys(("remark", "approver", "approver_name", "approved_on", "publisher_name", "published_on"))


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionPlanDrafted(Fact):
    """A matter of a year's inspections was drafted, with how often the same enterprise may be inspected on it."""

    plan: str
    year: int
    title: str
    kind: str
    kind_title: str
    causes: tuple[str, ...]
    scope: str
    cap: int
    basis: str
    person: str
    person_name: str
    at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the row of the matter."""
        values = {name: getattr(self, name) for name in ("year", "title", "kind", "scope", "cap", "basis")}
        who = {"drafted_by": self.person, "drafted_name": self.person_name, "drafted_at": self.at}
        yield Change(TABLE, self.plan, _EMPTY | values | who | {"causes": list(self.causes), "state": "drafted"}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}拟订{self.year}年检查计划“{self.title}”（{self.kind_title}），同一企业每年至多{self.cap}次，依据：{self.basis}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionPlanDecided(Fact):
    """The head approved a matter of the plan, or returned it."""

    plan: str
    title: str
    approved: bool
    opinion: str
    person: str
    person_name: str
    decided_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the approval, or why there was none."""
        if not self.approved:
            yield Change(TABLE, self.plan, {"state": "returned", "remark": self.opinion})
            return
        who = {"approver": self.person, "approver_name": self.person_name, "approved_on": self.decided_on}
        yield Change(TABLE, self.plan, who | {"state": "approved"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}{'批准' if self.approved else '退回'}检查计划“{self.title}”：{self.opinion}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionPlanPublished(Fact):
    """A matter of the plan was told the public."""

    plan: str
    year: int
    title: str
    cap: int
    person_name: str
    published_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the publication."""
        yield Change(TABLE, self.plan, {"state": "published", "publisher_name": self.person_name, "published_on": self.published_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}向社会公布{self.year}年检查计划“{self.title}”，同一企业每年至多{self.cap}次"
