"""What happens in an inspection of an enterprise (涉企行政检查); facts of the office's stream. Source: 国办发〔2024〕54号."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from engine.clock import SHANGHAI
from engine.events.fact import Change, Fact, fact, personal

TABLE = "inspection"

_EMPTY = dict.fromkeys(
    (
        *("number", "remark", "approver", "approver_name", "approved_at", "arrived_at", "scan_code", "received_by"),
        *("finding", "outcome", "told_on", "ended_on"),
    )
)
_STATED = (
    *("year", "uscc", "name", "place", "kind", "matter", "ground", "lead", "scheme", "planned_on"),
    *("first", "first_name", "second", "second_name", "announced", "unannounced_reason", "district"),
)


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionRegistered(Fact):
    """An inspection was registered before anybody goes: on matters of the plan, or on a lead, which may name people, that the cap does not count."""

    inspection: str
    year: int
    uscc: str
    name: str
    place: str
    kind: str
    plans: tuple[str, ...]
    matter: str
    ground: str | None
    lead: str | None = personal()
    scheme: str
    planned_on: date
    first: str
    first_name: str
    second: str
    second_name: str
    announced: bool
    unannounced_reason: str | None
    district: str | None
    person: str
    person_name: str
    at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the row of the inspection."""
        values = {name: getattr(self, name) for name in _STATED} | {"plans": list(self.plans)}
        who = {"registered_by": self.person, "registered_name": self.person_name, "registered_at": self.at}
        yield Change(TABLE, self.inspection, _EMPTY | values | who | {"state": "registered"}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        officers = f"{self.first_name}、{self.second_name}"
        return f"{self.person_name}登记对{self.name}（{self.uscc}）的检查：{self.matter}，拟于{self.planned_on}由{officers}实施"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionDecided(Fact):
    """The head approved an inspection, which gave it the number of its notice, or returned it."""

    inspection: str
    name: str
    approved: bool
    opinion: str
    number: str | None
    person: str
    person_name: str
    at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the approval with the number, or why there was none."""
        if not self.approved:
            yield Change(TABLE, self.inspection, {"state": "returned", "remark": self.opinion})
            return
        who = {"approver": self.person, "approver_name": self.person_name, "approved_at": self.at}
        yield Change(TABLE, self.inspection, who | {"state": "approved", "number": self.number})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        number = f"，检查通知书{self.number}" if self.number else ""
        return f"{self.person_name}{'批准' if self.approved else '退回'}对{self.name}的检查：{self.opinion}{number}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionStarted(Fact):
    """Two officers came, scanned the code of the enterprise, showed their certificates and handed over the notice."""

    inspection: str
    name: str
    arrived_at: datetime
    scan_code: str | None
    received_by: str = personal()
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the arrival."""
        values = {"arrived_at": self.arrived_at, "scan_code": self.scan_code, "received_by": self.received_by}
        yield Change(TABLE, self.inspection, values | {"state": "started"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        arrived, scanned = self.arrived_at.astimezone(SHANGHAI), f"扫码（{self.scan_code}）" if self.scan_code else ""
        shown = f"出示执法证，通知书交{self.received_by or '（个人信息已删除）'}"
        return f"{self.person_name}记录{arrived:%Y-%m-%d %H:%M}{scanned}进入{self.name}，{shown}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionEnded(Fact):
    """The result of an inspection was recorded; the enterprise was told in writing. Whether a clue came of it, only those hear who see cases."""

    inspection: str
    name: str
    finding: str
    finding_title: str
    outcome: str = personal()
    told_on: date
    person_name: str
    ended_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the result."""
        values = {name: getattr(self, name) for name in ("finding", "outcome", "told_on", "ended_on")}
        yield Change(TABLE, self.inspection, values | {"state": "ended"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}记录对{self.name}的检查结果，{self.told_on}书面告知企业：{self.outcome or '（个人信息已删除）'}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionCancelled(Fact):
    """Nobody goes; the inspection does not count."""

    inspection: str
    name: str
    reason: str
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the end and its reason."""
        yield Change(TABLE, self.inspection, {"state": "cancelled", "remark": self.reason})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}取消对{self.name}的检查：{self.reason}"
