"""Discretion tables asked (裁量基准): what is in force when, drafts with what stands against them, and the trial on past cases.

A table of a cause and a rule of all causes go the same road; only what is checked and what is tried differs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import Connection, select

from engine.actor import Actor
from engine.dmn import ModelError
from engine.dmn.edit import Sheet, read_sheets
from engine.errors import NotFoundError
from engine.law.benchmark import RULES, Benchmark, read_benchmark, stamped
from engine.law.book import LawBook
from engine.model import BenchmarkDraft, LawVersion
from engine.queries.query import Query, Reading, answers
from engine.queries.trial import tried
from engine.rules.benchmark import Use, examine, unreadable, uses
from engine.rules.objection import Objection
from engine.rules.safeguard import examine_rule
from engine.rules.trial import Trial
from engine.store import tables

LEGAL_OFFICE = frozenset({"legal_office"})
_EDITIONS = select(LawVersion.__table__).where(LawVersion.kind == "discretion").order_by(LawVersion.name, LawVersion.valid_from, LawVersion.number)
_UNREADABLE = frozenset({"unreadable", "unknown_table", "structure", "unchecked"})
LawOn = Callable[[date], LawBook]


class Written(Protocol):
    """A draft as it is kept, or as it is about to be."""

    @property
    def name(self) -> str:
        """The table."""

    @property
    def version(self) -> str:
        """The version that it would be."""

    @property
    def content(self) -> str:
        """The file."""

    @property
    def valid_from(self) -> date:
        """The first day on which it would be in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a version came from: who drafted it and why, who approved it and when."""

    author_name: str
    approver_name: str | None
    approved_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A published version of a table with the last day on which it is in force, None while no other follows.

    `uses` is empty for a rule of all causes; without an `origin` the version came with the program.
    """

    id: str
    table: Benchmark
    content: str
    until: date | None
    uses: tuple[Use, ...]
    origin: Origin | None

    @property
    def general(self) -> bool:
        """Tell whether it is a rule of all causes."""
        return self.table.name in RULES


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions(Query[tuple[Edition, ...]]):
    """All published versions of the rules of all causes, in the order in which a case meets them, and of the tables of causes, by first day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkDrafts(Query[tuple[BenchmarkDraft, ...]]):
    """The drafts, the last written first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """A draft: its decisions where they can be read, what stands against it, what it would have meant for past cases."""

    draft: BenchmarkDraft
    sheets: tuple[Sheet, ...]
    table: Benchmark | None
    uses: tuple[Use, ...]
    objections: tuple[Objection, ...]
    trial: Trial | None
    before: Edition | None

    @property
    def general(self) -> bool:
        """Tell whether it is a rule of all causes."""
        return self.draft.name in RULES


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowDraft(Query[DraftView]):
    """One draft with everything that its approver must see."""

    draft: str


@answers(Editions)
def editions(query: Editions, actor: Actor, reading: Reading) -> tuple[Edition, ...]:
    """Return the versions, which everybody may read (行政处罚法 Art. 34).

    Each ends on the day before the next begins; those that never counted are left out.
    """
    del query, actor
    rows = reading.rows(LawVersion, _EDITIONS)
    law, origins = reading.law, _origins(reading)
    found: list[Edition] = []
    for index, row in enumerate(rows):
        used = uses(row.name, law)
        following = rows[index + 1] if index + 1 < len(rows) and rows[index + 1].name == row.name else None
        if not (used or row.name in RULES) or (following is not None and following.valid_from == row.valid_from):
            continue
        table = read_benchmark(row.name, row.content.encode())
        until = table.valid_to if following is None else date.fromordinal(following.valid_from.toordinal() - 1)
        found.append(Edition(id=row.id, table=table, content=row.content, until=until, uses=used, origin=origins.get(row.sha256)))
    places = {name: place for place, name in enumerate(RULES)}
    return tuple(sorted(found, key=lambda edition: places.get(edition.table.name, len(places))))


def _origins(reading: Reading) -> dict[str, Origin]:
    """Return where the versions came from that were drafted here, by the digest of their content."""
    published = select(BenchmarkDraft.__table__).where(BenchmarkDraft.state == "published")
    return {
        draft.sha256: Origin(author_name=draft.author_name, approver_name=draft.approver_name, approved_at=draft.approved_at, reason=draft.reason)
        for draft in reading.rows(BenchmarkDraft, published)
    }


@answers(BenchmarkDrafts, roles=LEGAL_OFFICE)
def benchmark_drafts(query: BenchmarkDrafts, actor: Actor, reading: Reading) -> tuple[BenchmarkDraft, ...]:
    """Return the drafts."""
    del query, actor
    return tuple(reading.rows(BenchmarkDraft, select(BenchmarkDraft.__table__).order_by(BenchmarkDraft.at.desc(), BenchmarkDraft.id)))


@answers(ShowDraft, roles=LEGAL_OFFICE)
def show_draft(query: ShowDraft, actor: Actor, reading: Reading) -> DraftView:
    """Return the draft as it stands; the trial is made now where nothing keeps the table from being read."""
    draft = reading.find(BenchmarkDraft, query.draft)
    if draft is None:
        raise NotFoundError("没有这份草案。")
    try:
        table = read_benchmark(draft.name, as_published(draft))
    except (ModelError, ValueError):
        table = None
    used = uses(draft.name, reading.law)
    found, trial = weighed(reading.connection, reading.law_on, reading.today, draft, reading.law)
    before = [edition for edition in editions(Editions(), actor, reading) if edition.table.name == draft.name]
    earlier = [edition for edition in before if edition.table.valid_from < draft.valid_from]
    return DraftView(
        draft=draft,
        sheets=sheets_of(draft.name, draft.content),
        table=table,
        uses=used,
        objections=() if draft.state in {"published", "dropped"} else found,
        trial=trial,
        before=earlier[-1] if earlier else None,
    )


def sheets_of(name: str, content: str) -> tuple[Sheet, ...]:
    """Return the decisions of a table as they are written, none where the file cannot be read."""
    try:
        return read_sheets(content.encode(), file=f"{name}.dmn")
    except ModelError:
        return ()


def as_published(draft: Written) -> bytes:
    """Return a draft as it would be published: the file that was handed in, with its version and its first day."""
    return stamped(draft.name, draft.content.encode(), draft.version, draft.valid_from)


def examined(connection: Connection, law_on: LawOn, today: date, draft: Written) -> tuple[Objection, ...]:
    """Return what stands against a draft, by the law in force on its first day."""
    statement = _EDITIONS.where(LawVersion.name == draft.name)
    published = [read_benchmark(row.name, row.content.encode()) for row in tables.rows(connection, LawVersion, statement)]
    try:
        content = as_published(draft)
    except ModelError as error:
        return (unreadable(error, draft.content.encode()),)
    check = examine_rule if draft.name in RULES else examine
    return check(draft.name, content, today=today, law=law_on(max(draft.valid_from, today)), editions=published)


def weighed(connection: Connection, law_on: LawOn, today: date, draft: Written, law: LawBook) -> tuple[tuple[Objection, ...], Trial | None]:
    """Return what stands against a draft, by itself and tried on past cases, and the trial; None where the table cannot be read."""
    found = examined(connection, law_on, today, draft)
    if any(item.code in _UNREADABLE for item in found):
        return found, None
    trial = tried(connection, law, read_benchmark(draft.name, as_published(draft)))
    return (*found, *trial.objections()), trial
