"""What happens to a case (案件): opened, filed, confirmed, withdrawn, closed, archived."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from engine.events.fact import Change, Fact, fact, personal

SOURCES: Mapping[str, str] = {
    "patrol": "巡查",
    "hotline": "投诉（12345）",
    "assigned": "交办",
    "transferred": "移送",
    "media": "媒体",
    "digital": "数字城管",
    "remote": "非现场",
    "inspection": "行政检查",
}
"""Where clues come from, by their key."""


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened(Fact):
    """A clue (线索) was registered and its procedure started; its title names the party, its place may be a home."""

    case: str
    procedure: str
    cause: str
    cause_title: str
    title: str = personal()
    district: str
    squad: str | None
    lead: str
    lead_name: str
    source: str
    discovered_on: date
    place: str | None = personal()
    grid: str | None
    description: str | None = personal()
    opened_at: datetime
    bundle: str
    inspection: str | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the row of the case."""
        names = ("procedure", "cause", "cause_title", "title", "district", "squad", "lead", "lead_name", "source", "discovered_on", "place", "grid")
        values: dict[str, object] = {name: getattr(self, name) for name in (*names, "description", "inspection", "opened_at")}
        yield Change("case", self.case, values | {"state": "clue"}, new=True)
        started = {"started_at": self.opened_at, "started_by": self.lead, "started_name": self.lead_name}
        yield Change("process", self.case, started | {"case_id": self.case, "procedure": self.procedure, "bundle": self.bundle}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.lead_name}登记线索：{self.title or '（当事人信息已删除）'}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOfficerNamed(Fact):
    """A second officer (协办) was named; being named is not yet being there."""

    case: str
    second: str
    second_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the second officer, unconfirmed."""
        yield Change("case", self.case, {"second": self.second, "second_name": self.second_name, "second_confirmed": False})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"指定{self.second_name}为协办执法人员，待本人确认"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOfficerConfirmed(Fact):
    """The second officer confirmed with own identity. Source: 行政处罚法 Art. 42."""

    case: str
    second: str
    second_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the confirmation."""
        yield Change("case", self.case, {"second_confirmed": True})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"协办执法人员{self.second_name}以本人身份确认"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFiled(Fact):
    """The case was filed (立案) and got its number. Source: 行政处罚法 Art. 54."""

    case: str
    number: str
    year: int
    sequence: int
    filed_on: date

    def changes(self) -> Iterator[Change]:
        """Yield number and day of filing."""
        yield Change("case", self.case, {"number": self.number, "filed_on": self.filed_on, "state": "open"})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"立案，案号{self.number}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMoved(Fact):
    """The case goes on under another procedure (转换程序). Source: 行政处罚法 Art. 51, 54."""

    case: str
    procedure: str
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield the procedure."""
        yield Change("case", self.case, {"procedure": self.procedure})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"转普通程序办理：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRejected(Fact):
    """The clue was checked and no case was filed (不予立案)."""

    case: str
    reason: str
    closed_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the end of the clue."""
        yield Change("case", self.case, {"state": "rejected", "closed_on": self.closed_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"不予立案：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTransferred(Fact):
    """The case was handed to the competent body (移送). Source: 行政处罚法 Art. 27, 57(4)."""

    case: str
    recipient: str
    reason: str
    receipt: str
    delivered_on: date
    closed_on: date | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the end of the case here: with the delivery, unless it came later."""
        yield Change("case", self.case, {"state": "transferred", "closed_on": self.closed_on or self.delivered_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"移送{self.recipient}，回执{self.receipt}：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaseWithdrawn(Fact):
    """The case was given up before a decision (撤案). Source: 行政处罚法 Art. 36, 38, 57."""

    case: str
    reason: str
    facts: str | None = personal()
    withdrawn_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the end of the case."""
        yield Change("case", self.case, {"state": "withdrawn", "closed_on": self.withdrawn_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"撤案：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSuspended(Fact):
    """The main procedure stands still (中止)."""

    case: str
    reason: str
    suspended_on: date

    def changes(self) -> Iterator[Change]:
        """Yield since when it stands still."""
        yield Change("case", self.case, {"suspended_on": self.suspended_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"中止办理：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResumed(Fact):
    """The main procedure goes on (恢复办理)."""

    case: str
    facts: str | None = personal()
    resumed_on: date

    def changes(self) -> Iterator[Change]:
        """Yield that it goes on."""
        yield Change("case", self.case, {"suspended_on": None})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return "恢复办理"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEscalated(Fact):
    """A deadline of the agency passed and the case was put before its superiors (超期督办)."""

    case: str
    deadline: str
    title: str
    due: date

    def changes(self) -> Iterator[Change]:
        """Yield the mark that the case is overdue."""
        yield Change("case", self.case, {"overdue": True})
        yield Change("deadline", self.deadline, {"escalated": True})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.title}已于{self.due.isoformat()}届满，转队长、负责人督办"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed(Fact):
    """The case was closed (结案)."""

    case: str
    result: str
    closed_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the day of closing."""
        yield Change("case", self.case, {"state": "closed", "closed_on": self.closed_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"结案：{self.result}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReopened(Fact):
    """A case that was closed goes on (恢复办理), because its penalty asks for more than was performed; its volume comes back from the archive."""

    case: str
    reason: str
    reopened_on: date

    def changes(self) -> Iterator[Change]:
        """Yield that it is open again; where its volume lay, the next archiving says anew."""
        yield Change("case", self.case, {"state": "open", "closed_on": None, "archived_on": None})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"恢复办理：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CaseArchived(Fact):
    """The volume was handed to the archive (归档)."""

    case: str
    volume: str
    pages: int
    term: str
    archived_on: date
    state: str = "archived"

    def changes(self) -> Iterator[Change]:
        """Yield the place in the archive; a case that was withdrawn, transferred or never filed stays known as that."""
        yield Change("case", self.case, {"state": self.state, "volume": self.volume, "archived_on": self.archived_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"归档，案卷号{self.volume}，{self.pages}页，保管期限{self.term}"
