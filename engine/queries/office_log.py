"""The office's journal (机关日志): every change of people, rights, law and processes, in words, with its proof."""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from engine.actor import Actor
from engine.events import Fact
from engine.journal.read import records
from engine.queries.query import Query, Reading, answers
from engine.work import OFFICE

PAGE = 50
READERS = frozenset({"auditor", "audit_admin", "SYSTEM"})
HIDDEN = "不对管理员显示"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeEntry:
    """One entry of the office's journal in words."""

    seq: int
    at: datetime
    actor_name: str
    command: str
    sentences: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLogPage:
    """One page of the office's journal, newest first."""

    entries: tuple[OfficeEntry, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLog(Query[OfficeLogPage]):
    """The office's journal, by words of who did what."""

    text: str = ""
    page: int = 1


@answers(OfficeLog, roles=READERS)
def office_log(query: OfficeLog, actor: Actor, reading: Reading) -> OfficeLogPage:
    """Return one page; what a fact holds of cases' parties is not for an administrator, who sees no cases."""
    entries = [
        OfficeEntry(
            seq=item.seq,
            at=item.at,
            actor_name=item.actor_name,
            command=item.command,
            sentences=tuple((fact if actor.roles & {"auditor", "SYSTEM"} else _hidden(fact)).sentence() for fact in item.facts),
            digest=item.digest,
        )
        for item in records(reading.connection, OFFICE)
    ]
    if needle := query.text.strip():
        entries = [item for item in entries if needle in item.actor_name or any(needle in sentence for sentence in item.sentences)]
    pages = max(1, -(-len(entries) // PAGE))
    page = min(max(1, query.page), pages)
    entries.reverse()
    return OfficeLogPage(entries=tuple(entries[(page - 1) * PAGE : page * PAGE]), total=len(entries), page=page, pages=pages)


def _hidden(fact: Fact) -> Fact:
    """Return the fact with its personal texts hidden."""
    concealed = {item.name: HIDDEN for item in fields(fact) if item.metadata.get("personal") and isinstance(getattr(fact, item.name), str)}
    return replace(fact, **concealed) if concealed else fact
