"""What happens between departments (执法协作): sent, put off, answered, taken; links made and ended. Source: 行政处罚法 Art. 26."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engine.events.fact import Change, Fact, fact, personal

TABLE = "collaboration"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationSent(Fact):
    """A letter went to another department with the evidence that was chosen, and nothing else."""

    case: str
    request: str
    partner: str
    partner_name: str
    kind: str
    kind_title: str
    questions: str | None = personal()
    materials: tuple[str, ...]
    document: str
    number: str
    sent_at: datetime
    due: date
    papers: tuple[str, ...] | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the row of the request."""
        names = ("partner", "partner_name", "kind", "questions", "number", "sent_at", "due")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        values |= {
            "case_id": self.case,
            "materials": list(self.materials),
            "papers": None if self.papers is None else list(self.papers),
            "document_id": self.document,
            "delays": 0,
        }
        yield Change(TABLE, self.request, values, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        along = f"，附证据{len(self.materials)}件、文书{len(self.papers or ())}件" if self.materials or self.papers else ""
        return f"向{self.partner_name}发出{self.number}，请求{self.kind_title}，{self.due}前答复{along}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationCopied(Fact):
    """A copy of a letter went to a body that supervises: the letter alone, and nothing is asked of it; `request` is the id of the copy."""

    case: str
    request: str
    partner: str
    partner_name: str
    kind: str
    document: str
    number: str
    sent_at: datetime
    sent_on: date

    def changes(self) -> Iterator[Change]:
        """Yield the row of the copy; it is due on no day but its own."""
        values = {name: getattr(self, name) for name in ("partner", "partner_name", "kind", "number", "sent_at")}
        empty: dict[str, Any] = {"case_id": self.case, "materials": [], "papers": [], "document_id": self.document, "delays": 0}
        yield Change(TABLE, self.request, values | empty | {"due": self.sent_on}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"将{self.number}抄送{self.partner_name}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationDelayed(Fact):
    """A department needs more time, and says until when."""

    case: str
    request: str
    partner_name: str
    until: date
    delays: int
    reason: str | None = personal()

    def changes(self) -> Iterator[Change]:
        """Yield the new last day."""
        yield Change(TABLE, self.request, {"due": self.until, "delays": self.delays})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.partner_name}需要延期，至{self.until}答复"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationReplied(Fact):
    """A department answered; what it said and its files became evidence. A link is over with the answer."""

    case: str
    request: str
    partner_name: str
    outcome: str
    outcome_title: str
    answer: str | None = personal()
    replied_name: str | None = personal()
    replied_at: datetime
    way: str
    way_title: str

    def changes(self) -> Iterator[Change]:
        """Yield the answer."""
        names = ("outcome", "answer", "replied_name", "replied_at", "way")
        yield Change(TABLE, self.request, {name: getattr(self, name) for name in names})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.partner_name}通过{self.way_title}答复：{self.outcome_title}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationReopened(Fact):
    """A department is asked once more, with what it has already; its first answer stays in evidence and in the journal."""

    case: str
    request: str
    partner_name: str
    questions: str | None = personal()
    due: date

    def changes(self) -> Iterator[Change]:
        """Yield that an answer is awaited again."""
        answer = dict.fromkeys(("outcome", "answer", "replied_name", "replied_at", "way"))
        yield Change(TABLE, self.request, {**answer, "questions": self.questions, "due": self.due})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"再次请{self.partner_name}答复，{self.due}前答复"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationTaken(Fact):
    """A department took what was sent with a letter, which is its receipt; `items` are the things by name and the start of their SHA-256."""

    case: str
    request: str
    partner_name: str
    taken_name: str | None = personal()
    taken_at: datetime
    items: tuple[str, ...] = ()

    def changes(self) -> Iterator[Change]:
        """Yield who took it and when."""
        yield Change(TABLE, self.request, {"taken_at": self.taken_at, "taken_name": self.taken_name})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.partner_name}签收材料{len(self.items)}件：{'、'.join(self.items)}" if self.items else f"{self.partner_name}签收移送材料"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationLinked(Fact):
    """A secret address was made by which a department without accounts answers one request; the one before ended."""

    case: str
    request: str
    partner_name: str
    digest: str
    until: date
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield the address."""
        yield Change(TABLE, self.request, {"link": self.digest, "link_until": self.until})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}为{self.partner_name}生成答复链接，有效至{self.until}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationUnlinked(Fact):
    """A secret address was ended before its last day."""

    case: str
    request: str
    partner_name: str
    person_name: str

    def changes(self) -> Iterator[Change]:
        """Yield that there is none."""
        yield Change(TABLE, self.request, {"link": None, "link_until": None})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}注销发给{self.partner_name}的答复链接"
